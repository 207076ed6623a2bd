/**
 * What a template may print. Views hand out nothing else: no bare numbers (they would have no origin), no HTML.
 */
import { formatQuantity } from '../../base/chinese/format.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { Inline } from '../../model/document/inline.ts';

/** Ready-made inline nodes, e.g. a status mark or a sentence with figures in it. */
export interface Rich {
  rich: Inline[];
}

/** null prints as “—”: known to be missing. */
export type Value = string | Figure | Rich | boolean | null | View | Value[];

export interface View {
  [key: string]: Value;
}

export function isRich(value: unknown): value is Rich {
  return typeof value === 'object' && value !== null && 'rich' in value;
}

export function isFigure(value: unknown): value is Figure {
  return typeof value === 'object' && value !== null && 'provenance' in value;
}

/** Inline nodes for a printable value; undefined when the value cannot be printed (a group, a list, a yes-no). */
export function toInlines(value: unknown): Inline[] | undefined {
  if (value === null) return [{ kind: 'text', text: '—' }];
  if (typeof value === 'string') return textWithBreaks(value);
  if (isFigure(value)) return [figureInline(value)];
  if (isRich(value)) return value.rich;
  return undefined;
}

export function figureInline(figure: Figure, text = formatQuantity(figure)): Inline {
  return { kind: 'figure', text, figure };
}

/** Submitted texts may hold line breaks (Alt+Enter in a cell); they stay line breaks and nothing else. */
function textWithBreaks(text: string): Inline[] {
  return text
    .split(/\r?\n/)
    .flatMap((line, i): Inline[] => [
      ...(i > 0 ? [{ kind: 'break' } as const] : []),
      ...(line === '' ? [] : [{ kind: 'text', text: line } as const]),
    ]);
}

/** Strings, figures and statuses in a row become one rich value. */
export function rich(...parts: (string | Figure | Rich | null)[]): Rich {
  return { rich: parts.flatMap((part) => toInlines(part) ?? []) };
}
