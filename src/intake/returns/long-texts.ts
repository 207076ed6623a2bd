/** Texts so long that a ledger is read no more: said while the unit is at hand. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { textTooLong } from '../../base/messages/collect.ts';
import type { Located } from '../../base/origin.ts';

/** Characters of a cell of the ledger that fills half a page. */
const MOST = 500;

/** In: rows of a return, of whatever kind. Out: a warning for each of their texts that is longer. */
export function longTexts(rows: readonly object[]): Diagnostic[] {
  return rows
    .flatMap((row) => Object.values(row).filter(isText))
    .flatMap(({ at, value }) => {
      const { length } = [...value];
      return length > MOST ? [textTooLong(at, length, MOST)] : [];
    });
}

const isText = (part: unknown): part is Located<string> =>
  typeof part === 'object' &&
  part !== null &&
  'at' in part &&
  'value' in part &&
  typeof part.value === 'string';
