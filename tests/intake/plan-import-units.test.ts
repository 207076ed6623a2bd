/** Every unit that a plan names has its place: who answers for a task, who leads and who cooperates. All texts are invented. */
import { describe, expect, it } from 'vitest';
import { readPlan } from '../../src/intake/plan-import/import-plan.ts';
import { type Imported, imported } from './plan-import-helper.ts';

const plan = (leads: string, ...tasks: string[]): Imported =>
  imported(
    '某.txt',
    `某某市2023年数字经济工作要点\n一、人才专项\n${leads}\n${tasks.map((task, i) => `${i + 1}. ${task}`).join('\n')}`,
  );
const places = ({ tracks }: Imported): unknown =>
  tracks.map(({ leads, cooperating, tasks }) => [
    leads,
    cooperating,
    tasks.map(({ responsible }) => responsible.unit),
  ]);
const told = (p: Imported, code: string): string[] =>
  p.value.unsure.filter((d) => d.code === code).map((d) => [d.message, ...(d.hints ?? [])].join(' → '));
const file = (p: Imported, path: string): string =>
  p.value.files.find((one) => one.path === path)?.text ?? '';

describe('units that a task names without getting it', () => {
  it.each<[string, unknown, RegExp]>([
    [
      '引进人才200人。（市人社局、市委组织部）',
      [['市甲局'], ['市乙局', '市委组织部'], ['市人社局', '市甲局']],
      /排在首位的市人社局牵头处理，市委组织部列为该专项的配合单位。/,
    ],
    [
      '引进人才200人。（市人社局牵头，市委组织部、市乙局配合）',
      [['市甲局'], ['市乙局', '市委组织部'], ['市人社局', '市甲局']],
      /^$/,
    ],
    [
      '引进人才200人。（责任单位：市人社局、市甲局）',
      [['市甲局'], ['市乙局'], ['市人社局', '市甲局']],
      /排在首位的市人社局牵头处理，市甲局已是该专项的牵头单位。/,
    ],
  ])('%s cooperate on the track, and that is told', (task, expected, message) => {
    const p = plan('牵头单位：市甲局\n配合单位：市乙局', task, '建设平台。');
    expect(places(p)).toEqual([expected]);
    expect(told(p, 'firstListedLeads').join()).toMatch(message);
    expect(file(p, 'units.yaml')).toContain('市人社局');
  });

  it('do so on that task, not on its neighbours', () => {
    const own = (p: Imported): unknown => p.tracks[0]?.tasks.map((task) => task.cooperating);
    const four = [
      '引进人才200人。（市人社局、市委组织部）',
      '新增企业10家。（市乙局）',
      '建设平台1个。',
      '新增项目8个。（市甲局、市乙局牵头）',
    ];
    expect(own(plan('牵头单位：市甲局', ...four))).toEqual([['市委组织部'], [], [], ['市乙局']]);
    // Whom the plan names for all of the track cooperates where a task names nobody else.
    expect(own(plan('牵头单位：市甲局\n配合单位：市丁局', ...four))).toEqual([
      ['市委组织部'],
      ['市丁局'],
      ['市丁局'],
      ['市乙局'],
    ]);
    expect(own(plan('牵头单位：市甲局\n配合单位：市丁局', '建设平台1个。'))).toEqual([undefined]);
    // Leads that only the tasks name are nobody's in the tasks of the others.
    expect(own(plan('', '建设平台1个。（市甲局牵头）', '新增企业10家。（市乙局牵头）'))).toEqual([[], []]);
  });

  it('do so where two lead the task', () => {
    const p = plan('牵头单位：市甲局', '引进人才200人。（市人社局、市委组织部牵头）');
    expect(places(p)).toEqual([[['市甲局'], ['市委组织部'], ['市人社局']]]);
    expect(told(p, 'severalLeads')).toEqual([
      expect.stringContaining('任务暂记在市人社局名下，市委组织部列为该专项的配合单位'),
    ]);
  });
});

