/** Until when: days, months and years that a plan names, and numbers that only look like them. All texts are invented. */
import { describe, expect, it } from 'vitest';
import { readTargets } from '../../src/intake/plan-import/targets/read-targets.ts';
import type { Target } from '../../src/model/plan/target.ts';
import { type Imported, imported } from './plan-import-helper.ts';

const read = (sentence: string): Imported =>
  imported('某.txt', `某某市2023年数字经济工作要点\n一、专项行动\n牵头单位：市甲局\n1. ${sentence}`);
const words = ({ name, value, unit, deadline }: Target): string =>
  `${name} ${value}${unit}${deadline ? ` 至${deadline}` : ''}`;
const due = (sentence: string): string[] => read(sentence).tasks.flatMap((t) => t.targets.map(words));

describe('an amount that looks like a year and a month is an amount', () => {
  it.each([
    ['软件业务收入达到2012.5亿元。', '软件业务收入 2012.5亿元'],
    ['数字经济规模突破2050.3亿元。', '数字经济规模 2050.3亿元'],
    ['进出口总额达2030.12亿元。', '进出口总额 2030.12亿元'],
  ])('%s', (sentence, expected) => {
    expect(due(sentence)).toEqual([expected]);
  });

  it.each([
    ['2023.6.30前完成上云企业100家。', '完成上云企业 100家 至2023-06-30'],
    ['2023/9底前完成上云企业100家。', '完成上云企业 100家 至2023-09-30'],
  ])('%s is a day', (sentence, expected) => {
    expect(due(sentence)[0]).toMatch(new RegExp(`${expected.slice(-18)}$`));
  });

  it('a cell that holds nothing else is a month', () => {
    const p = read('完成上云企业100家。\n完成时限：2023.6');
    expect(p.tasks[0]?.targets.map(words)).toEqual(['完成上云企业 100家 至2023-06-30']);
  });
});

describe('thirds of a month, months from January, halves of the year', () => {
  it.each([
    ['6月上旬完成50家企业诊断。', ['完成企业诊断 50家 至2023-06-10']],
    ['6月中旬完成50家企业诊断。', ['完成企业诊断 50家 至2023-06-20']],
    ['6月下旬完成50家企业诊断。', ['完成企业诊断 50家 至2023-06-30']],
    ['1—9月完成投资20亿元。', ['完成投资 20亿元 至2023-09-30']],
    ['上半年完成招标，下半年开工建设，建成站点5个。', ['完成招标 1项 至2023-06-30', '建成站点 5个']],
  ])('%s', (sentence, expected) => {
    expect(due(sentence)).toEqual(expected);
  });

  it('“6月中旬前” is not exact, and told', () => {
    const p = read('6月中旬前完成50家企业诊断。');
    expect(p.value.unsure.find(({ code }) => code === 'vagueDeadline')?.message).toContain('2023-06-20');
    expect(read('6月中旬完成50家企业诊断。').codes).not.toContain('vagueDeadline');
  });
});

describe('a day holds for what follows where nothing is to be done by it alone', () => {
  it.each([
    ['力争6月底前，培育企业10家，新增平台2个。', ['培育企业 10家 至2023-06-30', '新增平台 2个 至2023-06-30']],
    ['5月底前印发方案，培育企业10家。', ['印发方案 1项 至2023-05-31', '培育企业 10家']],
    ['2023年5月底前印发方案，培育企业10家。', ['印发方案 1项 至2023-05-31', '培育企业 10家']],
    ['二季度启动建设，完成投资2亿元。', ['完成投资 2亿元']],
    [
      '到2023年6月底新建基站100个，新增用户2万户。',
      ['新建基站 100个 至2023-06-30', '新增用户 2万户 至2023-06-30'],
    ],
  ])('%s', (sentence, expected) => {
    expect(due(sentence)).toEqual(expected);
  });
});

describe('what several years are to bring is not due in the first', () => {
  it.each([
    ['三年内培育企业100家。', '培育企业 100家 至2025-12-31'],
    ['力争用3年时间培育企业100家。', '培育企业 100家 至2025-12-31'],
    ['未来五年投入资金10亿元。', '投入资金 10亿元 至2027-12-31'],
    ['三年累计培育企业100家。', '三年累计培育企业 100家 至2025-12-31'],
    ['明年上半年建成园区2个。', '建成园区 2个 至2024-06-30'],
    ['到明年底建成园区2个。', '建成园区 2个 至2024-12-31'],
    ['到“十四五”末数字经济规模达到2000亿元。', '数字经济规模 2000亿元 至2025-12-31'],
  ])('%s', (sentence, expected) => {
    const p = read(sentence);
    expect(p.tasks.flatMap((t) => t.targets.map(words))).toEqual([expected]);
    expect(p.codes).toContain('laterYear');
  });

  it.each([
    ['近三年累计培育企业100家，新增30家。', 30],
    ['一年内培育企业100家。', 100],
  ])('%s', (sentence, value) => {
    const p = read(sentence);
    expect(p.tasks[0]?.targets.at(-1)).toMatchObject({ value });
    expect(p.codes).not.toContain('laterYear');
  });

  it.each(['五年内营业收入翻一番。', '营业收入三年倍增。', '“十四五”末营业收入翻一番。'])(
    '%s: no rate of one year',
    (sentence) => {
      const p = read(sentence);
      expect(p.tasks[0]?.targets).toEqual([]);
      expect(p.codes).toContain('multipleUnread');
    },
  );

  it('the year beside the years is read by its own number', () => {
    expect(due('三年累计培育企业100家，2023年培育30家。')).toEqual([
      '三年累计培育企业 100家 至2025-12-31',
      '培育企业 30家',
    ]);
  });
});

it('a sentence that only says when something is there goes on with the one before', () => {
  const named = (text: string) =>
    readTargets(text, 2023).targets.map(({ name, deadline, sentence }) => [name, deadline, sentence]);
  expect(named('制定数据分级管理办法。6月底前出台。')).toEqual([
    ['数据分级管理办法出台', '2023-06-30', '制定数据分级管理办法。6月底前出台'],
  ]);
  expect(named('培育企业5家。召开现场会。9月底前上线。').at(-1)?.[0]).not.toBe('上线');
});
