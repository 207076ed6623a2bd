/** What is remembered between builds is never wrong: whatever changes, the outputs are those of a build without it. */
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCache } from '../../src/cli/cache.ts';
import { contents, copyWorkspace, filesIn, run } from '../support/command.ts';
import { REPOSITORY } from '../support/effects.ts';

const root = mkdtempSync(join(tmpdir(), 'diaodu-cache-'));
const workspace = join(root, 'work');
const kept = join(root, 'kept');
const fresh = join(root, 'fresh');
const WITNESS = 'templates/meeting-pack/90-见证';

/** One short document with a word of everything that a build reads, and a sheet that is fitted to its page. */
const witness = {
  'document.yaml': `id: witness
label: 见证
name: "见证（{{期.名称}}）"
title:
  - 见证
subject: 见证
parts:
  - { file: 见证.md }
  - { file: 一览图.md, orientation: landscape, onePage: true }
`,
  '见证.md': `{{计划.项目}}在{{会议.地点}}，联系人{{联系.人}}，未报送{{列举 说明.未报}}，迟报{{列举 说明.迟报}}。
{{#if (有 任务.无法评定)}}无法评定{{任务.无法评定}}。{{/if}}{{任务.正常变化}}，{{任务.滞后合计}}滞后。投资{{项目.总.投资}}。

{{#each 事项.逐项}}
{{事项}}（{{提出}}提出）。

{{/each}}
{{#each 地市.前列}}
{{名称}}{{得分}}。

{{/each}}
{{#each 说明.核对发现}}
{{#if 说明}}{{说明}}。{{/if}}

{{/each}}
`,
  '一览图.md': '::status-grid\n',
};

