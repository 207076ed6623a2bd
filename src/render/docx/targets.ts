/** What references and the contents point at: bookmarks, named and numbered in document order. */
import type { Block, Document, HeadingBlock } from '../../model/document.ts';
import type { BookmarkName } from './fields.ts';
import { type HeadingNumbering, numberHeadings } from './numbering.ts';

export interface Target {
  mark: BookmarkName;
  /** Text that the bookmark encloses (图1); '' when it encloses a heading that Word numbers. */
  label: string;
}

export interface Targets {
  headings: readonly HeadingBlock[];
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
    if (block.kind !== 'heading' && block.kind !== 'table' && block.kind !== 'chart') continue;
    const id = ofBlock.size + 1;
    const prefix = block.kind === 'heading' ? '_Toc' : '_Ref';
    const label = block.kind === 'heading' ? '' : block.number;
    const target = { mark: { name: `${prefix}${String(id).padStart(9, '0')}`, id }, label };
    ofBlock.set(block, target);
    if (!ofId.has(block.id)) ofId.set(block.id, target);
  }
  return { headings: blocks.filter((block) => block.kind === 'heading'), numbering, ofBlock, ofId };
}
