/** Every kind of chart with the committed statistics: legible, complete, nothing over another, nothing cut. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Chart, RAMP, shadeOf } from '../../src/model/document/chart.ts';
import { chartTable } from '../../src/model/document/chart-table.ts';
import { squarify } from '../../src/render/charts/drawings/squarify.ts';
import { placeLabels } from '../../src/render/charts/specs/place-labels.ts';
import { roundTicks } from '../../src/render/charts/specs/ticks.ts';
import { renderChart } from '../../src/render/charts/svg.ts';
import { waterfallSteps } from '../../src/render/charts/waterfall-steps.ts';
import { chartSamples } from '../support/chart-samples.ts';
import { testFonts } from '../support/fonts.ts';
import { overlaps, textBoxes, viewBox } from '../support/svg.ts';
import { officialTheme as theme } from '../support/theme.ts';

const fonts = testFonts();
const face = fonts.faces[theme.text.chart.font];
const WIDTHS = [156, 120];
const draw = (chart: Chart, widthMm = 156): Promise<string> => renderChart(chart, theme, widthMm, fonts);
const of = (kind: Chart['kind']): Chart => {
  const found = chartSamples.find((block) => block.chart.kind === kind);
  if (!found) throw new Error(kind);
  return found.chart;
};
const cases = chartSamples.map(({ number, chart }) => [`${number} ${chart.kind}`, chart] as const);

/** Texts that lie over another, and those that reach over the edge. */
function faults(svg: string): string[] {
  const boxes = textBoxes(svg, face);
  const { width, height } = viewBox(svg);
  const outside = boxes.filter(
    (box) => box.left < -0.5 || box.top < -0.5 || box.right > width + 0.5 || box.bottom > height + 0.5,
  );
  return [...overlaps(boxes), ...outside.map(({ text }) => `${text} is cut`)];
}

describe.each(cases)('%s', (_, chart) => {
  const drawn: string[] = [];
  beforeAll(async () => {
    for (const width of WIDTHS) drawn.push(await draw(chart, width));
  });

  it('lays no text over another and cuts none, on a page and on a narrower one', () => {
    for (const svg of drawn) {
      expect(textBoxes(svg, face).length).toBeGreaterThan(3);
      expect(faults(svg)).toEqual([]);
    }
  });

  it('is plain vector: no pattern, picture, id or fill that prints as a bitmap; no text below 9 pt', () => {
    for (const svg of drawn) {
      expect(svg).not.toMatch(/<(?:pattern|image|filter|mask|linearGradient)| id="|url\(|NaN|undefined/);
      for (const [, size] of svg.matchAll(/font-size="([\d.]+)px"/g))
        expect(Number(size)).toBeGreaterThanOrEqual(9);
    }
  });

  it('names every series and category', () => {
    const said = textBoxes(drawn[0] ?? '', face)
      .map((box) => box.text)
      .join('')
      .replaceAll(/\s/g, '');
    const several = chart.series.length > 1 && chart.kind !== 'scatter';
    for (const { name } of several ? chart.series : []) expect(said).toContain(name.replaceAll(/\s/g, ''));
    const shown =
      chart.kind === 'multiples' ? [chart.categories[0], chart.categories.at(-1)] : chart.categories;
    for (const name of shown) expect(said).toContain(name);
  });

  it('has its data as a table, with the figures behind them', () => {
    const table = chartTable(chart);
    expect(table.rows.map((row) => row.name)).toEqual(chart.categories);
    for (const row of table.rows) {
      expect(row.cells).toHaveLength(table.columns.length);
      for (const cell of row.cells) {
        expect(cell.text).not.toBe('');
        if (cell.figure) expect(Number(cell.text)).toBe(cell.value);
      }
    }
  });
});

describe('tables of charts', () => {
  it('hold the lines of a combination with their own unit, and the rule of a dot plot', () => {
    const combo = chartTable(of('combo'));
    expect(combo).toMatchObject({
      unit: '亿元',
      columns: [{ unit: '' }, { name: '占GDP比重（右轴）', unit: '%' }],
    });
    expect(combo.rows[4]?.cells.map((cell) => cell.text)).toEqual(['11200.0', '34.9']);
    expect(chartTable(of('dot')).columns.at(-1)?.name).toBe('全省90.3%');
  });

  it('say what is missing, what is not applicable, and zero', () => {
    const points = [
      { value: null, label: '', figure: null },
      { value: null, label: '', figure: null, absent: '…' as const },
      { value: 0, label: '', figure: null },
    ];
    const { rows } = chartTable({
      ...of('line'),
      categories: ['a', 'b', 'c'],
      series: [{ name: 's', tone: 'primary', points }],
    });
    expect(rows.map((row) => row.cells[0]?.text)).toEqual(['—', '…', '0']);
  });
});

describe('shades', () => {
  it('grow darker with the value, in grey too', () => {
    const grey = (colour: string): number =>
      [1, 3, 5].reduce(
        (sum, at, i) => sum + Number.parseInt(colour.slice(at, at + 2), 16) * ([0.21, 0.72, 0.07][i] ?? 0),
        0,
      );
    const greys = RAMP.map((tone) => grey(theme.tones[tone].colour));
    for (const [i, value] of greys.slice(1).entries()) expect((greys[i] ?? 0) - value).toBeGreaterThan(20);
    expect([0, 5, 10].map((value) => shadeOf(value, [0, 5, 10]))).toEqual([RAMP[0], RAMP[2], RAMP[4]]);
    expect(shadeOf(3, [3])).toBe(RAMP[2]);
  });
});

describe('treemaps', () => {
  it('give each value its share of the room', () => {
    const areas = squarify([6, 3, 2, 1], { left: 0, top: 0, right: 40, bottom: 30 });
    const sizes = areas.map((a) => (a.right - a.left) * (a.bottom - a.top));
    expect(sizes.map((size) => Math.round(size))).toEqual([600, 300, 200, 100]);
  });

  it('name below what has no room for its name', async () => {
    const points = [500, 300, 2].map((value) => ({ value, label: String(value), figure: null }));
    const chart = {
      ...of('treemap'),
      categories: ['大', '中', '很小的一块'],
      series: [{ name: '一', tone: 'onPace' as const, points }],
    };
    const svg = await draw(chart);
    expect(svg).toContain('未标名称的：很小的一块 2');
    expect(overlaps(textBoxes(svg, face))).toEqual([]);
  });
});

describe('waterfalls', () => {
  it('begin each step where the last one ended and take a fall for a fall', () => {
    const points = [100, 20, -30, 90].map((value) => ({ value, label: '', figure: null }));
    const steps = waterfallSteps({
      ...(of('waterfall') as Extract<Chart, { kind: 'waterfall' }>),
      totals: [0, 3],
      series: [{ name: 's', tone: 'primary', points }],
    });
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      [0, 100],
      [100, 120],
      [120, 90],
      [0, 90],
    ]);
    expect(new Set(steps.map((step) => step.tone)).size).toBe(3);
  });
});

