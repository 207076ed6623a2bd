import type { FileChild } from 'docx';
import type { ChartBlock } from '../../../model/document/document.ts';
import { wordChart } from '../charts.ts';
import type { Scope } from '../scope.ts';
import { caption, gap, notes } from '../text/caption.ts';

/** The chart, its caption below, notes and source below that. */
export function chart(block: ChartBlock, scope: Scope): FileChild[] {
  const below = notes(block, scope);
  return [wordChart(block, scope), ...caption(block, scope, below.length > 0), ...below, gap()];
}
