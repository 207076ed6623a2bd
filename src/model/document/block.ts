/** The kinds of blocks that a section of a document is made of. */

import type { Status } from '../status.ts';
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
  /**
   * text: the levels of GB/T 9704 · sheet: head of a page (level 1) or of a part of it, without number · chapter: opens a
   * chapter of a book on a page of its own · front: head of a preface, an appendix.
   */
  look: 'text' | 'sheet' | 'chapter' | 'front';
}

/**
 * body: 三号仿宋, indented 2 · flush: not indented · note: 注：small, under a table or chart · centre · right ·
 * fine: small print (method notes)
 */
export type ParagraphStyle =
  | 'body'
  | 'flush'
  | 'note'
  | 'centre'
  | 'right'
  | 'fine'
  /** Prose of sheets: 四号 and 小四; they shrink towards `fine` so that a sheet stays one page. */
  | 'sheetLarge'
  | 'sheet';

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
  /** In a book: goes on overleaf although it is short, as it would leave its page half empty. */
  mayBreak?: boolean;
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
  /** Two in a row stand side by side. */
  half?: boolean;
}

/** Document title and what stands with it on the first page. */
export interface TitleBlock {
  kind: 'title';
  /** Lines as broken by the author, trapezium shaped; none where only the marks are wanted. */
  lines: string[];
  /** Below the title: issuer, date or “截至…”. */
  subtitle: Inline[][];
  /** Top-left marks: 会议材料之四, 会后收回, 征求意见稿. */
  marks: string[];
}

export interface ContentsBlock {
  kind: 'contents';
  title: string;
  /** Lists headings and dividers whose id begins with this; '' for all of the document. */
  scope: string;
  /** dividers: the materials of a bound volume, without their own headings · charts, tables: those with a number. */
  lists: 'headings' | 'dividers' | 'charts' | 'tables';
  /** Deepest heading level listed. */
  depth: 1 | 2 | 3;
}

/** The numbers a leader wants, in a strip of boxes. */
export interface KeyFiguresBlock {
  kind: 'keyFigures';
  items: { label: Inline[]; value: Inline[]; detail: Inline[] }[];
  /** pull: one large number beside its words · grid: three in a row, for a page of them. */
  look?: 'boxes' | 'pull' | 'grid';
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
 * 版头: who issues, and the number of the document.
 * letter — 信函格式 (GB/T 9704-2012, 10.1) · official — 文件式 (7.2): mark 35 mm below the 版心's upper edge, number, red
 * rule · minutes — 纪要格式 (10.3) · bulletin — 简报、通报: name of the periodical, issue, issuer and date over the rule.
 */
export interface LetterheadBlock {
  kind: 'letterhead';
  form: 'letter' | 'official' | 'minutes' | 'bulletin';
  /** 发文机关标志, 纪要标志, or the periodical's name. */
  mark: string;
  /** 发文字号 or 期号, with visible gaps for what is not given. */
  number: string;
  /** Left and right over the red rule of a bulletin or minutes; '' for none. */
  issuer: string;
  date: string;
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

/** 附件说明 (7.3.4): two characters in, one blank line below the text; several are numbered 1. 2. 3. */
export interface AnnexListBlock {
  kind: 'annexList';
  items: string[];
}

/** 版记 (7.4) at the foot of the last, even page. In a letter it has neither rules nor the line of issue (10.1). */
export interface ImprintBlock {
  kind: 'imprint';
  /** 主送, without its label: of a document whose first page would have no room for its text below them (7.3.2). */
  recipients?: string;
  /** 抄送, without its label; '' for none. */
  copies: string;
  /** 印发机关. */
  issuer: string;
  /** 印发日期 as printed, without 印发; a gap where not given. */
  date: string;
}

/** 出席、请假、列席 of minutes (10.3): label in 黑体, names hanging after it. */
export interface AttendanceBlock {
  kind: 'attendance';
  label: string;
  people: Inline[];
}

/** One task in a grid. */
export interface StatusGridCell {
  status: Status;
  /** Number of the task. */
  no: string;
  /** Short name; '' for a cell of mark and number alone. */
  text: string;
}

/** “红黄绿灯”: tasks as cells with mark and shade, a row for each group; legible without colour. */
export interface StatusGridBlock {
  kind: 'statusGrid';
  rows: { label: Inline[]; cells: StatusGridCell[] }[];
  /** Cells in a line; a group that has more goes on below. */
  perLine: number;
  /** Under the grid: which statuses it explains. */
  legend: Status[];
  /** Height of a cell in millimetres. */
  cellMm: number;
}

/** Cover of a bound volume: a page of its own, without page number. */
export interface CoverBlock {
  kind: 'cover';
  /** Top left: 会后收回, 内部资料. */
  marks: string[];
  lines: string[];
  subtitle: string[];
  /** At the foot. */
  issuer: string;
  date: string;
}

/** Page before each material of a bound volume; it stands in the contents. */
export interface DividerBlock {
  kind: 'divider';
  id: string;
  /** 会议材料之一; '' for what carries no number. */
  mark: string;
  title: string;
}

/** What the opening page of a chapter says below its title. */
export interface OpeningBlock {
  kind: 'opening';
  /** Id of the chapter's heading, whose sections are listed; filled by the numbering pass. */
  chapter: string;
  summary: Inline[][];
  items: KeyFiguresBlock['items'];
}

/** Cover of a book: a page to its edges, the picture drawn from geometry. */
export interface BookCoverBlock {
  kind: 'bookCover';
  year: string;
  lines: string[];
  subtitle: string;
  issuer: string;
  date: string;
}

/** 版权页: on the back of the cover, at the foot. */
export interface ColophonBlock {
  kind: 'colophon';
  title: string;
  rows: { label: string; text: string }[];
  statement: string;
}

/** 席卡: a sheet that is folded into a tent, the name on both sides. */
export interface NameCardBlock {
  kind: 'nameCard';
  name: string;
}

/** 座次图: the seats of a room, its head at the top of the plan. */
export interface SeatingPlanBlock {
  kind: 'seatingPlan';
  /** Who sits at the head of the room, from the left as printed. */
  head: string[];
  /** Rows of the hall from the front, all of the same even length: an aisle runs through the middle. null: a free seat. */
  rows: (string | null)[][];
  /** Height of a seat in millimetres, at least. */
  seatMm: number;
  /** normal: names in 五号 · dense: in 小五. */
  density: 'normal' | 'dense';
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
  | SignatureBlock
  | AnnexListBlock
  | ImprintBlock
  | AttendanceBlock
  | StatusGridBlock
  | CoverBlock
  | DividerBlock
  | NameCardBlock
  | SeatingPlanBlock
  | OpeningBlock
  | BookCoverBlock
  | ColophonBlock;
export type BlockKind = Block['kind'];