describe('placing', () => {
  it('finds a place of its own for each name in a crowd, with a line where it is far', () => {
    const crowd = Array.from({ length: 6 }, (_, i) => ({ x: 50 + i, y: 50 + i, radius: 4, width: 30 }));
    const placed = placeLabels(crowd, 10, { left: 0, top: 0, right: 200, bottom: 120 });
    const boxes = placed.map(({ x, y }, i) => ({
      text: String(i),
      left: x,
      right: x + 30,
      top: y - 5,
      bottom: y + 5,
    }));
    expect(overlaps(boxes)).toEqual([]);
    expect(placed.some((place) => place.far)).toBe(true);
  });

  it('leads no line through a name', () => {
    // To the right the name of the first is in the way, above are two wide marks, to the left and below is no room.
    const crowd = [
      { x: 60, y: 50, radius: 4, width: 26 },
      { x: 50, y: 20, radius: 18, width: 1 },
      { x: 90, y: 20, radius: 18, width: 1 },
      { x: 50, y: 50, radius: 4, width: 30 },
    ];
    const placed = placeLabels(crowd, 11, { left: 20, top: -20, right: 400, bottom: 56 });
    expect(placed[0]).toEqual({ x: 66, y: 50, far: false });
    expect(placed[3]?.far).toBe(true);
    expect(placed[3]?.y).toBeLessThan(2);
  });

  it('takes round ticks between ends that are not', () => {
    expect(roundTicks(28.6, 36.2, 3).map((tick) => tick.label)).toEqual(['30', '35']);
    expect(roundTicks(0, 1, 5).map((tick) => tick.label)).toEqual(['0.0', '0.2', '0.4', '0.6', '0.8', '1.0']);
  });
});

