/**
 * Columns in the lower part of the plot, lines in the upper: neither the marks nor their values can meet. Each axis is
 * marked only where its own values lie.
 */
import { type ChartAxis, type ComboChart, knownValues } from '../../../model/document/chart.ts';
import { spread } from '../spread.ts';
import type { ChartStyle } from '../style.ts';
import { barLayers, baseline, labelsAbove, sideBySide } from './bars.ts';
import { type Frame, specOf, verticalFrame } from './frame.ts';
import {
  type SegmentItem,
  type ShapeItem,
  segmentLayers,
  shapeLayer,
  type TextItem,
  textLayers,
} from './layers.ts';
import { areaEntry } from './legend.ts';
import { dashOf, markOf, polyline } from './marks.ts';
import type { SpecBuilder } from './spec-builder.ts';
import { roundTicks } from './ticks.ts';

/** Shares of the plot's height: up to where columns reach, and where lines lie. */
interface Bands {
  columns: number;
  from: number;
  to: number;
}

/** Of a drawing that is high enough; in a low one the values of columns and lines need more of it. */
const BANDS: Bands = { columns: 0.6, from: 0.74, to: 0.9 };
/** In sizes of type: a value above its mark, and above its column below the lowest mark. */
const ABOVE_MARK = 1.6;
const BELOW_MARK = 1.9;

function bandsOf(height: number, { size }: ChartStyle): Bands {
  const to = Math.min(BANDS.to, 1 - (ABOVE_MARK * size) / height);
  const from = Math.min(BANDS.from, to - 0.1);
  return { columns: Math.max(0.3, Math.min(BANDS.columns, from - (BELOW_MARK * size) / height)), from, to };
}

const FILLED = 0.56;
const WIDEST = 44;

export const combo: SpecBuilder<ComboChart> = (chart, widthMm, style) => {
  const layout = layoutOf(chart, widthMm, style);
  const { frame } = layout;
  const width = Math.min(WIDEST, (frame.step * FILLED) / Math.max(1, chart.series.length));
  const columns = sideBySide(chart.series, frame, width);
  const lines = linesOf(chart, layout, style);
  const texts = [
    ...labelsAbove(columns, width, frame, style),
    ...[...chart.categories.keys()].flatMap((category) => lineLabels(chart, category, layout, style)),
    ...lineAxisTexts(chart, layout, style),
  ];
  return specOf(
    frame,
    [
      ...barLayers(
        columns.map(({ bar }) => bar),
        frame,
        style,
        'upright',
        chart.valueAxis.title,
      ),
      ...segmentLayers([baseline(frame, style, 'upright'), ...lines.segments]),
      ...shapeLayer(lines.marks),
      ...textLayers(texts, style),
    ],
    style,
  );
};

interface Layout {
  frame: Frame;
  bands: Bands;
  /** Of the lines' axis. */
  ticks: LineScale['ticks'];
  /** Place of a line's value. */
  y(value: number): number;
}

/** How high the plot is, is known only with a frame, and how the plot is shared out only with its height: two frames. */
function layoutOf(chart: ComboChart, widthMm: number, style: ChartStyle): Layout {
  const amounts = knownValues(chart.series);
  const most = Math.max(1e-9, ...amounts);
  const least = Math.min(0, ...amounts);
  const frameFor = (bands: Bands): { frame: Frame; scale: LineScale } => {
    const scale = lineScale(chart.lineAxis, knownValues(chart.lines), bands);
    const min = chart.valueAxis.min ?? least;
    const max = chart.valueAxis.max ?? min + (most - min) / bands.columns;
    const whole = { ...chart, valueAxis: { ...chart.valueAxis, min, max } };
    const frame = verticalFrame(whole, widthMm, style, {
      placing: 'bands',
      legend: [
        ...chart.series.map((s) => areaEntry(s, style)),
        ...chart.lines.map((s, i) => ({ name: s.name, mark: markOf(i, s, style) })),
      ],
      values: [...amounts, max],
      right: Math.max(0, ...scale.ticks.map((t) => style.measure(t.label))) + 6,
      above: 0,
    });
    return { frame, scale };
  };
  const bands = bandsOf(frameFor(BANDS).frame.plot.height, style);
  const { frame, scale } = frameFor(bands);
  if (chart.valueAxis.max === null)
    frame.ticks.ticks = frame.ticks.ticks.filter((t) => t.value <= most * 1.15);
  const y = (value: number): number => frame.plot.height * (1 - scale.share(value));
  return { frame, bands, ticks: scale.ticks, y };
}

