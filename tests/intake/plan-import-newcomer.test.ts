/** Plans of other places in other words: what a first reader of them found lost, taken twice or misread. All texts are invented. */
import { describe, expect, it } from 'vitest';
import { type Imported, imported } from './plan-import-helper.ts';

const plan = (body: string): Imported => imported('某.txt', `某某县2023年营商环境工作要点\n${body}`);
const task = (sentence: string): Imported => plan(`一、专项行动\n牵头单位：县甲局\n1. ${sentence}`);
const targets = (p: Imported): string[] =>
  p.tasks.flatMap((t) => t.targets.map(({ name, value, unit }) => `${name} ${value}${unit}`));

describe('columns of an indicator table', () => {
  const table = (heads: string, row: string): Imported =>
    plan(`一、目标\n| ${heads} |\n| ${row} |\n二、行动\n1.建设。（县甲局）`);
  const target = (p: Imported) => p.goals.groups[0]?.goals[0]?.target;

  it.each<[string, string, (number | null)[], number | undefined]>([
    [
      '一季度 | 上半年 | 前三季度 | 全年',
      '可办率 | % | 96 | 100 | 97 | 98 | 99 | 100',
      [97, 98, 99, 100],
      96,
    ],
    [
      '一季度目标 | 二季度目标 | 三季度目标 | 四季度目标',
      '新增户 | 户 | 90 | 100 | 20 | 30 | 30 | 20',
      [20, 50, 80, 100],
      undefined,
    ],
    [
      '一季度 | 上半年 | 前三季度',
      '融资成本 | % | 4.8 | ≤4.5 | 4.75 | 4.7 | 4.6',
      [4.75, 4.7, 4.6, 4.5],
      4.8,
    ],
  ])('for the quarters (%s) are the points of the year', (columns, row, nodes, baseline) => {
    const p = table(`指标名称 | 单位 | 2022年实绩 | 2023年目标 | ${columns}`, row);
    expect(target(p)?.schedule).toMatchObject({ type: 'nodes', nodes });
    expect(target(p)?.baseline?.value).toBe(baseline);
    expect(p.codes).toContain('readByQuarter');
  });

  it('that do not come to the year are told of', () => {
    const p = table(
      '指标名称 | 单位 | 2023年目标 | 一季度 | 二季度 | 三季度 | 四季度',
      '新增户 | 户 | 100 | 20 | 30 | 30 | 40',
    );
    expect(target(p)?.schedule.type).toBe('linear');
    expect(p.value.unsure.find(({ code }) => code === 'numberPassedOver')).toMatchObject({
      severity: 'warning',
      at: { line: 4 },
      message: expect.stringMatching(/新增户：一季度20、二季度30.*与全年的数对不上/),
    });
  });
});

it('a merged cell of a table gives its rows no common name, and a number that stands in two columns is one target', () => {
  const p = imported(
    '某.txt',
    [
      '某某县2023年营商环境任务分工表',
      '| 序号 | 工作任务 | 具体举措 | 年度目标 | 牵头单位 |',
      '| 1 | 优化审批 | 推行拿地即开工改革，全年实施项目20个。 | 20个 | 县甲局 |',
      '| 2 | 优化审批 | 开展区域评估。 | 覆盖园区5个 | 县乙局 |',
    ].join('\n'),
  );
  expect(p.tasks.map(({ brief }) => brief)).toEqual(['推行拿地即开工改革', '区域评估']);
  expect(targets(p)).toEqual(['实施项目 20个', '覆盖园区 5个']);
});

it('what grows behind 其中 is the part, not the whole', () => {
  const p = plan(
    '一、目标\n工业营业收入突破5000亿元，其中核心产业工业营业收入达到300亿元，同比增长10%以上。\n二、行动\n1.建设。（县甲局）',
  );
  expect(p.goals.groups[0]?.goals.map(({ name }) => name)).toEqual([
    '工业营业收入',
    '核心产业工业营业收入',
    '核心产业工业营业收入同比增长',
  ]);
});

it('how many come each time is told, and no number of the year', () => {
  const [problem] = task('举办培训2次，每次不少于100人。').value.unsure.filter(
    ({ code }) => code === 'numberPassedOver',
  );
  expect(problem?.message).toContain('“每次不少于100人”是每个单位的数或者每次的数');
});

it('5万余 is more than five times ten thousand', () => {
  const p = task('服务群众5万余人次。');
  expect(p.tasks[0]?.targets).toMatchObject([
    { operator: 'exceed', wording: '余', value: 5, unit: '万人次' },
  ]);
});

it('more than the average is one indicator, not several', () => {
  expect(task('增加值增速高于全市平均2个百分点以上。').codes).not.toContain('numbersInTurn');
});

it('an income below which villages are counted is no limit to be kept', () => {
  const p = task('消除5万元以下薄弱村。');
  expect(targets(p)).toEqual([]);
  expect(p.value.unsure.find(({ code }) => code === 'numberPassedOver')?.severity).toBe('warning');
});

it.each<[string, string[]]>([
  ['粮食产量不低于24亿斤。', ['粮食产量 24亿斤']],
  ['新增蓄水能力300万立方米。', ['新增蓄水能力 300万立方米']],
  ['年出栏生猪50万头，培育头部企业3家。', ['年出栏生猪 50万头', '培育头部企业 3家']],
  ['开行国际班列200列以上。', ['开行国际班列 200列']],
  ['上半年完成春播210万亩，下半年完成秋播110万亩。', ['完成春播 210万亩', '完成秋播 110万亩']],
  ['招引项目30个，总投资不少于150亿元。', ['招引项目 30个', '招引项目（总投资） 150亿元']],
  [
    '服务群众5万余人次，惠及企业1.2万多户，发放补贴1亿余元，培训2000余人。',
    ['服务群众 5万人次', '惠及企业 1.2万户', '发放补贴 1亿元', '培训 2000人'],
  ],
  ['投资30亿来自省外。', []],
  ['举办培训2次，每次不少于100人。', ['举办培训 2次']],
  ['新建和改造农田35万亩，6月底前全部开工。', ['新建和改造农田 35万亩', '新建和改造农田开工 1项']],
])('%s', (sentence, expected) => {
  expect(targets(task(sentence))).toEqual(expected);
});

it('two issuers on one line stand in the title that was broken behind them', () => {
  const p = imported(
    '某.txt',
    '中共某某州委员会办公室 某某州人民政府办公室\n关于印发《某某州2023年工作要点》的通知\n各县（市），州直各部门：\n一、任务\n1.建设。（州甲局）',
  );
  expect(p.yaml('plan/document.yaml')).toMatchObject({
    title: '中共某某州委员会办公室 某某州人民政府办公室关于印发《某某州2023年工作要点》的通知',
    issuer: '中共某某州委员会办公室',
  });
});
