/** Long lists of names in running text and narrow cells. */

/** 甲、乙、丙; more than `most` fold: 甲、乙、丙等12个单位. */
export function formatList(names: readonly string[], most: number, noun = '个单位'): string {
  if (names.length <= most) return names.join('、');
  return `${names.slice(0, most).join('、')}等${names.length}${noun}`;
}

/** 抄送: classes divided by commas, a full stop at the end (GB/T 9704-2012, 7.4.2); '' for none. */
export const copiesText = (names: readonly string[]): string =>
  names.length > 0 ? `${names.join('，')}。` : '';
