/** diaodu plan import: drafts into the year's folder, and never over what people have written. */
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as messages from '../../src/base/messages/new-year.ts';
import { notAPlan } from '../../src/base/messages/plan-import.ts';
import { baselineNear } from '../../src/base/messages/plan-targets.ts';
import { newUnit } from '../../src/base/messages/plan-tracks.ts';
import { importPlanFile } from '../../src/flows/plan/plan-import.ts';
import { goalsFileSchema, trackSchema } from '../../src/model/plan/plan.ts';
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
/** In the year's own folder the first meeting is drafted, too. */
const inYear = (year: number): string[] => under(`data/${year}`, [...DRAFTS, `meetings/${year}Q1.yaml`]);
const run = (effects: TestEffects, year?: number, out?: string) =>
  importPlanFile({ file: '计划.txt', year, out }, effects);

describe('drafts', () => {
  it('go to the year that the plan names, and what was unsure is told', async () => {
    const effects = memoryEffects({ '计划.txt': PLAN });
    const result = await run(effects);
    expect(result).toMatchObject({ year: 2023, counts: { tracks: 1, tasks: 2, goals: 1, units: 2 } });
    expect(result.written).toEqual(inYear(2023));
    expect([...effects.written.keys()]).toEqual(result.written);
    expect(result.diagnostics.map((d) => d.code)).toContain('goalsAsTasks');
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
    expect((await run(memoryEffects({ '计划.txt': UNDATED }), 2024)).written).toEqual(inYear(2024));
    expect(await run(memoryEffects({ '计划.txt': PLAN }), 2024)).toMatchObject({
      year: 2024,
      written: inYear(2024),
    });
  });

  it('go to another folder when one is named, without a year too', async () => {
    const result = await run(memoryEffects({ '计划.txt': UNDATED }), undefined, '草稿');
    expect(result.written).toEqual(under('草稿'));
  });
});

