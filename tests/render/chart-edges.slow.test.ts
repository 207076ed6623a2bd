/** Charts of next to nothing: no value at all, one category, equal values, very long names. */

import { describe, expect, it } from 'vitest';
import type { Chart } from '../../src/model/document/chart.ts';
import { PLAIN_SECTION } from '../../src/model/document/document.ts';
import { renderChart } from '../../src/render/charts/svg.ts';
import { renderDocx } from '../../src/render/docx/render.ts';
import { chartSamples } from '../support/chart-samples.ts';
import { testEffects } from '../support/effects.ts';
import { testFonts } from '../support/fonts.ts';
import { sampleDocument } from '../support/sample-document.ts';
import { officialTheme as theme } from '../support/theme.ts';
import { hasValidator, validate } from '../support/validator.ts';

const fonts = testFonts();
const kinds = [...new Map(chartSamples.map((block) => [block.chart.kind, block.chart])).values()];

/** The same chart with each value changed. */
function changed(chart: Chart, value: (old: number | null) => number | null): Chart {
  const series = (all: Chart['series']): Chart['series'] =>
    all.map((one) => ({
      ...one,
      points: one.points.map((point) => {
        const now = value(point.value);
        return { value: now, label: now === null ? '' : point.label, figure: null };
      }),
    }));
  const lines = chart.kind === 'combo' ? { lines: series(chart.lines) } : {};
  return { ...chart, ...lines, series: series(chart.series) } as Chart;
}
const variants: [string, (chart: Chart) => Chart][] = [
  ['without values', (chart) => changed(chart, () => null)],
  ['of equal values', (chart) => changed(chart, (old) => (old === null ? null : 7))],
  ['of zeros', (chart) => changed(chart, (old) => (old === null ? null : 0))],
  [
    'without categories and series',
    (chart) =>
      ({ ...chart, categories: [], series: [], ...(chart.kind === 'combo' ? { lines: [] } : {}) }) as Chart,
  ],
];

describe.each(variants)('charts %s', (_, change) => {
  it.each(kinds.map((chart) => [chart.kind, chart] as const))('%s: still drawn', async (_kind, chart) => {
    const svg = await renderChart(change(chart), theme, 156, fonts);
    expect(svg).toMatch(/^<svg .*<\/svg>$/s);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('make a valid Word file', async () => {
    const blocks = chartSamples
      .filter((block) => kinds.includes(block.chart))
      .map((block) => ({ ...block, chart: change(block.chart) }))
      .filter(({ chart }) => chart.categories.length > 0);
    const document = { ...sampleDocument, sections: [{ ...PLAIN_SECTION, blocks }] };
    const { value } = await renderDocx(document, { theme, fonts, effects: testEffects() });
    expect(value?.bytes.length).toBeGreaterThan(1000);
    if (hasValidator && value) expect(await validate(value.bytes)).toEqual([]);
  });
});
