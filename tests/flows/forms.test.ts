/** diaodu forms 2022Q4 on the demonstration data: who gets a form, and what stands in it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { read, type WorkBook } from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import * as messages from '../../src/base/messages/chase.ts';
import { unitLines } from '../../src/cli/run/forms.ts';
import { type QuarterForms, quarterForms } from '../../src/flows/forms/period-forms.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import { parsePeriod } from '../../src/model/period.ts';
import { planFingerprint } from '../../src/model/plan/fingerprint.ts';
import { allTasks, type Plan } from '../../src/model/plan/plan.ts';
import type { Target } from '../../src/model/plan/target.ts';
import { GOAL_COLUMNS, SHEETS, SILENT_BEFORE, TASK_COLUMNS } from '../../src/model/returns/form.ts';
import { folderEffects, REPOSITORY, type TestEffects } from '../support/effects.ts';

const period = (id: string) => {
  const found = parsePeriod(id);
  if (!found) throw new Error(id);
  return found;
};
const OUT = 'output/2022Q4';
const path = (unit: string): string => `${OUT}/填报表/${unit}2022年四季度填报表.xlsx`;

let effects: TestEffects;
let result: QuarterForms;
beforeAll(async () => {
  effects = folderEffects();
  result = await quarterForms({ period: period('2022Q4'), only: [], out: OUT }, effects);
});

const bytesOf = (unit: string): Uint8Array => effects.written.get(path(unit)) as Uint8Array;
const bookOf = (unit: string): WorkBook & { files: Record<string, { content: Uint8Array }> } =>
  read(bytesOf(unit), { type: 'array', bookFiles: true, cellStyles: true }) as never;
const xmlOf = (unit: string, sheet: number): string =>
  new TextDecoder().decode(bookOf(unit).files[`xl/worksheets/sheet${sheet}.xml`]?.content);

/** Rows of a sheet as records by heading. */
function rowsOf(unit: string, name: string, headings: readonly string[]): Record<string, unknown>[] {
  const sheet = bookOf(unit).Sheets[name];
  const rows: Record<string, unknown>[] = [];
  for (let r = 4; sheet?.[`A${r}`] ?? sheet?.[`C${r}`]; r += 1) {
    rows.push(
      Object.fromEntries(headings.map((h, c) => [h, sheet[`${String.fromCharCode(65 + c)}${r}`]?.v])),
    );
  }
  return rows;
}

