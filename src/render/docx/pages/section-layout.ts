/** One section laid out as Word does, by itself. */
import { Document as WordDocument } from 'docx';
import { digestOfParts } from '../../../base/cached.ts';
import { type Block, type Document, PLAIN_SECTION, type Section } from '../../../model/document/document.ts';
import type { FontSet } from '../../fonts/face.ts';
import { canBeDrawnIn, linesOfPage } from '../../layout/last-page.ts';
import { shapeText } from '../../layout/shape.ts';
import { joined } from '../lean.ts';
import type { Scope } from '../scope.ts';
import { IMPRINT_MARKS, isListed, type Target } from '../targets.ts';
import { wordDocument, wordStyles } from '../word.ts';
import type { Estimator } from './measuring-font.ts';

/** A section's pages, counted from its own first. */
export interface SectionPages {
  count: number;
  /** Of its headings, tables and charts, in order; null where it could not be worked out. */
  marks: (number | null)[];
  /** Of the end of the text before the 版记, and of its beginning. */
  imprint: (number | null)[];
  /** Lines of running text that its last page has room for; 0 where nobody asks. */
  spare: number;
}

/** Names of the bookmarks of its headings, tables and charts, in order. */
export const marksIn = ({ blocks }: Section, { targets }: Scope): string[] =>
  blocks.flatMap((block) => targets.ofBlock.get(block)?.mark.name ?? []);

const OTHER: Section = { ...PLAIN_SECTION, blocks: [{ kind: 'paragraph', style: 'flush', children: [] }] };

/** Empty lines after running text: where they come to lie shows how much room it leaves. */
function probesFor(section: Section, { theme }: Scope): [Block, Target][] {
  const count = canBeDrawnIn(section) ? linesOfPage(section, theme) + 1 : 0;
  return Array.from({ length: count }, (_, i) => [
    { kind: 'paragraph', style: 'flush', children: [] },
    { mark: { name: `_Probe${i}`, id: 910_001 + i }, label: '' },
  ]);
}

/** Its pages, as many as it takes between two other sections. */
export function layOut(part: Section, document: Document, scope: Scope, estimator: Estimator): SectionPages {
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

/**
 * Digest of all that a section's layout depends on. Names of its parts do not matter: in a bound volume they are others.
 * @param measuredIn see `estimatorFor`
 */
export function layoutKey(
  section: Section,
  document: Document,
  { targets, lean, theme }: Scope,
  measuredIn: string,
  fonts: FontSet,
): string {
  const { orientation, form, numbered, blocks, closerPt, leaf } = section;
  const footless = lean && document.form !== 'letter' && !leaf;
  const listed = blocks.flatMap((block) =>
    block.kind === 'contents' ? targets.listed.filter((one) => isListed(one, block)) : [],
  );
  const frame = {
    orientation,
    form,
    numbered,
    letter: document.form === 'letter',
    mark: footless ? '' : document.meta.pageMark,
    closerPt,
    lean,
  };
  const [text, lines] = [blocks, listed].map((part) => shapeText(part, fonts, NAMES));
  return digestOfParts([theme, measuredIn, frame, text, lines]);
}

const NAMES = ['id', 'target', 'scope'];
