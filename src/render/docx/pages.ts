/**
 * Page numbers of the contents, worked out by laying the document out as Word does, with our fonts under Word's names.
 *
 * Every section starts a page, so each is laid out by itself, once: a bound volume is made of sections that have been
 * laid out for their own documents, and a changed number lays out its own section only.
 */
import { Document as WordDocument } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import { digestOfParts, keyOf, remembered } from '../../base/cached.ts';
import type { Effects } from '../../base/effects.ts';
import { type Block, type Document, PLAIN_SECTION, type Section } from '../../model/document.ts';
import { FONT_ROLES } from '../../model/theme.ts';
import { firstOf, roman } from '../book/leaf.ts';
import type { RenderContext } from '../context.ts';
import { charactersOf } from '../fonts/characters.ts';
import type { FontSet } from '../fonts/face.ts';
import { subsetFont } from '../fonts/subset.ts';
import { canBeDrawnIn, type Fill, linesOfPage } from '../last-page.ts';
import { joined } from './lean.ts';
import type { Scope } from './scope.ts';
import { IMPRINT_MARKS, isListed, type Target } from './targets.ts';
import { scopeOf, wordDocument, wordStyles } from './word.ts';

type Estimator = NonNullable<ConstructorParameters<typeof WordDocument>[0]['pageNumbers']>;

/** A section's pages, counted from its own first. */
interface SectionPages {
  count: number;
  /** Of its headings, tables and charts, in order; null where it could not be worked out. */
  marks: (number | null)[];
  /** Of the end of the text before the 版记, and of its beginning. */
  imprint: (number | null)[];
  /** Lines of running text that its last page has room for; 0 where nobody asks. */
  spare: number;
}

export interface Pages {
  /** False: no font file could be read, and text was measured by guess. */
  measured: boolean;
  pages: number;
  ofSections: readonly Fill[];
  /** By bookmark, as printed. */
  numbers: ReadonlyMap<string, string>;
}

/** What has been laid out in this run; results are the same with or without it. */
const memos = new WeakMap<FontSet, Map<string, SectionPages>>();

/**
 * Where everything comes to lie. A 版记 is taken as a part of the text, to see whether there is room for it.
 * @param document the sections to lay out, each starting a page
 * @param lean false: with all that is printed, to hold what is left out against
 */
export async function pagesOf(document: Document, context: RenderContext, lean = true): Promise<Pages> {
  const { estimator, measured } = await estimatorFor(document, context);
  const scope: Scope = { ...scopeOf(document, context), imprint: 'measure', lean };
  // In a section by itself Word would count from one: numbers are laid out as they are printed.
  scope.targets = { ...scope.targets, numbering: { ...scope.targets.numbering, places: new Map() } };
  const numbers = new Map<string, string>();
  const ofSections: Fill[] = [];
  const memo = memos.get(context.fonts) ?? new Map<string, SectionPages>();
  memos.set(context.fonts, memo);
  let end = 0;
  let label = String as (page: number) => string;
  const layOutOnce = async (section: Section): Promise<SectionPages> => {
    const ground = digestOfParts(groundOf(section, document, scope, context, measured));
    const laid =
      memo.get(ground) ??
      (await remembered(
        context.effects.cache,
        (cache) => keyOf(cache, 'word pages', ground),
        () => layOut(section, document, scope, estimator),
      ));
    memo.set(ground, laid);
    return laid;
  };
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
  return { measured, pages: end, ofSections, numbers };
}

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

const marksIn = ({ blocks }: Section, { targets }: Scope): string[] =>
  blocks.flatMap((block) => targets.ofBlock.get(block)?.mark.name ?? []);

/** A sheet has been measured when its writing was chosen. */
function onePage(section: Section, scope: Scope): SectionPages {
  const marks = marksIn(section, scope).map(() => 1);
  return { count: 1, marks, imprint: IMPRINT_MARKS.map(() => 1), spare: 0 };
}

const OTHER: Section = { ...PLAIN_SECTION, blocks: [{ kind: 'paragraph', style: 'flush', children: [] }] };

/** Empty lines after running text: where they come to lie shows how much room it leaves. */
function probesFor(section: Section, { theme }: Scope): [Block, Target][] {
  const count = canBeDrawnIn(section) ? linesOfPage(section, theme) + 1 : 0;
  return Array.from({ length: count }, (_, i) => [
    { kind: 'paragraph', style: 'flush', children: [] },
    { mark: { name: `_Probe${i}`, id: 910_001 + i }, label: '' },
  ]);
}

