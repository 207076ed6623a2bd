/** Charts that Word has no kind for, as a group of its own shapes: vector, and every word of it can be edited. */
import { AlignmentType, LineRuleType, Paragraph } from 'docx';
import { type IShapeGroupChildOptions, type ShapeFill, ShapeGroupRun } from 'docx/shapes';
import type { Tone } from '../../../model/document/chart.ts';
import type { Theme } from '../../../model/document/theme.ts';
import type { Band, Drawing, Word } from '../../charts/drawings/drawing.ts';
import { lineHeight } from '../../charts/drawings/drawing.ts';
import type { ChartStyle } from '../../charts/style.ts';
import { halfPoints, hex, twipsOfPt } from '../parts/units.ts';
import { textRuns } from '../text/text.ts';
import { fontOf } from './common.ts';

const PIXELS_PER_POINT = 96 / 72;
const px = (points: number): number => Math.max(1, Math.round(points * PIXELS_PER_POINT));
/** Word sets text a little wider than the faces that were measured. */
const SLACK = 6;
const PATTERNS = {
  diagonal: 'wideUpwardDiagonal',
  backDiagonal: 'wideDownwardDiagonal',
  cross: 'openDiamond',
  dots: 'percent25',
  horizontal: 'narrowHorizontal',
  vertical: 'narrowVertical',
} as const;

interface AltText {
  id: string;
  name: string;
  description: string;
}

export function drawnShapes(
  drawing: Drawing,
  theme: Theme,
  style: ChartStyle,
  altText: AltText,
): ShapeGroupRun {
  const children: IShapeGroupChildOptions[] = [
    // Holds the group at the size of the drawing.
    {
      type: 'rectangle',
      transformation: { width: px(drawing.width), height: px(drawing.height) },
      line: 'none',
    },
    ...drawing.bands.map((band) => bandShape(band, style)),
    ...drawing.boxes.map(
      ({ left, top, right, bottom, tone }): IShapeGroupChildOptions => ({
        type: 'rectangle',
        transformation: place(left, top, right, bottom),
        fill: fillOf(tone, theme),
        line: { color: hex(theme.colours.ink), width: style.stroke.outline },
      }),
    ),
    ...drawing.words.map((word) => wordShape(word, theme, style)),
  ];
  return new ShapeGroupRun({ children, altText });
}

function place(left: number, top: number, right: number, bottom: number) {
  const [l, t, r, b] = [left, top, right, bottom].map((value) => Math.round(value * PIXELS_PER_POINT)) as [
    number,
    number,
    number,
    number,
  ];
  return { offset: { left: l, top: t }, width: Math.max(1, r - l), height: Math.max(1, b - t) };
}

function fillOf(tone: Tone, theme: Theme): ShapeFill {
  const { colour, pattern } = theme.tones[tone];
  if (pattern === 'solid' || pattern === 'none') return hex(colour);
  return { type: 'pattern', pattern: PATTERNS[pattern], color: hex(colour), backgroundColor: 'FFFFFF' };
}

function bandShape(
  { x1, top1, bottom1, x2, top2, bottom2, tone }: Band,
  style: ChartStyle,
): IShapeGroupChildOptions {
  const middle = (x1 + x2) / 2;
  const at = (...values: number[]): string => values.map((value) => value.toFixed(1)).join(' ');
  const path = [
    `M ${at(x1, top1)} C ${at(middle, top1, middle, top2, x2, top2)}`,
    `L ${at(x2, bottom2)} C ${at(middle, bottom2, middle, bottom1, x1, bottom1)} Z`,
  ].join(' ');
  return {
    type: 'custom',
    path,
    transformation: place(x1, Math.min(top1, top2), x2, Math.max(bottom1, bottom2)),
    fill: hex(style.tint(tone)),
    line: { color: hex(style.ink), width: style.stroke.hair },
  };
}

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };

function wordShape(
  { x, y, text, align, on }: Word,
  theme: Theme,
  style: ChartStyle,
): IShapeGroupChildOptions {
  const width = style.measure(text) + 2 * SLACK;
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  const half = lineHeight(style) / 2;
  const { colour, plate } = on === null ? { colour: style.ink, plate: false } : style.textOn(on);
  const font = fontOf(theme);
  const runs = textRuns(text, {
    font: { name: font.name },
    size: halfPoints(font.size),
    color: hex(colour),
  });
  return {
    type: 'rectangle',
    transformation: place(left, y - half, left + width, y + half),
    fill: plate ? 'FFFFFF' : 'none',
    line: 'none',
    textOptions: {
      wrap: false,
      verticalAlignment: 'center',
      margins: { top: 0, right: 0, bottom: 0, left: 0 },
    },
    children: [
      new Paragraph({
        alignment: ALIGN[align],
        spacing: { before: 0, after: 0, line: twipsOfPt(lineHeight(style)), lineRule: LineRuleType.EXACT },
        children: runs,
      }),
    ],
  };
}
