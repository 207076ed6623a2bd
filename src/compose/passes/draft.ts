/** 征求意见稿: a document built while findings are open says so on its first page, on every page and in its name. */
import type { Block, Document } from '../../model/document/document.ts';

const DRAFT_MARK = '征求意见稿';

/** The same document, marked; its own name, so that a draft never replaces the finished one. */
export function markDraft(document: Document): Document {
  const { meta, sections } = document;
  return {
    ...document,
    name: `${document.name}（${DRAFT_MARK}）`,
    meta: { ...meta, pageMark: meta.pageMark === '' ? DRAFT_MARK : `${DRAFT_MARK}　${meta.pageMark}` },
    sections: sections.map(({ fit, ...section }) => ({
      ...section,
      blocks: marked(section.blocks),
      ...(fit && { fit: { ...fit, variants: fit.variants.map(marked) } }),
    })),
  };
}

const marked = (blocks: readonly Block[]): Block[] =>
  blocks.map((block) => (block.kind === 'title' ? { ...block, marks: [...block.marks, DRAFT_MARK] } : block));