function layOut(part: Section, document: Document, scope: Scope, estimator: Estimator): SectionPages {
  const found: { estimate?: ReturnType<Estimator> } = {};
  const keep: Estimator = (body, context) => {
    found.estimate = estimator(body, context);
    return found.estimate;
  };
  const probes = probesFor(part, scope);
  const ofBlock = new Map([...scope.targets.ofBlock, ...probes]);
  const targets = { ...scope.targets, ofBlock };
  const own: Scope = { ...scope, targets, once: new Set(), charts: [], drawings: { count: 0 } };
  if (own.lean) own.inlines = (nodes, look) => scope.inlines(joined(nodes), look);
  // In a book the first of its matter would count its pages from one again, and front matter in roman numerals.
  const leaf = part.leaf?.matter === 'front' ? { ...part.leaf, matter: 'body' as const } : part.leaf;
  const blocks = [...part.blocks, ...probes.map(([block]) => block)];
  const section: Section = { ...part, blocks, opens: PLAIN_SECTION.opens, ...(leaf && { leaf }) };
  const before: Section = leaf ? { ...OTHER, leaf } : OTHER;
  // Between two others: where a section stands first or last it takes no more pages than there.
  const file = wordDocument({ ...document, sections: [before, section, OTHER] }, own, keep, {});
  // It was made without any of its own.
  Object.defineProperty(file, 'Styles', { value: stylesOnce(own) });
  file.Document.View.prepForXml({ file, viewWrapper: file.Document, stack: [] });
  const page = (name: string): number | null => {
    const absolute = Number(found.estimate?.bookmarks.get(name));
    return absolute ? absolute - 1 : null;
  };
  const count = found.estimate?.sectionPageCounts?.[1] ?? 1;
  const marks = marksIn(part, scope).map(page);
  const imprint = IMPRINT_MARKS.map(({ name }) => page(name));
  const [first, ...others] = probes.map(([, { mark }]) => page(mark.name));
  if (!first) return { count, marks, imprint, spare: 0 };
  // A whole page of them begins on one of their own: the text ends at the foot of the page before.
  const room = 1 + others.filter((at) => at === first).length;
  const full = room >= linesOfPage(part, scope.theme);
  return { count: full ? first - 1 : first, marks, imprint, spare: full ? 0 : room };
}

type Styles = Pick<WordDocument['Styles'], 'prepForXml'>;
let latest: { theme: string; styles: Styles } | undefined;

/** Made and written anew for every section, styles that are all the same would take a tenth of its layout. */
function stylesOnce(scope: Scope): Styles {
  const theme = JSON.stringify(scope.theme);
  if (latest?.theme === theme) return latest.styles;
  const file = new WordDocument({ styles: wordStyles(scope), sections: [] });
  const written = file.Styles.prepForXml({ file, viewWrapper: file.Document, stack: [] });
  latest = { theme, styles: { prepForXml: () => written } };
  return latest.styles;
}

/** All that a section's layout depends on. Names of its parts do not matter: in a bound volume they are others. */
function groundOf(
  section: Section,
  document: Document,
  { targets, lean }: Scope,
  { theme, fonts }: RenderContext,
  measured: boolean,
): unknown[] {
  const { orientation, form, numbered, blocks, closerPt, leaf } = section;
  const footless = lean && document.form !== 'letter' && !leaf;
  const listed = blocks.flatMap((block) =>
    block.kind === 'contents' ? targets.listed.filter((one) => isListed(one, block)) : [],
  );
  const face = measured ? fonts.faces.body.path : '';
  const frame = {
    orientation,
    form,
    numbered,
    letter: document.form === 'letter',
    mark: footless ? '' : document.meta.pageMark,
    closerPt,
    lean,
  };
  return [theme, face, frame, nameless(blocks), nameless(listed)];
}

const NAMES = ['figure', 'id', 'target', 'scope'];
const nameless = (blocks: readonly Block[]): string =>
  JSON.stringify(blocks, (key, value) => (NAMES.includes(key) ? undefined : value));

/** The font file that pages are measured with, with the characters of `texts` and of all that is expected. */
export async function measuringFont(
  fonts: FontSet,
  texts: unknown,
  effects: Effects,
): Promise<Uint8Array | undefined> {
  return subsetFont(fonts.faces.body, charactersOf(texts), effects);
}

const estimators = new WeakMap<Uint8Array, Estimator>();
const byGuess = estimatePageNumbersWith({ guess: true });

/**
 * One font file under the names of all five roles: in each of them a Chinese character is one em wide, and lines are of
 * exact height.
 */
async function estimatorFor(
  { sections }: Document,
  { fonts, theme, effects }: RenderContext,
): Promise<{ estimator: Estimator; measured: boolean }> {
  const data = await measuringFont(fonts, sections, effects);
  if (!data) return { estimator: byGuess, measured: false };
  const names = new Set(FONT_ROLES.map((role) => theme.officeFonts[role]));
  const known = estimators.get(data);
  const files = known ? [] : [...names].map((name) => ({ data, name }));
  const estimator = known ?? estimatePageNumbersWith({ fonts: files, guess: true });
  estimators.set(data, estimator);
  return { estimator, measured: true };
}