describe('diaodu forms', () => {
  it('writes a form for every unit that answers for something, and one for each that only cooperates', () => {
    expect(result.files).toHaveLength(21);
    const written = [...effects.written.keys()].filter((name) => name.endsWith('.xlsx'));
    expect(written).toEqual([...result.files, ...result.cities].map((file) => file.path));
    expect(result.files.reduce((sum, file) => sum + file.tasks, 0)).toBe(97);
    expect(result.files.reduce((sum, file) => sum + file.goals, 0)).toBe(17);
    expect(result.files.filter((file) => file.tasks + file.goals === 0).map((file) => file.unit)).toEqual([
      '省委宣传部',
      '省司法厅',
      '省财政厅',
      '省国资委',
      '省市场监管局',
      '省地方金融监管局',
    ]);
    // One that answers for tasks is asked beside them what it needs for those of others.
    expect(bookOf('省工信厅').SheetNames.slice(0, 4)).toEqual([
      SHEETS.tasks,
      SHEETS.goals,
      SHEETS.cooperation,
      SHEETS.guide,
    ]);
    const asked = rowsOf('省工信厅', SHEETS.cooperation, ['序号', '工作任务', '专项', '牵头单位']);
    expect(asked[0]).toMatchObject({ 序号: 1, 牵头单位: '省科技厅' });
    expect(asked.map((row) => row['牵头单位'])).not.toContain('省工信厅');
    expect(result.diagnostics).toEqual([messages.nothingToPrefill('省卫健委', '2022年三季度')]);
  });

  it('puts last quarter’s value and text beside empty entry cells', () => {
    const headings = TASK_COLUMNS.map((column) => column.heading);
    const row = rowsOf('省发改委', SHEETS.tasks, headings).find((r) => r['指标编号'] === 'T017-2');
    expect(row).toMatchObject({
      指标编号: 'T017-2',
      计量单位: '亿元',
      年度目标: expect.stringContaining('650'),
    });
    expect(row?.['上季度累计值']).toMatch(/^\d[\d.]*亿元$/);
    expect(row?.['本季度累计值']).toBeUndefined();
    const [first] = rowsOf('省发改委', SHEETS.tasks, headings);
    expect(String(first?.['上季度进展情况']).length).toBeGreaterThan(30);
    expect(first?.['进展情况']).toBeUndefined();
    const goals = rowsOf(
      '省通信管理局',
      SHEETS.goals,
      GOAL_COLUMNS.map((column) => column.heading),
    );
    expect(goals).toHaveLength(8);
    expect(goals.find((goal) => goal['编号'] === 'G14')).toMatchObject({ 上季度累计值: '2380万' });
  });

  it('says who did not report last quarter, and nothing of the kind in the first', async () => {
    const shown = (bytes: Uint8Array | undefined): string =>
      JSON.stringify(read(bytes ?? new Uint8Array(), { type: 'array' }).Sheets[SHEETS.tasks]);
    expect(shown(bytesOf('省卫健委'))).toContain(SILENT_BEFORE);
    expect(shown(bytesOf('省发改委'))).not.toContain(SILENT_BEFORE);
    const first = folderEffects();
    await quarterForms({ period: period('2022Q1'), only: ['省卫健委'], out: 'output/2022Q1' }, first);
    const form = [...first.written].find(([name]) => name.includes('省卫健委'))?.[1];
    expect(shown(form)).toContain('智慧医院');
    expect(shown(form)).not.toContain(SILENT_BEFORE);
  });

  it('takes numbers alone where a number belongs, and says so in Chinese', () => {
    const xml = xmlOf('省工信厅', 1);
    const rules = [...xml.matchAll(/<dataValidation [^>]*type="decimal"[^>]*>/g)].map(([rule]) => rule);
    expect(rules.length).toBeGreaterThan(5);
    expect(rules.every((rule) => /errorStyle="stop"|^(?!.*errorStyle)/.test(rule))).toBe(true);
    expect(rules.some((rule) => rule.includes('此格以“个”计，只填数字，不得为负数'))).toBe(true);
    // Growth (T013-2) may be below zero.
    const growth = /type="decimal"[^>]*sqref="H8"[^>]*>(.*?)<\/dataValidation>/.exec(xml)?.[1];
    expect(growth).toContain('<formula1>-');
    expect(xml).toContain('已完成,超前,达到序时进度,滞后,严重滞后,未启动');
  });

  it('asks for 1 or 0 where nothing but being done counts', () => {
    // G15, the interconnection point, has no amount.
    const rules = [...xmlOf('省通信管理局', 1).matchAll(/<dataValidation [^>]*>.*?<\/dataValidation>/g)];
    const yesNo = rules.map(([rule]) => rule).filter((rule) => rule.includes('完成的填 1，没有完成的填 0'));
    expect(yesNo).toHaveLength(1);
    expect(yesNo[0]).toContain('sqref="F9"');
    expect(yesNo[0]).toContain('<formula1>0</formula1><formula2>1</formula2>');
    expect(yesNo[0]).not.toContain('计，只填数字');
  });

  it('locks all but entry cells, freezes the head, and prints on A4 landscape', () => {
    const xml = xmlOf('省工信厅', 1);
    expect(xml).toMatch(/<sheetProtection[^>]*sheet="1"/);
    expect(xml).toMatch(/<pane [^>]*ySplit="3"/);
    expect(xml).toMatch(/<pageSetup [^>]*pageOrder="overThenDown"[^>]*/);
    expect(xml).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"/);
    expect(xml).toMatch(/<colBreaks[^>]*><brk id="12"/);
  });

  it('says when and to whom, with gaps where the office has given nothing', async () => {
    const guide = (unit: string, book = bookOf(unit)) => {
      const sheet = book.Sheets[SHEETS.guide] ?? {};
      return Object.fromEntries([...Array(24)].map((_, i) => [sheet[`A${i + 2}`]?.v, sheet[`B${i + 2}`]?.v]));
    };
    expect(guide('省工信厅')).toMatchObject({
      填报单位: '省工信厅',
      报送期次: '2022年四季度',
      报送期限: '2023年1月10日',
      办公室联系人: '＿＿＿＿＿＿＿＿',
      办公室电话: '＿＿＿＿＿＿＿＿',
      '填表人、电话': undefined,
      10: '“收到日期”由领导小组办公室填写。',
    });
    const told = folderEffects(undefined, {
      'data/2022/office.yaml': 'contact: { person: 张三, phone: 0791-00000000 }\n',
    });
    await quarterForms({ period: period('2022Q4'), only: ['江西省财政厅'], out: OUT }, told);
    const book = read(told.written.get(path('省财政厅')) as Uint8Array, { type: 'array' });
    expect(guide('省财政厅', book as never)).toMatchObject({
      办公室联系人: '张三',
      办公室电话: '0791-00000000',
    });
    expect(book.SheetNames.slice(0, 2)).toEqual([SHEETS.cooperation, SHEETS.guide]);
    expect(book.Sheets[SHEETS.cooperation]?.['B4']?.v).toBe('启动数字经济领域地方立法工作。');
  });

  it('asks whom a task names itself for that task, and others of the track for the rest', async () => {
    const track = 'data/2022/plan/tracks/01.yaml';
    const text = readFileSync(resolve(REPOSITORY, track), 'utf8');
    const named = text.replace(
      /^( +)responsible:.*$/m,
      (line, indent) => `${line}\n${indent}cooperating: [省财政厅]`,
    );
    const told = folderEffects(undefined, { [track]: named });
    await quarterForms({ period: period('2022Q4'), only: ['省财政厅', '省市场监管局'], out: OUT }, told);
    const listed = (unit: string): unknown[] => {
      const book = read(told.written.get(path(unit)) as Uint8Array, { type: 'array' });
      const sheet = book.Sheets[SHEETS.cooperation];
      return [4, 5].map((row) => sheet?.[`A${row}`]?.v);
    };
    expect(listed('省财政厅')[0]).toBe(1);
    expect(listed('省市场监管局')[0]).toBe(2);
  });

  it('does not ask units that lead their own tasks for each other’s, where each task names its own', async () => {
    const track = 'data/2022/plan/tracks/13.yaml';
    const text = readFileSync(resolve(REPOSITORY, track), 'utf8');
    let task = 0;
    const apart = text
      .replace(/^leads:.*$/m, 'leads: [省委组织部, 省人社厅]')
      .replace(/^( +)responsible: \{ unit: [^,}]+(.*)$/gm, (line, indent: string, rest: string) => {
        if (indent.length > 4) return line;
        task += 1;
        return `${indent}responsible: { unit: ${task === 1 ? '省委组织部' : '省人社厅'}${rest}\n${indent}cooperating: []`;
      });
    const told = folderEffects(undefined, { [track]: apart });
    await quarterForms({ period: period('2022Q4'), only: ['省委组织部'], out: OUT }, told);
    const book = read(told.written.get(path('省委组织部')) as Uint8Array, { type: 'array' });
    const sheet = book.Sheets[SHEETS.cooperation];
    const asked = [...Array(9)].map((_, i) => sheet?.[`A${i + 4}`]?.v);
    expect(asked).not.toEqual(expect.arrayContaining([78]));
  });

  it('asks a lead of a track for the tasks that all lie with the other lead, and sends it no empty form', async () => {
    const track = 'data/2022/plan/tracks/13.yaml';
    const text = readFileSync(resolve(REPOSITORY, track), 'utf8');
    const other = text.replaceAll('responsible: { unit: 省人社厅', 'responsible: { unit: 省委组织部');
    const told = folderEffects(undefined, { [track]: other });
    const { files } = await quarterForms({ period: period('2022Q4'), only: ['省人社厅'], out: OUT }, told);
    expect(files).toMatchObject([{ unit: '省人社厅', tasks: 0, goals: 0 }]);
    const book = read(told.written.get(path('省人社厅')) as Uint8Array, { type: 'array' });
    const sheet = book.Sheets[SHEETS.cooperation];
    const asked = [...Array(9)].map((_, i) => sheet?.[`A${i + 4}`]?.v);
    expect(asked).toEqual(expect.arrayContaining([77, 78, 79, 80, 81, 82]));
  });

  it('carries unit, period, version and the plan’s fingerprint out of sight', async () => {
    const meta = (unit: string, book = bookOf(unit)) => {
      const sheet = book.Sheets[SHEETS.meta] ?? {};
      return Object.fromEntries([1, 2, 3, 4, 5, 6].map((i) => [sheet[`A${i}`]?.v, sheet[`B${i}`]?.v]));
    };
    const mine = meta('省工信厅');
    expect(mine).toMatchObject({ 填报单位: '省工信厅', 报送期次: '2022Q4', 表式版本: '1' });
    expect(mine['计划版本']).toMatch(/^[0-9a-f]{12}$/);
    expect(meta('省财政厅')['计划版本']).not.toBe(mine['计划版本']);
    const hidden = bookOf('省工信厅').Workbook?.Sheets?.map((sheet) => [sheet.name, sheet.Hidden]);
    expect(hidden?.at(-1)).toEqual([SHEETS.meta, 1]);
  });

  it('fit the plan still when only the name of a cell or last year’s result has changed, and no more when a task has', async () => {
    const { plan } = (await readWorkspace(folderEffects(), 2022)).value ?? {};
    if (!plan) throw new Error('no plan');
    const changed = (change: { cellName?: string; brief?: string; targets?: Target[] }): Plan => ({
      ...plan,
      tracks: plan.tracks.map((track) => ({
        ...track,
        tasks: track.tasks.map((task) => ({ ...task, ...change })),
      })),
    });
    expect(planFingerprint(changed({ cellName: '短名' }))).toBe(planFingerprint(plan));
    expect(planFingerprint(changed({ brief: '另一项' }))).not.toBe(planFingerprint(plan));
    const baseline = { value: 1, asOf: '2021-12-31', source: '演示数据', demo: true };
    const from = (change: object) => {
      const targets = [{ ...target, baseline: { ...baseline, ...change } }];
      return planFingerprint(changed({ targets }));
    };
    const target = plan.tracks[0]?.tasks[0]?.targets[0] as Target;
    expect(from({ value: 2, carried: true })).toBe(from({ demo: false, carried: true }));
    expect(from({ value: 2 })).not.toBe(from({}));
  });

  it('names units and periods it does not know', async () => {
    const wrong = await quarterForms(
      { period: period('2022Q4'), only: ['省财政'], out: OUT },
      folderEffects(),
    );
    expect(wrong.files).toEqual([]);
    expect(wrong.diagnostics.map((d) => [d.code, d.hints[0]])).toEqual([
      ['unitNotConcerned', '是不是想写“省财政厅”？'],
    ]);
  });
});

