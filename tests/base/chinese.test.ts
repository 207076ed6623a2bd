import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatDayIn,
  formatMonthDay,
  formatReceipt,
  lastDayOf,
  parseDate,
} from '../../src/base/chinese/date.ts';
import { formatAmount, formatQuantity, formatRange, formatSigned } from '../../src/base/chinese/format.ts';
import { parseNumeral, toChineseNumeral } from '../../src/base/chinese/numerals.ts';
import { inRuns } from '../../src/base/chinese/runs.ts';
import { someOf } from '../../src/base/chinese/some-of.ts';
import {
  cleanText,
  comparisonKey,
  halfWidthAlnum,
  similarity,
  withoutThousands,
} from '../../src/base/chinese/text.ts';
import { againstPace, completion, phraseText, sinceLastQuarter } from '../../src/base/chinese/wording.ts';

it('names all of a few, and counts where there are more', () => {
  expect(someOf(['甲', '乙'], 2, '个')).toBe('甲、乙');
  expect(someOf(['甲', '乙', '丙'], 2, '个')).toBe('甲、乙等3个');
});

it('writes what follows each other as a range, two of them not', () => {
  expect(inRuns([3, 4, 5, 6, 7])).toBe('3—7');
  expect(inRuns([1, 2, 4, 5, 6, 9])).toBe('1、2、4—6、9');
  expect(inRuns([])).toBe('');
});

describe('numerals', () => {
  it.each([
    [0, '零'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [97, '九十七'],
    [105, '一百零五'],
    [110, '一百一十'],
    [305, '三百零五'],
    [1001, '一千零一'],
    [2022, '二千零二十二'],
    [12000, '一万二千'],
    [100500, '十万零五百'],
    [100000001, '一亿零一'],
    [100001000, '一亿零一千'],
    [120005000, '一亿二千万五千'],
  ])('writes %d as %s', (value, text) => {
    expect(toChineseNumeral(value)).toBe(text);
    expect(parseNumeral(text)).toBe(value);
  });

  it('reads back whatever it writes', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 1e12 - 1 })),
        (value) => {
          return parseNumeral(toChineseNumeral(value)) === value;
        },
      ),
    );
  });

  it('refuses what is no complete numeral', () => {
    for (const text of ['', '一万二', '两三', '零零', '十十', '万', '一一', '2', '第三']) {
      expect(parseNumeral(text)).toBeUndefined();
    }
    expect(toChineseNumeral(1.5)).toBe('1.5');
    expect(toChineseNumeral(-1)).toBe('-1');
    expect(toChineseNumeral(1e12)).toBe('1000000000000');
  });
});

describe('dates', () => {
  it.each([
    '2022-10-08',
    '2022/10/8',
    '2022.10.8',
    '2022年10月8日',
    '20221008',
    '二〇二二年十月八日',
    '２０２２年 10月08日',
  ])('reads %s', (text) => expect(parseDate(text)).toBe('2022-10-08'));
  it.each([
    ['2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['2022年4月30日', '2022-04-30'],
    ['1900-01-01', '1900-01-01'],
  ])('knows which days there are: %s', (text, iso) => expect(parseDate(text)).toBe(iso));
  it.each([
    ['2022年2月底', '2022-02-28'],
    ['2024年2月', '2024-02-29'],
    ['2022-4', '2022-04-30'],
    ['２０２２年5月初', '2022-05-10'],
    ['2022年5月上旬', '2022-05-10'],
    ['2022年5月中旬', '2022-05-20'],
    ['2022年5月下旬', '2022-05-31'],
    ['2022年13月', undefined],
    ['2022年5月3日', undefined],
    ['5月底', undefined],
  ])('takes %s for its last day', (text, iso) => expect(lastDayOf(text)).toBe(iso));
  it.each([
    '2022-00-10',
    '2022-10-00',
    '2022-04-31',
    '二〇二二年十十月八日',
    '二〇二二年十月十十日',
    '2100-02-29',
    '2022-02-29',
    '1900-02-29',
    '1899-12-31',
    '2022-13-01',
    '10月8日',
    '22年10月8日',
    '',
    '2022年10月',
    '2022-10-08 12:00',
  ])('refuses %s', (text) => expect(parseDate(text)).toBeUndefined());
  it('writes without leading zeros', () => {
    expect(formatDate('2022-06-08')).toBe('2022年6月8日');
    expect(formatMonthDay('2022-10-10')).toBe('10月10日');
    expect([formatDayIn(2022, '2022-12-31'), formatDayIn(2022, '2023-01-05')]).toEqual([
      '12月31日',
      '2023年1月5日',
    ]);
    expect(formatReceipt('2022-10-09', null)).toBe('10月9日');
    expect(formatReceipt('2022-10-09', '2022-10-15')).toBe('10月9日（10月15日更正）');
  });
  it('reads back what it writes, and never throws', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          return parseDate(formatDate(iso)) === iso;
        },
      ),
    );
    fc.assert(fc.property(fc.string(), (text) => parseDate(text) !== ''));
  });
});

