import { add, decimalsOf, subtract } from '../../base/decimal.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import * as messages from '../../base/messages/lint.ts';
import type { Origin } from '../../base/origin.ts';
import type { TableBlock, TableCell } from '../../model/document/document.ts';
import { plainText } from '../../model/document/inline.ts';
import type { Rule } from '../rule.ts';

const TOTAL = /^(?:合\s*计|总\s*计|共\s*计)$/;
const SUBTOTAL = /^(?:小\s*计|其中|平均)/;
/** Columns that do not add up by their nature. */
const NO_SUM = /率|均|差距|增减|序号|排名|名次|位次|同比|环比|指数|增速|倍|得分|进度|年份|状态/;
const SHARE = /占比|比重|构成/;
/** A table says so itself when something is counted in several rows. */
const COUNTED_TWICE = /重复计算|不等于合计|不等于各|四舍五入/;
const PLAIN_NUMBER = /^[+−-]?\d{1,15}(?:\.\d{1,6})?%?$/;

/** The rows of a column add up to its 合计; shares of a whole add up to 100 but for rounding. */
export const tableSums: Rule = {
  name: 'tableSums',
  ours: true,
  *text({ blocks }) {
    for (const { block, at } of blocks) if (block.kind === 'table') yield* sumsOf(block, at);
  },
};

function* sumsOf(table: TableBlock, at: Origin): Iterable<Diagnostic> {
  const rows = grid(table.body);
  const total = rows.find((row) => TOTAL.test(row[0] ?? '') || TOTAL.test(row[1] ?? ''));
  if (!total || table.notes.some((note) => COUNTED_TWICE.test(plainText(note)))) return;
  const heads = grid(table.head);
  const parts = rows.filter((row) => row !== total && !SUBTOTAL.test(row[0] ?? ''));
  for (const [column, printed] of total.entries()) {
    const head = [...new Set(heads.map((row) => row[column] ?? ''))].join('');
    const sum = sumOf(parts.map((row) => row[column] ?? ''));
    const whole = numberOf(printed);
    if (sum === undefined || whole === undefined || NO_SUM.test(head)) continue;
    const rounding = (sum.decimals === 0 ? 0 : 0.5 * sum.count) * 10 ** -sum.decimals;
    if (Math.abs(subtract(sum.value, whole)) <= rounding + 1e-9) continue;
    yield SHARE.test(head) && whole === 100
      ? messages.shareSum(head, String(sum.value))(at)
      : messages.columnSum(head, printed, String(sum.value))(at);
  }
}

/** Of plain numbers; “—” and empty cells are nothing; undefined when a cell says anything else. */
function sumOf(texts: readonly string[]): { value: number; decimals: number; count: number } | undefined {
  const sum = { value: 0, decimals: 0, count: 0 };
  for (const text of texts) {
    if (text === '' || text === '—') continue;
    const value = numberOf(text);
    if (value === undefined) return undefined;
    sum.value = add(sum.value, value);
    sum.decimals = Math.max(sum.decimals, text.split('.')[1]?.replace('%', '').length ?? decimalsOf(value));
    sum.count++;
  }
  return sum.count > 0 ? sum : undefined;
}

const numberOf = (text: string): number | undefined =>
  PLAIN_NUMBER.test(text) ? Number(text.replace('−', '-').replace('%', '')) : undefined;

/** Texts by row and column, cells that span several standing in each. */
function grid(rows: readonly TableCell[][]): string[][] {
  const out: string[][] = rows.map(() => []);
  for (const [r, row] of rows.entries()) {
    let column = 0;
    for (const cell of row) {
      while (out[r]?.[column] !== undefined) column++;
      const text = cell.content.map(plainText).join('').trim();
      for (let down = 0; down < cell.rowSpan; down++)
        for (let across = 0; across < cell.colSpan; across++) {
          const line = out[r + down];
          if (line) line[column + across] = text;
        }
      column += cell.colSpan;
    }
  }
  return out;
}
