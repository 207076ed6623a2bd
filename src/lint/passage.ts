/**
 * What the rules of wording look at: runs of text that read as one, whether they come from a template or from a composed
 * document. In a template a printed value and the border of a branch are one character each, so that no rule takes
 * markup for text.
 */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Origin } from '../base/origin.ts';
import type { Block } from '../model/document/document.ts';
import type { FigureInline } from '../model/document/inline.ts';

/** Stands for `{{…}}` that prints something; its text is not known to a template. */
export const VALUE = '\uFFFC';
/** Stands for `{{#if}}`, `{{else}}`, `{{/each}}` …: what follows may be printed or not. */
export const BRANCH = '\uFFFB';

export type Role =
  | 'body'
  | 'heading'
  | 'title'
  | 'caption'
  | 'cell'
  /** Subtitles, marks, labels of boxes, items of lists, notes, alternative texts. */
  | 'label'
  | 'addressee'
  | 'documentNumber'
  | 'signature'
  | 'signatureDate';

export interface PlacedFigure {
  start: number;
  end: number;
  inline: FigureInline;
}

export interface Passage {
  role: Role;
  text: string;
  /** Headings: 1…4; 0 otherwise. */
  level: number;
  /** Headings of a composed document: 一、, （一）, 附件1; '' otherwise. */
  number: string;
  /** How many characters at the beginning are bold. */
  bold: number;
  /** Numbers from data, where the passage comes from a document. */
  figures: PlacedFigure[];
  /** Where the characters from start to end are. */
  at(start: number, end: number): Origin;
}

/** A place in a passage and what to say of it. */
export interface Finding {
  start: number;
  end: number;
  tell: (at: Origin) => Diagnostic;
}

export interface PlacedBlock {
  block: Block;
  at: Origin;
}

/** A template file or a document as a whole. */
export interface Text {
  kind: 'template' | 'document';
  passages: Passage[];
  /** Empty for templates. */
  blocks: PlacedBlock[];
}

export const finding = (start: number, end: number, tell: Finding['tell']): Finding => ({ start, end, tell });

/** Matches of a pattern as findings; the pattern must be global and take linear time (bounded repetitions). */
export function* matches(
  text: string,
  pattern: RegExp,
  tell: (match: RegExpExecArray) => Finding['tell'] | undefined,
): Iterable<Finding> {
  for (const match of text.matchAll(pattern)) {
    const told = tell(match);
    if (told) yield finding(match.index, match.index + match[0].length, told);
  }
}
