/** Ranks, shares in words, points and grades: numbers that were once only told of. */
import { describe, expect, it } from 'vitest';
import { limitWords } from '../../src/base/chinese/limit.ts';
import { readQuantity } from '../../src/base/chinese/quantity.ts';
import { readTargets } from '../../src/intake/plan-import/targets/read-targets.ts';
import { imported } from './plan-import-helper.ts';

const read = (sentence: string): string[] =>
  readTargets(`${sentence}。`, 2023).targets.map(
    ({ name, operator, wording, value, unit, kind, schedule }) =>
      `${name} ${operator} ${wording}${value}${unit} ${kind} ${schedule.type}`,
  );

describe('ranks', () => {
  it.each([
    ['数字经济发展综合排名进入全省前三', '数字经济发展综合排名（全省） atMost 前3位 stock deadline'],
    ['数字经济规模稳居全国前十', '数字经济规模全国位次 atMost 前10位 stock deadline'],
    ['集聚区排名力争进入全省前5名', '集聚区排名（全省） atMost 前5位 stock deadline'],
    ['营商环境综合排名进入全国地级市前60名', '营商环境综合排名（全国地级市） atMost 前60位 stock deadline'],
    ['综合实力进入全国县（市、区）前100名', '综合实力全国县（市、区）位次 atMost 前100位 stock deadline'],
    ['数字经济规模居全国省会城市第10位', '数字经济规模全国省会城市位次 atMost 前10位 stock deadline'],
    ['营商环境评价位次提升至第8位', '营商环境评价位次 atMost 前8位 stock deadline'],
  ])('%s', (sentence, target) => expect(read(sentence)).toEqual([target]));

  it('go on with what was counted before', () => {
    expect(read('进出口额突破600亿元，居全国第15位')[1]).toBe(
      '进出口额全国位次 atMost 前15位 stock deadline',
    );
  });

  it('of two places are two', () => {
    expect(read('营商环境便利度进入全国前30、全省前3')).toEqual([
      '营商环境便利度全国位次 atMost 前30位 stock deadline',
      '营商环境便利度全省位次 atMost 前3位 stock deadline',
    ]);
  });

  it.each(['政务服务能力进入全国第一方阵', '培育全国前10强企业', '进入全国前列', '前3年已完成'])(
    '%s is none',
    (sentence) => expect(read(sentence)).toEqual([]),
  );

  it('are told of, read in returns as people write them, and printed as in the plan', () => {
    const p = imported('某.txt', '某市2023年工作计划\n一、任务\n1.综合排名进入全省前三。（市甲局）');
    expect(p.codes).toContain('rankAsLimit');
    for (const words of ['第5位', '5位', '全国第5位', '位列全省第5位'])
      expect(readQuantity(words, ['位'])).toMatchObject({ ok: true, quantity: { value: 5, unit: '位' } });
    expect(limitWords('前', '位')).toEqual({ before: '前', after: '' });
  });
});

describe('shares in words', () => {
  it.each([
    ['规上工业企业上云比例达到三分之二', '规上工业企业上云比例 atLeast 达到66.67% ratio deadline'],
    ['规上工业企业四分之三实现上云', '规上工业企业实现上云 atLeast 75% ratio deadline'],
    ['三分之二以上的行政村建成服务点', '行政村建成服务点 atLeast 以上66.67% ratio deadline'],
  ])('%s', (sentence, target) => expect(read(sentence)).toEqual([target]));

  it('are told of', () => {
    const p = imported('某.txt', '某市2023年工作计划\n一、任务\n1.企业三分之二上云。（市甲局）');
    expect(p.value.unsure.find(({ code }) => code === 'shareAsPercent')?.message).toContain(
      '“三分之二”是份额，草稿按66.67%列为目标',
    );
  });
});

describe('points and grades', () => {
  it.each([
    ['两化融合发展水平指数达到62', '两化融合发展水平指数 atLeast 达到62 ratio deadline'],
    ['政务服务满意度达到95分以上', '政务服务满意度 atLeast 以上95分 stock deadline'],
    ['电子病历应用水平达到4级', '电子病历应用水平 atLeast 达到4级 stock deadline'],
    ['数据管理能力成熟度达到三级', '数据管理能力成熟度 atLeast 达到3级 stock deadline'],
  ])('%s', (sentence, target) => expect(read(sentence)).toEqual([target]));

  it.each(['二级以上医院全部接入', '审批时间缩短30分钟左右内办结', '5G网络达到城区'])(
    '%s promises none',
    (sentence) => expect(read(sentence).filter((one) => /[级分] /.test(one))).toEqual([]),
  );
});

it.each([
  ['新增省级集聚区1个', 'deadline'],
  ['新增省级集聚区2个', 'linear'],
  ['新建基站1万个', 'linear'],
])('%s: one thing is due at no part', (sentence, schedule) => {
  expect(readTargets(`${sentence}。`, 2023).targets.map((target) => target.schedule.type)).toEqual([
    schedule,
  ]);
});
