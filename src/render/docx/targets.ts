/** What references and the contents point at: bookmarks, named and numbered in document order. */
import type {
  Block,
  ChartBlock,
  ContentsBlock,
  DividerBlock,
  Document,
  HeadingBlock,
  TableBlock,
} from '../../model/document/document.ts';
import type { BookmarkName } from './parts/fields.ts';
import { captionNumbers } from './sequences.ts';
import { type HeadingNumbering, numberHeadings } from './styles/numbering.ts';

export interface Target {
  mark: BookmarkName;
  /** Text that the bookmark encloses (图1); '' when it encloses a heading that Word numbers. */
  label: string;
}

export interface Targets {
  /** What a table of contents may list, in order. */
  listed: readonly (HeadingBlock | DividerBlock)[];
  /** Numbered or not, in order. */
  captions: readonly (TableBlock | ChartBlock)[];
  /** Numbers of captions that are fields. */
  numbers: ReturnType<typeof captionNumbers>;
  numbering: HeadingNumbering;
  /** By block; blocks of one id would otherwise share a bookmark. */
  ofBlock: ReadonlyMap<Block, Target>;
  ofId: ReadonlyMap<string, Target>;
}

/** In: document, and first-line indent of headings in twips. Out: a bookmark for every heading, table and chart. */
export function targetsOf(document: Document, indent: number): Targets {
  const numbering = numberHeadings(document, indent);
  const blocks = document.sections.flatMap((section) => section.blocks);
  const ofBlock = new Map<Block, Target>();
  const ofId = new Map<string, Target>();
  for (const block of blocks) {
    const listed = block.kind === 'heading' || block.kind === 'divider';
    if (!listed && block.kind !== 'table' && block.kind !== 'chart') continue;
    const id = ofBlock.size + 1;
    const prefix = listed ? '_Toc' : '_Ref';
    const label = listed ? '' : block.number;
    const target = { mark: { name: `${prefix}${String(id).padStart(9, '0')}`, id }, label };
    ofBlock.set(block, target);
    if (!ofId.has(block.id)) ofId.set(block.id, target);
  }
  const listed = blocks.filter((block) => block.kind === 'heading' || block.kind === 'divider');
  const captions = blocks.filter((block) => block.kind === 'table' || block.kind === 'chart');
  return { listed, captions, numbers: captionNumbers(captions), numbering, ofBlock, ofId };
}

/** Whether the table of contents lists the block. */
export function isListed(
  block: HeadingBlock | DividerBlock,
  { scope, lists, depth }: ContentsBlock,
): boolean {
  if (!block.id.startsWith(scope)) return false;
  if (block.kind === 'divider') return lists === 'dividers';
  return lists === 'headings' && block.inContents && block.level <= depth;
}

/** Bookmarks of the layout that decides where the 版记 goes: at the end of the text, and in the 版记. */
export const IMPRINT_MARKS: readonly BookmarkName[] = ['_ImprintText', '_ImprintStart'].map((name, i) => ({
  name,
  id: 900_001 + i,
}));
