/**
 * The last page of running text or of a long table: one that holds a few lines is drawn in (收页), as a typist does by
 * setting the lines a little closer. A page that is full to its last line is too, so that another program's fonts, which
 * set a line more here and there, do not begin another. So is a 公文 whose 版记 would come alone after a blank page. Where
 * it takes too much, everything stays as the style has it.
 */
import { othersTurn } from '../../base/turn.ts';
import type { Document, Leaf, Section } from '../../model/document/document.ts';
import type { TextStyleName, Theme } from '../../model/document/theme.ts';
import { staysWhole } from './table-grid.ts';
import { MM_PER_POINT } from './units.ts';

export interface Fill {
  pages: number;
  /** Lines of running text that the last page has room for. */
  spare: number;
}

/** In: a document, whole, because its contents list all of it. Out: how full each of its sections gets. */
export type MeasureFill = (document: Document) => Promise<readonly Fill[]>;

/** A last page of so few lines is drawn in. */
const SHORT = 6;
/**
 * So is one of a table's last rows, or of the close of a letter, that take no more of it: several lines come over together,
 * however few there was no room for.
 */
const SHORT_OF_KEPT = 0.4;
/** Longer sections end where chance has it: a line more does not tell. */
const FULL_PAGES = 6;
/**
 * Lines of running text that are to be left free below the last: each page may hold one less elsewhere. That many are not to be
 * had on the last of thirty.
 */
const wanted = (pages: number): number => (pages <= FULL_PAGES ? pages + 1 : LEAST_OF_LONG);
const LEAST_OF_LONG = 3;
/** With lines as close as they may be, this will do. */
const LEAST = 1;
/**
 * Points by which lines of running text may stand closer, down to 25 points (26 lines a page instead of 22); those of
 * dense tables and of notes, which are close as they are, by a tenth of their height; those of books, whose text is
 * smaller, by less.
 */
const STEPS = { text: [1, 2, 3.2, 4.6], rows: [1.5, 3], leaf: [0.7, 1.4] } as const;
const stepsOf = (section: Section): readonly number[] =>
  STEPS[section.leaf ? 'leaf' : isRunningText(section) ? 'text' : 'rows'];
/** A page that is saved is worth more than room on one that stays. */
const MOST_FOR_ROOM = 3.2;
/** What stands closer together with the text. */
const CLOSER_STYLES: readonly TextStyleName[] = ['body', 'heading1', 'heading2', 'heading3', 'heading4'];
export const CLOSER_CELLS: readonly TextStyleName[] = ['denseHead', 'denseBody'];

/** Headings of books have their own room, which does not shrink. */
const BOOK_STYLES: readonly TextStyleName[] = ['body'];
/** Under running text it would tell; an annex of notes is nothing else. */
const NOTES_STYLES: readonly TextStyleName[] = [...CLOSER_STYLES, 'fine'];
export function closerStyles(section: Section): readonly TextStyleName[] {
  if (section.leaf) return BOOK_STYLES;
  return isNotes(section) ? NOTES_STYLES : CLOSER_STYLES;
}

/**
 * Running text or notes upright on the page, letters too, or a dense table; of what has its own place at the end, 版记
 * alone.
 */
export const canBeDrawnIn = (section: Section): boolean => {
  const { form, leaf, fit, fitted, blocks } = section;
  if (fit || fitted) return false;
  if (leaf) return isPlainLeaf(leaf, section);
  if (isRunningText(section))
    return (form === 'official') === bearsImprint(section) && (OPEN.includes(form) || form === 'letter');
  const dense = blocks.some((block) => block.kind === 'table' && block.density === 'dense');
  return (dense || isNotes(section)) && (OPEN.includes(form) || form === 'sheet') && !bearsImprint(section);
};

const isRunningText = ({ orientation, blocks }: Section): boolean =>
  orientation === 'portrait' && blocks.some((block) => block.kind === 'paragraph' && block.style === 'body');

/** An annex of small print, upright: what its text says is notes and nothing else. */
const isNotes = ({ orientation, blocks }: Section): boolean => {
  // Lines without text say nothing: those too by which the room that a section leaves is found are none of its own.
  const styles = blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.children.length > 0 ? [block.style] : [],
  );
  return orientation === 'portrait' && styles.length > 0 && styles.every((style) => style === 'fine');
};

