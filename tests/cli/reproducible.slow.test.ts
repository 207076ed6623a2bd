/** Same inputs, same bytes: two builds in different folders, time zones, languages and at different times. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { REPOSITORY } from '../support/effects.ts';

const root = mkdtempSync(join(tmpdir(), 'diaodu-same-'));
/** Moves the clock of the program by a year and more. */
const LATER = `const D = Date; globalThis.Date = class extends D { constructor(...a) { super(...(a.length ? a : [D.now() + 4e10])); } static now() { return D.now() + 4e10; } };`;

afterAll(() => rmSync(root, { recursive: true, force: true }));

function workspace(name: string): string {
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  for (const part of ['data', 'templates'])
    cpSync(join(REPOSITORY, part), join(folder, part), { recursive: true });
  return folder;
}

function run(cwd: string, env: Record<string, string>, ...args: string[]): void {
  const done = spawnSync(process.execPath, [join(REPOSITORY, 'src/cli/bin.mjs'), ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  expect(done.status, done.stdout + done.stderr).toBe(0);
}

function outputs(folder: string): Map<string, Buffer> {
  const all = readdirSync(join(folder, 'output'), { recursive: true, encoding: 'utf8' }).map((name) =>
    join(folder, 'output', name),
  );
  const files = all.filter((path) => statSync(path).isFile()).sort();
  return new Map(files.map((path) => [relative(folder, path), readFileSync(path)]));
}

const BUILD = ['build', '2022Q3', '--only', 'progress-report'];

it('a build and an export leave the same files, byte for byte', { timeout: 300_000 }, () => {
  const one = workspace('一');
  const other = workspace('deep/er folder');
  run(one, { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' }, ...BUILD);
  run(one, { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' }, 'export', '2022Q3');
  const abroad = {
    TZ: 'America/New_York',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'C',
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(LATER)}`,
  };
  run(tmpdir(), abroad, ...BUILD, '--workspace', other);
  run(tmpdir(), abroad, 'export', '2022Q3', '--workspace', other);
  const [left, right] = [outputs(one), outputs(other)];
  expect([...left.keys()]).toEqual([...right.keys()]);
  const endings = new Set([...left.keys()].map((path) => path.slice(path.lastIndexOf('.'))));
  for (const ending of ['.pdf', '.docx', '.xlsx', '.csv', '.json']) expect(endings).toContain(ending);
  for (const [path, bytes] of left) expect(bytes.equals(right.get(path) ?? Buffer.alloc(0)), path).toBe(true);
});

it('SOURCE_DATE_EPOCH takes the place of the as-of date in the files’ metadata', {
  timeout: 300_000,
}, async () => {
  const folder = workspace('epoch');
  // 2022-10-18 09:30 UTC
  run(folder, { SOURCE_DATE_EPOCH: '1666085400' }, ...BUILD);
  const files = [...outputs(folder)];
  const pdf = await PDFDocument.load(files.find(([path]) => path.endsWith('.pdf'))?.[1] ?? '', {
    updateMetadata: false,
  });
  expect(pdf.getCreationDate()?.toISOString()).toBe('2022-10-18T00:00:00.000Z');
  const docx = unzipSync(files.find(([path]) => path.endsWith('.docx'))?.[1] ?? new Uint8Array());
  expect(strFromU8(docx['docProps/core.xml'] ?? new Uint8Array())).toContain('2022-10-18');
});
