/** Which characters texts have: of millions a thousand or two are different. */
import { STATUS_FACES } from '../../model/status.ts';

/** What renderers add to a document's own text: numbers, marks, captions. Latin letters are in every subset. */
const OWN = '一二三四五六七八九十百〇、（）．。：—图表附件注续目录抄送印发 　';

/** In: documents or parts of them. Out: the code points of all that is printed of them. */
export const charactersOf = (parts: unknown): Set<number> => codePointsOf([parts, OWN, STATUS_FACES]);

/** In: strings, or values that hold strings at any depth. Out: each code point once. */
export function codePointsOf(value: unknown): Set<number> {
  const seen = new Uint8Array(0x10000);
  const points = new Set<number>();
  const take = (part: unknown): void => {
    if (typeof part === 'string') takeText(part);
    else if (Array.isArray(part)) for (const inner of part) take(inner);
    else if (typeof part === 'object' && part !== null)
      for (const [key, inner] of Object.entries(part)) if (!UNPRINTED.has(key)) take(inner);
  };
  const takeText = (text: string): void => {
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      if (isHighSurrogate(unit)) points.add(text.codePointAt(i) as number);
      else if (seen[unit] === 0) {
        seen[unit] = 1;
        points.add(unit);
      }
    }
  };
  take(value);
  return points;
}

/** Where a figure came from. */
const UNPRINTED = new Set(['provenance']);

/** A character outside the basic plane begins with one of these. */
const isHighSurrogate = (unit: number): boolean => (unit & 0xfc00) === 0xd800;
