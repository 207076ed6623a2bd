/** Plans in paragraphs: without any numbers, or with numbered headings only. */
import { describe, expect, it } from 'vitest';
import { imported, importPlan } from './plan-import-helper.ts';

const TITLE = '某市2023年数字经济工作计划';
const read = (lines: string[]) => imported('某.txt', [TITLE, ...lines].join('\n'));
const tracks = (p: ReturnType<typeof read>): unknown =>
  p.tracks.map(({ name, tasks }) => [name, tasks.map(({ brief, responsible }) => [brief, responsible.unit])]);

describe('a plan without any numbers', () => {
  const plan = read([
    '今年要开好局。',
    '工作目标',
    '全市数字经济增加值达到500亿元。',
    '重点任务',
    '数字基础设施',
    '市工信局牵头，加快5G网络建设，全年新建5G基站800个。',
    '市发改委牵头建设市大数据中心二期，9月底前投入使用。',
    '数字产业',
    '市工信局会同市商务局组织开展数字经济招商，引进项目30个。',
    '培育企业9家。',
    '工作要求',
    '各地要于4月底前制定方案。',
  ]);

  it('has a track for each short line and a task for each paragraph', () => {
    expect(tracks(plan)).toEqual([
      [
        '数字基础设施',
        [
          ['加快5G网络建设', '市工信局'],
          ['市大数据中心二期', '市发改委'],
        ],
      ],
      [
        '数字产业',
        [
          ['数字经济招商', '市工信局'],
          ['企业9家', '市工信局'],
        ],
      ],
    ]);
    expect(plan.goals.groups.flatMap(({ goals }) => goals.map(({ name }) => name))).toEqual([
      '全市数字经济增加值',
    ]);
    expect(plan.yaml('plan/requirements.yaml')).toMatchObject({ duties: [{ who: '各地' }] });
  });

  it('is told to have been read like that', () => {
    expect(plan.value.unsure.find(({ code }) => code === 'plainParagraphs')?.message).toBe(
      '计划没有序号：单独成行的短标题5个读作专项、目标或要求的标题，标题下的每一段各作一项任务，共4项。',
    );
    expect(plan.codes).not.toContain('headingWithoutNumber');
  });

  it('is refused with an example where there are no headings either', () => {
    const bytes = new TextEncoder().encode(`${TITLE}\n新建5G基站800个。\n引进项目30个。\n`);
    const { value, diagnostics } = importPlan('某.txt', bytes);
    expect(value).toBeUndefined();
    expect(diagnostics[0]?.hints.join()).toContain(
      '（一）数字基础设施专项　牵头单位：市工信局　1.新建5G基站',
    );
  });
});

describe('numbered headings over paragraphs that say who does them', () => {
  const plan = read([
    '一、主要任务',
    '（一）夯实底座',
    '新建5G基站80个，由县科工局牵头，县电信公司、县移动公司配合。',
    '完成光纤改造5000户，由县融媒体中心负责。',
    '（二）数字乡村',
    '建成示范村6个。县农业农村局牵头，县商务局、各乡（镇）人民政府配合。',
  ]);

  it('are tracks, and every paragraph is a task, also below a heading that has only one', () => {
    expect(tracks(plan)).toEqual([
      [
        '夯实底座',
        [
          ['5G基站', '县科工局'],
          ['光纤改造', '县融媒体中心'],
        ],
      ],
      ['数字乡村', [['示范村6个', '县农业农村局']]],
    ]);
    expect(plan.tracks.map(({ cooperating }) => cooperating)).toEqual([
      ['县电信公司', '县移动公司'],
      ['县商务局'],
    ]);
  });
});

describe('a heading without a number that names its units in brackets', () => {
  const first = '数字技术创新专项（牵头单位：市科技局；配合单位：市发改委、市工信局）';
  const second = '制造业数字化转型专项（牵头单位：市工信局；配合单位：市财政局）';
  const led = [
    ['数字技术创新专项', ['市科技局'], ['市发改委', '市工信局'], 1],
    ['制造业数字化转型专项', ['市工信局'], ['市财政局'], 2],
  ];
  const of = (plan: ReturnType<typeof read>): unknown =>
    plan.tracks.map(({ name, leads, cooperating, tasks }) => [name, leads, cooperating, tasks.length]);

  it('is one over items whose numbers run on', () => {
    const items = ['1. 培育10个创新平台。', second, '2. 打造20个数字化车间。', '3. 组织供需对接。'];
    expect(of(read(['二、重点任务', first, ...items]))).toEqual(led);
  });

  it('is one over paragraphs without numbers', () => {
    const below = ['培育10个创新平台。', second, '打造20个数字化车间。', '组织供需对接。'];
    expect(of(read(['重点任务', first, ...below]))).toEqual(led);
  });
});
