/** diaodu new 2023: what is carried over, what becomes a baseline, and what is left alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as messages from '../../src/base/messages/new-year.ts';
import { type NewYear, newYear } from '../../src/flows/plan/new-year.ts';
import { withBaselines } from '../../src/intake/plan/baselines.ts';
import { rollText } from '../../src/intake/returns/roll-forward.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import { BLANK_MEETING, type Meeting, meetingSchema } from '../../src/model/meeting.ts';
import { baselinesFileSchema } from '../../src/model/plan/baseline.ts';
import type { Plan } from '../../src/model/plan/plan.ts';
import { periodsFileSchema, rulesSchema } from '../../src/model/plan/rules.ts';
import { indicatorsFileSchema } from '../../src/model/region/city.ts';
import { folderEffects, memoryEffects, REPOSITORY, type TestEffects } from '../support/effects.ts';

const onDisk = (path: string): string => readFileSync(resolve(REPOSITORY, path), 'utf8');
const textOf = (effects: TestEffects, path: string): string =>
  new TextDecoder().decode(effects.written.get(path));

let effects: TestEffects;
let result: NewYear;
beforeAll(async () => {
  effects = folderEffects();
  result = await newYear(2023, effects);
});
const told = [
  messages.projectsNotRolled(2023),
  messages.meetingDrafted('data/2023/meetings/2023Q1.yaml'),
  messages.whitePaperRolled(2023),
];
const written = (name: string): string => textOf(effects, `data/2023/${name}`);

describe('what is carried over', () => {
  it('is the settings, not the plan and not the returns', () => {
    expect(result.diagnostics).toEqual([messages.cityTargetsEmptied(2023), ...told]);
    expect(result.written).toEqual([...effects.written.keys()]);
    expect(result.written.map((path) => path.replace('data/2023/', ''))).toEqual([
      'units.yaml',
      'ladders.yaml',
      'rules.yaml',
      'periods.yaml',
      'cities/cities.yaml',
      'cities/indicators.yaml',
      'projects/rules.yaml',
      'office.yaml',
      'archive.yaml',
      'white-paper.yaml',
      'meetings/2023Q1.yaml',
      'baselines.yaml',
    ]);
    expect(written('units.yaml')).toBe(onDisk('data/2022/units.yaml'));
    // Numbers of the old plan's targets would be others in the new one.
    const rules = onDisk('data/2022/projects/rules.yaml');
    expect(rules).toContain('T017-1');
    expect(written('projects/rules.yaml')).toBe(rules.replace(/targets:\n(?: {2}.*\n)+/, 'targets: {}\n'));
  });

  it('holds who to ask and what the archivist settled, not the letters and packages of single periods', async () => {
    const office = `contact:
  person: 联系人甲    # 演示数据
# 各期催报函
reminders:
  2022Q4:
    date: 2023-01-12
    numbers: { 省科技厅: 演示号 }
bulletins: { 2022-08: { number: 第8期, date: 2022-09-08 } }
`;
    const archive = 'fonds:\n  number: 演示全宗 # 全宗号\nperiods:\n  2022Q3:\n    items: []\n';
    const filled = folderEffects(REPOSITORY, {
      'data/2022/office.yaml': office,
      'data/2022/archive.yaml': archive,
    });
    await newYear(2023, filled);
    expect(textOf(filled, 'data/2023/office.yaml')).toBe(`contact:
  person: 联系人甲    # 演示数据
# 各期催报函
reminders: {}
bulletins: {}
`);
    expect(textOf(filled, 'data/2023/archive.yaml')).toBe(
      'fonds:\n  number: 演示全宗 # 全宗号\nperiods: {}\n',
    );
  });

  it('has every date a year on, also the one in the January after', () => {
    const periods = periodsFileSchema.parse(parse(written('periods.yaml')));
    expect(periods.map((period) => [period.id, period.due, period.asOf])).toEqual([
      ['2023Q1', '2023-04-10', '2023-03-31'],
      ['2023Q2', '2023-07-10', '2023-06-30'],
      ['2023Q3', '2023-10-10', '2023-09-30'],
      ['2023Q4', '2024-01-10', '2023-12-31'],
    ]);
    expect(written('ladders.yaml')).not.toContain('2022-');
    expect(written('ladders.yaml').match(/2023-/g)).toHaveLength(
      onDisk('data/2022/ladders.yaml').match(/2022-/g)?.length ?? 0,
    );
  });

  it('has nothing of the old plan: no targets of cities, no sums of its goals', () => {
    const { indicators } = indicatorsFileSchema.parse(parse(written('cities/indicators.yaml')));
    expect(indicators.map(({ targets }) => Object.keys(targets))).toEqual(indicators.map(() => []));
    expect(indicators.map(({ weight }) => weight)).toEqual(
      indicatorsFileSchema
        .parse(parse(onDisk('data/2022/cities/indicators.yaml')))
        .indicators.map((i) => i.weight),
    );
    // Words on the targets go with them, and numbers to file by are the new year's.
    expect(onDisk('data/2022/cities/indicators.yaml')).toContain('鹰潭市的两项已公开发布');
    expect(written('cities/indicators.yaml')).not.toContain('鹰潭市');
    expect(onDisk('data/2022/archive.yaml')).toContain('-2022-D30-0001');
    expect(written('archive.yaml')).toContain('-2023-D30-0001');
    expect(written('archive.yaml')).not.toContain('2022');
    expect(rulesSchema.parse(parse(written('rules.yaml'))).checks.sums).toEqual([]);
    expect(written('rules.yaml')).toContain('# 总数与分项');
  });

  it('leaves numbers and the dates of sources as they are', () => {
    expect(rollText('limit: 2022\n# 2022年起\n- { value: 2022, due: 2022-06-30 }\n')).toBe(
      'limit: 2022\n# 2023年起\n- { value: 2022, due: 2023-06-30 }\n',
    );
    // What was published in 2022 was not published in 2023.
    expect(rollText('{ value: 1, source: 某报2022-01-12, due: 2022-03-31 }')).toBe(
      '{ value: 1, source: 某报2022-01-12, due: 2023-03-31 }',
    );
    expect(rollText("source: '某报, 2022年1月12日'\ndue: 2022-03-31")).toBe(
      "source: '某报, 2022年1月12日'\ndue: 2023-03-31",
    );
  });
});

describe('the white paper’s account of itself', () => {
  it('names the new year; what belongs to the printed book is blank', async () => {
    const filled = folderEffects(REPOSITORY, {
      'data/2022/white-paper.yaml': `coverYear: 2023   # 封面年份
dataYear: 2022
title: [某省数字经济, 发展白皮书（2022）]
subtitle: 2022年度
compiler: 某中心
issued: 2023-06-01   # 发布日期
imprint:
  - { label: 书号, text: 演示书号 }
  - label: 版次
    text: 2023年6月第1版
statement: 引用须注明出处。
`,
    });
    await newYear(2023, filled);
    expect(textOf(filled, 'data/2023/white-paper.yaml')).toBe(`coverYear: 2024   # 封面年份
dataYear: 2023
title: [某省数字经济, 发展白皮书（2023）]
subtitle: 2023年度
compiler: 某中心
issued: ''   # 发布日期
imprint:
  - { label: 书号, text: '' }
  - label: 版次
    text: ''
statement: 引用须注明出处。
`);
  });

  it('is not made up where there was none', async () => {
    const real = folderEffects();
    const none = {
      ...real,
      read: (path: string) =>
        path === 'data/2022/white-paper.yaml' ? Promise.resolve(undefined) : real.read(path),
    };
    const { written: files, diagnostics } = await newYear(2023, none);
    expect(files).not.toContain('data/2023/white-paper.yaml');
    expect(diagnostics).not.toContainEqual(messages.whitePaperRolled(2023));
  });
});

describe('the first meeting', () => {
  const drafted = (text: string): Meeting => meetingSchema.parse(parse(text));

  it('is drafted with blanks; of a meeting that was made up only its habits stay', () => {
    expect(drafted(written('meetings/2023Q1.yaml'))).toEqual({ ...BLANK_MEETING, recalled: true });
  });

  it('keeps posts, place and copies of a real one, but no day, number, name or decision', async () => {
    const real = folderEffects(REPOSITORY, {
      'data/2022/meetings/2022Q4.yaml': `date: 2023-01-17
start: 09:00
place: "办公楼: 三楼"
chair: { post: 组长, name: 某甲 }
leaders: [{ post: 副组长, name: 某乙 }]
cities: false
observers: [某局]
excused: [某委]
notice: { number: 演示号, date: 2023-01-10, sealed: false, copies: [成员单位], receiptDue: 2023-01-12 }
agenda: { report: 12, unit: 5 }
minutes: { number: 第4期, copies: [组长] }
supervision: { date: 2023-01-20, copies: [督查室], numbers: { 省科技厅: 演示号 } }
decisions: [{ no: 1, text: 某事, lead: 省科技厅 }]
`,
    });
    await newYear(2023, real);
    expect(drafted(textOf(real, 'data/2023/meetings/2023Q1.yaml'))).toEqual({
      ...BLANK_MEETING,
      place: '办公楼: 三楼',
      chair: { post: '组长', name: '' },
      leaders: [{ post: '副组长', name: '' }],
      cities: false,
      notice: { ...BLANK_MEETING.notice, sealed: false, copies: ['成员单位'] },
      agenda: { report: 12, unit: 5, matter: 3, speech: 15 },
      minutes: { ...BLANK_MEETING.minutes, copies: ['组长'] },
      supervision: { ...BLANK_MEETING.supervision, copies: ['督查室'] },
    });
  });
});

describe('last year’s results', () => {
  it('become baselines, each with its source and whether it is made up', () => {
    const baselines = baselinesFileSchema.parse(parse(written('baselines.yaml')));
    expect(baselines.find((baseline) => baseline.from === 'G03')).toMatchObject({
      name: '电子信息产业规模',
      unit: '亿元',
      asOf: '2022-12-31',
      source: '省工信厅2022年四季度报送',
      demo: true,
    });
    expect(baselines.find((baseline) => baseline.from === 'G05')).toMatchObject({
      source: expect.stringContaining('江西日报'),
      demo: false,
    });
    // G15 is an event (a node put into operation): nothing that a year could start from.
    expect(baselines.map((baseline) => baseline.from)).toContain('G14');
    expect(baselines.map((baseline) => baseline.from)).not.toContain('G15');
  });

  it('are where a target of the same name starts, unless the new plan says otherwise', async () => {
    const goals = onDisk('data/2022/plan/goals.yaml');
    const plan = readdirSync(resolve(REPOSITORY, 'data/2022/plan/tracks')).map((name) => `tracks/${name}`);
    const others = ['document.yaml', 'requirements.yaml', 'notes.yaml', ...plan];
    const overlay = Object.fromEntries(
      others.map((name) => [`data/2023/plan/${name}`, onDisk(`data/2022/plan/${name}`)]),
    );
    const fresh = {
      ...overlay,
      ...Object.fromEntries(effects.written),
      // G02 has lost its baseline, G14 is counted in another unit; G12 keeps what the plan says.
      'data/2023/plan/goals.yaml': goals
        .replace(/ {10}baseline: \{ value: 6\.5.*\n/, '')
        .replace(/ {10}baseline: \{ value: 1500.*\n/, '')
        .replace('value: 3000\n          unit: 万\n', 'value: 0.3\n          unit: 亿\n'),
    };
    const { value } = await readWorkspace(memoryEffects(fresh), 2023);
    const target = (id: string) =>
      value?.plan.goalGroups.flatMap((group) => group.goals).find((goal) => goal.target?.id === id)?.target;
    const result = (id: string) =>
      baselinesFileSchema.parse(parse(written('baselines.yaml'))).find((b) => b.from === id);
    expect(target('G02')?.baseline).toEqual({
      value: result('G02')?.value,
      asOf: '2022-12-31',
      source: result('G02')?.source,
      demo: true,
      carried: true,
    });
    expect(target('G14')?.baseline?.value).toBeCloseTo((result('G14')?.value ?? 0) / 10000, 6);
    expect(target('G12')?.baseline).toMatchObject({ value: 1330, asOf: '2021-12-31' });
    // Flows start from nothing every year.
    expect(target('G03')?.kind).toBe('cumulative');
    expect(target('G03')?.baseline).toBeUndefined();
  });

  it.each([
    ['覆盖率', '省通信管理局', undefined, undefined],
    ['覆盖率', '省通信管理局', '省教育厅', undefined],
    ['覆盖率', '省通信管理局', '省通信管理局', 71],
    ['面积', '省农业农村厅', '省教育厅', undefined],
    ['累计完成', '省农业农村厅', '省教育厅', undefined],
    ['行政村5G通达率', '省通信管理局', undefined, 71],
    ['行政村5G通达率', '省通信管理局', '省教育厅', 71],
  ])('of “%s” of %s start from that of %s: %s', (name, unit, responsible, start) => {
    const target = { id: 'T001-1', name, unit: '%', kind: 'ratio', value: 80, responsible: { unit } };
    const plan = { goalGroups: [], tracks: [{ tasks: [{ targets: [target] }] }] } as unknown as Plan;
    const last = {
      name,
      value: 71,
      unit: '%',
      asOf: '2022-12-31',
      source: '报送',
      demo: false,
      from: 'T028-2',
    };
    const based = withBaselines(plan, [responsible === undefined ? last : { ...last, responsible }]);
    expect(based.tracks[0]?.tasks[0]?.targets[0]?.baseline?.value).toBe(start);
  });

  it('are none, and that is said, where the last quarter is missing', async () => {
    const real = folderEffects();
    const early = {
      ...real,
      list: async (folder: string) => (folder.endsWith('/2022Q4') ? [] : real.list(folder)),
    };
    const { diagnostics } = await newYear(2023, early);
    expect(diagnostics).toEqual([messages.noResults(2022), messages.cityTargetsEmptied(2023), ...told]);
    // Values of the third quarter are not passed off as those of the year's end.
    expect(baselinesFileSchema.parse(parse(textOf(real, 'data/2023/baselines.yaml')))).toEqual([]);
  });
});

describe('nothing is lost', () => {
  it('by what one unit wrote: the rest is carried over, and what is left out is said', async () => {
    const file = 'data/2022/submissions/2022Q4/补报.yaml';
    const faulty = folderEffects(REPOSITORY, {
      [file]: 'unit: 省某厅\n',
      // Of an earlier quarter nothing is carried over.
      'data/2022/submissions/2022Q1/补报.yaml': 'unit: 省某厅\n',
    });
    const { written: files, diagnostics } = await newYear(2023, faulty);
    expect(files).toEqual(result.written);
    expect(textOf(faulty, 'data/2023/baselines.yaml')).toBe(textOf(effects, 'data/2023/baselines.yaml'));
    expect(new Set(diagnostics.flatMap(({ at }) => at?.file ?? []))).toEqual(new Set([file]));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(diagnostics).toContainEqual(messages.resultsLeftOut(2023));
  });

  it('when the results come later: without baselines.yaml a second run makes it, and nothing else', async () => {
    const again = folderEffects();
    const first = await newYear(2023, again);
    expect(again.written.delete('data/2023/baselines.yaml')).toBe(true);
    again.written.set('data/2023/office.yaml', new TextEncoder().encode('contact: {}\n'));
    // A year without a white paper is a begun year all the same.
    expect(again.written.delete('data/2023/white-paper.yaml')).toBe(true);
    const second = await newYear(2023, again);
    expect(second.written).toEqual(['data/2023/baselines.yaml']);
    expect(textOf(again, 'data/2023/office.yaml')).toBe('contact: {}\n');
    expect(first.written).toContain('data/2023/office.yaml');
  });

  it('by a second run: one file that is there stops all', async () => {
    const again = folderEffects(REPOSITORY, { 'data/2023/periods.yaml': '# 已改\n' });
    expect(await newYear(2023, again)).toEqual({
      written: [],
      diagnostics: [messages.yearExists(2023, ['data/2023/periods.yaml'])],
    });
    expect(again.written.size).toBe(0);
  });

  it.each([
    ['2022年已经有数据', 2022, messages.nothingBefore(2022)],
    ['下一年用 diaodu new 2023', 2031, messages.nothingToRoll(2030, ['2022'])],
  ])('by a last year that is not there, in one error: %s', async (what, year, refused) => {
    const alone = folderEffects();
    const { written: files, diagnostics } = await newYear(year, alone);
    expect(files).toEqual([]);
    expect(alone.written.size).toBe(0);
    expect(diagnostics).toEqual([refused]);
    expect(JSON.stringify(refused)).toContain(what);
  });

  it.each([
    [
      'can not be read',
      2023,
      { 'data/2022/units.yaml': '- name: [省科技厅\n' },
      messages.lastYearUnreadable(2022, false),
    ],
    [
      'has an error in its settings and in a return',
      2023,
      {
        'data/2022/office.yaml': 'contact: 3\n',
        'data/2022/submissions/2022Q4/补报.yaml': 'unit: 省某厅\n',
      },
      messages.lastYearUnreadable(2022, true),
    ],
  ])('by a last year that %s', async (_, year, overlay, refused) => {
    const broken = folderEffects(REPOSITORY, overlay);
    const { written: files, diagnostics } = await newYear(year, broken);
    expect(files).toEqual([]);
    expect(broken.written.size).toBe(0);
    expect(diagnostics.length).toBeGreaterThan(1);
    // How other numbers were read stops nothing, and is not told again.
    expect(new Set(diagnostics.map(({ severity }) => severity))).toEqual(new Set(['error']));
    expect(diagnostics.at(-1)).toEqual(refused);
  });
});
