/**
 * What depends on the page a thing comes to: blank pages before sections that open on the right (the browser knows no
 * such break), the 版记 at the foot of the last even page, and page numbers in the contents. All are read from a print
 * with nothing painted, and written into the page before the final one.
 */
import type { Page, PDFOptions } from 'puppeteer';
import type { Document } from '../../model/document/document.ts';
import type { Theme } from '../../model/document/theme.ts';
import { IMPRINT_MARKS } from '../html/blocks/imprint.ts';
import { sectionAnchor } from '../html/document.ts';
import { anchor } from '../html/escape.ts';
import { geometry } from '../html/stylesheet/geometry.ts';
import { firstPageTopMm } from '../html/stylesheet/letter.ts';
import { hasImprint, imprintPlace } from '../layout/imprint.ts';
import { MM_PER_POINT } from '../layout/units.ts';
import { type Destination, destinations, openPdf } from './destinations.ts';
import { TIMEOUT_MS } from './page.ts';

/** Finding page numbers needs no tags: they are a third of the cost. */
const DRAFT: PDFOptions = { preferCSSPageSize: true, tagged: false, outline: false, timeout: TIMEOUT_MS };
/** Less than what the page's own slack allows; more would push the last line to the next page. */
const ROUNDING_PT = 0.2;
const END = 'end-of-document';

/** Places of a print by the id of the element. */
export type Places = ReadonlyMap<string, Destination>;

/** In: ids to find besides those that links of the page itself point at. Out: where all of them come to lie. */
export async function draftPlaces(page: Page, ids: readonly string[]): Promise<Places> {
  // Only what is linked gets a destination in the PDF. The links stand on a page of their own.
  await page.evaluate(`{
    const list = document.createElement('section');
    list.className = 'portrait'; list.id = ${JSON.stringify(anchor(END))};
    for (const id of ${JSON.stringify([...ids, anchor(END)])}) {
      const link = document.createElement('a'); link.href = '#' + id; link.textContent = '0'; list.append(link);
    }
    document.body.append(list); document.documentElement.classList.add('draft');
  }`);
  const bytes = await page.pdf(DRAFT);
  await page.evaluate(`{
    document.getElementById(${JSON.stringify(anchor(END))}).remove();
    document.documentElement.classList.remove('draft');
  }`);
  return destinations(await openPdf(bytes));
}

/** First page of each section, and after the last one the page that would follow. */
export function sectionStarts(count: number, places: Places): number[] {
  const ids = Array.from({ length: count }, (_, i) => sectionAnchor(i));
  return [...ids, anchor(END)].map((id) => places.get(id)?.page ?? 0);
}

/** How pages were made to come out right. */
export interface Settled {
  /** Of the finished layout, so far as the page's own links ask for them. */
  places: Places;
  /** Indices of the sections that have a blank page before them. */
  blanks: readonly number[];
}

/** Sets blank pages and the 版记. */
export async function settlePlaces(page: Page, document: Document, theme: Theme): Promise<Settled> {
  const blocks = document.sections.flatMap((section) => section.blocks);
  const listed = blocks.some((block) => block.kind === 'contents');
  const opening = document.sections.some((section, i) => i > 0 && section.opens === 'odd');
  if (!listed && !opening && !hasImprint(document)) return { places: new Map(), blanks: [] };
  const ids = document.sections.map((_, i) => sectionAnchor(i));
  const places = await draftPlaces(page, [...ids, ...(hasImprint(document) ? IMPRINT_MARKS : [])]);
  const blanks = blankPages(document, places);
  await insertBlanks(page, blanks);
  const imprint =
    hasImprint(document) && (await placeImprint(page, { document, theme, places, blanks: blanks.length }));
  // The 版记 may go with the last line of the text to a new page.
  if (imprint) return { places: listed ? await draftPlaces(page, []) : places, blanks };
  return { places: afterBlanks(document, places, blanks), blanks };
}

/** A blank page moves all that comes after it by one. */
function afterBlanks(document: Document, places: Places, blanks: readonly number[]): Places {
  const starts = sectionStarts(document.sections.length, places);
  const before = (page: number): number => blanks.filter((section) => (starts[section] ?? 0) <= page).length;
  return new Map([...places].map(([id, place]) => [id, { ...place, page: place.page + before(place.page) }]));
}

/** Indices of the sections that need a blank page before them. */
function blankPages(document: Document, places: Places): number[] {
  const starts = sectionStarts(document.sections.length, places);
  const blanks: number[] = [];
  for (const [i, { opens }] of document.sections.entries())
    if (i > 0 && opens === 'odd' && ((starts[i] ?? 0) + blanks.length) % 2 === 0) blanks.push(i);
  return blanks;
}

export async function insertBlanks(page: Page, sections: readonly number[]): Promise<void> {
  const ids = JSON.stringify(sections.map(sectionAnchor));
  await page.evaluate(`for (const id of ${ids}) {
    const blank = document.createElement('div'); blank.className = 'blank-page';
    document.getElementById(id).before(blank);
  }`);
}

export async function removeBlanks(page: Page): Promise<void> {
  await page.evaluate(`for (const blank of document.querySelectorAll('.blank-page')) blank.remove()`);
}

/** The space above the 版记 makes it end at the foot of its page. */
async function placeImprint(
  page: Page,
  { document, theme, places, blanks }: { document: Document; theme: Theme; places: Places; blanks: number },
): Promise<boolean> {
  const [text, start, end] = IMPRINT_MARKS.map((id) => places.get(id));
  if (!text || !start || !end) return false;
  // The browser measures from the upper edge of the page's text, wherever it says that lies.
  const head = places.get(anchor(END))?.y ?? 0;
  const first = document.form === 'letter' && text.page === 1;
  const foot = head - textHeightMm(theme, first) / MM_PER_POINT;
  const room = start.page === text.page && end.y >= foot;
  const place = imprintPlace(text.page + blanks, room, document.form);
  const left =
    place === 'here' ? end.y - foot : textHeightMm(theme, false) / MM_PER_POINT - (start.y - end.y);
  const space = Math.max(0, left - ROUNDING_PT);
  await page.evaluate(`{
    const space = document.getElementById(${JSON.stringify(IMPRINT_MARKS[1])}), imprint = space.parentElement;
    space.style.height = '${space.toFixed(2)}pt';
    imprint.classList.add(${JSON.stringify(place)});
    if (${place === 'afterBlank'}) {
      const blank = document.createElement('div'); blank.className = 'blank-page'; imprint.before(blank);
    }
  }`);
  return place !== 'here';
}

/** From the upper edge of the page's text to the lower edge of the 版心. */
function textHeightMm(theme: Theme, letterhead: boolean): number {
  const top = letterhead ? firstPageTopMm(theme) : geometry(theme).marginTopMm;
  return theme.page.heightMm - top - theme.page.marginsMm.bottom;
}
