/** The command can be used while its bundle is made anew: tests make one before they begin. */
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { REPOSITORY } from '../support/effects.ts';

const root = mkdtempSync(join(tmpdir(), 'diaodu-bundle-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** How often a file was looked for and not found while the bundle was made. */
async function missedWhileBundling(file: string): Promise<number> {
  let missed = 0;
  const run = spawn(process.execPath, ['src/cli/bundle.mjs'], { cwd: root });
  const look = setInterval(() => {
    if (!existsSync(file)) missed += 1;
  }, 1);
  const code = await new Promise((resolve) => run.on('close', resolve));
  clearInterval(look);
  expect(code).toBe(0);
  return missed;
}

it('is never without its first file, keeps prepared fonts, drops what nothing asks for, and rewrites nothing that is the same', async () => {
  for (const name of ['src', 'node_modules'])
    symlinkSync(join(REPOSITORY, name), join(root, name), 'junction');
  const built = join(root, '.build');
  const main = join(built, 'main.mjs');
  mkdirSync(join(built, 'fonts'), { recursive: true });
  for (const name of ['main.mjs', 'chunk-OLD.mjs', 'fonts/ready']) writeFileSync(join(built, name), 'old');

  expect(await missedWhileBundling(main)).toBe(0);
  expect(statSync(main).size).toBeGreaterThan(100);
  const names = readdirSync(built);
  expect(names).toEqual(expect.arrayContaining(['fonts', 'main.mjs', 'worker.mjs', 'prepare-fonts.mjs']));
  expect(names).not.toContain('chunk-OLD.mjs');
  expect(names.filter((name) => !/^fonts$|\.mjs$/.test(name))).toEqual([]);
  expect(readdirSync(join(built, 'fonts'))).toEqual(['ready']);

  const before = statSync(main).ino;
  expect(await missedWhileBundling(main)).toBe(0);
  expect(statSync(main).ino).toBe(before);
}, 120_000);
