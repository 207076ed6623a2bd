/** Inline nodes of the document tree. */

import { STATUS_FACES, type Status } from '../status.ts';
import type { Figure } from './figure.ts';

export interface TextInline {
  kind: 'text';
  text: string;
}
/** 加粗; allowed only in faces that may be emboldened (仿宋, 宋体). */
export interface StrongInline {
  kind: 'strong';
  children: Inline[];
}
/** Set in 楷体. */
export interface EmphasisInline {
  kind: 'emphasis';
  children: Inline[];
}
/** A number from data, as printed (`text` includes unit and wording that may not be split from it). */
export interface FigureInline {
  kind: 'figure';
  text: string;
  figure: Figure;
}
/** 图3 / 表2: the text is filled in by the references pass. */
export interface ReferenceInline {
  kind: 'reference';
  /** Id of a chart, table or heading block. */
  target: string;
  text: string;
}
/** Symbol and word of a status; the short word in table cells, or the symbol alone in grids. */
export interface StatusInline {
  kind: 'status';
  status: Status;
  form: 'full' | 'short' | 'symbol';
}
/** Mark of a note; the note stands at the end of the chapter. */
export interface NoteMarkInline {
  kind: 'noteMark';
  /** Within the chapter, from 1; filled by the pass that collects the notes. */
  n: number;
  children: Inline[];
}
export interface BreakInline {
  kind: 'break';
}

export type Inline =
  | TextInline
  | StrongInline
  | EmphasisInline
  | FigureInline
  | ReferenceInline
  | StatusInline
  | NoteMarkInline
  | BreakInline;
export type InlineKind = Inline['kind'];

/** Text of inline nodes as a reader would copy it; a line break becomes a newline. */
export function plainText(nodes: readonly Inline[]): string {
  return nodes.map(plainInline).join('');
}

function plainInline(node: Inline): string {
  switch (node.kind) {
    case 'text':
    case 'figure':
    case 'reference':
      return node.text;
    case 'strong':
    case 'emphasis':
      return plainText(node.children);
    case 'status':
      return statusText(node);
    case 'noteMark':
      return noteNumber(node.n);
    case 'break':
      return '\n';
  }
}

/** ① … ⑳, then （21）. */
export const noteNumber = (n: number): string =>
  n <= 20 ? String.fromCodePoint(0x2460 + n - 1) : `（${n}）`;

/** “●达到序时进度”, “●达序时” or “●”. */
export function statusText(node: StatusInline): string {
  const { symbol, word, short } = STATUS_FACES[node.status];
  return { full: `${symbol}${word}`, short: `${symbol}${short}`, symbol }[node.form];
}