it('goes out while the units of some goals are still to be named, which is told', async () => {
  const goals = 'data/2022/plan/goals.yaml';
  const open = readFileSync(resolve(REPOSITORY, goals), 'utf8').replaceAll('unit: 省工信厅', 'unit: 待定');
  const made = await quarterForms(
    { period: period('2022Q4'), only: [], out: OUT },
    folderEffects(undefined, { [goals]: open }),
  );
  expect(made.files.map(({ unit }) => unit)).toEqual(result.files.map(({ unit }) => unit));
  expect(made.files.find(({ unit }) => unit === '省工信厅')).toMatchObject({ tasks: 17, goals: 0 });
  expect(made.diagnostics.map(({ severity, code }) => [severity, code])).toContainEqual([
    'warning',
    'unitPending',
  ]);
});

it('goes out to the cities before they have their targets, which is told', async () => {
  const file = 'data/2022/cities/indicators.yaml';
  const without = readFileSync(resolve(REPOSITORY, file), 'utf8').replace(
    /targets:\n(?: {6}.*\n)+/g,
    'targets: {}\n',
  );
  const made = await quarterForms(
    { period: period('2022Q4'), only: ['赣州市'], out: OUT },
    folderEffects(undefined, { [file]: without }),
  );
  expect(made.cities).toMatchObject([{ city: '赣州市', rows: 13 }]);
  expect(made.diagnostics.map(({ severity, code }) => [severity, code])).toEqual([
    ['warning', 'cityTargetsMissing'],
  ]);
});

