/** The dashed line across all categories with its name above, e.g. 序时进度 75%. */

import type { ChartStyle } from '../style.ts';
import type { Frame } from './frame.ts';
import { type Layer, segmentLayers, textLayers } from './layers.ts';

type Rule = { value: number; label: string } | null;

/** Room above the plot for the rule's name. */
export function ruleHeight(rule: Rule, style: ChartStyle): number {
  return rule ? style.size * 1.5 : 0;
}

/** A line at the value, its name centred above it and kept on the drawing. */
export function ruleLayers(rule: Rule, frame: Frame, style: ChartStyle): Layer[] {
  if (!rule) return [];
  const x = frame.position(rule.value);
  const half = style.measure(rule.label) / 2;
  const centre = Math.max(half - frame.plot.left, Math.min(frame.plot.width + frame.plot.right - half, x));
  return [
    ...segmentLayers([
      { x, x2: x, y: -3, y2: frame.plot.height, stroke: style.ink, strokeWidth: 1, dash: [4, 2] },
    ]),
    ...textLayers(
      [{ x: centre, y: -3 - style.size * 0.6, text: rule.label, align: 'center', colour: style.ink }],
      style,
    ),
  ];
}
