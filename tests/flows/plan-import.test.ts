/** diaodu plan import: drafts into the year's folder, and never over what people have written. */
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as messages from '../../src/base/messages/new-year.ts';
import { notAPlan } from '../../src/base/messages/plan-import.ts';
import { importPlanFile } from '../../src/flows/plan-import.ts';
import { trackSchema } from '../../src/model/plan.ts';
import { memoryEffects, type TestEffects } from '../support/effects.ts';

const BODY = `一、工作目标
——新建5G基站1万个。

二、重点任务
（一）数字基础设施专项
牵头单位：省通信管理局；配合单位：省工信厅
1. 新建5G基站1万个。
2. 印发算力发展方案。
`;
const PLAN = `某省2023年数字经济发展工作计划\n\n${BODY}`;
const UNDATED = `某省数字经济发展工作计划\n\n${BODY}`;
const DRAFTS = [
  'plan/document.yaml',
  'plan/goals.yaml',
  'plan/tracks/01.yaml',
  'plan/requirements.yaml',
  'plan/notes.yaml',
  'units.yaml',
];
const under = (folder: string, names = DRAFTS): string[] => names.map((name) => `${folder}/${name}`);
const run = (effects: TestEffects, year?: number, out?: string) =>
  importPlanFile({ file: '计划.txt', year, out }, effects);

describe('drafts', () => {
  it('go to the year that the plan names, and what was unsure is told', async () => {
    const effects = memoryEffects({ '计划.txt': PLAN });
    const result = await run(effects);
    expect(result).toMatchObject({ year: 2023, counts: { tracks: 1, tasks: 2, goals: 1, units: 2 } });
    expect(result.written).toEqual(under('data/2023'));
    expect([...effects.written.keys()]).toEqual(result.written);
    expect(result.diagnostics.map((d) => d.code)).toContain('goalsUnassigned');
    const track = trackSchema.parse(
      parse(new TextDecoder().decode(effects.written.get('data/2023/plan/tracks/01.yaml'))),
    );
    expect(track.tasks.map((task) => task.responsible.unit)).toEqual(['省通信管理局', '省通信管理局']);
  });

  it('go to the year that a person names, where the plan names none or another', async () => {
    const silent = await run(memoryEffects({ '计划.txt': UNDATED }));
    expect(silent).toEqual({
      year: undefined,
      counts: undefined,
      written: [],
      diagnostics: [messages.planYearUnknown('计划.txt')],
    });
    expect((await run(memoryEffects({ '计划.txt': UNDATED }), 2024)).written).toEqual(under('data/2024'));
    expect(await run(memoryEffects({ '计划.txt': PLAN }), 2024)).toMatchObject({
      year: 2024,
      written: under('data/2024'),
    });
  });

  it('go to another folder when one is named, without a year too', async () => {
    const result = await run(memoryEffects({ '计划.txt': UNDATED }), undefined, '草稿');
    expect(result.written).toEqual(under('草稿'));
  });
});

describe('what is there already', () => {
  it('keeps a plan, and then nothing at all is written', async () => {
    const effects = memoryEffects({ '计划.txt': PLAN, 'data/2023/plan/goals.yaml': '# 已核对\n' });
    const result = await run(effects);
    expect(result.written).toEqual([]);
    expect(result.diagnostics).toEqual([messages.yearExists(2023, ['data/2023/plan/goals.yaml'])]);
    expect(effects.written.size).toBe(0);
  });

  it('keeps the list of units that was carried over', async () => {
    const effects = memoryEffects({ '计划.txt': PLAN, 'data/2023/units.yaml': '# 沿用\n' });
    const result = await run(effects);
    expect(result.written).toEqual(under('data/2023', DRAFTS.slice(0, -1)));
    expect(effects.written.has('data/2023/units.yaml')).toBe(false);
  });
});

it.each([
  ['is not there', {}, messages.planFileMissing('计划.txt')],
  ['is no plan', { '计划.txt': '今天开会。\n' }, notAPlan('计划.txt')],
])('a file that %s is said to be so', async (_, files, problem) => {
  const effects = memoryEffects(files);
  const result = await run(effects, 2023);
  expect(result).toMatchObject({ written: [], counts: undefined });
  expect(result.diagnostics).toContainEqual(problem);
  expect(effects.written.size).toBe(0);
});
