/** Written parts → sections of a book: cover, imprint page, front matter, and for each chapter its opening page and text. */
import { BLANK_DATE, orBlank } from '../../base/chinese/blank.ts';
import { formatDate } from '../../base/chinese/date.ts';
import type { Block, HeadingBlock, Leaf, Section } from '../../model/document/document.ts';
import { PLAIN_SECTION } from '../../model/document/document.ts';
import { plainText } from '../../model/document/inline.ts';
import { isYear, type Subject } from '../../model/ledger/ledger.ts';
import type { WhitePaper } from '../../model/white-paper.ts';
import { committeeBlocks } from './committees.ts';
import type { WrittenPart } from './written-part.ts';

/** Characters of a gap for a name. */
const GAP = 12;

export function bookSections(written: readonly WrittenPart[], subject: Subject): Section[] {
  const sections = isYear(subject) ? coverSections(subject.book) : [];
  let head = '';
  let matter: Leaf['matter'] = 'front';
  let first = { front: true, chapter: true, appendix: true };
  for (const { part, blocks } of written) {
    if (part.role === 'text') {
      sections.push(...goingOn(sections.at(-1), blocks, part.orientation, { matter, full: false, head }));
      continue;
    }
    matter = part.role === 'front' ? 'front' : 'body';
    const title = blocks.find((block) => block.kind === 'heading');
    head = title ? headOf(title) : contentsTitle(blocks);
    const opens = part.role === 'chapter' || first[part.role] ? 'odd' : 'anywhere';
    first = { ...first, [part.role]: false };
    const [opener, text] = part.role === 'chapter' ? splitOpener(blocks) : [undefined, blocks];
    if (opener) sections.push(leaf(opener, 'portrait', { matter, full: true, head }, opens));
    if (text.length > 0)
      sections.push(leaf(text, part.orientation, { matter, full: false, head }, opener ? 'anywhere' : opens));
  }
  return sections;
}

const headOf = (heading: HeadingBlock): string =>
  [heading.number, plainText(heading.children)].filter((text) => text !== '').join('\u3000');

/** 目　录 → 目录. */
const contentsTitle = (blocks: readonly Block[]): string => {
  const contents = blocks.find((block) => block.kind === 'contents');
  return contents?.title.replace(/\s/g, '') ?? '';
};

const leaf = (
  blocks: Block[],
  orientation: Section['orientation'],
  about: Leaf,
  opens: Section['opens'],
): Section => ({
  ...PLAIN_SECTION,
  form: 'book',
  orientation,
  opens,
  numbered: about.matter !== 'cover' && !about.full,
  leaf: about,
  blocks,
});

/** More of the chapter: in the section before where the paper lies the same way, else in one of its own. */
function goingOn(
  last: Section | undefined,
  blocks: Block[],
  orientation: Section['orientation'],
  about: Leaf,
): Section[] {
  if (last && last.orientation === orientation && !last.leaf?.full && last.leaf?.matter === about.matter) {
    last.blocks.push(...blocks);
    return [];
  }
  // A new section begins a page by itself.
  const own = blocks[0]?.kind === 'pageBreak' ? blocks.slice(1) : blocks;
  return [leaf(own, orientation, about, 'anywhere')];
}

function splitOpener(blocks: Block[]): [Block[] | undefined, Block[]] {
  const [first, second] = blocks;
  if (first?.kind !== 'heading' || first.look !== 'chapter') return [undefined, blocks];
  const own = second?.kind === 'opening' ? 2 : 1;
  return [blocks.slice(0, own), blocks.slice(own)];
}

function coverSections(book: WhitePaper): Section[] {
  const date = book.issued ? formatDate(book.issued) : BLANK_DATE;
  const full = book.title.join('');
  const committees = committeeBlocks(book);
  return [
    leaf(
      [
        {
          kind: 'bookCover',
          year: String(book.coverYear),
          lines: book.title,
          subtitle: book.subtitle,
          issuer: orBlank(book.publisher, GAP),
          date: book.issued ? date.replace(/\d+日$/, '') : BLANK_DATE,
        },
      ],
      'portrait',
      { matter: 'cover', full: true, head: '' },
      'anywhere',
    ),
    leaf(
      [
        {
          kind: 'colophon',
          title: full,
          rows: [
            { label: '编　　写', text: orBlank(book.compiler, GAP) },
            { label: '发　　布', text: orBlank(book.publisher, GAP) },
            { label: '发布日期', text: date },
            { label: '数据年度', text: `${book.dataYear}年` },
            ...book.imprint.map(({ label, text }) => ({ label, text: orBlank(text, GAP) })),
            ...(book.citation === '' ? [] : [{ label: '引用格式', text: book.citation }]),
          ],
          statement: book.statement,
        },
      ],
      'portrait',
      { matter: 'cover', full: false, head: '' },
      'anywhere',
    ),
    ...(committees.length > 0
      ? [leaf(committees, 'portrait', { matter: 'cover', full: false, head: '' }, 'odd')]
      : []),
  ];
}
