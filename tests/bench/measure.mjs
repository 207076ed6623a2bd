// Whole processes from start to end: wall time, processor time and memory of the process and all it starts (Linux; elsewhere wall time only).
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Processor time: so much of what a process does last may be missed. */
const SAMPLE_MS = 50;
/** Memory: often enough for peaks that last. The kernel counts pages for each look, which slows a large process down. */
export const MEMORY_MS = 500;
/** Enough for the lines of a hundred workspaces. */
const KEPT = 40_000;
/** Clock ticks of /proc per second: fixed for programs, whatever the kernel uses inside. */
const TICKS = 100;

/** pid → [parent, seconds of processor time so far], of all processes. */
function processes() {
  const all = new Map();
  let names = [];
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {}
  for (const name of names) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      all.set(Number(name), [Number(fields[1]), (Number(fields[11]) + Number(fields[12])) / TICKS]);
    } catch {}
  }
  return all;
}

/** Pss shares out pages used by several processes, so that nothing is counted twice. */
function memory(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/**
 * Runs a command to its end. Out: wall and cpu in seconds, peak in bytes, exit code, and what it wrote last. What a
 * process uses after it was last looked at is not counted: at most a sample's length for each.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (said = (said + text).slice(-KEPT)));
    const used = new Map();
    let peak = 0;
    let weighed = 0;
    const sample = () => {
      const all = processes();
      const weigh = performance.now() - weighed >= MEMORY_MS;
      if (weigh) weighed = performance.now();
      const belongs = (pid) => pid === child.pid || (all.has(pid) && all.get(pid)[0] > 1 && belongs(all.get(pid)[0]));
      let sum = 0;
      for (const [pid, [, seconds]] of all)
        if (belongs(pid)) {
          used.set(pid, seconds);
          if (weigh) sum += memory(pid);
        }
      peak = Math.max(peak, sum);
    };
    const timer = setInterval(sample, SAMPLE_MS);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      const cpu = [...used.values()].reduce((a, b) => a + b, 0);
      resolve({ wall: (performance.now() - start) / 1000, cpu, peak, code, said });
    });
  });
}

/** Middle of several runs, with the extremes of the wall time. */
export function summary(runs) {
  const sorted = (key) => runs.map((one) => one[key]).sort((a, b) => a - b);
  const middle = (key) => sorted(key)[Math.floor(runs.length / 2)];
  const walls = sorted('wall');
  return {
    wall: middle('wall'),
    least: walls[0],
    most: walls.at(-1),
    cpu: middle('cpu'),
    peak: sorted('peak').at(-1),
    failed: runs.find((one) => one.code !== 0)?.said,
  };
}
