/** Two editions of one paper, page by page: which pages say something else. */
import type { Shown, ShownPage } from '../../model/archive/shown.ts';
import type { ChangedPage, PaperChange } from '../../model/erratum.ts';

/**
 * A page whose lines only stand a little closer, since another page became longer, says what it said: it is not changed.
 * undefined when no page is.
 */
export function pagesChanged(name: string, was: Shown, is: Shown): PaperChange | undefined {
  const numbered = is.pages.some(({ number }) => number !== '');
  const called = (page: ShownPage, i: number): ChangedPage => ({
    sheet: i + 1,
    number: page.name,
    ...(numbered && page.number === '' && { unprinted: true }),
  });
  const pages = is.pages.flatMap((page, i) => (sameAs(was.pages[i], page) ? [] : [called(page, i)]));
  const more = is.pages.length - was.pages.length;
  if (pages.length === 0 && more === 0) return undefined;
  return { name, kind: more === 0 ? 'changed' : more > 0 ? 'longer' : 'shorter', pages, of: is.pages.length };
}

const sameAs = (was: ShownPage | undefined, is: ShownPage): boolean =>
  was !== undefined && (was.look === is.look || (was.says === is.says && was.number === is.number));
