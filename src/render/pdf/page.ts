/** Puts the HTML on a page of the browser. Nothing but the page itself and the font files can be read. */
import { pathToFileURL } from 'node:url';
import type { HTTPRequest, Page } from 'puppeteer';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { fontUnusable, resourceNotLoaded, resourceRefused } from '../../base/messages/render.ts';
import type { FontFace } from '../fonts/face.ts';
import { subsetFont } from '../fonts/subset.ts';

/** A file address, so that the page may read font files from disk; answered from memory, no such file exists. */
const ADDRESS = 'file:///diaodu/document.html';

/**
 * In: the HTML and the faces it may read; whole faces are handed over as subsets of the page's characters, compressed
 * ones as they are. Out: what could not be read; empty when all is well.
 */
export async function loadPage(
  page: Page,
  html: string,
  faces: readonly FontFace[],
  effects: Effects,
): Promise<Diagnostic[]> {
  const problems: Diagnostic[] = [];
  const fonts = await fontFiles(html, faces, effects);
  const refused = new Set<string>();
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    void answer(request, html, fonts, refused);
  });
  page.on('requestfailed', (request) => {
    const url = request.url();
    if (refused.has(url)) problems.push(resourceRefused(url));
    else problems.push(resourceNotLoaded(url, request.failure()?.errorText ?? ''));
  });
  await page.goto(ADDRESS, { waitUntil: 'load' });
  const broken = (await page.evaluate(
    "document.fonts.ready.then(() => [...document.fonts].filter((f) => f.status === 'error').map((f) => f.family))",
  )) as string[];
  if (problems.length > 0) return problems;
  return broken.map((family) => fontUnusable(family.replaceAll('"', '')));
}

/** Address of each font file → its bytes, or null for one that the browser reads by itself. */
async function fontFiles(
  html: string,
  faces: readonly FontFace[],
  effects: Effects,
): Promise<ReadonlyMap<string, Uint8Array | null>> {
  const files = new Map<string, Uint8Array | null>();
  for (const face of faces) {
    const address = pathToFileURL(face.path).href;
    if (files.has(address)) continue;
    const bytes = face.format === 'truetype' ? await subsetFont(face, html, effects) : undefined;
    files.set(address, bytes ?? null);
  }
  return files;
}

function answer(
  request: HTTPRequest,
  html: string,
  fonts: ReadonlyMap<string, Uint8Array | null>,
  refused: Set<string>,
): Promise<void> {
  if (request.url() === ADDRESS) {
    return request.respond({ contentType: 'text/html; charset=utf-8', body: html });
  }
  const font = fonts.get(request.url());
  if (font) return request.respond({ contentType: 'font/ttf', body: font });
  if (font === null) return request.continue();
  refused.add(request.url());
  return request.abort('blockedbyclient');
}
