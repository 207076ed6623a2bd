// npm run bench: what users wait for, as whole processes, against the least that the libraries need for the same content.
// Written to docs/performance.md between its marks; what stands around them is kept. Never fails a build.
//   --quick          small workloads, printed only
//   --regions 1,11   how many regions to build one after the other (default 1,11,100)
//   --runs 1         timed runs of each workload (default 3, after one that warms up and is looked at)
//   --only TEXT      workloads whose name contains it; printed only
//   --documents 01,02  what each region gets (default eight documents); printed only
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build as bundle } from 'esbuild';
import { makeRegion, regionName } from './generator.mjs';
import { run, summary } from './measure.mjs';
import { otherTools } from './others.mjs';
import { line, writeResults } from './results.mjs';

const { values: asked } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    regions: { type: 'string', default: '1,11,100' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    documents: { type: 'string', default: '' },
  },
});
const RUNS = Number(asked.runs);
const REPOSITORY = resolve(import.meta.dirname, '../..');
const BIN = join(REPOSITORY, 'src/cli/bin.mjs');
/** What a county gets: eight documents, sixteen files. */
const COUNTY = asked.documents || 'meeting-notice,agenda,attendees,targets,matters,next-quarter,lights,brief';
/** All that lies on the table at the meeting, once: without the volume that binds it again, booklets and letters to units. */
const MATERIALS = Array.from({ length: 16 }, (_, i) => String(i + 1).padStart(2, '0')).join(',');

const started = { load: loadavg()[0] ?? 0, date: new Date().toISOString().slice(0, 10) };
const root = mkdtempSync(join(tmpdir(), 'diaodu-bench-'));
const workspace = join(root, 'work');
mkdirSync(workspace);
for (const part of ['data', 'templates'])
  cpSync(join(REPOSITORY, part), join(workspace, part), { recursive: true });

const diaodu = (...args) => [process.execPath, [BIN, ...args], { cwd: workspace }];
const rows = [];
const wanted = (name) => name.includes(asked.only);

/**
 * The first run fills the system's caches and is looked at; the others are timed.
 * @param before what has to be done before each run, not counted
 * @param after the same
 */
async function measure(name, command, before = () => {}, after = () => {}) {
  if (!wanted(name)) return undefined;
  const runs = [];
  for (let i = 0; i <= RUNS; i += 1) {
    await before();
    runs.push(await run(command, { look: i === 0 }));
    await after();
  }
  const [looked, ...timed] = runs;
  const row = { name, ...summary(looked, RUNS === 0 ? [looked] : timed) };
  rows.push(row);
  console.log(line(row));
  return row;
}

const dump = join(REPOSITORY, '.build/bench/dump.mjs');
/** The content of these documents, for the floor. */
async function dumped(period, only) {
  const folder = mkdtempSync(join(root, 'content-'));
  const command = [process.execPath, [dump, period, only, workspace, folder], { cwd: REPOSITORY }];
  const { code, said } = await run(command, { look: false });
  if (code !== 0) throw new Error(said);
  return folder;
}

/** A build from nothing in both formats, each format alone, and the floors of both. */
async function against(name, period, only, { alone = true } = {}) {
  if (!wanted(name)) return;
  const build = ['build', period, '--draft', '--no-cache', '--out', join(root, 'out'), ...(only ? ['--only', only] : [])];
  const both = await measure(`${name}, PDF + DOCX`, diaodu(...build));
  const folder = await dumped(period, only);
  const floor = (format) => [process.execPath, [join(import.meta.dirname, 'floor.mjs'), format, folder]];
  const pdf = await measure(`${name}, floor: same HTML, bare puppeteer`, floor('pdf'));
  const docx = await measure(`${name}, floor: same texts and tables, bare docx`, floor('docx'));
  if (both && pdf && docx) both.ratio = both.wall / (pdf.wall + docx.wall);
  if (alone)
    for (const [format, least] of [['pdf', pdf], ['docx', docx]]) {
      const row = await measure(`${name}, ${format.toUpperCase()} alone`, diaodu(...build, '--format', format));
      if (row && least) row.ratio = row.wall / least.wall;
    }
  for (const tool of otherTools(folder)) {
    if (tool.command) await measure(`${name}, ${tool.name}`, tool.command);
    else console.log(`${name}, ${tool.name}: not installed, left out`);
  }
}

let changes = 0;
/** One number that a city reported, another one each time, by so much that it can be read on the page. */
function changeNumber() {
  const file = join(workspace, 'data/2022/projects/returns/2022-09/南昌市.csv');
  const original = readFileSync(join(REPOSITORY, 'data/2022/projects/returns/2022-09/南昌市.csv'), 'utf8');
  changes += 1;
  const more = 1000 * changes;
  writeFileSync(file, original.replace(',3737,35516,', `,${3737 + more},${35516 + more},`));
}