describe('columns', () => {
  const points = (...values: number[]) =>
    values.map((value) => ({ value, label: value.toFixed(1), figure: null }));

  it('keep room beside the last one for the values of its thin parts', async () => {
    const chart = of('column');
    if (chart.kind !== 'column') throw new Error('no columns');
    const [large, small] = chart.series;
    if (!large || !small) throw new Error('no series');
    const thin: Chart = {
      ...chart,
      stacked: true,
      categories: ['甲', '乙'],
      series: [
        { ...large, points: points(9000, 9500) },
        { ...small, points: points(120.5, 123456.7 / 1000) },
      ],
    };
    for (const width of [156, 60]) expect(faults(await draw(thin, width))).toEqual([]);
  });

  it('of twelve months hold the values that stand on them', async () => {
    const chart = of('column');
    if (chart.kind !== 'column') throw new Error('no columns');
    const months = Array.from({ length: 12 }, (_, i) => `${i + 1}月`);
    const series = chart.series
      .slice(0, 2)
      .map((one) => ({ ...one, points: points(...months.map((_, i) => 50.5 + i)) }));
    const svg = await draw({ ...chart, stacked: true, categories: months, series });
    const bars = [...svg.matchAll(/ d="M[\d.]+,[\d.]+h([\d.]+)v[\d.]+h-\1Z" fill="#(?:1F4E79|7FA8CC)"/g)];
    const values = textBoxes(svg, face).filter(({ text }) => /^\d+\.5$/.test(text));
    expect([bars.length, values.length]).toEqual([24, 24]);
    const widest = Math.max(...values.map(({ left, right }) => right - left));
    expect(Math.min(...bars.map(([, width]) => Number(width)))).toBeGreaterThan(widest);
    expect(faults(svg)).toEqual([]);
  });

  it('and lines of a combination stay apart in a low drawing', async () => {
    const chart = of('combo');
    if (chart.kind !== 'combo') throw new Error('no combination');
    const [columns, line] = [chart.series[0], chart.lines[0]];
    if (!columns || !line) throw new Error('no series');
    const low = (heightMm: number): Chart => ({
      ...chart,
      categories: ['2021年', '2022年'],
      series: [{ ...columns, points: points(45.5, 50.2) }],
      lines: [{ ...line, points: points(39.8, 41.5) }],
      heightMm,
    });
    for (const height of [72, 56, 48, 42]) expect(faults(await draw(low(height)))).toEqual([]);
  });

  it('and lines of a combination have no scale of a single mark, where every value is told', async () => {
    const chart = of('combo');
    if (chart.kind !== 'combo') throw new Error('no combination');
    const [line] = chart.lines;
    if (!line) throw new Error('no line');
    const marks = async (heightMm: number, ...values: number[]) =>
      textBoxes(
        await draw({
          ...chart,
          categories: ['2021年', '2022年'],
          series: chart.series.map((one) => ({ ...one, points: points(455, 502) })),
          lines: [{ ...line, points: points(...values) }],
          heightMm,
        }),
        face,
      )
        .map(({ text }) => text)
        .filter((text) => /^[34]\d$/.test(text));
    expect(await marks(50, 39.8, 41.5)).toEqual([]);
    expect((await marks(80, 29.9, 48.5)).length).toBeGreaterThanOrEqual(2);
  });
});

describe('a radar in half a page', () => {
  it('is as large as there is room for, with its legend in the corners and names of two lines at most', async () => {
    const names =
      '增加值 核心产业增速 5G基站数 新增上云企业 网络零售额 智能车间工厂 项目投资 数控化率 一网通办 签约项目开工'.split(
        ' ',
      );
    const points = names.map((_, i) => ({ value: 60 + 4 * i, label: '', figure: null }));
    const base = of('radar');
    for (const heightMm of [40, 52]) {
      const svg = await draw(
        {
          ...base,
          categories: names,
          series: base.series.map((one) => ({ ...one, points })),
          heightMm,
        } as Chart,
        76,
      );
      const boxes = textBoxes(svg, face);
      const at = (text: string) =>
        boxes.find((box) => box.text === text) ?? { left: 0, right: 0, top: 0, bottom: 0 };
      expect(faults(svg)).toEqual([]);
      expect(boxes.length).toBeLessThanOrEqual(names.length + 6 + base.series.length + 3);
      const web = at('智能车间工厂').top - at('增加值').bottom;
      expect(web / (heightMm * (72 / 25.4))).toBeGreaterThan(0.6);
      for (const { name } of base.series) expect(Math.abs(at(name).top - at('增加值').top)).toBeLessThan(6);
    }
  });
});
