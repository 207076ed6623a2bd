/** Long lists of names in running text and narrow cells. */

/** 甲、乙、丙; more than `most` fold: 甲、乙、丙等12个单位. */
export function formatList(names: readonly string[], most: number, noun = '个单位'): string {
  if (names.length <= most) return names.join('、');
  return `${names.slice(0, most).join('、')}等${names.length}${noun}`;
}