/** Text and tables of a book; pages with charts are filled otherwise, see full-pages.ts. */
const isPlainLeaf = ({ matter, full }: Leaf, { orientation, blocks }: Section): boolean =>
  matter === 'body' &&
  !full &&
  orientation === 'portrait' &&
  blocks.every(({ kind }) => kind !== 'chart' && kind !== 'pageBreak');

const OPEN: readonly Section['form'][] = ['report', 'official', 'bulletin'];

const bearsImprint = ({ blocks }: Section): boolean => blocks.some((block) => block.kind === 'imprint');

/** Height of the section's lines of a style, points in twentieths, as Word has them. */
export function lineOf({ closerPt = 0 }: Section, { text }: Theme, style: TextStyleName = 'body'): number {
  const part = 1 - closerPt / text.body.line;
  return Number((Math.round(text[style].line * part * 20) / 20).toFixed(2));
}

/** How many lines of running text a page of the section holds. */
export const linesOfPage = (section: Section, theme: Theme): number =>
  Math.floor(pageHeight(section, theme) / lineOf(section, theme) + ROUNDING);

const ROUNDING = 0.01;

function pageHeight({ orientation }: Section, { page, text }: Theme): number {
  return orientation === 'portrait'
    ? page.linesPerPage * text.body.line
    : (page.widthMm - page.marginsMm.binding - page.marginsMm.fore) / MM_PER_POINT;
}

/** In: a document. Out: for each section the points by which its lines are to stand closer; 0 for as they are. */
export async function chooseCloser(
  document: Document,
  theme: Theme,
  measure: MeasureFill,
  rule: EndRule = IN_WORD,
): Promise<number[]> {
  const fills = document.sections.some(canBeDrawnIn) ? await measure(document) : [];
  const chosen = document.sections.map(() => 0);
  const ask = inRounds(chosen, (closer) => measure(rule.draw(document, closer)));
  await Promise.all(
    document.sections.map(async (section, i) => {
      const goal = canBeDrawnIn(section) ? rule.goalOf(section, fills[i], theme) : undefined;
      if (goal) chosen[i] = await closerFor(section, goal, rule.room(goal.pages), theme, (pt) => ask(i, pt));
    }),
  );
  return chosen;
}

/**
 * Sections begin on pages of their own, so that one layout answers what is asked of several of them.
 * @param chosen what is settled: for the sections that nothing is asked of
 */
function inRounds(
  chosen: readonly number[],
  measure: (closer: readonly number[]) => Promise<readonly Fill[]>,
): (section: number, closerPt: number) => Promise<Fill | undefined> {
  let next: { asked: Map<number, number>; fills: Promise<readonly Fill[]> } | undefined;
  const round = async (asked: ReadonlyMap<number, number>): Promise<readonly Fill[]> => {
    // All that the round before has answered go on first: each settles, or asks again.
    await othersTurn();
    next = undefined;
    return measure(chosen.map((closerPt, i) => asked.get(i) ?? closerPt));
  };
  return async (section, closerPt) => {
    if (!next) {
      const asked = new Map<number, number>();
      next = { asked, fills: round(asked) };
    }
    next.asked.set(section, closerPt);
    return (await next.fills)[section];
  };
}

/** What is asked of the ends of sections. */
export interface EndRule {
  /** What is amiss with a last page; undefined: it ends well. */
  goalOf(section: Section, fill: Fill | undefined, theme: Theme): Goal | undefined;
  /** Lines that are to be left free on the last of so many pages. */
  room(pages: number): number;
  /** The document drawn in by so much. */
  draw(document: Document, closer: readonly number[]): Document;
}

