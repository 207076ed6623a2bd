/** Asks the browser's layout about a document before it is rendered. */
import type { Page } from 'puppeteer';
import { hasErrors, type Outcome } from '../../base/diagnostic.ts';
import type { Document } from '../../model/document/document.ts';
import { documentHtml } from '../html/document.ts';
import { loadPage } from './page.ts';
import type { PrintContext } from './print-context.ts';

/** Out: what `ask` found on the loaded page, or why it could not be loaded; warnings are told of when it is rendered. */
export async function onLoadedPage<T>(
  document: Document,
  context: PrintContext,
  ask: (page: Page) => Promise<T>,
): Promise<Outcome<T>> {
  const { html, diagnostics } = documentHtml(document, context);
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const browser = await context.browser();
  if (!browser.value) return { value: undefined, diagnostics: browser.diagnostics };
  return browser.value.onPage(async (page) => {
    const problems = await loadPage(page, html, context.fonts, context.effects);
    if (hasErrors(problems)) return { value: undefined, diagnostics: problems };
    return { value: await ask(page), diagnostics: [] };
  });
}
