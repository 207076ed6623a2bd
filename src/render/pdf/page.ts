/** Puts documents on a page of the browser, one after the other. Nothing but font files can be read from there. */
import { pathToFileURL } from 'node:url';
import type { CDPSession, HTTPRequest, Page } from 'puppeteer';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { fontUnusable, resourceNotLoaded, resourceRefused } from '../../base/messages/render.ts';
import { codePointsOf } from '../fonts/characters.ts';
import type { FontFace, FontSet } from '../fonts/face.ts';
import { usualFile } from '../fonts/prepared.ts';
import { subsetFont } from '../fonts/subset.ts';
import { browserFace, facesFor, roleFaces } from '../html/stylesheet/faces.ts';
import { ASKED_FROM_OUTSIDE } from './outside.ts';

/** A file address, so that the page may read font files from disk; no such file exists, it stands for the document's. */
const ADDRESS = 'file:///diaodu/document.html';

/** The longest print takes two seconds; a laptop that is ten times slower is still far from it. */
export const TIMEOUT_MS = 60_000;

/** In: a blank page. Out: the same, on which no script of a document runs, and which asks for everything it loads. */
export async function preparedPage(page: Page): Promise<Page> {
  await page.setJavaScriptEnabled(false);
  // This also turns the browser's own cache off: two subsets of a font have the same address.
  await page.setRequestInterception(true);
  // Otherwise all that a page reads is copied and kept for whoever may ask for it again: two fifths of reading a font.
  await (page as Page & OwnSession)._client?.().send('Network.enable', KEEP_NOTHING);
  return page;
}

/** Puppeteer's own session with the page, which is not in its types; another session would change only what that keeps. */
interface OwnSession {
  _client?(): CDPSession;
}
const KEEP_NOTHING = { maxTotalBufferSize: 0, maxResourceBufferSize: 0 };

/**
 * In: the HTML and the fonts it may read, which are handed over as subsets of the page's characters.
 * Out: what could not be read; empty when all is well.
 */
export async function loadPage(
  page: Page,
  html: string,
  fonts: FontSet,
  effects: Effects,
): Promise<Diagnostic[]> {
  const characters = codePointsOf(html);
  const faces = facesFor(fonts, characters);
  const problems = await loadFaces(page, faces, await fontFiles(characters, faces, effects));
  return problems.length > 0 ? problems : putIn(page, html);
}

/** Before there is a document: most find in fonts that were got ready all that they need. */
export async function loadUsualFonts(page: Page, fonts: FontSet, effects: Effects): Promise<void> {
  const faces = roleFaces(fonts);
  if (faces.every(({ prepared }) => prepared))
    await loadFaces(page, faces, await fontFiles(new Set(), faces, effects));
}

/** Fonts as a page has loaded them; reading them again for each document took half as long as printing it. */
const loaded = new WeakMap<Page, Map<FontFace, string | Uint8Array | undefined>>();

async function loadFaces(page: Page, faces: readonly FontFace[], files: FontFiles): Promise<Diagnostic[]> {
  const known = loaded.get(page);
  const wanted = new Map(faces.map((face) => [face, files.get(addressOf(face))]));
  if (known && [...wanted].every(([face, file]) => known.has(face) && known.get(face) === file)) return [];
  loaded.delete(page);
  const problems: Diagnostic[] = [];
  page.removeAllListeners('request').removeAllListeners('requestfailed');
  page.on('request', (request) => {
    // When the browser has gone there is nobody to answer; the job fails by itself.
    answer(request, files).catch(() => undefined);
  });
  page.on('requestfailed', (request) =>
    problems.push(resourceNotLoaded(request.url(), request.failure()?.errorText ?? '')),
  );
  // An empty document (in standards mode), which drops the fonts of the one before.
  await page.goto(ADDRESS, { waitUntil: 'load' });
  // They belong to the page, not to a style sheet: those come and go with the documents.
  const broken = (await page.evaluate(`
    Promise.all(${JSON.stringify(faces.map(browserFace))}.map(({ family, source, descriptors }) => {
      const font = new FontFace(family, source, descriptors);
      document.fonts.add(font);
      return font.load().then(() => [], () => [family]);
    })).then((all) => all.flat())
  `)) as string[];
  if (problems.length === 0 && broken.length === 0) loaded.set(page, wanted);
  return problems.length > 0 ? problems : broken.map((family) => fontUnusable(family));
}

/** In the place of the document before. One that asks for anything from outside is not put in. */
async function putIn(page: Page, html: string): Promise<Diagnostic[]> {
  const asked = (await page.evaluate(`{
    const next = new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html');
    const asked = (${ASKED_FROM_OUTSIDE})(next);
    if (asked.length === 0) document.documentElement.replaceWith(next.documentElement);
    asked;
  }`)) as string[];
  await clearUp(page, html.length);
  return asked.map(resourceRefused);
}

/** Characters of HTML after which a page is cleared up: more than a report with what is asked about it and printed of it ahead. */
const CLEAR_AFTER = 700_000;
const sinceCleared = new WeakMap<Page, number>();

/** Documents before stay in memory until the browser sees a need: pages that are used again would grow to a gigabyte. */
async function clearUp(page: Page, grownBy: number): Promise<void> {
  const grown = (sinceCleared.get(page) ?? 0) + grownBy;
  sinceCleared.set(page, grown < CLEAR_AFTER ? grown : 0);
  if (grown < CLEAR_AFTER) return;
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
}

/**
 * By the address that the faces name: the address of another file, which the browser reads itself; bytes, which go
 * through a pipe as text and take longer; or undefined where the file itself is read.
 */
type FontFiles = ReadonlyMap<string, string | Uint8Array | undefined>;

async function fontFiles(
  characters: ReadonlySet<number>,
  faces: readonly FontFace[],
  effects: Effects,
): Promise<FontFiles> {
  const files = new Map<string, string | Uint8Array | undefined>();
  for (const face of faces) {
    const address = addressOf(face);
    if (files.has(address)) continue;
    const usual = usualFile(face, characters);
    const bytes = usual === undefined ? await subsetFont(face, characters, effects) : undefined;
    const place = usual ?? (bytes && (await effects.scratch?.place(bytes)));
    files.set(address, place === undefined ? bytes : pathToFileURL(place).href);
  }
  return files;
}

const addressOf = ({ path }: FontFace): string => pathToFileURL(path).href;

function answer(request: HTTPRequest, files: FontFiles): Promise<void> {
  const address = request.url();
  if (address === ADDRESS)
    return request.respond({ contentType: 'text/html; charset=utf-8', body: '<!doctype html>' });
  if (!files.has(address)) return request.abort('blockedbyclient');
  const file = files.get(address);
  if (file instanceof Uint8Array) return request.respond({ contentType: 'font/ttf', body: file });
  return request.continue(file === undefined ? {} : { url: file });
}
