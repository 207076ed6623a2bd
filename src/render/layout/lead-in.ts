/** Words that announce what comes below: 其中带有数量目标的任务： or 下面，请省科技厅汇报。 */
import type { Block, ParagraphBlock } from '../../model/document/document.ts';
import { plainText } from '../../model/document/inline.ts';

/** Lines that cannot be torn apart anyway, as neither page may begin or end with a single one. */
const LINES = 2;
const INDENT = 2;

/**
 * They stay on the page of what they announce, if they are of two lines at most. A longer text (…。现将有关事项通知如下：)
 * has lines on both pages, and Word would take the whole of it over, with its addressees and the title above, which left a
 * masthead alone on its page. Addressees end with a colon, too, and are a kind of their own.
 */
export function leadsIn({ children }: ParagraphBlock, charactersPerLine: number): boolean {
  return plainText(children).endsWith('：') && hasFewLines(children, charactersPerLine);
}

/**
 * What is said at a meeting stays with the hint for who says it (提示：滞后3项…), a paragraph all in 楷体: at the foot of a page
 * they would call up a unit and have nothing on it before them.
 */
export const calls = (block: Block, next: Block | undefined, charactersPerLine: number): boolean =>
  block.kind === 'paragraph' &&
  !isAside(block) &&
  isAside(next) &&
  hasFewLines(block.children, charactersPerLine);

const isAside = (block: Block | undefined): boolean =>
  block?.kind === 'paragraph' &&
  block.children.length > 0 &&
  block.children.every(({ kind }) => kind === 'emphasis');

const hasFewLines = (children: ParagraphBlock['children'], charactersPerLine: number): boolean =>
  INDENT + [...plainText(children)].length <= LINES * charactersPerLine;
