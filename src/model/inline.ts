/** Inline nodes of the document tree. */
import type { Figure } from './figure.ts';
import { STATUS_FACES, type Status } from './status.ts';

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
/** Symbol and, unless `symbolOnly`, word of a status. */
export interface StatusInline {
  kind: 'status';
  status: Status;
  symbolOnly: boolean;
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
  | BreakInline;
export type InlineKind = Inline['kind'];

/** Text of an inline node as a reader would copy it; a line break becomes a newline. */
export function plainText(node: Inline): string {
  switch (node.kind) {
    case 'text':
    case 'figure':
    case 'reference':
      return node.text;
    case 'strong':
    case 'emphasis':
      return node.children.map(plainText).join('');
    case 'status':
      return statusText(node);
    case 'break':
      return '\n';
  }
}

/** “★已完成”, or “★” alone. */
export function statusText(node: StatusInline): string {
  const face = STATUS_FACES[node.status];
  return node.symbolOnly ? face.symbol : `${face.symbol}${face.word}`;
}