function linesOf(
  chart: ComboChart,
  { frame, y }: Layout,
  style: ChartStyle,
): { segments: SegmentItem[]; marks: ShapeItem[] } {
  const lines = chart.lines.map((series, s) => {
    const points = series.points.map(({ value }, i) =>
      value === null ? null : { x: frame.centre(i), y: y(value) },
    );
    const look = { stroke: style.line(series.tone), strokeWidth: style.stroke.data, dash: dashOf(s) };
    return {
      segments: polyline(points, look),
      marks: points.flatMap((point) => (point ? [{ ...point, ...markOf(s, series, style) }] : [])),
    };
  });
  return {
    segments: lines.flatMap(({ segments }) => segments),
    marks: lines.flatMap(({ marks }) => marks),
  };
}

/** The values of all lines in a category, above their marks, pushed apart where lines run close. */
function lineLabels(
  chart: ComboChart,
  category: number,
  { frame, bands, y }: Layout,
  style: ChartStyle,
): TextItem[] {
  const own = chart.lines.flatMap(({ points }) => {
    const point = points[category];
    return point && point.value !== null && point.label ? [{ text: point.label, y: y(point.value) }] : [];
  });
  const wishes = own.map((label) => label.y - style.size * 0.95);
  const lowest = frame.plot.height * (1 - bands.columns) - style.size;
  const places = spread(wishes, style.size * 1.1, style.size / 2 - 4, lowest);
  return own.map(({ text }, k) => ({
    x: frame.centre(category),
    y: places[k] ?? 0,
    text,
    align: 'center',
    colour: style.ink,
  }));
}

/** Ticks and title of the lines' axis, on the right. */
function lineAxisTexts(chart: ComboChart, { frame, ticks, y }: Layout, style: ChartStyle): TextItem[] {
  const { width, right } = frame.plot;
  const marked = apart(ticks, (tick) => y(tick.value), style.size * 1.1);
  // One mark is no scale; where every value stands at its point, none is missed.
  const told = chart.lines.every(({ points }) => points.every((p) => p.value === null || p.label));
  const shown = marked.length < 2 && told ? [] : marked;
  const texts = shown.map(
    ({ value, label }): TextItem => ({
      x: width + 4,
      y: y(value),
      text: label,
      align: 'left',
      colour: style.ink,
    }),
  );
  const { title } = chart.lineAxis;
  if (!title) return texts;
  const height = style.size * 0.6 - style.size * 1.9;
  return [...texts, { x: width + right - 2, y: height, text: title, align: 'right', colour: style.ink }];
}

/** Those that lie so far from the one before that is kept. */
function apart<T>(items: readonly T[], place: (item: T) => number, least: number): T[] {
  const kept: T[] = [];
  for (const item of items) {
    const last = kept.at(-1);
    if (last === undefined || Math.abs(place(item) - place(last)) >= least) kept.push(item);
  }
  return kept;
}

interface LineScale {
  share(value: number): number;
  ticks: ReturnType<typeof roundTicks>;
}

/** Share of the plot's height for a value, and ticks; fixed ends of the axis hold for the whole height. */
function lineScale(axis: ChartAxis, values: readonly number[], { from, to }: Bands): LineScale {
  const [low, high] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 1];
  if (axis.min !== null && axis.max !== null) {
    const { min, max } = { min: axis.min, max: axis.max };
    return { share: (v: number) => (v - min) / (max - min), ticks: roundTicks(min, max, 5) };
  }
  const span = high - low || Math.abs(high) || 1;
  const share = (v: number): number => from + ((v - low) / span) * (to - from);
  const margin = span * 0.25;
  return { share, ticks: roundTicks(low - margin, high + margin, 3) };
}
