/** A drawing as layers: areas with their hatchings, bands, words. */
import type { Chart } from '../../../model/document/chart.ts';
import type { Band, Drawing, DrawnKind } from '../drawings/drawing.ts';
import { drawingOf } from '../drawings/index.ts';
import type { ChartStyle } from '../style.ts';
import { emptyFrame, specOf } from './frame.ts';
import { hatching } from './hatch.ts';
import {
  labelOnArea,
  path,
  rectangle,
  type ShapeItem,
  shapeLayer,
  type TextItem,
  textLayers,
} from './layers.ts';
import type { SpecBuilder } from './spec-builder.ts';

export const drawn: SpecBuilder<Extract<Chart, { kind: DrawnKind }>> = (chart, widthMm, style) => {
  const drawing = drawingOf(chart, widthMm, style);
  const { plates, texts } = words(drawing, style);
  return specOf(
    emptyFrame(drawing.width, drawing.height),
    [
      ...shapeLayer(drawing.bands.map((band) => bandShape(band, style))),
      ...shapeLayer(
        drawing.boxes.flatMap((box) => [
          rectangle(box, style.fill(box.tone), style),
          ...hatching(box, box.tone, style),
        ]),
      ),
      ...shapeLayer(plates),
      ...textLayers(texts, style),
    ],
    style,
  );
};

const at = (...values: number[]): string => values.map((value) => value.toFixed(2)).join(',');

function bandShape(band: Band, style: ChartStyle): ShapeItem {
  const { x1, top1, bottom1, x2, top2, bottom2 } = band;
  const middle = (x1 + x2) / 2;
  const upper = `M${at(x1, top1)}C${at(middle, top1)},${at(middle, top2)},${at(x2, top2)}`;
  const lower = `L${at(x2, bottom2)}C${at(middle, bottom2)},${at(middle, bottom1)},${at(x1, bottom1)}Z`;
  return {
    ...path(upper + lower),
    fill: style.tint(band.tone),
    stroke: style.ink,
    strokeWidth: style.stroke.hair,
  };
}

function words(drawing: Drawing, style: ChartStyle): { plates: ShapeItem[]; texts: TextItem[] } {
  const plates: ShapeItem[] = [];
  const texts = drawing.words.map(({ x, y, text, align, on }): TextItem => {
    if (on === null) return { x, y, text, align, colour: style.ink };
    const label = labelOnArea({ x, y, text }, style.textOn(on), style);
    plates.push(...label.plates);
    return label.text;
  });
  return { plates, texts };
}