describe('a track of several leads', () => {
  it('is nothing to ask about where every task names its own unit', () => {
    const p = plan('牵头单位：市甲局、市乙局', '新增企业10家。（市甲局）', '新增项目8个。（市乙局负责）');
    expect(places(p)).toEqual([[['市甲局', '市乙局'], [], ['市甲局', '市乙局']]]);
    expect(told(p, 'severalLeads')).toEqual([]);
  });

  it('is asked about for the tasks that name none', () => {
    const p = plan('牵头单位：市甲局、市乙局', '新增企业10家。（市乙局）', '新增项目8个。');
    expect(told(p, 'severalLeads')).toEqual([
      expect.stringContaining('没有写明责任单位的任务2暂记在市甲局名下'),
    ]);
    expect(told(plan('牵头单位：市甲局、市乙局', '新增企业10家。'), 'severalLeads')).toEqual([
      expect.stringContaining('，任务暂记在市甲局名下'),
    ]);
  });
});

describe('a unit that the office settles on', () => {
  const p = imported(
    '某.txt',
    '某市2023年计划\n一、工作目标\n——新建基站6个。\n二、重点任务\n（一）基建专项\n牵头单位：市甲局、市乙局\n1. 建设基站6个。\n（二）数据专项\n牵头单位：市丙局\n2. 建设平台1个。',
  );

  it('is not left with the reason of the draft, which says that it is to be settled', () => {
    const reason = '把 reason 也改为确定的依据';
    expect(file(p, 'plan/goals.yaml')).toContain('reason: 计划未指定责任单位，待领导小组办公室确定');
    expect(file(p, 'plan/goals.yaml')).toContain(reason);
    expect(file(p, 'plan/tracks/01.yaml')).toContain(reason);
    expect(file(p, 'plan/tracks/02.yaml')).not.toContain('reason');
    expect(told(p, 'goalsUnassigned').join()).toMatch(/→ .*reason.*改为确定的依据/);
  });
});

describe('a goal of nobody', () => {
  const goalsOf = (...tasks: string[]): Imported =>
    imported(
      '某.txt',
      `某市2023年计划\n一、工作目标\n——新建基站6个。\n二、重点任务\n（一）基建专项\n牵头单位：市甲局\n${tasks.map((task, i) => `${i + 1}. ${task}`).join('\n')}`,
    );
  const unitOf = (p: Imported): unknown =>
    p.goals.groups[0]?.goals.map(({ responsible, target }) => [responsible.unit, target?.responsible.unit]);

  it('goes with the task that asks for the same number of the same, and that is told', () => {
    const p = goalsOf('建设平台1个。', '新建基站6个。（市乙局）');
    expect(unitOf(p)).toEqual([['市乙局', '市乙局']]);
    expect(file(p, 'plan/goals.yaml')).toContain('暂按任务2中同一指标的责任单位，待领导小组办公室确定');
    expect(told(p, 'goalsAsTasks').join()).toMatch(
      /1项与某项任务的指标相同，.*G01“新建基站”（市乙局）.*→ 逐项核对/,
    );
    expect(told(p, 'goalsUnassigned')).toEqual([]);
  });

  it.each([
    ['another number', ['新建基站8个。（市乙局）']],
    ['tasks of two units', ['新建基站6个。（市乙局）', '新建基站6个。（市丙局）']],
  ])('stays without a unit beside %s', (_, tasks) => {
    const p = goalsOf(...tasks);
    expect(unitOf(p)).toEqual([['待定', '待定']]);
    expect(told(p, 'goalsUnassigned')).toHaveLength(1);
  });
});

describe('kinds of units', () => {
  it.each(['各乡镇', '各市州人民政府', '各市县政府', '市直有关部门'])('%s are none, and told of', (name) => {
    const p = imported(
      '某.txt',
      `某某市2023年工作要点\n一、行动\n1. 建成平台3个。（责任单位：市甲局、${name}）\n2. 新增企业5家。（责任单位：${name}）`,
    );
    expect(p.yaml('units.yaml')).toMatchObject([{ name: '市甲局' }]);
    expect(p.tracks[0]).toMatchObject({ leads: ['市甲局'], cooperating: [] });
    // Nobody answers for it only because somebody leads the track.
    expect(p.tasks[1]?.responsible.unit).toBe('待定');
    expect(p.value.unsure.filter((d) => d.code === 'groupOfUnits').map((d) => d.message)).toEqual([
      expect.stringContaining(`“${name}”说的是一类单位`),
    ]);
  });
});