describe('formatting', () => {
  it('keeps the given digits', () => {
    expect(formatQuantity({ value: 412.6, decimals: 2, unit: '亿元', qualifier: '约' })).toBe('约412.60亿元');
    expect(formatQuantity({ value: 12000, decimals: 0, unit: '个', qualifier: '以上' })).toBe('12000个以上');
    expect(formatAmount({ value: 1e21, decimals: 0, unit: '元' })).toBe('1000000000000000000000元');
    expect(formatAmount({ value: -0.04, decimals: 1, unit: '%' })).toBe('0.0%');
    expect(formatAmount({ value: 1.005, decimals: 2, unit: '%' })).toBe('1.01%');
    expect(formatRange(2, 3, '条')).toBe('2—3条');
    expect(formatRange(15, 30.5, '%')).toBe('15%—30.5%');
    expect(formatRange(9, 16, '亿元')).toBe('9亿—16亿元');
    expect(formatRange(3, 5, '百分点')).toBe('3—5个百分点');
    expect(formatRange(40, undefined, '千瓦时')).toBe('40千瓦时');
    expect(formatAmount({ value: 12.5, decimals: 1, unit: '百分点' })).toBe('12.5个百分点');
    // As in all differences; a hyphen would look like the beginning of a range.
    expect(formatAmount({ value: -2.3, decimals: 1, unit: '%' })).toBe('−2.3%');
  });
});

it('signs a difference, and none that shows as nought', () => {
  const signed = [5, -12.3, 0.04, -0.04, 0.05].map((value) => formatSigned({ value, decimals: 1 }));
  expect(signed).toEqual(['+5.0', '−12.3', '0.0', '0.0', '+0.1']);
});

describe('wording', () => {
  const amount = (value: number, unit: string, decimals = 1) => ({ value, unit, decimals });
  it.each([
    [sinceLastQuarter(amount(4.9, '%')), '比上季度增长4.9%'],
    [sinceLastQuarter(amount(-4.9, '%')), '比上季度下降4.9%'],
    [sinceLastQuarter(amount(0.04, '%')), '与上季度持平'],
    [sinceLastQuarter(amount(0.4, '百分点')), '比上季度提高0.4个百分点'],
    [sinceLastQuarter(amount(-2.5, '百分点')), '比上季度下降2.5个百分点'],
    [sinceLastQuarter(amount(3, '项', 0)), '比上季度增加3项'],
    [sinceLastQuarter(amount(-3, '项', 0)), '比上季度减少3项'],
    [sinceLastQuarter(amount(0, '项', 0)), '与上季度持平'],
    [completion(amount(74, '%')), '完成年度目标的74.0%'],
    [completion(amount(-2, '%')), '低于年初水平'],
    [againstPace(amount(5.9, '百分点')), '快于序时进度5.9个百分点'],
    [againstPace(amount(-1, '百分点')), '慢于序时进度1.0个百分点'],
    [againstPace(amount(-0.04, '百分点')), '与序时进度持平'],
  ])('says %j as %s', (phrase, text) => expect(phraseText(phrase)).toBe(text));
});

describe('text', () => {
  it('cleans without touching words', () => {
    expect(cleanText('　 第一段。\u200b\r\n\r\n 第二段， 完  ')).toBe('第一段。\n第二段， 完');
    expect(halfWidthAlnum('ＶＲ１２，Ａ')).toBe('VR12，A');
    expect(comparisonKey(' 年度 目标（万个） ')).toBe('年度目标(万个)');
  });
  it('measures likeness', () => {
    const text = '已印发实施方案，组织开展申报评审，完成公示。';
    expect(similarity(text, text)).toBe(1);
    expect(similarity(text, '已印发实施方案,组织开展申报评审,完成公示')).toBe(1);
    expect(similarity(text, '已印发实施方案，组织开展申报评审，正在公示。')).toBeGreaterThan(0.7);
    expect(similarity(text, '新建5G基站2万个。')).toBeLessThan(0.1);
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const s = similarity(a, b);
        return s >= 0 && s <= 1 && s === similarity(b, a);
      }),
    );
  });
});

describe('groups of three digits', () => {
  it.each([
    ['约2,140亿元', '约2140亿元'],
    ['新增12,345,678.5万元', '新增12345678.5万元'],
    ['达到1,200 户', '达到1200 户'],
    ['比例为1,050%', '比例为1050%'],
  ])('of an amount are closed up: %s', (text, closed) => expect(withoutThousands(text)).toBe(closed));

  it.each([
    '涉及任务12,134,155等',
    '第101,102项已办结',
    '编号为1,234,567',
    '赣数办〔2022〕3,124号',
    '1,23亿元',
    '见1,234；',
  ])('may be numbers in a row, and stay as they were written: %s', (text) =>
    expect(withoutThousands(text)).toBe(text),
  );
});
