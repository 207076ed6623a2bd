/** What cities write in words: nothing where they only say that there is nothing. */
import { provesNothing, saysNoMatter, saysNothing } from '../../base/chinese/nothing.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { noProof } from '../../base/messages/form-cells.ts';
import type { Located, Origin } from '../../base/origin.ts';
import { tellUnfinished } from '../formats/form-cells.ts';

/** @param kind column; a problem that is none, and a proof that proves nothing, are left out */
export function filledText(
  text: string | undefined,
  kind: string,
  at: Origin,
  diagnostics: Diagnostic[],
): Located<string> | null {
  if (text === undefined || saysNothing(text)) return null;
  if (kind === 'problem' && saysNoMatter(text)) return null;
  if (kind !== 'evidence' && kind !== 'stage') tellUnfinished(at, text, diagnostics);
  if (kind === 'evidence' && provesNothing(text)) {
    diagnostics.push(noProof(at, text));
    return null;
  }
  return { value: text, at };
}