it('is no form of an older plan where the plan takes baselines from last year', async () => {
  const track = 'data/2022/plan/tracks/04.yaml';
  const plan = readFileSync(resolve(REPOSITORY, track), 'utf8').replace(/ {8}baseline: \{ value: 62.*\n/, '');
  const baseline =
    '- { name: 国企泛物联网连接数, value: 62, unit: 万, asOf: 2021-12-31, source: 报送, demo: true, from: T023-3 }\n';
  const overlay: Record<string, string | Uint8Array> = {
    [track]: plan,
    'data/2022/baselines.yaml': baseline,
  };
  const made = folderEffects(undefined, overlay);
  await quarterForms({ period: period('2022Q3'), only: ['省工信厅'], out: OUT }, made);
  const form = workbookIn(made.written);
  overlay['data/2022/submissions/2022Q3/省工信厅.xlsx'] = form;
  const { value, diagnostics } = await readWorkspace(folderEffects(undefined, overlay), 2022);
  expect(
    allTasks(value?.plan as Plan)
      .flatMap((task) => task.targets)
      .find(({ id }) => id === 'T023-3')?.baseline,
  ).toBeDefined();
  const told = diagnostics.filter(({ at }) => at?.file.endsWith('2022Q3/省工信厅.xlsx'));
  expect(told.map(({ code }) => code)).not.toContain('noForm');
  expect(told.map(({ code }) => code)).not.toContain('planChanged');
});

/** The form among what was written, beside which lies the manifest. */
function workbookIn(written: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const [, bytes] = [...written].find(([file]) => file.endsWith('.xlsx')) ?? [];
  if (!(bytes instanceof Uint8Array)) throw new Error('no form was written');
  return bytes;
}

it('a form fits the plan still when its unit has another name or a task of others is changed, and no more when one of its own is', async () => {
  const made = folderEffects();
  await quarterForms({ period: period('2022Q3'), only: ['省工信厅'], out: OUT }, made);
  const form = workbookIn(made.written);
  const told = async (change: (text: string, path: string) => string): Promise<string[]> => {
    const files = ['units.yaml', 'plan/goals.yaml', ...[...Array(15)].map((_, i) => track(i + 1))];
    const overlay: Record<string, string | Uint8Array> = Object.fromEntries(
      files.map((file) => [
        `data/2022/${file}`,
        change(readFileSync(resolve(REPOSITORY, 'data/2022', file), 'utf8'), file),
      ]),
    );
    overlay['data/2022/submissions/2022Q3/省工信厅.xlsx'] = form;
    const { diagnostics } = await readWorkspace(folderEffects(undefined, overlay), 2022);
    const own = diagnostics.filter(({ at }) => at?.file.endsWith('2022Q3/省工信厅.xlsx'));
    expect(own.map(({ code }) => code)).not.toContain('noForm');
    return own.map(({ code }) => code).filter((code) => code === 'planChanged' || code === 'unknownUnit');
  };
  const track = (no: number): string => `plan/tracks/${String(no).padStart(2, '0')}.yaml`;
  const renamed = (text: string, path: string): string =>
    path === 'units.yaml'
      ? text.replace(/(name: )省工信厅(.*aliases: \[)/, '$1省数字厅$2省工信厅, ')
      : text.replaceAll('省工信厅', '省数字厅');
  expect(renamed(readFileSync(resolve(REPOSITORY, 'data/2022/units.yaml'), 'utf8'), 'units.yaml')).toContain(
    'name: 省数字厅',
  );
  expect(await told(renamed)).toEqual([]);
  const raised = (from: RegExp) => (text: string) => text.replace(from, '$1999');
  expect(await told(raised(/(id: T086-2[\s\S]*?\n +value: )\d+/))).toEqual([]);
  expect(await told(raised(/(id: T013-1[\s\S]*?\n +value: )\d+/))).toEqual(['planChanged']);
});

it('the console names of each form only what stands in it', () => {
  const file = { path: 'a.xlsx', unit: '省统计局', bytes: 0, tasks: 0, goals: 2, cooperation: 0 };
  const lines = (change: object): string[] => unitLines([{ ...file, ...change }]);
  expect(lines({})).toEqual(['a.xlsx  目标2项']);
  expect(lines({ tasks: 3 })).toEqual(['a.xlsx  任务3项、目标2项']);
  expect(lines({ goals: 0, cooperation: 4 })).toEqual(['a.xlsx  配合任务4项']);
});
