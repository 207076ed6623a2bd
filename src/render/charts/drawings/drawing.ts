/**
 * Charts that are put together from areas, bands and words instead of axes. One description serves the SVG and Word's
 * shapes. Positions in points from the top left of the drawing, y downwards.
 */
import type { Chart, ChartKind, Tone } from '../../../model/document/chart.ts';
import { RAMP } from '../../../model/document/chart.ts';
import type { Area } from '../area.ts';
import { type ChartStyle, millimetres } from '../style.ts';

export interface Box extends Area {
  tone: Tone;
}

/** From an edge at `x1` to one at `x2`. */
export interface Band {
  x1: number;
  top1: number;
  bottom1: number;
  x2: number;
  top2: number;
  bottom2: number;
  tone: Tone;
}

export interface Word {
  x: number;
  /** Middle of the line. */
  y: number;
  text: string;
  align: 'left' | 'center' | 'right';
  /** Of the area below it; null on paper. */
  on: Tone | null;
}

export interface Drawing {
  width: number;
  height: number;
  boxes: Box[];
  bands: Band[];
  words: Word[];
}

export type DrawnKind = 'treemap' | 'flow' | 'tileMap' | 'heat';
export type Draw<K extends ChartKind> = (
  chart: Extract<Chart, { kind: K }>,
  widthMm: number,
  style: ChartStyle,
) => Drawing;

export const MARGIN = 2;
export const lineHeight = (style: ChartStyle): number => style.size * 1.2;

export const sizeOf = (chart: Chart, widthMm: number): { width: number; height: number } => ({
  width: millimetres(widthMm),
  height: millimetres(chart.heightMm),
});

const SWATCH = { width: 18, height: 8 };

/** “低 ▢▢▢▢▢ 高” at the top right, and the unit at the top left: what shades mean. */
export function rampLegend(unit: string, width: number, style: ChartStyle): Pick<Drawing, 'boxes' | 'words'> {
  const y = MARGIN + lineHeight(style) / 2;
  const right = width - MARGIN - style.measure('高') - 3;
  const left = right - RAMP.length * SWATCH.width;
  const boxes = RAMP.map((tone, i) => ({
    left: left + i * SWATCH.width,
    right: left + (i + 1) * SWATCH.width,
    top: y - SWATCH.height / 2,
    bottom: y + SWATCH.height / 2,
    tone,
  }));
  const words: Word[] = [
    { x: left - 3, y, text: '低', align: 'right', on: null },
    { x: right + 3, y, text: '高', align: 'left', on: null },
  ];
  if (unit) words.unshift({ x: MARGIN, y, text: unit, align: 'left', on: null });
  return { boxes, words };
}

/** Lines of words centred on a point. */
export const stacked = (
  lines: readonly string[],
  at: { x: number; y: number },
  on: Tone | null,
  style: ChartStyle,
  align: Word['align'] = 'center',
): Word[] =>
  lines.map((text, i) => ({
    x: at.x,
    y: at.y + (i - (lines.length - 1) / 2) * lineHeight(style),
    text,
    align,
    on,
  }));
