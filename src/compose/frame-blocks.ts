/** What stands around the text of a document, where its template asks for it: 版头, title, 主送, 署名, 版记 … */
import type { Block, CoverBlock, ParagraphStyle } from '../model/document/document.ts';
import type { Inline } from '../model/document/inline.ts';
import type { DocumentTemplate } from '../model/document/template.ts';
import { type Composition, settingsLine, settingsText } from './composition.ts';

export interface FrameBlocks {
  cover: CoverBlock | null;
  /** Opens the first section. */
  before: Block[];
  /** Follows the text, before annexes. */
  after: Block[];
  /** 版记 at the very end, behind annexes (7.3.7: 附件 stand before it). */
  end: Block[];
}

/** What the settings write, with names in braces filled in: as a line that may hold figures, or as bare text. */
interface Words {
  line(source: string): Inline[];
  text(source: string): string;
}

/** @param marks 会议材料之N and what else the pack puts in the corner */
export function frameBlocks(
  settings: DocumentTemplate,
  marks: readonly string[],
  composition: Composition,
): FrameBlocks {
  const words: Words = {
    line: (source) => settingsLine(source, composition),
    text: (source) => settingsText(source, composition),
  };
  const corner = [...marks, ...settings.marks.map(words.text)];
  return {
    cover: coverOf(settings, corner, words),
    before: beforeText(settings, corner, words),
    after: afterText(settings, [...composition.annexes], words),
    end: imprintOf(settings, words),
  };
}

function coverOf({ cover }: DocumentTemplate, marks: string[], { text }: Words): CoverBlock | null {
  if (!cover) return null;
  return {
    kind: 'cover',
    marks,
    lines: cover.lines.map(text),
    subtitle: cover.subtitle.map(text),
    issuer: text(cover.issuer),
    date: text(cover.date),
  };
}

/** 版头, title, 主送. */
function beforeText(settings: DocumentTemplate, corner: string[], { line, text }: Words): Block[] {
  const { form, letterhead, titled, cover, addressee } = settings;
  const blocks: Block[] = [];
  if (letterhead && form !== 'report' && form !== 'sheet' && form !== 'book')
    blocks.push({
      kind: 'letterhead',
      form,
      mark: text(letterhead.mark),
      number: text(letterhead.number),
      issuer: text(letterhead.issuer),
      date: text(letterhead.date),
    });
  if (titled || corner.length > 0)
    blocks.push({
      kind: 'title',
      lines: titled ? settings.title.map(text) : [],
      subtitle: titled ? settings.subtitle.map(line) : [],
      // A cover has them already.
      marks: cover ? [] : corner,
    });
  if (addressee) blocks.push({ kind: 'addressee', children: line(addressee) });
  return blocks;
}

/** 附件说明, 署名 and date, 附注, 出席 and the like, in the order of GB/T 9704. */
function afterText(settings: DocumentTemplate, annexes: string[], { line, text }: Words): Block[] {
  const { signature, annotation, attendance } = settings;
  const blocks: Block[] = [];
  if (annexes.length > 0) blocks.push({ kind: 'annexList', items: annexes });
  if (signature)
    blocks.push({
      kind: 'signature',
      issuer: text(signature.issuer),
      date: text(signature.date),
      sealed: signature.sealed,
    });
  // 7.3.6: 附注 one line below the date.
  if (annotation) blocks.push(paragraph('flush', []), paragraph('body', line(annotation)));
  for (const { label, people } of attendance) {
    const block = { kind: 'attendance', label: text(label), people: line(people) } as const;
    if (block.people.length > 0) blocks.push(block);
  }
  return blocks;
}

function imprintOf({ imprint }: DocumentTemplate, { text }: Words): Block[] {
  if (!imprint) return [];
  const { copies, issuer, date } = imprint;
  return [{ kind: 'imprint', copies: text(copies), issuer: text(issuer), date: text(date) }];
}

const paragraph = (style: ParagraphStyle, children: Inline[]): Block => ({
  kind: 'paragraph',
  style,
  children,
});
