/** Long lists: the first few, and how many there are. */
import { someOf } from '../../base/chinese/some-of.ts';
import { innerQuotes } from '../../base/chinese/text.ts';
import type { Region } from '../../model/region/region.ts';
import { type Rich, rich } from '../engine/value.ts';
import { count } from '../figures.ts';
import { join } from './sentences.ts';

/** Units: 甲、乙、丙; more than `most` fold: 甲、乙、丙等12个单位. For narrow cells, where the number is no figure. */
export const formatList = (names: readonly string[], most: number): string => someOf(names, most, '个单位');

interface Folding {
  /** 个 */
  unit: string;
  /** 项目 */
  noun: string;
  /** What was counted, for the reader who asks. */
  what: string;
}

/** “甲、乙、丙” or, where more than one is beyond `most`, “甲、乙、丙等12个项目”. */
export const fold = (parts: readonly (string | Rich)[], most: number, folding: Folding): Rich =>
  folded(parts, most, folding, '、');

/** “甲”“乙”“丙”: names that may hold 、 and quotation marks themselves (GB/T 15834, 4.5.3.5 and 4.8.3.3). */
export const foldQuoted = (names: readonly string[], most: number, folding: Folding): Rich =>
  folded(
    names.map((name) => `“${innerQuotes(name)}”`),
    most,
    folding,
    '',
  );

function folded(
  parts: readonly (string | Rich)[],
  most: number,
  { unit, noun, what }: Folding,
  separator: string,
): Rich {
  // Leaving out a single one saves nothing.
  const room = parts.length <= most + 1 ? parts.length : most;
  const shown = join(
    parts.slice(0, room).map((part) => rich(part)),
    separator,
  );
  return room === parts.length ? shown : rich(shown, '等', count(parts.length, what, unit), noun);
}

/** 县发改局, where it is one alone; else 3个单位. */
export function oneOrMany(names: readonly string[], what: string, noun = '单位'): Rich {
  const different = [...new Set(names)];
  const [only] = different;
  return different.length === 1 && only ? rich(only) : rich(count(different.length, what, '个'), noun);
}

/** Places with their number, by what they are: 5个设区市, 6个设区市和赣江新区; one alone by its name. */
export function countPlaces(names: readonly string[], what: string, region: Region): Rich {
  const among = region.besides.filter((name) => names.includes(name));
  const ordinary = names.length - among.length;
  if (ordinary === 0 || among.length === 0) return oneOrMany(names, what, placeNoun(names, region));
  return rich(count(ordinary, what, '个'), `${region.place}和${among.join('、')}`);
}

/** What such places are called behind their number, where none is named: 7个地方, where they differ. */
export const placeNoun = (names: readonly string[], { besides, place, counted }: Region): string =>
  names.some((name) => besides.includes(name)) ? counted : besides.length > 0 ? place : counted;

/** 抄送: classes divided by commas, a full stop at the end (GB/T 9704-2012, 7.4.2); '' for none. */
export const copiesText = (names: readonly string[]): string =>
  names.length > 0 ? `${names.join('，')}。` : '';
