import { type FileChild, Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import type { ChartBlock } from '../../../model/document.ts';
import { caption, gap, notes } from '../caption.ts';
import { nativeChart } from '../charts.ts';
import type { Scope } from '../scope.ts';
import { STYLE } from '../style-names.ts';
import { clean } from '../text.ts';
import { mmOfTwips, pixelsOfMm } from '../units.ts';

/** A native chart that Word can edit, its caption below, notes and source below that. */
export function chart(block: ChartBlock, scope: Scope): FileChild[] {
  const { options, frames = [] } = nativeChart(block.chart, scope.theme);
  const widthMm = mmOfTwips(scope.textWidth);
  scope.charts.push({ chart: block.chart, widthMm, frames });
  const below = notes(block, scope);
  const run = new ChartRun({
    ...options,
    transformation: {
      width: pixelsOfMm(widthMm),
      height: pixelsOfMm(block.chart.heightMm),
    },
    altText: {
      id: String(scope.charts.length),
      name: clean(block.number) || `图 ${scope.charts.length}`,
      description: clean(block.alt),
    },
  });
  return [
    new Paragraph({ style: STYLE.chart, children: [run] }),
    ...caption(block, scope, below.length > 0),
    ...below,
    gap(),
  ];
}
