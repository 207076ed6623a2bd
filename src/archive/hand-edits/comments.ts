/** Comments in a Word document that has none yet. */
import { element, textElement, type XmlElement } from '../xml.ts';

export const COMMENTS = 'word/comments.xml';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';

export interface Comments {
  /** @param lines paragraphs of the comment · @param at the paragraph that it stands beside */
  add(lines: readonly string[], at: XmlElement): void;
  /** The part, or undefined where nothing was added. */
  part(): XmlElement | undefined;
}

/** Gathers comments, all by one author, for a document that has none yet; `part` is what goes into the file in the end. */
export function commentsBy(author: string, initials: string): Comments {
  const all: XmlElement[] = [];
  return {
    add: (lines, at) => {
      const id = { 'w:id': String(all.length) };
      all.push(
        element('w:comment', lines.map(paragraph), { ...id, 'w:author': author, 'w:initials': initials }),
      );
      const start = at.children.findIndex(({ name }) => name !== 'w:pPr');
      at.children.splice(start < 0 ? at.children.length : start, 0, element('w:commentRangeStart', [], id));
      at.children.push(
        element('w:commentRangeEnd', [], id),
        element('w:r', [element('w:commentReference', [], id)]),
      );
    },
    part: () => (all.length > 0 ? element('w:comments', all, { 'xmlns:w': MAIN }) : undefined),
  };
}

const paragraph = (text: string): XmlElement => element('w:p', [element('w:r', [textElement('w:t', text)])]);

/** What the package has to say of the part. */
export const commentsRelation = (): XmlElement =>
  element('Relationship', [], { Id: 'rIdHandEdits', Type: RELATION, Target: 'comments.xml' });
export const commentsType = (): XmlElement =>
  element('Override', [], { ContentType: TYPE, PartName: `/${COMMENTS}` });
