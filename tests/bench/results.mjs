// Results for a reader: lines on the console, tables between the marks of docs/performance.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { MEMORY_MS } from './measure.mjs';

const FILE = 'docs/performance.md';
const BEGIN = '<!-- npm run bench writes from here -->';
const END = '<!-- to here -->';

const mib = (bytes) => String(Math.round(bytes / 2 ** 20));
const seconds = (value) => value.toFixed(2);

export const line = ({ name, wall, least, most, cpu, peak, ratio, failed }) =>
  `${name}: ${seconds(wall)} s (${seconds(least)}–${seconds(most)}), processor ${seconds(cpu)} s, ${mib(peak)} MiB${
    ratio ? `, ${ratio.toFixed(1)} × floor` : ''
  }${failed ? `, FAILED: ${failed}` : ''}`;

const row = (cells) => `| ${cells.join(' | ')} |`;

export function writeResults({ rows, growth, runs, load, date, size }) {
  const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  const text = `
Measured ${date}, ${machine}, load average ${load.toFixed(1)} at the start (other work makes every figure worse).
Of each, one run that warms up and is looked at, which makes it slower: processor time and memory of the whole process tree,
browser included; memory is proportional set size, about every ${MEMORY_MS} ms. ${runs === 1 ? 'Then one that is timed.' : `Then ${runs} that are timed; the middle one is given.`}

| what | wall s | least–most | processor s | peak MiB | × floor |
|---|---|---|---|---|---|
${rows
  .map((r) =>
    row([
      r.name,
      r.failed ? 'failed' : seconds(r.wall),
      `${seconds(r.least)}–${seconds(r.most)}`,
      seconds(r.cpu),
      mib(r.peak),
      r.ratio ? r.ratio.toFixed(1) : '',
    ]),
  )
  .join('\n')}

How cost grows: regions with names and figures of their own in one \`build --each\`, eight documents in two
formats each. “First” and “last” are the first and the last tenth of the regions, s a file.

| what | wall s | processor s | wall s a file | first | last | peak MiB |
|---|---|---|---|---|---|---|
${growth
  .map((g) =>
    row([g.name, g.wall.toFixed(0), g.cpu.toFixed(0), seconds(g.perFile), seconds(g.first), seconds(g.last), mib(g.peak)]),
  )
  .join('\n')}
${size === undefined ? '' : `\nnode_modules with development tools: ${size} MiB.\n`}
`;
  const before = readFileSync(FILE, 'utf8');
  const [from, to] = [before.indexOf(BEGIN), before.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${FILE} lacks the marks between which results stand`);
  writeFileSync(FILE, before.slice(0, from + BEGIN.length) + '\n' + text + before.slice(to));
}
