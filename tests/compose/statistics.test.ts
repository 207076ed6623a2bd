/** Statistics as parts of charts: points, names and the lines below. */
import { describe, expect, it } from 'vitest';
import { markdownToBlocks } from '../../src/compose/engine/markdown.ts';
import { runTemplate } from '../../src/compose/engine/template.ts';
import { createTokenTable } from '../../src/compose/engine/tokens.ts';
import { NO_LIMITS } from '../../src/compose/limits.ts';
import {
  chartAlt,
  periodNames,
  regionNames,
  regionTiles,
  statisticNotes,
  statisticSeries,
} from '../../src/compose/statistics/chart.ts';
import { readStatistics } from '../../src/intake/statistics/read.ts';
import { openDesk } from '../../src/ledger/statistics/desk.ts';
import { plainText } from '../../src/model/document/inline.ts';
import type { Statistic } from '../../src/model/statistics/statistic.ts';
import { parseStatisticPeriod, type StatisticPeriod } from '../../src/model/statistics/statistic-period.ts';
import { folderEffects } from '../support/effects.ts';

const { value: statistics } = await readStatistics(folderEffects());
if (!statistics) throw new Error('data/statistics');
const desk = openDesk(statistics);
const electronics = desk.overTime('electronics').value ?? [];

describe('series for charts', () => {
  it('label all values, the last or none, and leave a gap for what is missing', () => {
    const labels = (which: 'all' | 'last' | 'none') =>
      statisticSeries('收入', 'primary', electronics, which).points.map((point) => point.label);
    expect(labels('all')).toEqual(['4430.2', '5000', '6500', '', '10800']);
    expect(labels('last')).toEqual(['', '', '', '', '10800']);
    expect(labels('none').join('')).toBe('');
    expect(statisticSeries('收入', 'primary', electronics).points[3]).toEqual({
      value: null,
      label: '',
      figure: null,
      absent: '—',
    });
    expect(periodNames(electronics)).toEqual(['2019年', '2020年', '2021年', '2022年', '2023年']);
  });

  it('know the places of the tile grid, each its own', () => {
    const cities = desk.overRegions('city-va', '2022').value ?? [];
    expect(regionNames(cities, statistics).slice(0, 3)).toEqual(['南昌', '景德镇', '萍乡']);
    expect(new Set(regionTiles(cities, statistics).map(String)).size).toBe(12);
  });
});

describe('notes', () => {
  it('name every source once, say 转引, the 口径, the vintage, and what is to be known', () => {
    const { value } = desk.value('de-whitepaper-share@2021');
    expect(statisticNotes(value ? [value, value] : [])).toEqual([
      '注：口径为省大数据中心白皮书测算口径；数据为初步数；提高2.5个百分点；分母为地区生产总值初步数。',
      '数据来源：省大数据中心《2022年江西省数字经济发展白皮书》（转引）。',
    ]);
  });

  it('write the day of a source as text has days', () => {
    const { value } = desk.value('core-services@2022');
    expect(statisticNotes(value ? [value] : []).at(-1)).toBe('数据来源：统计部门，2023年2月1日（转引）。');
  });

  it('say 演示数据 of what is made up', () => {
    const { value } = desk.value('city-va@2022');
    expect(statisticNotes(value ? [value] : []).at(-1)).toBe('数据来源：演示数据。');
  });

  it('tell the whole chart in words', () => {
    const alt = chartAlt('收入变化图', {
      kind: 'line',
      categories: periodNames(electronics),
      series: [statisticSeries('收入', 'primary', electronics)],
      valueAxis: { title: '亿元', min: 0, max: null },
      heightMm: 60,
    });
    expect(alt).toBe('收入变化图。2019年4430.2；2020年5000；2021年6500；2022年缺数；2023年10800。');
  });

  it('tell a line across all values once', () => {
    const points = [34.9, null].map((value) => ({ value, label: '', figure: null, absent: '…' as const }));
    const alt = chartAlt('占比图', {
      kind: 'bar',
      categories: ['南昌', '赣州'],
      series: [{ name: '占比', tone: 'primary', points }],
      valueAxis: { title: '%', min: 0, max: null },
      rule: { value: 30.1, label: '全省 30.1' },
      heightMm: 60,
    });
    expect(alt).toBe('占比图。南昌34.9；赣州不适用；参照线为全省30.1。');
  });
});