beforeAll(() => {
  copyWorkspace(workspace);
  mkdirSync(join(workspace, WITNESS));
  for (const [name, text] of Object.entries(witness)) writeFileSync(join(workspace, WITNESS, name), text);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** As a draft, so that what a change makes doubtful stops nothing. */
async function build(out: string, env: Record<string, string>, ...more: string[]): Promise<string> {
  const args = ['build', '2022Q3', '--only', 'witness', '--draft', '--workspace', workspace, '--out', out];
  const ran = await run([...args, ...more], env);
  expect(ran.code, ran.stdout + ran.stderr).toBe(0);
  return ran.stdout;
}

const at = (file: string): string => join(workspace, file);

const edit = (file: string, from: string | RegExp, to: string): void => {
  const before = readFileSync(at(file), 'utf8');
  const after = before.replace(from, to);
  expect(after, file).not.toBe(before);
  writeFileSync(at(file), after);
};

/** Another text in a workbook. */
function editWorkbook(file: string, from: string, to: string): void {
  const parts = unzipSync(readFileSync(at(file)));
  const before = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array());
  expect(before, file).toContain(from);
  writeFileSync(at(file), zipSync({ ...parts, 'xl/sharedStrings.xml': strToU8(before.replace(from, to)) }));
}

const FONT = '.diaodu/fonts/simfang.ttf';
function putFont(face: string): void {
  mkdirSync(at('.diaodu/fonts'), { recursive: true });
  copyFileSync(join(REPOSITORY, 'node_modules/@expo-google-fonts', face), at(FONT));
}

const DATA = 'data/2022';
const HEALTH = `${DATA}/submissions/2022Q3/省卫健委.yaml`;

/** Every kind of input, and one change of it that shows. */
const CHANGES: Record<string, (env: Record<string, string>) => void> = {
  plan: () => edit(`${DATA}/plan/tracks/01.yaml`, 'shortName: 数字技术创新', 'shortName: 数字技术创优'),
  rules: () => edit(`${DATA}/rules.yaml`, 'tolerance: 5\n', 'tolerance: 3\n'),
  units: () =>
    edit(
      `${DATA}/units.yaml`,
      /(- \{ name: 省交通运输厅.*\n)((?:- .*\n)*?)(- \{ name: 省文旅厅.*\n)/,
      '$3$2$1',
    ),
  periods: () => edit('data/2022/periods.yaml', /(id: 2022Q3[^\n]*asOf: )2022-09-30/, '$12022-09-29'),
  'a return as a workbook': () =>
    editWorkbook(`${DATA}/submissions/2022Q3/省科技厅.xlsx`, '争取10月底前安排论证', '争取10月中旬安排论证'),
  'a return that came': () => {
    copyFileSync(at(`${DATA}/submissions/2022Q2/省卫健委.yaml`), at(HEALTH));
    edit(HEALTH, "period: 2022Q2\nreceivedAt: '2022-07-09'", "period: 2022Q3\nreceivedAt: '2022-10-08'");
  },
  'a return as YAML': () => edit(HEALTH, /\n {4}stage: 首批县区部署\n {4}evidence: .*/, ''),
  'a return of an earlier quarter': () =>
    edit(`${DATA}/submissions/2022Q2/省工信厅.yaml`, /\n {4}stage: 印发\n {4}evidence: .*/, ''),
  'a meeting': () =>
    edit(`${DATA}/meetings/2022Q3.yaml`, 'place: 省行政中心会议室', 'place: 省政府第一会议室'),
  office: () => edit(`${DATA}/office.yaml`, 'person:    #', 'person: 演示联系人 #'),
  'an acknowledgement': () =>
    edit(
      `${DATA}/acknowledgements/2022Q3.yaml`,
      '已请省工信厅核对平台账户',
      '已于十月请省工信厅核对平台账户',
    ),
  projects: () => edit(`${DATA}/projects/returns/2022-09/南昌市.csv`, ',3737,35516,', ',13737,45516,'),
  'a number of as many digits': () =>
    edit(`${DATA}/projects/returns/2022-09/九江市.csv`, ',4344,35925,', ',9344,40925,'),
  cities: () => edit(`${DATA}/cities/returns/2022Q3/南昌市.csv`, '增速,%,9.8,', '增速,%,8.8,'),
  template: () => appendFileSync(at(`${WITNESS}/见证.md`), '\n另附一段话。\n'),
  'document.yaml': () => edit(`${WITNESS}/document.yaml`, '  - 见证\n', '  - 见证二\n'),
  style: () =>
    edit(
      'templates/styles/official.yaml',
      'body: { font: body, size: 16,',
      'body: { font: body, size: 15.5,',
    ),
  'a font that came': () => putFont('noto-serif-sc/500Medium/NotoSerifSC_500Medium.ttf'),
  'a font in the place of another': () => putFont('noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  'a font that went': () => rmSync(at(FONT)),
  'a return that went': () => rmSync(at(HEALTH)),
  SOURCE_DATE_EPOCH: (env) => {
    env.SOURCE_DATE_EPOCH = '1666085400';
  },
};
/** Word files name the fonts of the office, whatever serves for them here. */
const ONLY_PDF = /font/;
/** Builds without a cache are the long ones: each stands for so many changes. */
const TOGETHER = 3;

it('gives the bytes of a build without it, whatever was changed in between', {
  timeout: 600_000,
}, async () => {
  await build(kept, {});
  const env: Record<string, string> = {};
  const changes = Object.entries(CHANGES);
  for (const [i, [what, change]] of changes.entries()) {
    const before = contents(kept);
    change(env);
    const compared = (i + 1) % TOGETHER === 0 || i === changes.length - 1;
    rmSync(fresh, { recursive: true, force: true });
    await Promise.all([build(kept, env), compared && build(fresh, env, '--no-cache')]);
    const after = contents(kept);
    // A change that shows nowhere would prove nothing.
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(Object.keys(after), what).toHaveLength(3);
    expect(changed, what).toHaveLength(ONLY_PDF.test(what) ? 2 : 3);
    if (compared) expect(after, what).toEqual(contents(fresh));
  }
});

it('does nothing when nothing changed, and puts right what was spoiled', { timeout: 300_000 }, async () => {
  await build(kept, {});
  const old = new Date(2001, 1, 1);
  const before = contents(kept);
  for (const name of filesIn(kept)) utimesSync(join(kept, name), old, old);
  expect(await build(kept, {})).toContain('没有变化');
  for (const name of filesIn(kept)) expect(statSync(join(kept, name)).mtimeMs).toBe(old.getTime());
  const pdf = filesIn(kept).find((name) => name.endsWith('.pdf')) as string;
  writeFileSync(join(kept, pdf), 'spoiled');
  await build(kept, {});
  expect(contents(kept)).toEqual(before);
});

it('makes anew what lies damaged, cut off or swapped in the cache', { timeout: 300_000 }, async () => {
  const before = contents(kept);
  const cache = at('.diaodu/cache');
  const whole = join(root, 'whole');
  cpSync(cache, whole, { recursive: true });
  const spoil: ((path: string, other: string) => void)[] = [
    (path) => {
      const bytes = readFileSync(path);
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      writeFileSync(path, bytes);
    },
    (path) => truncateSync(path, Math.floor(statSync(path).size / 2)),
    (path) => writeFileSync(path, ''),
    (path) => writeFileSync(path, '{}'),
    // Whole, but what was kept under another key.
    (path, other) => copyFileSync(join(whole, other), path),
  ];
  const entries = filesIn(cache);
  expect(entries.length).toBeGreaterThan(20);
  for (const shift of [0, spoil.length - 1]) {
    for (const [i, entry] of entries.entries()) {
      const way = shift === 0 ? spoil[i % spoil.length] : spoil[shift];
      way?.(join(cache, entry), entries[(i + 1) % entries.length] as string);
    }
    rmSync(kept, { recursive: true });
    await build(kept, {});
    expect(contents(kept)).toEqual(before);
  }
});

it('ignores damaged and foreign entries, and keeps to its size', async () => {
  const folder = join(root, 'store');
  const cache = openCache(folder, 'program');
  const keys = ['a', 'b', 'c'].map((letter) => letter.repeat(64));
  const bytes = new Uint8Array(1000).fill(7);
  for (const key of keys) await cache.write(key, bytes);
  const places = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  const place = (key: string): string => places.find((path) => path.endsWith(key)) as string;
  expect(relative(folder, place(keys[0] as string)).startsWith('.diaodu')).toBe(true);
  appendFileSync(place(keys[0] as string), 'x');
  writeFileSync(place(keys[1] as string), 'foreign');
  expect(await cache.read(keys[0] as string)).toBeUndefined();
  expect(await cache.read(keys[1] as string)).toBeUndefined();
  expect(Buffer.from((await cache.read(keys[2] as string)) as Uint8Array).equals(Buffer.from(bytes))).toBe(
    true,
  );
  copyFileSync(place(keys[2] as string), place(keys[1] as string));
  expect(await cache.read(keys[1] as string)).toBeUndefined();
  rmSync(place(keys[1] as string));
  const old = new Date(2001, 1, 1);
  utimesSync(place(keys[0] as string), old, old);
  await cache.tidy(1500);
  expect(await cache.read(keys[0] as string)).toBeUndefined();
  expect(await cache.read(keys[2] as string)).toBeDefined();
});
