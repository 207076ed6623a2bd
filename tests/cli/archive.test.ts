/** diaodu archive as a user starts it, on a real disk. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { realEffects } from '../../src/cli/effects.ts';
import { REPOSITORY } from '../support/effects.ts';

const folder = mkdtempSync(join(tmpdir(), 'diaodu-archive-'));

beforeAll(() => {
  for (const name of ['data', 'templates']) symlinkSync(join(REPOSITORY, name), join(folder, name));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function diaodu(...args: string[]) {
  const run = spawnSync(process.execPath, [join(REPOSITORY, 'src/cli/bin.mjs'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

it('says all that is missing, with the line to mend, exits with 1 and writes nothing', () => {
  const { code, out, err } = diaodu('archive', '2022Q3');
  expect(code).toBe(1);
  expect(out).toContain('未归档：6个错误');
  expect(err).toContain('先运行 diaodu build 2022Q3');
  for (const word of ['全宗号', '全宗名称', '立档单位名称', '机构或问题', '类别'])
    expect(err).toMatch(new RegExp(`data/2022/archive.yaml:\\d+:\\d+　没有填写${word}`));
  expect(existsSync(join(folder, 'output'))).toBe(false);
});

it('verify and usage have their exit codes', () => {
  writeFileSync(join(folder, '坏.zip'), '不是压缩包');
  expect(diaodu('archive', 'verify', '没有.zip')).toMatchObject({
    code: 1,
    err: expect.stringContaining('没有这个归档包'),
  });
  expect(diaodu('archive', 'verify', '坏.zip')).toMatchObject({
    code: 1,
    err: expect.stringContaining('读不出来'),
  });
  writeFileSync(join(folder, '元数据.xml'), '<档案/>');
  expect(diaodu('archive', 'verify', '元数据.xml')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/这是单个 \.xml 文件，不是归档包.*\n.*写归档包的文件夹或 \.zip 的路径/),
  });
  expect(diaodu('archive', '2022Q9').code).toBe(2);
  const json = JSON.parse(diaodu('archive', 'verify', '坏.zip', '--json').out) as { ok: boolean };
  expect(json.ok).toBe(false);
});

it('a folder is replaced as a whole, and stays as it was when writing fails', async () => {
  const effects = realEffects(folder, () => {});
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  await effects.replaceFolder(
    '到/包',
    new Map([
      ['深/a.txt', bytes('一')],
      ['b.txt', bytes('二')],
    ]),
  );
  await effects.replaceFolder('到/包', new Map([['c.txt', bytes('三')]]));
  expect(readdirSync(join(folder, '到/包'))).toEqual(['c.txt']);
  // A file where a folder is needed.
  const broken = new Map([
    ['d', bytes('四')],
    ['d/e.txt', bytes('五')],
  ]);
  await expect(effects.replaceFolder('到/包', broken)).rejects.toThrow();
  expect(readdirSync(join(folder, '到'))).toEqual(['包']);
  expect(readFileSync(join(folder, '到/包/c.txt'), 'utf8')).toBe('三');
  // Killed between the two renames, hours ago: what had made way comes back; what is replaced already goes.
  const mark = '.0a1b2c3d-0000-4000-8000-000000000000.old';
  const long = new Date(Date.now() - 2 * 3_600_000);
  for (const name of [`丢失${mark}`, `包${mark}`]) {
    mkdirSync(join(folder, '到', name));
    utimesSync(join(folder, '到', name), long, long);
  }
  await effects.replaceFolder('到/包', new Map([['c.txt', bytes('六')]]));
  expect(readdirSync(join(folder, '到')).sort()).toEqual(['丢失', '包'].sort());
  mkdirSync(join(folder, '空'));
  expect(await effects.read('空')).toBeUndefined();
});
