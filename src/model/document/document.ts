/**
 * The one document tree from which every format is rendered, of the blocks in block.ts. Renderers see nothing but this
 * and the theme.
 */
import type { Block } from './block.ts';

export type * from './block.ts';

/**
 * report — a title on the first page · letter, official, minutes, bulletin — after their 版头 · sheet — pages that are
 * one table or one picture, with a smaller title · book — cover, front matter, chapters with running heads.
 */
export const DOCUMENT_FORMS = [
  'report',
  'letter',
  'official',
  'minutes',
  'bulletin',
  'sheet',
  'book',
] as const;
export type DocumentForm = (typeof DOCUMENT_FORMS)[number];

/** How a section comes to exactly one page: what to try, in order, until it fits; see render/settle/fit.ts. */
export interface Fit {
  /** The section's blocks from fullest to shortest; the first is what stands in `blocks`. */
  variants: Block[][];
  /** What it is called in messages: 专项一页“数字技术创新”. */
  name: string;
}

/** How the pages of a book's section are numbered and headed. */
export interface Leaf {
  /** cover: neither head nor number · front: i, ii … · body: 1, 2 … */
  matter: 'cover' | 'front' | 'body';
  /** Whether the page is set to its edges: cover and chapter openers. */
  full: boolean;
  /** Running head of right-hand pages: the chapter; '' for none. */
  head: string;
}

/** Pages of one orientation and form; a new section starts a new page. */
export interface Section {
  orientation: 'portrait' | 'landscape';
  form: DocumentForm;
  /** odd: on a right-hand page, after a blank one where needed. */
  opens: 'anywhere' | 'odd';
  /** Whether its pages show their number; they are counted all the same. */
  numbered: boolean;
  /** Levels by which its headings stand below their own in outlines, because a divider stands above them. */
  depth: 0 | 1;
  blocks: Block[];
  /** Of a book only. */
  leaf?: Leaf;
  /** Only until it has been fitted. */
  fit?: Fit;
  /** It has been: it is known to take one page in every format. */
  fitted?: true;
  /** Points by which its lines stand closer than the style has them, so that it ends well; see render/layout/last-page.ts. */
  closerPt?: number;
  /** The same in print alone, where its lines fall otherwise than in Word; see render/layout/print-ends.ts. */
  closerInPrintPt?: number;
}

export interface DocumentMeta {
  /** Full title on one line. */
  title: string;
  /** Organisation that issues it. */
  author: string;
  subject: string;
  keywords: string[];
  /** ISO date that stands for “now” in every format's metadata: the period's as-of date. */
  date: string;
  /** BCP 47. */
  language: 'zh-CN';
  /** Short text at the foot of every page, opposite the page number: “演示数据”, “征求意见稿”; '' for none. */
  pageMark: string;
}

export interface Document {
  /** Path of the outputs below the output folder, without extension. */
  name: string;
  form: DocumentForm;
  /** House style: templates/styles/<name>.yaml. */
  style: string;
  meta: DocumentMeta;
  sections: Section[];
  /** office: the PDF is for a black-and-white printer that prints both sides; see render/pdf/finish/office-print.ts. */
  printer?: 'office';
}

/** A section with nothing special about it. */
export const PLAIN_SECTION = {
  orientation: 'portrait',
  form: 'report',
  opens: 'anywhere',
  numbered: true,
  depth: 0,
} as const satisfies Omit<Section, 'blocks' | 'fit'>;
