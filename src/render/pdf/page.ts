/** Puts the HTML on a page of the browser. Nothing but the page itself and the font files can be read. */
import { pathToFileURL } from 'node:url';
import type { HTTPRequest, Page } from 'puppeteer';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { fontUnusable, resourceNotLoaded, resourceRefused } from '../../base/messages/render.ts';
import type { FontFace } from '../fonts/face.ts';

/** A file address, so that the page may read font files from disk; answered from memory, no such file exists. */
const ADDRESS = 'file:///diaodu/document.html';

/** In: the HTML and the faces it may read. Out: what could not be read; empty when all is well. */
export async function loadPage(page: Page, html: string, faces: readonly FontFace[]): Promise<Diagnostic[]> {
  const problems: Diagnostic[] = [];
  const allowed = new Set(faces.map((face) => pathToFileURL(face.path).href));
  const refused = new Set<string>();
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    void answer(request, html, allowed, refused);
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

function answer(
  request: HTTPRequest,
  html: string,
  allowed: ReadonlySet<string>,
  refused: Set<string>,
): Promise<void> {
  if (request.url() === ADDRESS) {
    return request.respond({ contentType: 'text/html; charset=utf-8', body: html });
  }
  if (allowed.has(request.url())) return request.continue();
  refused.add(request.url());
  return request.abort('blockedbyclient');
}
