/**
 * The first few of a long list, and how many there are: 甲、乙、丙等12个; all of them where they are few.
 * In: the most that are named, what they are counted by (个, 项, 个单位), and what stands between them.
 */
export function someOf(
  names: readonly (string | number)[],
  most: number,
  counted: string,
  between = '、',
): string {
  const first = names.slice(0, most).join(between);
  return names.length > most ? `${first}等${names.length}${counted}` : first;
}
