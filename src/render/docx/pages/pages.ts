/**
 * Page numbers of the contents, worked out by laying the document out as Word does, with our fonts under Word's names.
 *
 * Every section starts a page, so each is laid out by itself, once: a bound volume is made of sections that have been
 * laid out for their own documents, and a changed number lays out its own section only.
 */
import { keyOf, remembered } from '../../../base/cached.ts';
import { madeOnce } from '../../../base/made-once.ts';
import type { Document, Section } from '../../../model/document/document.ts';
import { firstOf, roman } from '../../book/leaf.ts';
import type { RenderContext } from '../../context.ts';
import type { FontSet } from '../../fonts/face.ts';
import type { Fill } from '../../layout/last-page.ts';
import type { Scope } from '../scope.ts';
import { IMPRINT_MARKS } from '../targets.ts';
import { scopeOf } from '../word.ts';
import { type Estimator, estimatorFor } from './measuring-font.ts';
import { layOut, layoutKey, marksIn, type SectionPages } from './section-layout.ts';

export interface Pages {
  /** False: no font file could be read, and text was measured by guess. */
  measured: boolean;
  pages: number;
  ofSections: readonly Fill[];
  /** By bookmark, as printed. */
  numbers: ReadonlyMap<string, string>;
}

/** What has been laid out in this run; results are the same with or without it. */
const memos = new WeakMap<FontSet, Map<string, Promise<SectionPages>>>();

/**
 * Where everything comes to lie. A 版记 is taken as a part of the text, to see whether there is room for it.
 * @param document the sections to lay out, each starting a page
 * @param lean false: with all that is printed, to hold what is left out against
 */
export async function pagesOf(document: Document, context: RenderContext, lean = true): Promise<Pages> {
  const { estimator, measuredIn } = await estimatorFor(document, context);
  const scope: Scope = { ...scopeOf(document, context), imprint: 'measure', lean };
  // In a section by itself Word would count from one: numbers are laid out as they are printed.
  scope.targets = { ...scope.targets, numbering: { ...scope.targets.numbering, places: new Map() } };
  const memo = madeOnce(memos, context.fonts, () => new Map());
  const layOutOnce = (section: Section): Promise<SectionPages> => {
    const key = layoutKey(section, document, scope, measuredIn, context.fonts);
    return madeOnce(memo, key, () =>
      remembered(
        context.effects.cache,
        (cache) => keyOf(cache, 'word pages', key),
        () => layOut(section, document, scope, estimator),
      ),
    );
  };
  const numbers = new Map<string, string>();
  const ofSections: Fill[] = [];
  let end = 0;
  let label = String as (page: number) => string;
  for (const [index, section] of document.sections.entries()) {
    const settled = section.fitted && !section.blocks.some((block) => block.kind === 'imprint');
    const laid = settled ? onePage(section, scope) : await layOutOnce(section);
    const first = end + 1 + (section.opens === 'odd' && end % 2 === 1 ? 1 : 0);
    label = labelFrom(index, first, document) ?? label;
    const note = (name: string, page: number | null | undefined): void => {
      if (page) numbers.set(name, label(first - 1 + page));
    };
    for (const [i, name] of marksIn(section, scope).entries()) note(name, laid.marks[i]);
    for (const [i, { name }] of IMPRINT_MARKS.entries()) note(name, laid.imprint[i]);
    end = first - 1 + laid.count;
    ofSections.push({ pages: laid.count, spare: laid.spare });
  }
  return { measured: measuredIn !== '', pages: end, ofSections, numbers };
}

/** Out: for each section how many pages it takes in Word, and the room on its last. */
export const measureWord = async (document: Document, context: RenderContext): Promise<readonly Fill[]> =>
  (await pagesOf(document, context)).ofSections;

/** Front matter and text of a book count their pages from one, the former in roman numerals; `first`: page of the section. */
function labelFrom(index: number, first: number, document: Document): ((page: number) => string) | undefined {
  const matter = document.sections[index]?.leaf?.matter;
  if (matter === undefined || matter === 'cover' || index !== firstOf(document, matter)) return undefined;
  return (page) => (matter === 'front' ? roman : String)(page - first + 1);
}

/** Hands the numbers to `docx`, which writes them where the contents ask for them. */
export const writtenNumbers =
  ({ numbers }: Pick<Pages, 'numbers'>): Estimator =>
  () => ({ bookmarks: numbers });

/** A sheet has been measured when its writing was chosen. */
function onePage(section: Section, scope: Scope): SectionPages {
  const marks = marksIn(section, scope).map(() => 1);
  return { count: 1, marks, imprint: IMPRINT_MARKS.map(() => 1), spare: 0 };
}