describe('what a title says of how values went', () => {
  const [model] = electronics as [Statistic];
  const statistic = (region: string, period: string, value: number | null): Statistic => ({
    ...model,
    region,
    period: parseStatisticPeriod(period) as StatisticPeriod,
    figure: value === null || !model.figure ? null : { ...model.figure, value },
  });
  const PLACES = ['甲', '乙', '丙', '丁', '戊', '己', '庚'];
  /** A template of the book of 2022, with these values of a series over time or of its places. */
  function said(source: string, over: Record<string, Statistic[]>): string {
    const found = (key: string) => ({ value: over[key] ?? [], diagnostics: [] });
    const statistics = {
      ...desk,
      overTime: found,
      overRegions: (_: string, period: string) => found(period),
    };
    const tokens = createTokenTable();
    const { diagnostics, markdown } = runTemplate('t.md', source, {}, tokens, {
      references: new Map(),
      limits: NO_LIMITS,
      statistics,
      year: 2022,
    });
    expect(diagnostics).toEqual([]);
    const [block] = markdownToBlocks(markdown, {
      ...{ file: 't.md', source, tokens, diagnostics },
      directive: () => [],
    });
    return block?.kind === 'paragraph' ? plainText(block.children) : '';
  }
  const values = (period: string, list: readonly (number | null)[]): Statistic[] =>
    list.map((value, i) => statistic(PLACES[i] ?? '', period, value));

  it.each<[string, number[], number[]]>([
    ['均有提高', [2, 2, 2], [1, 1, 1]],
    ['除乙外均有提高', [2, 1, 2], [1, 1, 1]],
    // Of four, 除乙、丙、丁外均有提高 would be of one.
    ['有升有降', [2, 1, 1, 1], [1, 1, 1, 1]],
    ['除甲、乙、丙外均有提高', [1, 1, 1, 2, 2, 2, 2], [1, 1, 1, 1, 1, 1, 1]],
    ['均没有提高', [1, 0], [1, 1]],
    ['与以前的比较缺数', [], [1, 1]],
  ])('of places: %s', (words, now, before) => {
    const over = { '2022': values('2022', now), '2021': values('2021', before) };
    expect(said('{{各地同比 "系列" "2022" "2021"}}', over)).toBe(words);
  });

  it.each<[string, (number | null)[], (number | null)[]]>([
    ['各季度均高于上年同期', [2, 3, 4, 5], [1, 1, 1, 1]],
    ['一、四季度高于上年同期', [2, 1, 1, 5], [1, 1, 1, 1]],
    ['各季度均不高于上年同期', [1, 1, 0, 1], [1, 1, 1, 1]],
    ['与上年同期的比较缺数', [1, 1, null, null], [null, null, 1, 1]],
  ])('of quarters: %s', (words, now, before) => {
    const quarters = (year: number, list: (number | null)[]): Statistic[] =>
      list.map((value, i) => statistic(model.region, `${year}Q${i + 1}`, value));
    const over = { 系列: [...quarters(2021, before), ...quarters(2022, now)] };
    expect(said('{{各季同比 "系列" "2022"}}', over)).toBe(words);
  });

  it.each<[string, (number | null)[]]>([
    ['逐年增加', [1, 2, 3]],
    ['增加', [1, 3, 2]],
    ['减少', [3, 1, 2]],
    ['持平', [2, 3, 2]],
    ['变动情况缺数', [null, null, 2]],
  ])('of years: %s', (words, list) => {
    const over = { 系列: list.map((value, i) => statistic(model.region, String(2020 + i), value)) };
    expect(said('{{走势 "系列" "2020-2022"}}', over)).toBe(words);
  });
});
