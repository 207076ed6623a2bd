/** What every part of the HTML renderer is handed. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Section } from '../../model/document/document.ts';
import type { Inline } from '../../model/document/inline.ts';
import type { Theme } from '../../model/document/theme.ts';
import type { FontFace, FontSet } from '../fonts/face.ts';

/** One line of the table of contents; the page number is written into it after the first print. */
export interface ContentsEntry {
  /** Id of the heading. */
  id: string;
  level: 1 | 2 | 3 | 4;
  text: string;
  /** Of a material of a bound volume, not of a heading. */
  divider: boolean;
}

export interface HtmlContext {
  /** Name of the document, by which problems are told. */
  name: string;
  theme: Theme;
  fonts: FontSet;
  /** Chart id → finished SVG. */
  charts: ReadonlyMap<string, string>;
  contents: readonly ContentsEntry[];
  /** Numbered tables and charts, for the lists of them. */
  captions: Record<'charts' | 'tables', readonly ContentsEntry[]>;
  /** Of the section being written. */
  form: Section['form'];
  orientation: Section['orientation'];
  depth: Section['depth'];
  report(problem: Diagnostic): void;
}

/** Inside a paragraph: the face in force, which a character must be in, and the way to the inlines further inside. */
export interface InlineScope {
  context: HtmlContext;
  face: FontFace;
  inner(children: readonly Inline[], face: FontFace): string;
}
