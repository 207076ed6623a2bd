import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Chart, ChartPoint, Tone } from '../../src/model/document/chart.ts';
import { FONT_ROLES } from '../../src/model/document/font-role.ts';
import { themeSchema } from '../../src/model/document/theme.ts';
import { valueTicks } from '../../src/render/charts/specs/ticks.ts';
import { spread } from '../../src/render/charts/spread.ts';
import { renderChart } from '../../src/render/charts/svg.ts';
import { wrap } from '../../src/render/charts/wrap.ts';
import type { FontFace, FontSet } from '../../src/render/fonts/face.ts';
import { overlaps, textBoxes } from '../support/svg.ts';

const theme = themeSchema.parse(parse(readFileSync('templates/styles/official.yaml', 'utf8')));
/** Han one em, all else half an em. */
const measure = (text: string): number => [...text].reduce((sum, c) => sum + (c > '\u2000' ? 1 : 0.5), 0);
const face: FontFace = {
  role: 'song',
  family: 'Test Song',
  path: '/song.ttf',
  weight: 400,
  origin: 'package',
  standIn: true,
  covers: () => true,
  measure,
};
const fonts: FontSet = {
  faces: Object.fromEntries(FONT_ROLES.map((role) => [role, face])) as FontSet['faces'],
  fallbacks: [],
};

const draw = (chart: Chart): Promise<string> => renderChart(chart, theme, 156, fonts);
const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]+)<\/text>/g)].map((m) => m[1] as string);
const point = (value: number | null, label = value === null ? '' : String(value)): ChartPoint => ({
  value,
  label,
  figure: null,
});
const series = (name: string, tone: Tone, values: (number | null)[]) => ({
  name,
  tone,
  points: values.map((v) => point(v)),
});
const axis = { title: '任务数（项）', min: 0, max: null };

const stacked: Chart = {
  kind: 'stackedBar',
  share: false,
  categories: ['数字基础设施', '省政务服务数据管理办公室（省大数据管理局）牵头负责的专项'],
  series: [
    series('已完成', 'primary', [3, 1]),
    series('滞后', 'behind', [2, 0]),
    series('未报送', 'notReported', [1, 4]),
  ],
  valueAxis: axis,
  heightMm: 50,
};
const columns: Chart = {
  kind: 'column',
  stacked: true,
  categories: ['一季度末', '二季度末'],
  series: [
    series('已完成', 'done', [1, 60]),
    series('超前', 'ahead', [1, 1]),
    series('滞后', 'behind', [95, 36]),
  ],
  valueAxis: axis,
  heightMm: 60,
};
const lines: Chart = {
  kind: 'line',
  categories: ['一季度', '上半年', '前三季度'],
  series: [
    series('甲', 'primary', [20, 50, 75.2]),
    series('乙', 'secondary', [22, null, 75]),
    series('丙', 'tertiary', [25, 49, 74.9]),
  ],
  valueAxis: { title: '占年度目标（%）', min: 0, max: null },
  heightMm: 60,
};
const range: Chart = {
  kind: 'range',
  categories: ['升', '降', '平'],
  series: [series('上季度末', 'secondary', [40, 60, 50]), series('本季度末', 'primary', [70, 20, 50])],
  rule: null,
  valueAxis: { title: '占比（%）', min: 0, max: 100 },
  heightMm: 50,
};
const bullet: Chart = {
  kind: 'bullet',
  categories: ['收入', '基站'],
  series: [
    series('完成率', 'primary', [73, 110]),
    { name: '序时进度', tone: 'tertiary', points: [point(75, ''), point(75, '')] },
  ],
  valueAxis: { title: '占年度目标（%）', min: 0, max: null },
  heightMm: 40,
};
const bars: Chart = {
  kind: 'bar',
  categories: ['南昌市', '九江市'],
  series: [series('完成率', 'primary', [80, 60])],
  rule: { value: 75, label: '序时进度75%' },
  valueAxis: { title: '完成率（%）', min: 0, max: 100 },
  heightMm: 40,
};
const all = [stacked, columns, lines, range, bullet, bars];

