/** Puts the HTML on a page of the browser. Nothing but the page itself and the font files can be read. */
import { pathToFileURL } from 'node:url';
import type { Browser, HTTPRequest, Page } from 'puppeteer';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { fontUnusable, resourceNotLoaded, resourceRefused } from '../../base/messages/render.ts';
import { codePointsOf } from '../fonts/characters.ts';
import type { FontFace } from '../fonts/face.ts';
import { subsetFont } from '../fonts/subset.ts';

/** A file address, so that the page may read font files from disk; no such file exists, it stands for the document's. */
const ADDRESS = 'file:///diaodu/document.html';

/** A page on which no script of a document runs, and which asks for everything it loads. */
export async function preparedPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  // This also turns the browser's own cache off: two documents' subsets of a font have the same address.
  await page.setRequestInterception(true);
  return page;
}

/**
 * In: the HTML and the faces it may read, which are handed over as subsets of the page's characters.
 * Out: what could not be read; empty when all is well.
 */
export async function loadPage(
  page: Page,
  html: string,
  faces: readonly FontFace[],
  effects: Effects,
): Promise<Diagnostic[]> {
  const problems: Diagnostic[] = [];
  const fonts = await fontFiles(html, faces, effects);
  const bytes = new TextEncoder().encode(html);
  const place = await effects.scratch?.place(bytes, '.html');
  const document = served(bytes, place);
  const refused = new Set<string>();
  // Those of the document before.
  page.removeAllListeners('request').removeAllListeners('requestfailed');
  page.on('request', (request) => {
    // When the browser has gone there is nobody to answer; the job fails by itself.
    answer(request, document, fonts, refused).catch(() => undefined);
  });
  page.on('requestfailed', (request) => {
    const url = request.url();
    if (refused.has(url)) problems.push(resourceRefused(url));
    else problems.push(resourceNotLoaded(url, request.failure()?.errorText ?? ''));
  });
  await page.goto(ADDRESS, { waitUntil: 'load' });
  // Each document has another one: in a run over a hundred counties they would fill the disk.
  if (place !== undefined) await effects.scratch?.discard(place);
  await clearUp(page);
  // Nothing is laid out before it is printed, and a print does not wait for fonts.
  const broken = (await page.evaluate(`
    Promise.all([...document.fonts].map((font) => font.load().then(() => [], () => [font.family]))).then((all) => all.flat())
  `)) as string[];
  if (problems.length > 0) return problems;
  return broken.map((family) => fontUnusable(family.replaceAll('"', '')));
}

/** The document before stays in memory until the browser sees a need: pages that are used again would grow to a gigabyte. */
async function clearUp(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
}

/**
 * What stands for a file: the address of another one, which the browser reads itself; or bytes, which go through a pipe
 * as text and take longer; undefined where the file itself is read.
 */
type Served = string | Uint8Array | undefined;
const served = (bytes: Uint8Array | undefined, place: string | undefined): Served =>
  place === undefined ? bytes : pathToFileURL(place).href;

/** By the address that the HTML names. */
async function fontFiles(
  html: string,
  faces: readonly FontFace[],
  effects: Effects,
): Promise<ReadonlyMap<string, Served>> {
  const files = new Map<string, Served>();
  const characters = codePointsOf(html);
  for (const face of faces) {
    const address = pathToFileURL(face.path).href;
    if (files.has(address)) continue;
    const bytes = await subsetFont(face, characters, effects);
    const place = bytes && (await effects.scratch?.place(bytes));
    files.set(address, served(bytes, place));
  }
  return files;
}

function answer(
  request: HTTPRequest,
  document: Served,
  fonts: ReadonlyMap<string, Served>,
  refused: Set<string>,
): Promise<void> {
  const give = (what: Served, contentType: string): Promise<void> => {
    if (what instanceof Uint8Array) return request.respond({ contentType, body: what });
    return request.continue(what === undefined ? {} : { url: what });
  };
  if (request.url() === ADDRESS) return give(document, 'text/html; charset=utf-8');
  if (fonts.has(request.url())) return give(fonts.get(request.url()), 'font/ttf');
  refused.add(request.url());
  return request.abort('blockedbyclient');
}
