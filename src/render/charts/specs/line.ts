/** Lines over moments in time, told apart by dash, marker and the name at their end. */
import {
  type ChartPoint,
  type ChartSeries,
  knownValues,
  type LineChart,
} from '../../../model/document/chart.ts';
import { spread } from '../spread.ts';
import type { ChartStyle } from '../style.ts';
import { axisLayer, baseline } from './bars.ts';
import { type Frame, specOf, verticalFrame } from './frame.ts';
import {
  leaderLine,
  type SegmentItem,
  type ShapeItem,
  segmentLayers,
  shapeLayer,
  type TextItem,
  textLayers,
} from './layers.ts';
import { dashOf, markOf } from './marks.ts';
import type { SpecBuilder } from './spec-builder.ts';

const LEADER = 12;

export const line: SpecBuilder<LineChart> = (chart, widthMm, style) => {
  const ends = chart.series.map(endLabel);
  const frame = verticalFrame(chart, widthMm, style, {
    placing: 'points',
    legend: [],
    values: knownValues(chart.series),
    right: LEADER + 8 + Math.max(0, ...ends.map(style.measure)),
    above: style.size / 2,
  });
  const points = chart.series.map((series) => placed(series, frame));
  const segments = points.flatMap((own, s) =>
    own.slice(1).flatMap((point, k): SegmentItem[] => {
      const before = own[k];
      if (!before || point.index !== before.index + 1) return [];
      const stroke = style.line(chart.series[s]?.tone ?? 'primary');
      return [
        {
          x: before.x,
          y: before.y,
          x2: point.x,
          y2: point.y,
          stroke,
          strokeWidth: style.stroke.data,
          dash: dashOf(s),
        },
      ];
    }),
  );
  const markers = points.flatMap((own, s) =>
    own.map(
      (point): ShapeItem => ({ x: point.x, y: point.y, ...markOf(s, chart.series[s] as ChartSeries, style) }),
    ),
  );
  const onTheWay = points.flatMap((own) =>
    own
      .slice(0, -1)
      .flatMap((p): TextItem[] =>
        p.label
          ? [{ x: p.x, y: p.y - style.size * 0.95, text: p.label, align: 'center', colour: style.ink }]
          : [],
      ),
  );
  const end = endLabels(points, ends, frame, style);
  return specOf(
    frame,
    [
      axisLayer(frame, 'upright', ''),
      ...segmentLayers([baseline(frame, style, 'upright'), ...segments, ...end.leaders]),
      ...shapeLayer(markers),
      ...textLayers([...onTheWay, ...end.texts], style),
    ],
    style,
  );
};

interface Placed extends ChartPoint {
  index: number;
  x: number;
  y: number;
}

function placed(series: ChartSeries, frame: Frame): Placed[] {
  return series.points.flatMap((point, index) =>
    point.value === null ? [] : [{ ...point, index, x: frame.centre(index), y: frame.position(point.value) }],
  );
}

function endLabel(series: ChartSeries): string {
  const label = series.points.findLast((p) => p.value !== null)?.label ?? '';
  return label ? `${series.name} ${label}` : series.name;
}

function endLabels(points: Placed[][], names: string[], frame: Frame, style: ChartStyle) {
  const ends = points.flatMap((own, s) => {
    const last = own.at(-1);
    return last ? [{ last, text: names[s] ?? '' }] : [];
  });
  const x = Math.max(0, ...ends.map((e) => e.last.x)) + LEADER;
  const height = style.size * 1.2;
  const places = spread(
    ends.map((e) => e.last.y),
    height,
    0,
    frame.plot.height - height / 2,
  );
  const leaders = ends.map(({ last }, i) =>
    leaderLine({ x: last.x + 4, y: last.y }, { x, y: places[i] ?? 0 }, style),
  );
  const texts: TextItem[] = ends.map((e, i) => ({
    x: x + 2,
    y: places[i] ?? 0,
    text: e.text,
    align: 'left',
    colour: style.ink,
  }));
  return { leaders, texts };
}
