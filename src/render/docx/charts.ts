/** Every kind of chart and its nearest form in Word; a kind without one doesn't compile. */
import { type FileChild, Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import type { Chart, ChartKind } from '../../model/document/chart.ts';
import type { ChartBlock } from '../../model/document/document.ts';
import type { Theme } from '../../model/document/theme.ts';
import type { DrawnKind } from '../charts/drawings/drawing.ts';
import { drawingOf } from '../charts/drawings/index.ts';
import { bar } from './charts/bar.ts';
import { bullet } from './charts/bullet.ts';
import { column } from './charts/column.ts';
import { combo } from './charts/combo.ts';
import type { NativeChart } from './charts/common.ts';
import { dot } from './charts/dot.ts';
import { drawnShapes } from './charts/drawn.ts';
import { heatTable } from './charts/heat.ts';
import { line } from './charts/line.ts';
import { multiplesTable } from './charts/multiples.ts';
import { radar } from './charts/radar.ts';
import { range } from './charts/range.ts';
import { scatter } from './charts/scatter.ts';
import { slope } from './charts/slope.ts';
import { stackedBar } from './charts/stacked-bar.ts';
import { waterfall } from './charts/waterfall.ts';
import { mmOfTwips, pixelsOfMm } from './parts/units.ts';
import type { Scope } from './scope.ts';
import { STYLE } from './styles/style-names.ts';
import { clean } from './text/text.ts';

type ChartOf<K extends ChartKind> = Extract<Chart, { kind: K }>;
type Handler<K extends ChartKind> = (chart: ChartOf<K>, place: Place) => FileChild;

interface Place {
  scope: Scope;
  widthMm: number;
  name: string;
  description: string;
}

const sizeOf = ({ heightMm }: Pick<Chart, 'heightMm'>, widthMm: number) => ({
  width: pixelsOfMm(widthMm),
  height: pixelsOfMm(heightMm),
});

/** The layout asks how large it is, and no more: as little of a chart as can be one. */
const outline = (chart: Chart, widthMm: number): Paragraph =>
  new Paragraph({
    style: STYLE.chart,
    children: [new ChartRun({ ...LITTLE, transformation: sizeOf(chart, widthMm) })],
  });
const LITTLE = { type: 'column', categories: [''], series: [{ name: '', values: [0] }] } as const;

/** A native chart that Word can edit; its data stand in a workbook of its own. */
const native =
  <C extends Chart>(make: (chart: C, theme: Theme, widthMm: number) => NativeChart) =>
  (chart: C, { scope, widthMm, name, description }: Place): Paragraph => {
    if (scope.lean) return outline(chart, widthMm);
    const made = make(chart, scope.theme, widthMm);
    const { options, frames = [], bare = [], hidden = [], labels = [], tones = {} } = made;
    scope.charts.push({ chart, widthMm, frames, bare, hidden, labels, tones });
    const run = new ChartRun({
      ...options,
      transformation: sizeOf(chart, widthMm),
      altText: { id: nextId(scope), name, description },
    });
    return new Paragraph({ style: STYLE.chart, children: [run] });
  };

/** A group of Word's own shapes. */
const shapes = <C extends ChartOf<DrawnKind>>(
  chart: C,
  { scope, widthMm, name, description }: Place,
): Paragraph => {
  const drawing = drawingOf(chart as ChartOf<DrawnKind>, widthMm, scope.style);
  const altText = { id: nextId(scope), name, description };
  return new Paragraph({
    style: STYLE.chart,
    children: [drawnShapes(drawing, scope.theme, scope.style, altText)],
  });
};

const HANDLERS: { [K in ChartKind]: Handler<K> } = {
  bar: native(bar),
  stackedBar: native(stackedBar),
  column: native(column),
  line: native(line),
  range: native(range),
  bullet: native(bullet),
  combo: native(combo),
  dot: native(dot),
  slope: native(slope),
  waterfall: native(waterfall),
  scatter: native(scatter),
  radar: native(radar),
  heat: (chart, { scope }) => heatTable(chart, scope),
  multiples: (chart, { scope }) =>
    multiplesTable(chart, scope, (panel, widthMm, name, description) =>
      panel.kind === 'column'
        ? native(column)(panel, { scope, widthMm, name, description })
        : native(line)(panel as ChartOf<'line'>, { scope, widthMm, name, description }),
    ),
  treemap: shapes,
  flow: shapes,
  tileMap: shapes,
};

/** The chart itself, without caption and notes. */
export function wordChart<K extends ChartKind>(
  block: ChartBlock & { chart: ChartOf<K> },
  scope: Scope,
): FileChild {
  const number = scope.drawings.count + 1;
  return (HANDLERS[(block.chart as Chart).kind as K] as Handler<K>)(block.chart, {
    scope,
    widthMm: mmOfTwips(scope.textWidth),
    name: clean(block.number) || `图 ${number}`,
    description: clean(block.alt),
  });
}

const nextId = (scope: Scope): string => {
  scope.drawings.count++;
  return String(scope.drawings.count);
};
