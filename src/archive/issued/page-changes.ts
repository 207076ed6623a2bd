/** Two editions of one paper, page by page: which pages say something else. */
import type { Shown } from '../../model/archive/shown.ts';
import type { PaperChange } from '../../model/erratum.ts';

/**
 * A page whose lines only stand a little closer, since another page became longer, says what it said: it is not changed.
 * undefined when no page is.
 */
export function pagesChanged(name: string, was: Shown, is: Shown): PaperChange | undefined {
  const pages = is.pages.flatMap(({ number, name: called, look, says }, i) => {
    const before = was.pages[i];
    const same = before && (before.look === look || (before.says === says && before.number === number));
    return same
      ? []
      : [
          {
            sheet: i + 1,
            number: called,
            ...(number === '' && is.pages.some((page) => page.number !== '') && { unprinted: true }),
          },
        ];
  });
  const more = is.pages.length - was.pages.length;
  if (pages.length === 0 && more === 0) return undefined;
  return { name, kind: more === 0 ? 'changed' : more > 0 ? 'longer' : 'shorter', pages, of: is.pages.length };
}
