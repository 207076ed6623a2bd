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

/** @param marks 会议材料之N and what else the pack puts in the corner */
export function frameBlocks(
  settings: DocumentTemplate,
  marks: readonly string[],
  composition: Composition,
): FrameBlocks {
  const line = (source: string): Inline[] => settingsLine(source, composition);
  const text = (source: string): string => settingsText(source, composition);
  const { letterhead, cover, addressee, signature, annotation, imprint } = settings;
  const corner = [...marks, ...settings.marks.map(text)];
  const annexes = [...composition.annexes];
  const attendance = settings.attendance
    .map(({ label, people }) => ({ kind: 'attendance', label: text(label), people: line(people) }) as const)
    .filter(({ people }) => people.length > 0);
  return {
    cover: cover
      ? {
          kind: 'cover',
          marks: corner,
          lines: cover.lines.map(text),
          subtitle: cover.subtitle.map(text),
          issuer: text(cover.issuer),
          date: text(cover.date),
        }
      : null,
    before: [
      ...(letterhead && settings.form !== 'report' && settings.form !== 'sheet' && settings.form !== 'book'
        ? [
            {
              kind: 'letterhead',
              form: settings.form,
              mark: text(letterhead.mark),
              number: text(letterhead.number),
              issuer: text(letterhead.issuer),
              date: text(letterhead.date),
            } as const,
          ]
        : []),
      ...(settings.titled || corner.length > 0
        ? [
            {
              kind: 'title',
              lines: settings.titled ? settings.title.map(text) : [],
              subtitle: settings.titled ? settings.subtitle.map(line) : [],
              marks: cover ? [] : corner,
            } as const,
          ]
        : []),
      ...(addressee ? [{ kind: 'addressee', children: line(addressee) } as const] : []),
    ],
    after: [
      ...(annexes.length > 0 ? [{ kind: 'annexList', items: annexes } as const] : []),
      ...(signature
        ? [
            {
              kind: 'signature',
              issuer: text(signature.issuer),
              date: text(signature.date),
              sealed: signature.sealed,
            } as const,
          ]
        : []),
      // 7.3.6: 附注 one line below the date.
      ...(annotation ? [paragraph('flush', []), paragraph('body', line(annotation))] : []),
      ...attendance,
    ],
    end: [
      ...(imprint
        ? [
            {
              kind: 'imprint',
              copies: text(imprint.copies),
              issuer: text(imprint.issuer),
              date: text(imprint.date),
            } as const,
          ]
        : []),
    ],
  };
}

const paragraph = (style: ParagraphStyle, children: Inline[]): Block => ({
  kind: 'paragraph',
  style,
  children,
});
