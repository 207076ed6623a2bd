/** What a return says of itself beside its table: whose it is, of which period, when it came. */
import type { Located } from '../../base/origin.ts';
import { cellText, type Sheet } from '../formats/sheet.ts';

/**
 * “填报单位：赣州市” above the headings first, in one cell or in two; then pairs of cells (填报单位 | 赣州市), as on hidden
 * sheets.
 */
export function factsIn(
  head: { sheet: Sheet; row: number },
  sheets: readonly Sheet[],
  label: string,
): Located<string>[] {
  // 填报单位（盖章）：, 填 报 单 位：. Left blank, it does not say what comes behind it: 填报单位：　　报送月份：8月.
  const word = `${[...label].join('\\s*')}\\s*(?:[(（][^()（）]{1,8}[)）])?`;
  const within = new RegExp(
    `${word}\\s*[:：]\\s*([^\\s，,；;（()）:：]+)(?![^\\s，,；;（()）:：]|\\s*[:：])`,
  );
  const alone = new RegExp(`^${word}\\s*[:：]?$`);
  const found = head.sheet.rows.slice(0, head.row).flatMap((cells) =>
    cells.flatMap((cell, index): Located<string>[] => {
      const said = within.exec(cellText(cell))?.[1];
      if (cell && said) return [{ value: said, at: cell.at }];
      const beside =
        alone.test(cellText(cell)) && cells.slice(index + 1).find((next) => cellText(next) !== '');
      // 填报单位： | （盖章）, 填报单位： | 报送月份：8月
      return beside && !/[:：]|^[（(]/.test(cellText(beside))
        ? [{ value: cellText(beside), at: beside.at }]
        : [];
    }),
  );
  for (const sheet of [...sheets].reverse()) {
    const pair = sheet.rows.find((row) => cellText(row[0]) === label);
    const value = pair?.[1];
    if (value && cellText(value) !== '') found.push({ value: cellText(value), at: value.at });
  }
  return found;
}
