/** What statistics may be put together, tried on the real conflicts between published numbers of Jiangxi. */
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/base/diagnostic.ts';
import { readStatistics } from '../../src/intake/statistics/read.ts';
import { markOfBook } from '../../src/ledger/demo-mark.ts';
import { openDesk } from '../../src/ledger/statistics/desk.ts';

import type { Figure } from '../../src/model/document/figure.ts';
import type { Statistic } from '../../src/model/statistics/statistic.ts';
import { folderEffects } from '../support/effects.ts';

const read = await readStatistics(folderEffects());
const { value: statistics } = read;
if (!statistics) throw new Error('data/statistics');
const { value, overTime, overRegions, sum, growth, change, share } = openDesk(statistics);

const at = (reference: string): Statistic => {
  const found = value(reference).value;
  if (!found) throw new Error(reference);
  return found;
};
const refusal = ({ value, diagnostics }: Outcome<Figure | null | Statistic[]>): string => {
  expect(value).toBeUndefined();
  return diagnostics.map((d) => d.message).join('\n');
};

describe('the published conflicts', () => {
  it('10378亿元 (2021) and 8354亿元 (2020) make no growth: two 口径, both sources named', () => {
    const words = refusal(growth(at('de-whitepaper@2021'), at('de-plan145@2020')));
    expect(words).toMatch(/口径不同，不能计算增速/);
    expect(words).toContain('《江西省“十四五”数字经济发展规划》');
    expect(words).toContain('省大数据中心《2022年江西省数字经济发展白皮书》');
    expect(words).toMatch(/data\/statistics\/series\/published\.yaml:\d+:\d+/);
  });

  it('35.0% is the share by the first GDP; the revised one, which gives 34.8%, is refused', () => {
    expect(share(at('de-whitepaper@2021'), at('gdp@2021#初步')).value).toMatchObject({
      value: 35,
      unit: '%',
    });
    expect(refusal(share(at('de-whitepaper@2021'), at('gdp@2021#修订')))).toMatch(
      /^数据阶段不同，不能计算占比/,
    );
    expect(value('gdp@2021').diagnostics[0]?.message).toBe('gdp@2021有初步、修订几个数，未说明用哪一个。');
  });

  it('3.4万个 and 3.1万个 base stations stand in no sum', () => {
    expect(refusal(sum([at('bs5g-plan@2020-12-31'), at('bs5g-miit@2020-12-31')], 'item'))).toMatch(
      /口径不同，不能相加.*省规划口径.*省工信厅口径/,
    );
  });

  it('“6万多” and 2万 newly built are not 6.2万: other 口径, stock and flow, no exact number', () => {
    const words = refusal(sum([at('bs5g-miit@2021-12-31'), at('bs5g-comm-new@2022M1-9')], 'item'));
    expect(words).toMatch(/口径不同/);
    expect(words).toMatch(/指标类型不同/);
    expect(words).toMatch(/只知“超过6万个”，不是确数/);
  });

  it('网络零售额 and 网络商品交易总额 stand in no series', () => {
    expect(refusal(growth(at('city-retail@2022'), at('ecommerce-transaction@2021')))).toMatch(
      /口径不同.*网络商品交易总额（市场监管口径）[\s\S]*指标不同/,
    );
  });

  it('are all told in the data notes', () => {
    expect(statistics.conflicts.map((c) => c.id)).toEqual([
      'trillion',
      'gdp-vintage',
      'growth-2021',
      'share-2020',
      'bs5g-2020',
      'bs5g-2022',
      'users5g',
      'retail',
    ]);
    for (const side of statistics.conflicts.flatMap((c) => c.between))
      expect(value(side).value, side).toBeDefined();
  });
});

