/** Marks over two value axes, each with its name; areas tell a third value. */
import { knownValues, type ScatterChart } from '../../../model/document/chart.ts';
import { axisLayer, baseline } from './bars.ts';
import { specOf, verticalFrame } from './frame.ts';
import {
  type SegmentItem,
  type ShapeItem,
  segmentLayers,
  shapeLayer,
  type TextItem,
  textLayers,
} from './layers.ts';
import { placeLabels } from './place-labels.ts';
import type { SpecBuilder } from './spec-builder.ts';
import { valueTicks } from './ticks.ts';

const RADIUS = 3.5;
const LARGEST = 17;
const GAP = 5;

export const scatter: SpecBuilder<ScatterChart> = (chart, widthMm, style) => {
  const [xs, ys, sizes] = chart.series;
  const known = (at: number): number[] => knownValues(chart.series.slice(at, at + 1));
  const largest = Math.max(1e-9, ...known(2));
  const line = style.size * 1.2;
  // A large circle reaches over the plot, and must not cover what stands there.
  const above = sizes ? LARGEST : 0;
  const frame = verticalFrame({ ...chart, categories: [] }, widthMm, style, {
    placing: 'bands',
    legend: [],
    values: known(1),
    right: style.size * 2,
    above,
    below: line + 2,
  });
  const { plot } = frame;
  const across = valueTicks(chart.xAxis, known(0), 6);
  const x = (value: number): number => ((value - across.min) / (across.max - across.min)) * plot.width;
  const marks = chart.categories.flatMap((name, i) => {
    const [a, b, c] = [xs, ys, sizes].map((s) => s?.points[i]?.value ?? null);
    if (a == null || b == null) return [];
    const radius = sizes ? LARGEST * Math.sqrt(Math.max(0, c ?? 0) / largest) : RADIUS;
    return [{ name, x: x(a), y: frame.position(b), radius: Math.max(2, radius), width: style.measure(name) }];
  });
  // Large ones first: small ones are drawn over them.
  marks.sort((a, b) => b.radius - a.radius);
  const room = {
    left: 1,
    top: above > 0 ? 1 - above : 1 - plot.top / 2,
    right: plot.width + plot.right,
    bottom: plot.height - 1,
  };
  const places = placeLabels(marks, line, room);
  const tone = ys?.tone ?? 'primary';
  const segments: SegmentItem[] = across.ticks.map(({ value }) => ({
    x: x(value),
    x2: x(value),
    y: 0,
    y2: plot.height,
    stroke: style.faint,
    strokeWidth: style.stroke.hair,
    dash: [],
  }));
  const texts: TextItem[] = [
    ...across.ticks.map(
      ({ value, label }): TextItem => ({
        x: x(value),
        y: plot.height + GAP + line / 2,
        text: label,
        align: 'center',
        colour: style.ink,
      }),
    ),
    {
      x: plot.width / 2,
      y: plot.height + GAP + line * 1.5 + 2,
      text: chart.xAxis.title,
      align: 'center',
      colour: style.ink,
    },
  ];
  if (sizes)
    texts.push({
      x: plot.width + plot.right - 2,
      y: style.size * 0.6 - style.size * 1.9 - above,
      text: `圆的面积：${sizes.name}`,
      align: 'right',
      colour: style.ink,
    });
  for (const [i, place] of places.entries()) {
    const mark = marks[i];
    if (!mark) continue;
    texts.push({ x: place.x, y: place.y, text: mark.name, align: 'left', colour: style.ink });
    if (place.far) {
      const end = Math.max(place.x, Math.min(place.x + mark.width, mark.x));
      const from =
        place.y > mark.y ? place.y - line / 2 : place.y < mark.y - line / 2 ? place.y + line / 2 : place.y;
      segments.push({
        x: mark.x,
        y: mark.y,
        x2: end,
        y2: from,
        stroke: style.ink,
        strokeWidth: style.stroke.hair,
        dash: [],
      });
    }
  }
  const shapes = marks.map(
    (mark): ShapeItem => ({
      x: mark.x,
      y: mark.y,
      shape: 'circle',
      area: Math.PI * mark.radius ** 2,
      fill: sizes ? style.tint(tone) : style.line(tone),
      stroke: style.line(tone),
      strokeWidth: 0.8,
    }),
  );
  return specOf(
    frame,
    [
      axisLayer(frame, 'upright', ''),
      ...segmentLayers([...segments, baseline(frame, style, 'upright')]),
      ...shapeLayer(shapes),
      ...textLayers(texts, style),
    ],
    style,
  );
};
