/** Programs that find the claim of one that was killed, all in the same moment: one of them has it. */
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, expect, it } from 'vitest';
import { REPOSITORY } from '../support/effects.ts';

const PROGRAMS = 6;
const ROUNDS = 60;
const root = mkdtempSync(join(tmpdir(), 'diaodu-claims-'));
const lock = join(root, '.diaodu/collect.lock');
const programs: ChildProcess[] = [];
afterAll(() => {
  for (const program of programs) program.kill();
  rmSync(root, { recursive: true, force: true });
});

/** Claims when it is told to, holds on for a moment, and says from when to when it had the claim. */
const PROGRAM = `
import { claim } from '${resolve(REPOSITORY, 'src/cli/claim.ts')}';
process.on('message', async () => {
  const release = await claim(process.argv[2], 'collect');
  const from = String(process.hrtime.bigint());
  if (release) await new Promise((done) => setTimeout(done, 40));
  const to = String(process.hrtime.bigint());
  await release?.();
  process.send(release ? [from, to] : []);
});
process.send('ready');
`;

const answer = (program: ChildProcess): Promise<unknown> =>
  new Promise((done) => program.once('message', done));

it('a dead claim is taken over by one program alone', { timeout: 120_000 }, async () => {
  const script = join(root, 'program.mjs');
  await build({
    stdin: { contents: PROGRAM, resolveDir: REPOSITORY },
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
  for (let i = 0; i < PROGRAMS; i += 1) programs.push(fork(script, [root]));
  await Promise.all(programs.map(answer));
  for (let round = 0; round < ROUNDS; round += 1) {
    mkdirSync(join(root, '.diaodu'), { recursive: true });
    // No process has that number.
    writeFileSync(lock, `${2 ** 22 + 1} ${hostname()}`);
    const answers = Promise.all(programs.map(answer));
    for (const program of programs) program.send('claim');
    const held = (await answers).filter(
      (one): one is [string, string] => Array.isArray(one) && one.length > 0,
    );
    const [first, ...others] = held
      .map(([from, to]) => [BigInt(from), BigInt(to)] as const)
      .sort(([a], [b]) => Number(a - b));
    expect(first, `round ${round}`).toBeDefined();
    // On a busy machine one may come when the first has ended.
    let end = first?.[1] ?? 0n;
    for (const [from, to] of others) {
      expect(from > end, `round ${round}: two at once`).toBe(true);
      end = to;
    }
    expect(existsSync(join(root, '.diaodu')), `round ${round}`).toBe(false);
  }
});
