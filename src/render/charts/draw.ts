/** The drawings of a document's charts, at the width that each has on its page. */
import { keyOf, remembered } from '../../base/cached.ts';
import type { Cache } from '../../base/effects.ts';
import { madeOnce } from '../../base/made-once.ts';
import type { Chart } from '../../model/document/chart.ts';
import type { Document } from '../../model/document/document.ts';
import type { Theme } from '../../model/document/theme.ts';
import type { FontSet } from '../fonts/face.ts';
import { textWidthMm } from '../layout/text-width.ts';

/** Of the text's width, for one of two charts side by side. */
const HALF = 0.484;

/** By chart, then by width. */
type Drawn = WeakMap<Chart, Map<string, Promise<string>>>;
/** A bound volume shows the charts of its documents again; results are the same with or without this. */
const memos = new WeakMap<FontSet, WeakMap<Theme, Drawn>>();

/**
 * Out: SVG by the id of the chart's block.
 * @param kept drawings between runs, and a digest of all they depend on besides chart and width
 */
export async function drawCharts(
  document: Document,
  theme: Theme,
  fonts: FontSet,
  kept: { cache: Cache | undefined; ground: string },
): Promise<ReadonlyMap<string, string>> {
  const drawn = new Map<string, string>();
  for (const { orientation, blocks } of document.sections)
    for (const block of blocks)
      if (block.kind === 'chart') {
        const width = textWidthMm(theme, orientation) * (block.half ? HALF : 1);
        drawn.set(block.id, await drawOnce(block.chart, theme, width, fonts, kept));
      }
  return drawn;
}

function drawOnce(
  chart: Chart,
  theme: Theme,
  width: number,
  fonts: FontSet,
  { cache, ground }: { cache: Cache | undefined; ground: string },
): Promise<string> {
  const ofFonts = madeOnce(memos, fonts, () => new WeakMap());
  const ofTheme = madeOnce(ofFonts, theme, () => new WeakMap());
  const ofChart = madeOnce(ofTheme, chart, () => new Map());
  const key = String(width);
  const draw = async (): Promise<string> =>
    (await import('./svg.ts')).renderChart(chart, theme, width, fonts);
  return madeOnce(ofChart, key, () =>
    remembered(cache, (store) => keyOf(store, 'chart', ground, chart, key), draw),
  );
}