it.each<[string, string[]]>([
  ['各乡镇人民政府、街道办事处', ['各乡镇人民政府', '街道办事处']],
  ['乡镇（街道）', ['乡镇（街道）']],
  ['各区市政府、开发区管委', ['各区市政府', '开发区管委']],
  ['全区经济运行各专班', ['全区经济运行各专班']],
  ['县（市、区）人民政府', ['县（市、区）人民政府']],
  ['东山街道办事处', []],
  ['东山开发区管委会', []],
])('of %s as many are no unit of their own', (words, groups) => {
  const p = plan('', `建成平台3个。（牵头单位：市甲局；责任单位：市委编办及市乙局，${words}）`);
  for (const name of groups) expect(told(p, 'groupOfUnits').join()).toContain(`“${name}”`);
  const own = groups.length === 0 ? [words] : [];
  expect(p.tracks[0]).toMatchObject({ leads: ['市甲局'], cooperating: ['市委编办', '市乙局', ...own] });
});

it.each<[string, string | undefined]>([
  ['市甲局牵头，市乙局配合，6月底前完成', '2023-06-30'],
  ['牵头单位：市甲局；责任单位：市乙局，9月底完成', '2023-09-30'],
  ['市甲局、市乙局；长期推进', undefined],
  ['责任单位：市甲局，市乙局，6月底前上线8件，10月底前全部上线', '2023-10-31'],
  ['牵头单位：市甲局；责任单位：市乙局，全年推进', undefined],
  ['6月底前完成；牵头单位：市甲局；配合单位：市乙局', '2023-06-30'],
])('until when is no unit: %s', (words, deadline) => {
  const p = plan('', `建成平台3个。（${words}）`);
  expect(places(p)).toEqual([[['市甲局'], ['市乙局'], ['市甲局']]]);
  expect(p.tasks[0]?.targets.map((target) => target.deadline)).toEqual([deadline]);
});

it('a column 责任单位 of a table of indicators gives the goals their units', () => {
  const p = imported(
    '某.txt',
    '某某市2023年工作要点\n一、目标\n| 指标 | 单位 | 2023年目标 | 责任单位 |\n|---|---|---|---|\n| 增加值 | 亿元 | 280 | 市统计局 |\n| 用户数 | 万户 | 500 | 市甲局、市乙局 |\n| 基站 | 个 | 90 | |\n二、行动\n1.建设。',
  );
  const goals = p.goals.groups.flatMap((group) => group.goals);
  expect(
    goals.map(({ responsible, target }) => [
      responsible.unit,
      responsible.assignedBy,
      target?.responsible.unit,
    ]),
  ).toEqual([
    ['市统计局', 'plan', '市统计局'],
    ['市甲局', 'office', '市甲局'],
    ['待定', 'office', '待定'],
  ]);
  expect(p.yaml('units.yaml')).toMatchObject([{ name: '市统计局' }, { name: '市甲局' }, { name: '市乙局' }]);
  const told = p.value.unsure.map((d) => d.message).join();
  expect(told).toContain('“用户数”有2个责任单位（市甲局、市乙局），暂记在市甲局名下');
  expect(told).toContain('1项年度目标没有责任单位');
});

it.each<[string, string, string[]]>([
  ['由数据资源科牵头，政务服务科配合，上半年完成普查，新增接口220个。', '数据资源科', ['政务服务科']],
  ['安全保障科负责，系统测评4个。', '安全保障科', []],
  ['平台建设科要在3月底前完成立项，新增接口20个。', '平台建设科', []],
  ['办公室、机关党委负责，发表信息80篇以上。', '办公室', ['机关党委']],
])('who does it may stand at the head of the sentence: %s', (sentence, unit, cooperating) => {
  const p = imported(
    '某.txt',
    `某某局2023年工作计划\n一、重点工作\n（一）数据管理\n${sentence}\n（二）培育产业\n培育基地1处。`,
  );
  expect(p.tasks[0]).toMatchObject({
    text: `数据管理。${sentence}`,
    responsible: { unit, assignedBy: 'plan' },
  });
  expect(p.tracks[0]?.cooperating).toEqual(cooperating);
  expect(p.tasks[1]?.responsible.unit).not.toBe(cooperating[0]);
});

