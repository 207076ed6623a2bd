/** Units with a magnitude in front: 万个 = 10 000 个, 亿元 = 100 000 000 元. */

/** Longest first, so that 万亿 is not read as 万. The number is the power of ten. */
const MAGNITUDES: readonly (readonly [string, number])[] = [
  ['万亿', 12],
  ['千亿', 11],
  ['百亿', 10],
  ['十亿', 9],
  ['千万', 7],
  ['百万', 6],
  ['十万', 5],
  ['亿', 8],
  ['万', 4],
  ['千', 3],
];
/** Units of measurement that begin with 千 as part of their name. */
const OWN_THOUSAND = /^千[米克瓦兆卡伏]/;

export interface SplitUnit {
  /** 万, 亿, 千 …; empty for none. */
  magnitude: string;
  /** Power of ten of the magnitude. */
  exponent: number;
  /** 个, 元, % …; empty for a bare magnitude. */
  base: string;
}

/** 万个 → 万 (10⁴) and 个; % → no magnitude and %. */
export function splitUnit(unit: string): SplitUnit {
  if (!OWN_THOUSAND.test(unit)) {
    for (const [magnitude, exponent] of MAGNITUDES) {
      if (unit.startsWith(magnitude)) return { magnitude, exponent, base: unit.slice(magnitude.length) };
    }
  }
  return { magnitude: '', exponent: 0, base: unit };
}