describe('every chart', () => {
  it.each(all.map((chart) => [chart.kind, chart] as const))(
    '%s: is one sized, deterministic svg in the chart face',
    async (_, chart) => {
      const svg = await draw(chart);
      expect(svg).toMatch(/^<svg [^>]*role="img" width="156mm" height="\d+mm" viewBox="0 0 442\.20 [\d.]+"/);
      expect(svg).toContain(`font-family="'Test Song'"`);
      expect(svg.endsWith('</svg>')).toBe(true);
      expect(await draw(chart)).toBe(svg);
    },
  );

  it.each(all.map((chart) => [chart.kind, chart] as const))(
    '%s: has no ids, no text below 8.5 pt, no line below 0.25 pt, nothing undefined',
    async (_, chart) => {
      const svg = await draw(chart);
      expect(svg).not.toMatch(/ id="|url\(|NaN|undefined|null/);
      for (const [, size] of svg.matchAll(/font-size="([\d.]+)px"/g))
        expect(Number(size)).toBeGreaterThanOrEqual(8.5);
      const widths = [...svg.matchAll(/stroke-width="([\d.]+)"/g)]
        .map((m) => Number(m[1]))
        .filter((w) => w > 0);
      expect(Math.min(...widths)).toBeGreaterThanOrEqual(0.25);
    },
  );
});

describe('names down the side', () => {
  it('take more room where their rows are too low for two lines', async () => {
    const names = Array.from({ length: 17 }, (_, i) => `规模以上数字经济核心产业企业营业收入第${i + 1}类`);
    const chart: Chart = {
      kind: 'bar',
      categories: names,
      rule: null,
      series: [
        series(
          '完成率',
          'primary',
          names.map((_, i) => i),
        ),
      ],
      valueAxis: axis,
      heightMm: 14 + 5.3 * names.length,
    };
    const low = await draw(chart);
    expect(texts(low)).toEqual(expect.arrayContaining(names));
    expect(overlaps(textBoxes(low, face))).toEqual([]);
    // In rows of twice the height two lines are fine, and leave the bars their room.
    expect(texts(await draw({ ...chart, heightMm: 2 * chart.heightMm }))).not.toContain(names[0]);
  });
});

describe('stacked bars', () => {
  it('name every series and every category in full and print the values', async () => {
    const found = texts(await draw(stacked));
    expect(found.filter((t) => !/^\d+$/.test(t)).slice(0, 4)).toEqual([
      '任务数（项）',
      '已完成',
      '滞后',
      '未报送',
    ]);
    expect(found.join('')).toContain('省政务服务数据管理办公室（省大数据管理局）牵头负责的专项');
    expect(found.filter((t) => /^\d$/.test(t)).slice(-5)).toEqual(['3', '2', '1', '1', '4']);
  });

  it('hatch the areas and the legend of a hatched tone, and only these', async () => {
    const hatched = (await draw(stacked)).match(/<path[^>]*stroke="#000000" stroke-width="0.75"/g);
    expect(hatched).toHaveLength(2);
  });

  it('are as high as the values on them in many rows, and no white ground reaches over their edges', async () => {
    const many = Array.from({ length: 15 }, (_, i) => `专项${i + 1}`);
    const svg = await draw({
      ...stacked,
      categories: many,
      series: [
        series(
          '滞后',
          'behind',
          many.map(() => 2),
        ),
      ],
      heightMm: 78,
    });
    const heights = (pattern: RegExp): number[] => [...svg.matchAll(pattern)].map((m) => Number(m[1]));
    const bars = heights(/d="M0,[\d.]+h[\d.]+v([\d.]+)h-[\d.]+Z" fill="#[^F]/g);
    const halfPlates = heights(/d="M-[\d.]+,-[\d.]+L?H?[^"]*?,([\d.]+)[^"]*Z" fill="#FFFFFF"/g);
    expect(bars).toHaveLength(15);
    expect(Math.min(...bars)).toBeGreaterThanOrEqual(9);
    expect(halfPlates).toHaveLength(15);
    expect(2 * Math.max(...halfPlates)).toBeLessThan(Math.min(...bars));
  });

  it('print white on dark, black on light and on a white ground over hatching', async () => {
    const svg = await draw(stacked);
    const colourOf = (label: string): string | undefined =>
      svg.match(
        new RegExp(`<text[^>]* fill="(#[0-9A-F]{6})">${label}</text>(?!.*<text[^>]*>${label}<)`),
      )?.[1];
    expect(colourOf('3')).toBe('#FFFFFF');
    expect(colourOf('4')).toBe('#000000');
  });
});

describe('columns', () => {
  it('put values that do not fit beside the column, apart from each other', async () => {
    const svg = await draw(columns);
    const labels = [
      ...svg.matchAll(/<text text-anchor="start" transform="translate\(([\d.]+),([-\d.]+)\)"[^>]*>1</g),
    ];
    const ys = labels.slice(0, 2).map((m) => Number(m[2]));
    expect(ys).toHaveLength(2);
    expect(Math.abs((ys[0] ?? 0) - (ys[1] ?? 0))).toBeGreaterThanOrEqual(9);
  });
});

describe('lines', () => {
  it('are named at their ends without overlap, and a gap is not bridged', async () => {
    const svg = await draw(lines);
    const ends = [...svg.matchAll(/<text[^>]*translate\([\d.]+,([-\d.]+)\)[^>]*>([甲乙丙] [\d.]+)</g)];
    expect(ends.map((m) => m[2])).toEqual(['甲 75.2', '乙 75', '丙 74.9']);
    const ys = ends.map((m) => Number(m[1])).sort((a, b) => a - b);
    for (const [i, y] of ys.slice(1).entries()) expect(y - (ys[i] ?? 0)).toBeGreaterThanOrEqual(9);
    expect(svg.match(/stroke="#1F4E79" stroke-width="1.4"/g)).toHaveLength(2);
  });
});

describe('spread', () => {
  it('keeps what is apart, pushes what is not, and stays in the room', () => {
    expect(spread([10, 50], 10, 0, 100)).toEqual([10, 50]);
    expect(spread([50, 50, 50], 10, 0, 100)).toEqual([40, 50, 60]);
    expect(spread([99, 98], 10, 0, 100)).toEqual([100, 90]);
    expect(spread([1, 2, 3], 10, 0, 10)).toEqual([0, 5, 10]);
  });
});

describe('valueTicks', () => {
  it('takes round steps, whole ones for counts', () => {
    expect(valueTicks(axis, [0, 2], 6).ticks.map((t) => t.label)).toEqual(['0', '1', '2']);
    expect(valueTicks(axis, [0.2, 0.6], 3).ticks.map((t) => t.label)).toEqual(['0.0', '0.2', '0.4', '0.6']);
    expect(valueTicks(axis, [97.3], 5)).toMatchObject({ min: 0, max: 100 });
    expect(valueTicks({ title: '', min: null, max: null }, [-3, 8], 5)).toMatchObject({ min: -5, max: 10 });
  });

  it('holds fixed ends and survives having no values', () => {
    expect(valueTicks({ title: '', min: 0, max: 100 }, [40], 5)).toMatchObject({ min: 0, max: 100 });
    expect(valueTicks(axis, [], 5).ticks.length).toBeGreaterThan(0);
  });
});

describe('wrap', () => {
  it('breaks into even lines, keeps numbers whole and loses nothing', () => {
    const name = '两化融合发展水平指数及关键工序数控化率2022年达到98.5%';
    const parts = wrap(name, 12, measure);
    expect(parts.join('')).toBe(name);
    expect(parts.some((p) => p.includes('98.5%'))).toBe(true);
    expect(Math.max(...parts.map(measure))).toBeLessThanOrEqual(13);
  });

  it('takes no line more than there is room for', () => {
    expect(wrap('智能装备与数字工厂', 5.5, measure)).toEqual(['智能装备与', '数字工厂']);
    expect(wrap('智能装备与数字工厂', 4.6, measure)).toEqual(['智能装', '备与数', '字工厂']);
  });
});