/** The first of the steps that leaves the room wanted, or the most of it, at least the least; 0 where none does. */
async function closerFor(
  section: Section,
  goal: Goal,
  room: number,
  theme: Theme,
  fillAt: (closerPt: number) => Promise<Fill | undefined>,
): Promise<number> {
  let best = { closerPt: 0, spare: Math.min(goal.least ?? LEAST, room) - 1 };
  const before = gained(section, goal.pages, theme);
  const atMost = (closerPt: number): number => gained({ ...section, closerPt }, goal.pages, theme) - before;
  const able = stepsOf(section).filter(
    (pt) => pt > (section.closerPt ?? 0) && pt <= goal.most && atMost(pt) >= goal.lines,
  );
  const likely = (closerPt: number): number =>
    goal.most === Infinity && isRunningText(section)
      ? goal.pages * (linesOfPage({ ...section, closerPt }, theme) - linesOfPage(section, theme))
      : atMost(closerPt);
  // To save a page of a long text whole lines are wanted: a step by which no page of text gains one is not asked about.
  const ample = able.filter((pt) => likely(pt) >= goal.lines - LEAST + room);
  if (goal.unsure && !fits(await fillAt(able.at(-1) ?? 0), goal)) return 0;
  for (const closerPt of ample.length > 0 ? ample : able.slice(-1)) {
    const fill = await fillAt(closerPt);
    if (!fits(fill, goal)) continue;
    const spare = fill.pages < goal.pages ? Infinity : roomLeft(section, fill, best.closerPt);
    if (spare > best.spare) best = { closerPt, spare };
    if (spare >= room) break;
  }
  return best.closerPt;
}

const fits = (fill: Fill | undefined, { pages }: Goal): fill is Fill =>
  fill !== undefined && fill.pages <= pages;

/** Below a 版记, which stands at the foot, there is none to be seen: a step more than would do leaves some above it. */
const roomLeft = (section: Section, { spare }: Fill, before: number): number =>
  !bearsImprint(section) ? spare : before > 0 ? Infinity : LEAST;

export interface Goal {
  pages: number;
  /** Lines that have to be gained for it at least. */
  lines: number;
  /** Points that it is worth. */
  most: number;
  /** Room that has to be left below the last; one line where it is not said. */
  least?: number;
  /** More may have to be gained: the closest lines are asked about first. */
  unsure?: true;
}

const wordGoal: EndRule['goalOf'] = (section, fill, theme) => {
  if (!fill) return undefined;
  const { pages, spare } = fill;
  const last = linesOfPage(section, theme) - spare;
  // A 版记 without room on an even page comes after a blank one, and two pages are saved; otherwise none.
  if (bearsImprint(section))
    return pages > 1 && pages % 2 === 1 && last <= SHORT
      ? { pages: pages - 1, lines: last + LEAST, most: Infinity }
      : undefined;
  if (pages > 1 && endsTogether(section) && last <= SHORT_OF_KEPT * linesOfPage(section, theme))
    // Should they not find room in another program after all, several go over together as they do now.
    return { pages: pages - 1, lines: LEAST, most: Infinity, least: 0, unsure: true };
  return (
    shortGoal(section, fill, theme) ??
    (spare < wanted(pages) && pages <= FULL_PAGES
      ? { pages, lines: LEAST - spare, most: MOST_FOR_ROOM }
      : undefined)
  );
};

/** Of a last page of a few lines: that it goes. */
export const shortGoal: EndRule['goalOf'] = (section, fill, theme) => {
  if (!fill) return undefined;
  const { pages, spare } = fill;
  const last = linesOfPage(section, theme) - spare;
  return pages > 1 && last <= SHORT ? { pages: pages - 1, lines: last + LEAST, most: Infinity } : undefined;
};

const endsTogether = ({ form, blocks, leaf }: Section): boolean => {
  const end = blocks.at(-1);
  if (form === 'letter') return true;
  return end?.kind === 'table' && !staysWhole(end, leaf ? 'book' : 'paper');
};

/** At most, were every page nothing but lines that stand closer. */
function gained(section: Section, pages: number, theme: Theme): number {
  const line = theme.text.body.line;
  return (pages * pageHeight(section, theme) * (line / lineOf(section, theme) - 1)) / line;
}

/** By how many points the lines of each section stand closer. */
export const closerOf = ({ sections }: Document): number[] => sections.map(({ closerPt = 0 }) => closerPt);

/** The document with its lines as they were chosen. */
export function drawnIn(document: Document, closer: readonly number[]): Document {
  const sections = document.sections.map((section, i) => {
    const closerPt = closer[i] ?? 0;
    return closerPt > 0 ? { ...section, closerPt } : section;
  });
  return { ...document, sections };
}

const IN_WORD: EndRule = { goalOf: wordGoal, room: wanted, draw: drawnIn };