/** The number changed again and again, in papers that were built before; both files of the first have to differ each time. */
async function oneNumber(name, ...args) {
  if (!wanted(name)) return;
  const command = diaodu('build', '2022Q3', '--draft', ...args);
  await run(command, { look: false });
  let before = [];
  const check = (first) => {
    const now = printed();
    if (!first && now.some((digest, i) => digest === before[i])) throw new Error(`${name}: nothing changed`);
    before = now;
  };
  check(true);
  await measure(name, command, changeNumber, () => check(false));
}

/** Of the bulletin on projects, which tells of each of them. */
const printed = () => {
  const folder = join(workspace, 'output/2022Q3');
  const files = readdirSync(folder).filter((name) => name.startsWith('07'));
  if (files.length !== 2) throw new Error(`not one bulletin: ${files}`);
  return files.sort().map((name) => createHash('sha256').update(readFileSync(join(folder, name))).digest('hex'));
};

/** Regions with data of their own in one command: how cost grows. */
async function regions(count) {
  if (!wanted(`${count} region`)) return undefined;
  const folder = mkdtempSync(join(root, 'regions-'));
  for (let i = 1; i <= count; i += 1) makeRegion(REPOSITORY, join(folder, regionName(i)), i);
  const args = ['build', '2022Q3', '--draft', '--only', COUNTY, '--each', folder];
  const { code, said, ...cost } = await run(diaodu(...args), { look: true });
  // “[3/11] 演示地区003：16个文件，4.1秒”
  const each = [...said.matchAll(/：(\d+)个文件，([\d.]+)秒/g)];
  const files = each.reduce((sum, [, number]) => sum + Number(number), 0);
  if (code !== 0 || each.length !== count || files !== count * Number(each[0][1])) throw new Error(said);
  const name = `${count} region${count === 1 ? '' : 's'}, ${files} files`;
  rmSync(folder, { recursive: true });
  const mean = (part) => part.reduce((sum, [, number, time]) => sum + Number(time) / Number(number), 0) / part.length;
  const tenth = Math.max(1, Math.floor(count / 10));
  const [first, last] = [mean(each.slice(0, tenth)), mean(each.slice(-tenth))];
  const grown = { name, ...cost, perFile: cost.wall / files, first, last };
  console.log(`${name}: ${grown.wall.toFixed(0)} s, ${grown.perFile.toFixed(2)} s a file, ${Math.round(grown.peak / 2 ** 20)} MiB`);
  return grown;
}

const growth = [];
try {
  await bundle({
    entryPoints: [join(import.meta.dirname, 'dump.ts')],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outfile: dump,
    logLevel: 'warning',
  });
  // The first build on a machine unpacks the browser.
  await run(diaodu('build', '2022Q3', '--draft', '--only', 'brief'), { look: false });
  await measure('`diaodu --help`', diaodu('--help'));
  await measure('`diaodu status 2022Q3`', diaodu('status', '2022Q3'));
  await against('report (35 pages)', '2022Q3', 'progress-report', { alone: !asked.quick });
  if (!asked.quick) {
    await against('materials 01 to 16 of 2022Q3 (189 pages)', '2022Q3', MATERIALS, { alone: false });
    await against('whole pack of 2022Q3', '2022Q3', '');
    await against('book (2022)', '2022', '', { alone: false });
    await oneNumber('bulletin on projects (23 pages), one number changed', '--only', 'project-bulletin');
    await oneNumber('pack, one number changed');
    const pack = diaodu('build', '2022Q3', '--draft');
    if (wanted('pack, nothing changed')) await run(pack, { look: false });
    await measure('pack, nothing changed', pack);
  }
  const counts = asked.quick ? [1] : asked.regions.split(',').map(Number).filter(Boolean);
  for (const count of counts) {
    const grown = await regions(count);
    if (grown) growth.push(grown);
  }
  if (!asked.quick && asked.only === '' && asked.documents === '')
    writeResults({ rows, growth, runs: RUNS, ...started, size: installedSize() });
} finally {
  rmSync(root, { recursive: true, force: true });
  rmSync(join(REPOSITORY, '.build/bench'), { recursive: true, force: true });
}

/** MiB of node_modules as installed here. */
function installedSize() {
  try {
    const said = execFileSync('du', ['-sm', 'node_modules'], { cwd: REPOSITORY, encoding: 'utf8' });
    return Number(said.split('\t')[0]);
  } catch {
    return undefined;
  }
}
