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
 * Runs a command to its end. Out: wall in seconds, exit code, and what it wrote last; where it is looked at, which makes it
 * slower, cpu in seconds and peak in bytes. What a process uses after it was last looked at is not counted: at most a
 * sample's length for each.
 * @param command program, arguments, options of spawn
 */
export function run([program, args, options = {}], { look }) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
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
    const timer = look && setInterval(sample, SAMPLE_MS);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer || undefined);
      const cpu = [...used.values()].reduce((a, b) => a + b, 0);
      resolve({ wall: (performance.now() - start) / 1000, cpu, peak, code, said });
    });
  });
}

/** Wall time: middle of several runs, with the extremes. Processor time and memory: of the one that was looked at. */
export function summary(looked, runs) {
  const walls = runs.map(({ wall }) => wall).sort((a, b) => a - b);
  return {
    wall: walls[Math.floor(walls.length / 2)],
    least: walls[0],
    most: walls.at(-1),
    cpu: looked.cpu,
    peak: looked.peak,
    failed: [looked, ...runs].find((one) => one.code !== 0)?.said,
  };
}