describe('the first meeting is drafted for the quarter in which the plan can be followed', () => {
  const dated = (day: string) => ({ '计划.txt': `${PLAN}\n某省数字经济发展领导小组办公室\n${day}\n` });
  it.each([
    ['2023年3月2日', '2023Q1'],
    ['2023年4月6日', '2023Q1'],
    ['2023年5月20日', '2023Q2'],
    ['二〇二三年八月一日', '2023Q3'],
    ['2022年12月28日', '2023Q1'],
    ['2024年1月15日', '2023Q1'],
  ])('%s: %s', async (day, period) => {
    const { written } = await run(memoryEffects(dated(day)));
    expect(written.filter((path) => path.includes('meetings'))).toEqual([
      `data/2023/meetings/${period}.yaml`,
    ]);
  });

  it('and one that was drafted before the plan came is to be renamed', async () => {
    const earlier = 'data/2023/meetings/2023Q1.yaml';
    const there = { 'data/2023/units.yaml': '[]\n', [earlier]: 'date:\n' };
    const late = await run(memoryEffects({ ...dated('2023年5月20日'), ...there }));
    expect(late.diagnostics).toContainEqual(
      messages.meetingTooEarly(earlier, 'data/2023/meetings/2023Q2.yaml'),
    );
    const early = await run(memoryEffects({ ...dated('2023年3月20日'), ...there }));
    expect(early.diagnostics.map(({ code }) => code)).not.toContain('meetingTooEarly');
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

  const UNITS = `- { name: 省通信局, fullName: 省通信管理局, aliases: [], namedBy: plan }\n`;
  const carried = {
    '计划.txt': PLAN.replace('——新建5G基站1万个。', '——5G用户数达到3000万户；网民总数达到3500万人。'),
    'data/2023/units.yaml': UNITS,
    // `diaodu new` has drafted the first meeting.
    'data/2023/meetings/2023Q1.yaml': 'date:\n',
    'data/2023/baselines.yaml': ['5G用户数', '网民人数']
      .map(
        (name) =>
          `- { name: ${name}, value: 1500, unit: ${name === '5G用户数' ? '万户' : '万人'}, asOf: 2022-12-31, source: 报送, demo: false, from: G01 }\n`,
      )
      .join(''),
  };

  it('keeps the list of units that was carried over, and calls units by its names', async () => {
    const effects = memoryEffects(carried);
    const result = await run(effects);
    expect(result.written).toEqual(under('data/2023', DRAFTS.slice(0, -1)));
    expect(effects.written.has('data/2023/units.yaml')).toBe(false);
    const text = new TextDecoder().decode(effects.written.get('data/2023/plan/tracks/01.yaml'));
    expect(trackSchema.parse(parse(text))).toMatchObject({ leads: ['省通信局'], cooperating: ['省工信厅'] });
    expect(result.diagnostics).toContainEqual(newUnit({ file: '计划.txt' }, '省工信厅', undefined));
    expect(result.diagnostics.map(({ code }) => code)).not.toContain('fullNamesUnknown');
  });

  it('gives a unit that the plan spells in two ways one place in its track', async () => {
    const twice = PLAN.replace(
      '新建5G基站1万个。\n2',
      '新建5G基站1万个。（省工信厅、省通信局、省工信厅）\n2',
    );
    const effects = memoryEffects({ ...carried, '计划.txt': twice });
    await run(effects);
    const text = new TextDecoder().decode(effects.written.get('data/2023/plan/tracks/01.yaml'));
    expect(trackSchema.parse(parse(text))).toMatchObject({ leads: ['省通信局'], cooperating: ['省工信厅'] });
  });

  it('calls the units beside a task by its names, too', async () => {
    const named = PLAN.replace(
      '新建5G基站1万个。\n2',
      '新建5G基站1万个。（省工信厅、省通信管理局、省甲局）\n2',
    );
    const effects = memoryEffects({ ...carried, '计划.txt': named });
    await run(effects);
    const text = new TextDecoder().decode(effects.written.get('data/2023/plan/tracks/01.yaml'));
    const [task] = trackSchema.parse(parse(text)).tasks;
    expect(task).toMatchObject({ responsible: { unit: '省工信厅' }, cooperating: ['省通信局', '省甲局'] });
  });

  it('proposes for a goal whom last year’s plan had for one of its name, and asks for a word on it', async () => {
    const goal = (name: string, unit: string) => {
      const by = { unit, assignedBy: 'plan' };
      return { id: 'G01', name, text: name, target: null as object | null, responsible: by };
    };
    const goals = [goal('5G用户数', '省通信管理局'), goal('网民总数', '省撤销局')];
    const last = JSON.stringify({ headline: '', groups: [{ name: '目标', text: '', goals }] });
    const effects = memoryEffects({ ...carried, 'data/2022/plan/goals.yaml': last });
    const { diagnostics } = await run(effects);
    const text = new TextDecoder().decode(effects.written.get('data/2023/plan/goals.yaml'));
    const drafted = goalsFileSchema.parse(parse(text)).groups.flatMap((group) => group.goals);
    const units = new Map(
      drafted.map((one) => [one.name, [one.responsible.unit, one.target?.responsible.unit]]),
    );
    expect(units.get('5G用户数')).toEqual(['省通信局', '省通信局']);
    // A unit that is no longer there is not proposed.
    expect(units.get('网民总数')).toEqual(['待定', '待定']);
    const told = diagnostics.filter(({ code }) => /^goals(?:AsLastYear|Unassigned)$/.test(code));
    expect(told.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^1项年度目标没有责任单位/),
      expect.stringMatching(/1项暂按上年同名目标的责任单位填写：G\d+“5G用户数”（省通信局）。/),
    ]);
    // What last year's plan says is no trouble of this year's.
    const broken = memoryEffects({ ...carried, 'data/2022/plan/goals.yaml': 'x: [' });
    expect((await run(broken)).written.length).toBeGreaterThan(0);
  });

  it('lets a level run from last year’s result of its name, and tells of a name that is nearly the same', async () => {
    const effects = memoryEffects(carried);
    const { diagnostics } = await run(effects);
    const text = new TextDecoder().decode(effects.written.get('data/2023/plan/goals.yaml'));
    const targets = goalsFileSchema
      .parse(parse(text))
      .groups.flatMap(({ goals }) => goals.map(({ target }) => target));
    expect(targets.map((target) => [target?.name, target?.schedule.type])).toEqual([
      ['5G用户数', 'linear'],
      ['网民总数', 'deadline'],
    ]);
    expect(diagnostics).toContainEqual(baselineNear({ file: '计划.txt' }, '网民总数', '网民人数'));
  });

  it('does not go on with a list of units that can’t be read', async () => {
    const effects = memoryEffects({ ...carried, 'data/2023/units.yaml': '- { name: 省通信局 }\n' });
    const result = await run(effects);
    expect(result.written).toEqual([]);
    expect(result.diagnostics.every(({ severity }) => severity === 'error')).toBe(true);
  });
});

