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
  const amounts = knownValues(chart.series);
  const rates = knownValues(chart.lines);
  const most = Math.max(1e-9, ...amounts);
  const least = Math.min(0, ...amounts);
  const frameFor = (bands: Bands): { frame: Frame; scale: LineScale } => {
    const scale = lineScale(chart.lineAxis, rates, bands);
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
  const height = frame.plot.height;
  const width = Math.min(WIDEST, (frame.step * FILLED) / Math.max(1, chart.series.length));
  const columns = sideBySide(chart.series, frame, width);
  const texts = labelsAbove(columns, width, frame, style);
  const y = (value: number): number => height * (1 - scale.share(value));
  const segments: SegmentItem[] = [];
  const marks: ShapeItem[] = [];
  for (const [s, series] of chart.lines.entries()) {
    const points = series.points.map(({ value }, i) =>
      value === null ? null : { x: frame.centre(i), y: y(value) },
    );
    const look = { stroke: style.line(series.tone), strokeWidth: style.stroke.data, dash: dashOf(s) };
    segments.push(...polyline(points, look));
    marks.push(...points.flatMap((point) => (point ? [{ ...point, ...markOf(s, series, style) }] : [])));
  }
  for (const i of chart.categories.keys()) texts.push(...lineLabels(i));
  const right = frame.plot.width + 4;
  const marked = apart(scale.ticks, (t) => y(t.value), style.size * 1.1);
  // One mark is no scale; where every value stands at its point, none is missed.
  const told = chart.lines.every(({ points }) => points.every((p) => p.value === null || p.label));
  const ticks = (marked.length < 2 && told ? [] : marked).map(
    (t): TextItem => ({ x: right, y: y(t.value), text: t.label, align: 'left', colour: style.ink }),
  );
  const title: TextItem[] = chart.lineAxis.title
    ? [
        {
          x: frame.plot.width + frame.plot.right - 2,
          y: style.size * 0.6 - style.size * 1.9,
          text: chart.lineAxis.title,
          align: 'right',
          colour: style.ink,
        },
      ]
    : [];
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
      ...segmentLayers([baseline(frame, style, 'upright'), ...segments]),
      ...shapeLayer(marks),
      ...textLayers([...texts, ...ticks, ...title], style),
    ],
    style,
  );

  /** Above their marks, pushed apart where lines run close. */
  function lineLabels(i: number): TextItem[] {
    const own = chart.lines.flatMap(({ points }) => {
      const point = points[i];
      return point && point.value !== null && point.label ? [{ text: point.label, y: y(point.value) }] : [];
    });
    const wishes = own.map((label) => label.y - style.size * 0.95);
    const places = spread(
      wishes,
      style.size * 1.1,
      style.size / 2 - 4,
      height * (1 - bands.columns) - style.size,
    );
    return own.map(({ text }, k) => ({
      x: frame.centre(i),
      y: places[k] ?? 0,
      text,
      align: 'center',
      colour: style.ink,
    }));
  }
};

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
