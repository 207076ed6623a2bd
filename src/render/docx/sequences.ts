/** SEQ fields of captions: how Word counts 图1, 表2 when a clerk renews the fields, and by what lists collect them. */
import type { ChartBlock, TableBlock } from '../../model/document/document.ts';

export interface CaptionNumber {
  /** 图, 表1-, 附表2-: what stands before the field. */
  before: string;
  digits: string;
  instruction: string;
}

type Captioned = TableBlock | ChartBlock;

/**
 * 图 and 表 count through the document, and from their own number again where a bound material begins; those of a book
 * (图3-2, 附表1-1) count from one under each chapter or appendix, which are all headings of the first level. The
 * first of a chapter says outright that it is one: LibreOffice does not know \\s and would count on.
 */
export function captionNumbers(captions: readonly Captioned[]): ReadonlyMap<Captioned, CaptionNumber> {
  const counts = new Map<string, number>();
  const numbers = new Map<Captioned, CaptionNumber>();
  for (const block of captions) {
    const [, before, kind, part, digits] = /^((附?[图表])(\d+-)?)(\d+)$/.exec(block.number) ?? [];
    if (before === undefined || kind === undefined || digits === undefined) continue;
    const n = Number(digits);
    const name = part === undefined ? kind : kind.slice(-1);
    const goesOn = n === (counts.get(name) ?? 0) + 1;
    counts.set(name, n);
    const restart = goesOn ? '' : ` \\r ${n}`;
    const again = part === undefined || restart ? restart : ' \\s 1';
    numbers.set(block, { before, digits, instruction: `SEQ ${name} \\* ARABIC${again}` });
  }
  return numbers;
}
