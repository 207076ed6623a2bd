/** The command as people run it (`node .`): a process of its own on a workspace of its own. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from './effects.ts';

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  child: ChildProcess;
  ended: Promise<Ran>;
}

/** @param env over the environment of the test; the process leads a group of its own */
export function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, [REPOSITORY, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, ...env },
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  const ended = new Promise<Ran>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...said }));
  });
  return { child, ended };
}

export const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  start(args, env).ended;

/** The command as it is run in a folder, to its end. */
export const commandIn =
  (folder: string) =>
  (...args: string[]): { code: number | null; out: string; err: string } => {
    const ran = spawnSync(process.execPath, [REPOSITORY, ...args], { cwd: folder, encoding: 'utf8' });
    return { code: ran.status, out: ran.stdout, err: ran.stderr };
  };

/** The repository's data and templates, copied to `folder`. */
export function copyWorkspace(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const part of ['data', 'templates'])
    cpSync(join(REPOSITORY, part), join(folder, part), { recursive: true });
  return folder;
}

/** Every file below the folder, by its path, also while it is written in; empty where there is no such folder. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return names.filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile());
}

/** Content of every file below the folder, by its path. */
export const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(
    filesIn(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );

/**
 * Processes (Linux) whose command line names this folder, as that of a browser names its profile. leads: it was started by
 * the program; a child of it has the same command line for a moment.
 */
export function processesNaming(folder: string): { pid: number; leads: boolean; command: string }[] {
  const found: { pid: number; leads: boolean; command: string }[] = [];
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      if (!command.includes(folder)) continue;
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const group = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2];
      found.push({ pid: Number(name), leads: group === name, command });
    } catch {
      // It has ended meanwhile.
    }
  }
  return found;
}

/** Looks every few milliseconds, or less often where a look costs much; out: false when `until` never came true in time. */
export async function wait(until: () => boolean, mostMs = 60_000, everyMs = 5): Promise<boolean> {
  for (const start = Date.now(); Date.now() - start < mostMs; ) {
    if (until()) return true;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  return false;
}
