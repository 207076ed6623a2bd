/** Upright columns over moments in time, side by side or stacked. */
import { type ColumnChart, knownValues } from '../../../model/document/chart.ts';
import { spread } from '../spread.ts';
import type { ChartStyle } from '../style.ts';
import { type BarItem, barLayers, baseline, labelsAbove, sideBySide } from './bars.ts';
import { type Frame, specOf, verticalFrame } from './frame.ts';
import {
  labelOnArea,
  leaderLine,
  type SegmentItem,
  segmentLayers,
  shapeLayer,
  type TextItem,
  textLayers,
} from './layers.ts';
import { areaEntry } from './legend.ts';
import type { SpecBuilder } from './spec-builder.ts';
import { type StackPart, stack } from './stack.ts';

/** Share of a category's room that its columns fill; stacked ones leave room for labels beside them. */
const FILLED = 0.6;
const FILLED_STACKED = 0.45;
/** … but for what labels on them need: twelve months in a row leave room for 63.7 in a column that is a little wider. */
const FILLED_FOR_LABELS = 0.75;
const BESIDE_LABEL = 1.5;
const WIDEST = 64;
const LEADER = 8;
const RIGHT = 2;

export const column: SpecBuilder<ColumnChart> = (chart, widthMm, style) => {
  const parts = chart.stacked ? stack(chart.series, chart.categories.length, chart.share ?? false) : [];
  const frameWith = (right: number): Frame =>
    verticalFrame(chart, widthMm, style, {
      placing: 'bands',
      legend: chart.series.length > 1 ? chart.series.map((s) => areaEntry(s, style)) : [],
      values: chart.stacked ? parts.map((p) => p.to) : knownValues(chart.series),
      right,
      above: chart.stacked ? 0 : style.size,
    });
  const draw = (frame: Frame): Drawn =>
    chart.stacked ? stackedColumns(parts, frame, style) : separateColumns(chart, frame, style);
  const wide = frameWith(RIGHT);
  const beyond = overRight(draw(wide), wide, style);
  // The last column moves by less than the plot's edge.
  const moves = 1 - 1 / (2 * Math.max(1, chart.categories.length));
  const frame = beyond > 0 ? frameWith(RIGHT + beyond / moves) : wide;
  const drawn = draw(frame);
  return specOf(
    frame,
    [
      ...barLayers(drawn.bars, frame, style, 'upright', chart.valueAxis.title),
      ...segmentLayers([...drawn.leaders, baseline(frame, style, 'upright')]),
      ...shapeLayer(drawn.onArea.flatMap((l) => l.plates)),
      ...textLayers([...drawn.onArea.map((l) => l.text), ...drawn.beside], style),
    ],
    style,
  );
};

interface Drawn {
  bars: BarItem[];
  onArea: ReturnType<typeof labelOnArea>[];
  beside: TextItem[];
  leaders: SegmentItem[];
}

/** How far labels beside the last column reach beyond the drawing. */
function overRight({ beside }: Drawn, { plot }: Frame, style: ChartStyle): number {
  const ends = beside.flatMap(({ x, text, align }) => (align === 'left' ? [x + style.measure(text)] : []));
  return Math.max(0, ...ends) - plot.width - plot.right;
}

function separateColumns(chart: ColumnChart, frame: Frame, style: ChartStyle): Drawn {
  const width = Math.min(WIDEST, (frame.step * FILLED) / Math.max(1, chart.series.length));
  const columns = sideBySide(chart.series, frame, width);
  const beside = labelsAbove(columns, width, frame, style);
  return { bars: columns.map(({ bar }) => bar), onArea: [], beside, leaders: [] };
}

/** Labels of parts too thin to hold them stand right of the column, kept apart, each with a leader. */
function stackedColumns(parts: readonly StackPart[], frame: Frame, style: ChartStyle): Drawn {
  const line = style.size * 1.1;
  const drawn: Drawn = { bars: [], onArea: [], beside: [], leaders: [] };
  const fits = (part: StackPart): boolean =>
    Math.abs(frame.position(part.from) - frame.position(part.to)) >= line;
  // A label wider than its column would run onto the paper, white as it may be.
  const longest = Math.max(0, ...parts.filter(fits).map((part) => style.measure(part.label)));
  const width = Math.min(
    Math.max(Math.min(WIDEST, frame.step * FILLED_STACKED), longest + 2 * BESIDE_LABEL),
    frame.step * FILLED_FOR_LABELS,
  );
  for (const category of new Set(parts.map((p) => p.category))) {
    const own = parts.filter((p) => p.category === category);
    const left = frame.centre(category) - width / 2;
    const right = left + width;
    const middle = (part: StackPart): number => frame.position((part.from + part.to) / 2);
    drawn.bars.push(...own.map((part) => ({ ...part, start: left, end: right })));
    for (const part of own.filter((p) => p.label && fits(p))) {
      const label = { x: frame.centre(category), y: middle(part), text: part.label };
      drawn.onArea.push(labelOnArea(label, style.textOn(part.tone), style));
    }
    const thin = own.filter((p) => p.label && !fits(p));
    const places = spread(
      thin.map(middle),
      line,
      line / 2 - frame.plot.top / 2,
      frame.plot.height - line / 2,
    );
    for (const [i, part] of thin.entries()) {
      const y = places[i] ?? 0;
      drawn.leaders.push(leaderLine({ x: right, y: middle(part) }, { x: right + LEADER, y }, style));
      drawn.beside.push({ x: right + LEADER + 2, y, text: part.label, align: 'left', colour: style.ink });
    }
  }
  return drawn;
}