describe('series', () => {
  it('run over one vintage', () => {
    expect(refusal(overTime('gdp', { periods: ['2020', '2021', '2022'] }))).toMatch(/数据阶段不同/);
    const first = overTime('gdp', { vintage: '初步', periods: ['2022', '2020', '2021'] });
    expect(first.value?.map((v) => v.figure?.value)).toEqual([25691.5, 29619.7, 32074.7]);
  });

  it('run over one kind of period', () => {
    expect(refusal(overTime('gdp', { vintage: '初步' }))).toMatch(/时期类型不同，不能列入同一序列/);
  });

  it('run from the oldest on, whatever stands first in the data', () => {
    const turned = openDesk({ ...statistics, values: [...statistics.values].reverse() });
    const periods = (id: string, desk = turned) =>
      desk.overTime(id).value?.map(({ period }) => period.id) ?? [];
    for (const id of ['electronics', 'va-quarter'])
      expect(periods(id)).toEqual(periods(id, openDesk(statistics)));
    expect(periods('va-quarter').slice(0, 2)).toEqual(['2021Q1', '2021Q2']);
  });

  it('keep missing values in their place', () => {
    const { value } = overTime('electronics');
    expect(value?.map((v) => v.absent || v.figure?.value)).toEqual([4430.2, 5000, 6500, '—', 10800]);
  });

  it('run over the twelve parts of the province, in their order', () => {
    const { value } = overRegions('city-va', '2022');
    expect(value?.map((v) => v.region).slice(0, 2)).toEqual(['南昌市', '景德镇市']);
    expect(value).toHaveLength(12);
  });

  it('that are not there are told, with the nearest name', () => {
    expect(overTime('electronic').diagnostics[0]?.hints[0]).toBe('是不是想写“electronics”？');
    const at = { file: 'templates/x.md', line: 3 };
    expect(value('gdp@1999', at).diagnostics).toMatchObject([{ code: 'statisticAbsent', at }]);
    expect(value('国内生产总值').value).toBeUndefined();
    // The series is right; it has no value of that year.
    expect(value('gdp@1999').diagnostics[0]?.hints.join('')).not.toContain('是不是想写');
  });
});

describe('calculations', () => {
  it('know where their figures come from', () => {
    const { value } = growth(at('city-va@2022'), at('city-va@2021'));
    expect(value).toMatchObject({ value: 12.4, unit: '%', decimals: 1 });
    expect(value?.provenance).toMatchObject({
      kind: 'derived',
      from: [
        { value: 11200, provenance: { kind: 'statistic', demo: true, period: '2022' } },
        { value: 9960 },
      ],
    });
  });

  it('tell shares in 百分点 and refuse rates of them', () => {
    const [now, before] = [at('city-va-share@2022'), at('city-va-share@2021')];
    expect(change(now, before).value).toMatchObject({ value: 1.5, unit: '百分点', decimals: 1 });
    expect(refusal(growth(now, before))).toMatch(/百分点/);
    expect(refusal(sum([now], 'region'))).toMatch(/是比率/);
    expect(refusal(share(now, at('city-va@2022')))).toMatch(/是比率/);
    expect(refusal(change(at('city-va@2022'), at('city-va@2021')))).toMatch(/只有比率之差/);
  });

  it('compare only neighbours in time', () => {
    expect(refusal(growth(at('city-va@2022'), at('city-va@2020')))).toMatch(/时期间隔不同/);
    expect(growth(at('va-quarter@2022Q1'), at('va-quarter@2021Q4')).value?.value).toBe(-13.2);
    expect(growth(at('va-quarter@2022Q1'), at('va-quarter@2021Q1')).value?.value).toBe(15.2);
    expect(refusal(growth(at('va-quarter@2022Q1'), at('va-quarter@2021Q3')))).toMatch(/时期间隔/);
    expect(refusal(growth(at('va-quarter@2022Q1'), at('city-va@2021')))).toMatch(/时期类型不同/);
  });

  it('give nothing for what is missing or starts from zero', () => {
    expect(growth(at('data-trade@2019'), at('data-trade@2018'))).toEqual({ value: null, diagnostics: [] });
    expect(growth(at('data-trade@2020'), at('data-trade@2019'))).toEqual({ value: null, diagnostics: [] });
  });

  it('refuse denominators that the 口径 does not name', () => {
    expect(refusal(share(at('city-va@2022'), at('gdp@2022')))).toMatch(/没有登记可以“国民经济核算”为分母/);
  });

  it('refuse other regions in a sum over items', () => {
    expect(refusal(sum([at('va-digital@2022'), at('city-va@2022/南昌市')], 'item'))).toMatch(/地域不同/);
  });
});

describe('statistics that are made up', () => {
  it('mark the book, which is told where the returns are real', () => {
    const { demo, diagnostics } = markOfBook(false, statistics.values, 2023);
    expect(demo).toBe(true);
    expect(diagnostics.map((d) => d.message).join()).toMatch(
      /^文稿每页标明“演示数据”，因为用到的数中有演示数据：统计数据(“[^”]+”){5}等\d+项。$/,
    );
    expect(markOfBook(true, statistics.values, 2023).diagnostics).toEqual([]);
    const published = statistics.values.filter(({ source }) => !source.demo);
    expect(markOfBook(false, published, 2023)).toEqual({ demo: false, diagnostics: [] });
  });
});
