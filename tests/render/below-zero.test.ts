/** Charts of what fell or was struck off: bars to the other side of zero, and names of categories out of their way. */
import { expect, it } from 'vitest';
import type { Chart, ChartSeries, Tone } from '../../src/model/document/chart.ts';
import { type Document, PLAIN_SECTION } from '../../src/model/document/document.ts';
import { renderChart } from '../../src/render/charts/svg.ts';
import { renderDocx } from '../../src/render/docx/render.ts';
import { part } from '../support/docx.ts';
import { testEffects } from '../support/effects.ts';
import { testFonts } from '../support/fonts.ts';
import { sampleDocument, text } from '../support/sample-document.ts';
import { overlaps, textBoxes } from '../support/svg.ts';
import { officialTheme as theme } from '../support/theme.ts';

const fonts = testFonts();
const series = (name: string, tone: Tone, values: number[], labelled = true): ChartSeries => ({
  name,
  tone,
  points: values.map((value) => ({
    value,
    label: labelled ? value.toFixed(1).replace('-', '−') : '',
    figure: null,
  })),
});
const free = { title: '亿元', min: null, max: null };
const MONTHS: Chart = {
  kind: 'column',
  stacked: true,
  categories: ['5月', '6月'],
  series: [series('重点产业', 'primary', [70, 80]), series('新基建', 'secondary', [40, -20])],
  valueAxis: free,
  heightMm: 66,
};
const GOALS: Chart = {
  kind: 'bullet',
  categories: ['新建5G基站', '5G终端用户数'],
  series: [series('完成率', 'primary', [78.6, -4.5]), series('序时进度', 'tertiary', [50, 50], false)],
  valueAxis: free,
  heightMm: 50,
};
const YEAR: Chart = {
  kind: 'combo',
  categories: ['5月', '6月'],
  series: [series('当月完成投资', 'secondary', [40, -20])],
  lines: [series('累计完成率', 'primary', [50, 45])],
  valueAxis: free,
  lineAxis: { title: '%', min: null, max: null },
  heightMm: 72,
};

/** Top and bottom of the bars of a tone, left to right; positions of a drawing, y downwards. */
function bars(svg: string, tone: Tone): { top: number; bottom: number; left: number; right: number }[] {
  const fill = theme.tones[tone].colour;
  const shape = /d="M([-\d.]+),([-\d.]+)h([-\d.]+)v([-\d.]+)h[-\d.]+Z" fill="(#\w+)"/g;
  return [...svg.matchAll(shape)]
    .filter(([, , , , , colour]) => colour === fill)
    .map(([, x, y, w, h]) => ({
      left: Number(x),
      top: Number(y),
      right: Number(x) + Number(w),
      bottom: Number(y) + Number(h),
    }));
}

it('what was struck off hangs below what was added, and is as long as it says', async () => {
  const svg = await renderChart(MONTHS, theme, 156, fonts);
  const [, june] = bars(svg, 'primary');
  const [may, struck] = bars(svg, 'secondary');
  if (!june || !may || !struck) throw new Error('no bars');
  expect(struck.top).toBeCloseTo(june.bottom, 1);
  expect((struck.bottom - struck.top) / (june.bottom - june.top)).toBeCloseTo(20 / 80, 2);
  expect(may.bottom - may.top).toBeCloseTo(2 * (struck.bottom - struck.top), 1);
});

it('a bar below zero covers no name of a category', async () => {
  for (const [chart, tone] of [
    [GOALS, 'primary'],
    [YEAR, 'secondary'],
  ] as const) {
    const svg = await renderChart(chart, theme, 156, fonts);
    const boxes = textBoxes(svg, fonts.faces[theme.text.chart.font]);
    expect(overlaps(boxes)).toEqual([]);
    // Bars are told from the plot's corner, texts from the drawing's.
    const [, dx = 0, dy = 0] = (/translate\(([\d.]+),([\d.]+)\)/.exec(svg) ?? []).map(Number);
    for (const name of boxes.filter(({ text: words }) => chart.categories.includes(words)))
      for (const bar of bars(svg, tone)) {
        const apart =
          bar.left + dx >= name.right ||
          bar.right + dx <= name.left ||
          bar.top + dy >= name.bottom ||
          bar.bottom + dy <= name.top;
        expect(apart, `${chart.kind} ${name.text}`).toBe(true);
      }
  }
});

const RISING: Chart = { ...MONTHS, series: [series('重点产业', 'primary', [70, 80])] };
const LINES: Chart = {
  ...GOALS,
  kind: 'line',
  series: [series('重点产业', 'primary', [10, 20]), series('序时进度', 'muted', [10, 25], false)],
};

/** XML of the charts in Word. */
async function inWord(...charts: Chart[]): Promise<string[]> {
  const document: Document = {
    ...sampleDocument,
    sections: [
      {
        ...PLAIN_SECTION,
        blocks: charts.map((chart, i) => ({
          kind: 'chart',
          id: `c${i}`,
          number: `图${i + 1}`,
          caption: [text('标题')],
          chart,
          notes: [],
          alt: '',
        })),
      },
    ],
  };
  const { value } = await renderDocx(document, { theme, fonts, effects: testEffects() });
  if (!value) throw new Error('nothing written');
  return charts.map((_, i) => part(value.bytes, `word/charts/chart${i + 1}.xml`));
}

it('in Word names of categories stand at the edge where bars go below zero, and what is struck off has its number', async () => {
  const [months = '', goals = '', rising = ''] = await inWord(MONTHS, GOALS, RISING);
  const names = (xml: string): string | undefined => /<c:catAx>.*?<c:tickLblPos val="(\w+)"/s.exec(xml)?.[1];
  expect([months, goals, rising].map(names)).toEqual(['low', 'low', 'nextTo']);
  expect(months).toContain('−20.0');
  const [year = ''] = await inWord(YEAR);
  expect(Number(/<c:valAx>.*?<c:min val="([-\d.]+)"/s.exec(year)?.[1])).toBeLessThanOrEqual(-20);
});

it('in Word a line is as dark as on the page: of a light grey a dotted line could not be seen', async () => {
  const [xml = ''] = await inWord(LINES);
  const svg = await renderChart(LINES, theme, 156, fonts);
  const [light] = [theme.tones.muted.colour.slice(1)];
  expect(xml).not.toContain(light);
  const drawn = [...xml.matchAll(/<a:ln w="\d+"[^>]*><a:solidFill><a:srgbClr val="(\w+)"/g)].map(
    ([, c]) => c,
  );
  const dotted = drawn.find((colour) => colour !== theme.tones.primary.colour.slice(1));
  expect(svg).toContain(`#${dotted}`);
});

it('the ends of bands say their sums rounded as sentences do', async () => {
  const flow: Chart = {
    kind: 'flow',
    categories: ['物联网'],
    // As a binary number it lies below the half.
    series: [{ name: '重点产业', tone: 'primary', points: [{ value: 12.35, label: '12.4', figure: null }] }],
    valueAxis: { title: '亿元', min: null, max: null },
    heightMm: 60,
  };
  expect(await renderChart(flow, theme, 156, fonts)).toContain('物联网 12.4');
});
