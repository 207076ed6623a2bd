// npm run bench: whole-process times and memory of what users wait for, written to docs/performance.md. Never fails a build.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';

const RUNS = 3;
const SAMPLE_MS = 20;
const BIN = 'src/cli/bin.mjs';

/** Resident memory of a process and all below it, in bytes (Linux only; 0 elsewhere). */
function treeMemory(pid) {
  let sum = 0;
  const parents = new Map();
  let names = [];
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return 0;
  }
  for (const name of names) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {}
  }
  const belongs = (id) => id === pid || (parents.has(id) && parents.get(id) > 1 && belongs(parents.get(id)));
  for (const id of parents.keys()) {
    if (!belongs(id)) continue;
    try {
      // Pss shares out pages used by several processes, so that nothing is counted twice.
      sum += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024;
    } catch {}
  }
  return sum;
}

function once(args) {
  return new Promise((resolve) => {
    const start = performance.now();
    const child = spawn(process.execPath, [BIN, ...args], { stdio: 'ignore' });
    let peak = 0;
    const timer = setInterval(() => (peak = Math.max(peak, treeMemory(child.pid))), SAMPLE_MS);
    child.on('close', (code) => {
      clearInterval(timer);
      resolve({ seconds: (performance.now() - start) / 1000, peak, code });
    });
  });
}

async function measure(name, args) {
  await once(args);
  const runs = [];
  for (let i = 0; i < RUNS; i += 1) runs.push(await once(args));
  const sorted = (key) => runs.map((run) => run[key]).sort((a, b) => a - b);
  const seconds = sorted('seconds');
  const row = {
    name,
    min: seconds[0],
    median: seconds[Math.floor(RUNS / 2)],
    max: seconds.at(-1),
    peak: sorted('peak').at(-1),
    failed: runs.some((run) => run.code !== 0),
  };
  console.log(`${name}: ${row.median.toFixed(2)} s (${row.min.toFixed(2)}–${row.max.toFixed(2)}), ${Math.round(row.peak / 2 ** 20)} MiB${row.failed ? ', FAILED' : ''}`);
  return row;
}

// Other work on the machine makes every figure worse; the reader should know.
const load = loadavg()[0] ?? 0;
const out = mkdtempSync(join(tmpdir(), 'diaodu-bench-'));
const rows = [
  await measure('`diaodu --help`', ['--help']),
  await measure('report, PDF + DOCX', ['build', '2022Q3', '--only', 'progress-report', '--out', out]),
  await measure('report, PDF', ['build', '2022Q3', '--only', 'progress-report', '--format', 'pdf', '--out', out]),
  await measure('report, DOCX', ['build', '2022Q3', '--only', 'progress-report', '--format', 'docx', '--out', out]),
];
rmSync(out, { recursive: true, force: true });

const installed = (flags) => {
  const folder = mkdtempSync(join(tmpdir(), 'diaodu-size-'));
  try {
    for (const file of ['package.json', 'package-lock.json', '.puppeteerrc.cjs', '.npmrc'])
      writeFileSync(join(folder, file), readFileSync(file));
    execFileSync('npm', ['ci', '--ignore-scripts', ...flags], { cwd: folder, stdio: 'ignore' });
    return Number(execFileSync('du', ['-sm', 'node_modules'], { cwd: folder, encoding: 'utf8' }).split('\t')[0]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
const full = installed([]);
const production = installed(['--omit=dev']);
console.log(`installed: ${full} MiB, without development tools ${production} MiB`);

const table = rows
  .map((r) => `| ${r.name} | ${r.median.toFixed(2)} | ${r.min.toFixed(2)}–${r.max.toFixed(2)} | ${Math.round(r.peak / 2 ** 20)} |`)
  .join('\n');
writeFileSync(
  'docs/performance.md',
  `# Performance

Written by \`npm run bench\`: whole processes, one warm-up and ${RUNS} counted runs each; memory is the peak of the whole
process tree (browser included; proportional set size, sampled every ${SAMPLE_MS} ms). The first run on a machine also unpacks the
packaged browser (about 2 s, once).

Measured ${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, load average ${load.toFixed(1)} at the start.

| what | median s | min–max s | peak MiB |
|---|---|---|---|
${table}

Installed size of node_modules: ${production} MiB to run, ${full} MiB with development tools.
`,
);
