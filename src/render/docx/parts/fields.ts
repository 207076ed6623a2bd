/** Fields with the value they have now, so that Word has nothing to update and nothing to ask when it opens the file. */
import { BookmarkEnd, BookmarkStart, type ParagraphChild, Run, type XmlComponent } from 'docx';
import { element, inParagraph } from './xml.ts';

/** A field as Word writes it: begin, instruction, separator, its present result, end. */
export function field(instruction: string, result: readonly ParagraphChild[]): ParagraphChild[] {
  return [...fieldStart(instruction), ...result, fieldEnd()];
}

export function fieldStart(instruction: string): ParagraphChild[] {
  return [
    fieldChar('begin'),
    new Run({ children: [element('w:instrText', { 'xml:space': 'preserve' }, [` ${instruction} `])] }),
    fieldChar('separate'),
  ];
}

export const fieldEnd = (): ParagraphChild => fieldChar('end');

const fieldChar = (type: 'begin' | 'separate' | 'end'): Run =>
  new Run({ children: [element('w:fldChar', { 'w:fldCharType': type })] });

export interface BookmarkName {
  name: string;
  /** Pairs start and end; unique in the document. */
  id: number;
}

export const bookmarked = (mark: BookmarkName, children: readonly ParagraphChild[]): ParagraphChild[] => [
  inParagraph(new BookmarkStart(mark.name, mark.id)),
  ...children,
  inParagraph(new BookmarkEnd(mark.id)),
];

/** A link to a place in the document that keeps the look of the text around it. */
export const link = (mark: BookmarkName, children: readonly ParagraphChild[]): ParagraphChild =>
  inParagraph(
    element('w:hyperlink', { 'w:anchor': mark.name, 'w:history': '1' }, children as readonly XmlComponent[]),
  );