it.each([
  ['is not there', {}, messages.planFileMissing('计划.txt')],
  ['is a folder', { '计划.txt/计划.docx': '' }, messages.planIsFolder('计划.txt')],
  ['is no plan', { '计划.txt': '今天开会。\n' }, notAPlan('计划.txt')],
])('a file that %s is said to be so', async (_, files, problem) => {
  const effects = memoryEffects(files);
  const result = await run(effects, 2023);
  expect(result).toMatchObject({ written: [], counts: undefined });
  expect(result.diagnostics).toContainEqual(problem);
  expect(effects.written.size).toBe(0);
});

describe('settings of a first year', () => {
  const SHIPPED = {
    '/程序/data/2022/periods.yaml': '- { id: 2022Q1, due: 2022-04-10, asOf: 2022-03-31 }\n',
    '/程序/data/2022/rules.yaml':
      'checks:\n  sums:\n    - { total: G14, parts: [T023-3], relation: atMost }\n',
    '/程序/data/2022/office.yaml': 'reminders: {}\n',
    '/程序/data/2022/archive.yaml': '# periods:\n#   2022Q3:\nfonds: { number: }\nperiods: {}\n',
  };
  const SETTINGS = ['rules.yaml', 'periods.yaml', 'office.yaml', 'archive.yaml'];
  const first = (files: Record<string, string>, out?: string) => {
    const effects = memoryEffects({ '计划.txt': PLAN, ...SHIPPED, ...files });
    const example = { folder: '/程序/data/2022', year: 2022 };
    return importPlanFile({ file: '计划.txt', year: 2024, out, example }, effects).then((result) => ({
      ...result,
      text: (path: string) => new TextDecoder().decode(effects.written.get(path)),
    }));
  };

  it('are drafted from those that ship with the program, by the plan\u2019s year, without what belongs to another plan', async () => {
    const { written, text, diagnostics } = await first({});
    expect(written.slice(-4)).toEqual(under('data/2024', SETTINGS));
    expect(text('data/2024/periods.yaml')).toBe('- { id: 2024Q1, due: 2024-04-10, asOf: 2024-03-31 }\n');
    expect(text('data/2024/archive.yaml')).toContain('#   2024Q3:\nfonds: { number: }\nperiods: {}\n');
    expect(parse(text('data/2024/rules.yaml'))).toEqual({ checks: { sums: [] } });
    expect(diagnostics.at(-1)).toEqual(messages.settingsDrafted(2024, SETTINGS));
  });

  it('stay as somebody has written them', async () => {
    const { written } = await first({ 'data/2024/periods.yaml': '[]\n' });
    expect(written).not.toContain('data/2024/periods.yaml');
    expect(written).toContain('data/2024/rules.yaml');
  });

  it.each<[string, Record<string, string>, string | undefined]>([
    ['there is a year before', { 'data/2023/units.yaml': '[]\n' }, undefined],
    ['the drafts go elsewhere', {}, '草稿'],
  ])('are left alone where %s', async (_, files, out) => {
    const { written, diagnostics } = await first(files, out);
    expect(written.some((path) => path.endsWith('rules.yaml'))).toBe(false);
    expect(diagnostics.map(({ code }) => code)).not.toContain('settingsDrafted');
  });
});
