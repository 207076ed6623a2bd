/** Document → PDF bytes: HTML on a page of the browser, printed twice where something depends on page numbers. */
import type { PDFDocument } from '@cantoo/pdf-lib';
import type { Page, PDFOptions } from 'puppeteer';
import { type Diagnostic, hasErrors, type Outcome } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { contentsUnsettled, finishFailed, printFailed } from '../../base/messages/render.ts';
import type { Document } from '../../model/document/document.ts';
import type { Theme } from '../../model/document/theme.ts';
import { captionsOf, contentsOf, documentHtml, endMarks } from '../html/document.ts';
import { anchor } from '../html/escape.ts';
import { imprintLast } from '../layout/imprint.ts';
import { finishBook, pageLabels } from './book.ts';
import { type Bookmark, bookmarks, destinations, forgetDestinations, openPdf } from './destinations.ts';
import { finishPdf } from './finish.ts';
import { keepSettled, lastSettled } from './guess.ts';
import { loadPage, TIMEOUT_MS } from './page.ts';
import { insertBlanks, type Places, removeBlanks, settlePlaces } from './places.ts';
import type { PrintContext } from './print-context.ts';

export interface Pdf {
  bytes: Uint8Array;
  pages: number;
  bookmarks: Bookmark[];
}

/** Contents page numbers settle on the first finished print, unless a number changed the height of a line. */
const MOST_PRINTS = 4;
const FINAL: PDFOptions = { preferCSSPageSize: true, tagged: true, outline: true, timeout: TIMEOUT_MS };

/**
 * Asks for the browser only when the HTML is ready. In: charts already drawn. Out: whole PDF; undefined when a font or the
 * browser failed, or finishing, or nobody wants it any more.
 */
export async function renderPdf(given: Document, context: PrintContext): Promise<Outcome<Pdf>> {
  const document = imprintLast(given);
  const { html, diagnostics } = documentHtml(document, context);
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const browser = await context.browser();
  diagnostics.push(...browser.diagnostics);
  if (!browser.value) return { value: undefined, diagnostics };
  try {
    const print = await browser.value.onPage(async (page) => {
      const problems = await loadPage(page, html, context.fonts, context.effects);
      diagnostics.push(...problems);
      if (hasErrors(problems) || context.wish?.refused) return undefined;
      return printDocument(page, document, context, diagnostics);
    });
    context.printed?.(context.wish?.likely ?? false);
    if (!print || (await context.wish?.settled) === false) return { value: undefined, diagnostics };
    const value = await finished(print, document, context.theme).catch((error: unknown) => {
      // Not the browser's fault: printing it again would not help.
      diagnostics.push(finishFailed(error instanceof Error ? error.message : String(error)));
      return undefined;
    });
    return { value, diagnostics };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { value: undefined, diagnostics: [...diagnostics, printFailed(reason)] };
  }
}

/** As the browser printed it. */
interface Print {
  pdf: PDFDocument;
  places: Places;
  /** Headings that did not come to the pages written in the contents. */
  moved: string[];
}

async function printDocument(
  page: Page,
  document: Document,
  { theme, effects, wish }: PrintContext,
  diagnostics: Diagnostic[],
): Promise<Print | undefined> {
  const before = await printAsBefore(page, document, effects);
  if (before) wish?.placed(before.places);
  if (before) return before;
  const { places, blanks } = await settlePlaces(page, document, theme);
  wish?.placed(places);
  // Finding the places is half of the work. The other half would be wasted as often as not.
  if (wish?.first) await wish.settled;
  let written = places;
  for (let prints = 1; ; prints += 1) {
    if (wish?.refused) return undefined;
    const print = await printWith(written, page, document);
    written = print.places;
    if (print.moved.length > 0 && prints < MOST_PRINTS) continue;
    if (print.moved.length > 0) diagnostics.push(contentsUnsettled(print.moved));
    else await keepSettled(document, { places: written, blanks }, effects);
    return print;
  }
}

/**
 * With everything where it lay last time; undefined where that is not known, or no longer right: then the page is as if
 * nobody had tried.
 */
async function printAsBefore(page: Page, document: Document, effects: Effects): Promise<Print | undefined> {
  const last = await lastSettled(document, effects);
  if (!last) return undefined;
  await insertBlanks(page, last.blanks);
  const print = await printWith(last.places, page, document);
  if (print.moved.length === 0) return print;
  await removeBlanks(page);
  await writeContents(page, new Map(), document);
  return undefined;
}

/** @param written where headings are taken to lie, as the contents will say */
async function printWith(written: Places, page: Page, document: Document): Promise<Print> {
  await writeContents(page, written, document);
  const pdf = await openPdf(await page.pdf(FINAL));
  const places = destinations(pdf);
  return { pdf, places, moved: movedHeadings(document, written, places) };
}

async function writeContents(page: Page, places: Places, document: Document): Promise<void> {
  const label = pageLabels(document, places);
  const pages = [...places].map(([id, { page: number }]) => [id, label(number)] as const);
  const table = JSON.stringify(Object.fromEntries(pages));
  await page.evaluate(
    `for (const e of document.querySelectorAll('.contents-page')) e.textContent = (${table})[e.dataset.target] ?? ''`,
  );
}

/** Headings whose page differs from the one written in the contents. */
function movedHeadings(document: Document, written: Places, printed: Places): string[] {
  const listed = document.sections.some((s) => s.blocks.some((block) => block.kind === 'contents'));
  if (!listed) return [];
  const pageIn = (places: Places, id: string) => places.get(anchor(id))?.page;
  const { charts, tables } = captionsOf(document);
  return [...contentsOf(document), ...charts, ...tables]
    .filter(({ id }) => pageIn(written, id) !== pageIn(printed, id))
    .map((entry) => entry.text);
}

async function finished({ pdf, places }: Print, document: Document, theme: Theme): Promise<Pdf> {
  const list = bookmarks(pdf);
  forgetDestinations(pdf, endMarks(document));
  if (document.form === 'book') finishBook(pdf, document, theme, places);
  const bytes = await finishPdf(pdf, document, theme);
  return { bytes, pages: pdf.getPageCount(), bookmarks: list };
}
