/**
 * The one document tree from which every format is rendered. Renderers see nothing but this and the theme.
 */
import type { Chart } from './chart.ts';
import type { Inline } from './inline.ts';

/** Line above all: numbered by the numbering pass (一、 （一） 1. （1）), level 1…4. */
export interface HeadingBlock {
  kind: 'heading';
  level: 1 | 2 | 3 | 4;
  id: string;
  /** '一、', '（一）', '1.', '附件1' …; '' for an unnumbered heading. Filled by the numbering pass. */
  number: string;
  children: Inline[];
  /** Whether it stands in the table of contents. */
  inContents: boolean;
}

/**
 * body: 三号仿宋, indented 2 · flush: not indented · note: 注：small, under a table or chart · centre · right ·
 * fine: small print (method notes)
 */
export type ParagraphStyle = 'body' | 'flush' | 'note' | 'centre' | 'right' | 'fine';

export interface ParagraphBlock {
  kind: 'paragraph';
  style: ParagraphStyle;
  children: Inline[];
}

/** Official prose hardly uses lists; `ordered` items are numbered 1. 2. 3., others get no mark but a hanging indent. */
export interface ListBlock {
  kind: 'list';
  ordered: boolean;
  items: Inline[][];
}

export type CellAlign = 'left' | 'centre' | 'right';

export interface TableColumn {
  /** Share of the table's width; shares are normalised. */
  width: number;
  align: CellAlign;
}

export interface TableCell {
  /** Paragraphs of the cell. */
  content: Inline[][];
  colSpan: number;
  rowSpan: number;
  /** Row or column header, for accessibility. */
  header: boolean;
}

export interface TableBlock {
  kind: 'table';
  id: string;
  /** '表1', filled by the numbering pass; '' when the table carries no caption. */
  number: string;
  caption: Inline[];
  /** “单位：个”, top right. */
  unitNote: string;
  columns: TableColumn[];
  /** Head rows, repeated on every page. */
  head: TableCell[][];
  body: TableCell[][];
  /** 注 and 数据来源 under the table. */
  notes: Inline[][];
  /** normal: 小四/五号 · dense: 小五, for ledgers of many columns. */
  density: 'normal' | 'dense';
}

export interface ChartBlock {
  kind: 'chart';
  id: string;
  /** '图1', filled by the numbering pass. */
  number: string;
  /** The title, which says the finding. */
  caption: Inline[];
  chart: Chart;
  notes: Inline[][];
  /** Alternative text for readers who do not see it. */
  alt: string;
}

/** Document title and what stands with it on the first page. */
export interface TitleBlock {
  kind: 'title';
  /** Lines as broken by the author, trapezium shaped. */
  lines: string[];
  /** Below the title: issuer, date or “截至…”. */
  subtitle: Inline[][];
  /** Top-left marks: 会议材料之四, 会后收回, 征求意见稿. */
  marks: string[];
}

export interface ContentsBlock {
  kind: 'contents';
  title: string;
  /** Deepest heading level listed. */
  depth: 1 | 2 | 3;
}

/** The numbers a leader wants, in a strip of boxes. */
export interface KeyFiguresBlock {
  kind: 'keyFigures';
  items: { label: Inline[]; value: Inline[]; detail: Inline[] }[];
}

/** A framed box with a title. */
export interface CalloutBlock {
  kind: 'callout';
  title: Inline[];
  children: ParagraphBlock[];
}

export interface PageBreakBlock {
  kind: 'pageBreak';
}

/**
 * 版头: who issues, and the number of the document. Where it stands and how large follows from the document's form:
 * for a letter GB/T 9704-2012 10.1.
 */
export interface LetterheadBlock {
  kind: 'letterhead';
  /** 发文机关标志. */
  mark: string;
  /** 发文字号, with visible gaps for what is not given. */
  number: string;
}

/** 主送机关: flush left below the title, ends with a colon (7.3.2). */
export interface AddresseeBlock {
  kind: 'addressee';
  children: Inline[];
}

/** 署名 and 成文日期 at the end of the text (7.3.5). */
export interface SignatureBlock {
  kind: 'signature';
  issuer: string;
  /** As printed, 2022年10月12日 or a gap. */
  date: string;
  /** Leaves room for a seal: the date four characters from the right and the name centred above it. */
  sealed: boolean;
}

export type Block =
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | TableBlock
  | ChartBlock
  | TitleBlock
  | ContentsBlock
  | KeyFiguresBlock
  | CalloutBlock
  | PageBreakBlock
  | LetterheadBlock
  | AddresseeBlock
  | SignatureBlock;
export type BlockKind = Block['kind'];

/** Pages of one orientation; a new section starts a new page. */
export interface Section {
  orientation: 'portrait' | 'landscape';
  blocks: Block[];
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

/** Form of the pages: report — a title on the first page · letter — 信函格式 (GB/T 9704-2012, 10.1). */
export const DOCUMENT_FORMS = ['report', 'letter'] as const;
type DocumentForm = (typeof DOCUMENT_FORMS)[number];

export interface Document {
  /** File name without extension. */
  name: string;
  form: DocumentForm;
  meta: DocumentMeta;
  sections: Section[];
}
