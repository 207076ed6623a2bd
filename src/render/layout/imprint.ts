/** 版记 stand at the very end, after the annexes (GB/T 9704-2012, 7.3.7 and 7.4). */
import { type Document, PLAIN_SECTION, type Section } from '../../model/document/document.ts';

export const hasImprint = (document: Document): boolean =>
  document.sections.some((section) => section.blocks.some((block) => block.kind === 'imprint'));

/** Out: the document with its 版记 as the last block of the last section, which is upright. */
export function imprintLast(document: Document): Document {
  const imprints = document.sections.flatMap((s) => s.blocks.filter((block) => block.kind === 'imprint'));
  if (imprints.length === 0) return document;
  const sections = document.sections.map(
    (section): Section => ({
      ...section,
      blocks: section.blocks.filter((block) => block.kind !== 'imprint'),
    }),
  );
  const last = sections.at(-1);
  if (last?.orientation === 'portrait') last.blocks.push(...imprints);
  else sections.push({ ...PLAIN_SECTION, form: document.form, blocks: imprints });
  return { ...document, sections };
}

export type ImprintPlace = 'here' | 'overleaf' | 'afterBlank';

/**
 * Where the 版记 goes. In: the page that the text ends on, and whether there is room below it. In a letter it stands on
 * the last page, else on an even one (7.4); after a blank page neither carries a number (7.5).
 */
export function imprintPlace(page: number, room: boolean, form: Document['form']): ImprintPlace {
  if (form === 'letter') return room ? 'here' : 'overleaf';
  if (page % 2 === 1) return 'overleaf';
  return room ? 'here' : 'afterBlank';
}
