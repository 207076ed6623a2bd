/** Document → PDF bytes: HTML on a page of the browser, printed twice when there is a table of contents. */
import type { PDFDocument } from '@cantoo/pdf-lib';
import type { Page, PDFOptions } from 'puppeteer';
import { type Diagnostic, hasErrors, type Outcome } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { contentsUnsettled, printFailed } from '../../base/messages/render.ts';
import type { Document } from '../../model/document.ts';
import { contentsOf, documentHtml, type HtmlInputs } from '../html/document.ts';
import { anchor } from '../html/escape.ts';
import { allFaces } from '../html/stylesheet/faces.ts';
import type { PrintBrowser } from './browser.ts';
import { type Bookmark, bookmarks, namedDestinations, openPdf } from './destinations.ts';
import { finishPdf } from './finish.ts';
import { loadPage } from './page.ts';

/** Asks for the browser only when the HTML is ready. */
export interface PdfContext extends HtmlInputs {
  effects: Effects;
  browser(): Promise<Outcome<PrintBrowser>>;
}

export interface Pdf {
  bytes: Uint8Array;
  pages: number;
  bookmarks: Bookmark[];
}

/** Contents page numbers settle on the first finished print, unless a number changed the height of a line. */
const MOST_PRINTS = 4;
const TIMEOUT_MS = 120_000;
const FINAL: PDFOptions = { preferCSSPageSize: true, tagged: true, outline: true, timeout: TIMEOUT_MS };
/** Finding page numbers needs no tags: they are a third of the cost. */
export const DRAFT: PDFOptions = {
  preferCSSPageSize: true,
  tagged: false,
  outline: false,
  timeout: TIMEOUT_MS,
};

/** In: charts already drawn. Out: whole PDF; undefined when a font or the browser failed. */
export async function renderPdf(document: Document, context: PdfContext): Promise<Outcome<Pdf>> {
  const { html, diagnostics } = documentHtml(document, context);
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const browser = await context.browser();
  diagnostics.push(...browser.diagnostics);
  if (!browser.value) return { value: undefined, diagnostics };
  try {
    const page = await browser.value.newPage();
    try {
      const problems = await loadPage(page, html, allFaces(context.fonts), context.effects);
      diagnostics.push(...problems);
      const value = hasErrors(problems) ? undefined : await printDocument(page, document, diagnostics);
      return { value, diagnostics };
    } finally {
      await page.close();
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { value: undefined, diagnostics: [...diagnostics, printFailed(reason)] };
  }
}

async function printDocument(page: Page, document: Document, diagnostics: Diagnostic[]): Promise<Pdf> {
  const hasContents = document.sections.some((s) => s.blocks.some((b) => b.kind === 'contents'));
  let written = hasContents ? await draftPages(page) : new Map<string, number>();
  for (let print = 1; ; print += 1) {
    await writeContents(page, written);
    const pdf = await openPdf(await page.pdf(FINAL));
    const pages = namedDestinations(pdf);
    const moved = hasContents ? movedHeadings(document, written, pages) : [];
    if (moved.length > 0 && print < MOST_PRINTS) {
      written = pages;
      continue;
    }
    if (moved.length > 0) diagnostics.push(contentsUnsettled(moved));
    return finished(pdf, document);
  }
}

/** Laid out as in the final print, but with nothing painted. */
async function draftPages(page: Page): Promise<Map<string, number>> {
  await page.evaluate("document.documentElement.classList.add('draft')");
  const bytes = await page.pdf(DRAFT);
  await page.evaluate("document.documentElement.classList.remove('draft')");
  return namedDestinations(await openPdf(bytes));
}

async function writeContents(page: Page, pages: ReadonlyMap<string, number>): Promise<void> {
  const table = JSON.stringify(Object.fromEntries(pages));
  await page.evaluate(
    `for (const e of document.querySelectorAll('.contents-page')) e.textContent = (${table})[e.dataset.target] ?? ''`,
  );
}

/** Headings whose page differs from the one written in the contents. */
function movedHeadings(
  document: Document,
  written: ReadonlyMap<string, number>,
  pages: ReadonlyMap<string, number>,
): string[] {
  return contentsOf(document)
    .filter((entry) => written.get(anchor(entry.id)) !== pages.get(anchor(entry.id)))
    .map((entry) => entry.text);
}

async function finished(pdf: PDFDocument, document: Document): Promise<Pdf> {
  const list = bookmarks(pdf);
  const bytes = await finishPdf(pdf, document);
  return { bytes, pages: pdf.getPageCount(), bookmarks: list };
}
