/** build --print beside the ordinary build: neither takes the other's files, nor what is kept of it. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { REPOSITORY } from '../support/effects.ts';

const folder = mkdtempSync(join(tmpdir(), 'diaodu-print-'));
const out = join(folder, 'output/2022Q3');

beforeAll(() => {
  for (const name of ['data', 'templates'])
    cpSync(join(REPOSITORY, name), join(folder, name), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function build(...options: string[]) {
  const args = ['build', '2022Q3', '--workspace', folder, '--only', 'lights', ...options];
  const run = spawnSync(process.execPath, [join(REPOSITORY, 'src/cli/bin.mjs'), ...args], {
    encoding: 'utf8',
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const pdfOf = (path: string): Buffer => {
  const name = readdirSync(path).find((one) => one.endsWith('.pdf')) as string;
  return readFileSync(join(path, name));
};

it('puts its files into a folder of their own and takes nothing kept for the other', () => {
  expect(build('--format', 'pdf').code).toBe(0);
  const ordinary = pdfOf(out);
  expect(build('--format', 'pdf', '--print').code).toBe(0);
  const office = pdfOf(join(out, '打印版'));
  expect(pdfOf(out).equals(ordinary)).toBe(true);
  expect(office.equals(ordinary)).toBe(false);

  const again = build('--format', 'pdf', '--print');
  expect(again.out).toContain('没有变化');
  expect(build('--format', 'pdf').out).toContain('没有变化');
  expect(build('--format', 'pdf', '--print', '--no-cache').code).toBe(0);
  expect(pdfOf(join(out, '打印版')).equals(office)).toBe(true);
}, 180_000);

it('says what does not go together', () => {
  const word = build('--print', '--format', 'docx');
  expect([word.code, word.err]).toEqual([2, expect.stringContaining('打印版只有 PDF')]);
  const shop = build('--print', '--print-shop');
  expect([shop.code, shop.err]).toEqual([2, expect.stringContaining('只能用一个')]);
});