it.each([
  ['（省甲办、省乙厅等按职责分工负责；完成时限：11月底前）', ['省甲办', ['省乙厅']]],
  ['〔省甲局牵头；省乙厅、省丙局等按职责分工负责〕', ['省甲局', ['省乙厅', '省丙局']]],
  ['（牵头：省甲局；配合：省乙厅）', ['省甲局', ['省乙厅']]],
  ['[省甲局]', ['省甲局', []]],
])('reads %s behind a task', (words, [unit, cooperating]) => {
  const p = imported('某.txt', `某省2023年工作计划\n一、任务\n（一）专项\n1.新增企业9家。${words}`);
  expect(p.tasks[0]?.responsible.unit).toBe(unit);
  expect(p.tasks[0]?.text).toBe('新增企业9家。');
  expect(p.tracks[0]?.cooperating).toEqual(cooperating);
});

it.each<[string, string, string[]]>([
  ['责任单位：市甲局、市乙局（按职责分工负责）', '市甲局', ['市乙局']],
  ['责任单位：市甲局（按照各自职责）、市乙局等有关单位', '市甲局', ['市乙局']],
  ['责任单位：市甲局、市乙局（等有关部门和单位）', '市甲局', ['市乙局']],
  ['责任单位：市甲局、市乙局（等6个单位按分工负责）', '市甲局', ['市乙局']],
  ['责任单位：市甲局（负责）、市乙局（配合）', '市甲局', ['市乙局']],
  ['责任单位：市甲局、市乙局（牵头）、市丙局（配合单位）', '市乙局', ['市甲局', '市丙局']],
  ['责任单位：市甲局、市乙局（市丁办）（牵头单位）', '市乙局', ['市甲局']],
  ['牵头单位：市甲局（牵头）；配合单位：市乙局等相关部门', '市甲局', ['市乙局']],
  ['市甲局（牵头）、市乙局（按职责分工负责）', '市甲局', ['市乙局']],
  ['责任单位：市甲局（市丁办）、市乙局', '市甲局', ['市乙局']],
])('words on who does how much are no part of a name: %s', (words, lead, others) => {
  const p = plan('', `新增企业10家。（${words}）`);
  expect(p.tasks[0]?.responsible.unit).toBe(lead);
  expect(p.tracks[0]?.cooperating.toSorted()).toEqual(others.toSorted());
  expect((p.yaml('units.yaml') as { name: string }[]).map(({ name }) => name).toSorted()).toEqual(
    [lead, ...others].toSorted(),
  );
});

describe('two names of one unit', () => {
  const listed = (tasks: string, issuer = ''): Imported =>
    imported('某.txt', `${issuer}关于印发《某市2023年数字化改革要点》的通知\n一、专项\n${tasks}`);
  const tasks = '1.新增企业9家。（市委改革办（市数改办））\n2.建成平台3个。（市甲局、市数改办）';

  it('are one unit, by the first', () => {
    const p = listed(tasks);
    expect(places(p)).toEqual([[['市委改革办', '市甲局'], [], ['市委改革办', '市甲局']]]);
    expect(p.yaml('units.yaml')).toMatchObject([
      { name: '市委改革办', aliases: ['市数改办', '市委改革办（市数改办）'] },
      { name: '市甲局', aliases: [] },
    ]);
  });

  it('of the office and the unit that houses it are the unit’s', () => {
    const issuer = '某市数字化改革工作领导小组';
    const p = listed(
      '1.新增企业9家。（市数字化改革工作领导小组办公室（市大数据局））\n2.建成平台3个。（市甲局、市数改办）',
      issuer,
    );
    expect((p.yaml('units.yaml') as unknown[])[0]).toMatchObject({
      name: '市大数据局',
      aliases: expect.arrayContaining(['市数字化改革工作领导小组办公室']),
    });
    expect(p.yaml('plan/document.yaml')).toMatchObject({ office: `${issuer}办公室` });
  });

  it('are known where the list of units has either', () => {
    const { value } = readPlan('某.txt', new TextEncoder().encode(`某市2023年工作要点\n一、专项\n${tasks}`));
    const unit = (name: string) => ({ name, fullName: name, aliases: [], namedBy: 'plan' as const });
    const read = value?.drafted({ units: [unit('市数改办'), unit('市甲局')], baselines: [], goals: [] });
    expect(read?.unsure.filter(({ code }) => code === 'newUnit')).toEqual([]);
    expect(read?.files.find(({ path }) => path === 'plan/tracks/01.yaml')?.text).not.toContain(
      '市委改革办\n',
    );
  });
});
