/** Words that announce what comes below: 其中带有数量目标的任务： */
import type { ParagraphBlock } from '../model/document.ts';
import { plainText } from '../model/inline.ts';

/** Lines that cannot be torn apart anyway, as neither page may begin or end with a single one. */
const LINES = 2;
const INDENT = 2;

/**
 * They stay on the page of what they announce, if they are of two lines at most. A longer text (…。现将有关事项通知如下：)
 * has lines on both pages, and Word would take the whole of it over, with its addressees and the title above, which left a
 * masthead alone on its page. Addressees end with a colon, too, and are a kind of their own.
 */
export function leadsIn({ children }: ParagraphBlock, charactersPerLine: number): boolean {
  const words = plainText(children);
  return words.endsWith('：') && INDENT + [...words].length <= LINES * charactersPerLine;
}
