/** Long lists: the first few, and how many there are. */
import { type Rich, rich } from './engine/value.ts';
import { count } from './figures.ts';
import { join } from './sentences.ts';

/** 甲、乙、丙; more than `most` fold: 甲、乙、丙等12个单位. For narrow cells, where the number is no figure. */
export function formatList(names: readonly string[], most: number, noun = '个单位'): string {
  if (names.length <= most) return names.join('、');
  return `${names.slice(0, most).join('、')}等${names.length}${noun}`;
}

/** “甲、乙、丙” or, beyond `most`, “甲、乙、丙等12个项目” (`unit` 个, `noun` 项目); `what` says what was counted. */
export function fold(
  parts: readonly (string | Rich)[],
  most: number,
  { unit, noun, what }: { unit: string; noun: string; what: string },
): Rich {
  const shown = join(
    parts.slice(0, most).map((part) => rich(part)),
    '、',
  );
  return parts.length <= most ? shown : rich(shown, '等', count(parts.length, what, unit), noun);
}
