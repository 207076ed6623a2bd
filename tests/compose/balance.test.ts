/** Widths of columns of text: shared out anew, never beyond the table's own. */
import { describe, expect, it } from 'vitest';
import { balanced } from '../../src/compose/tables/balance.ts';
import { columns, simpleTable } from '../../src/compose/tables/cells.ts';

const LONG = '组建申请报送后，按国家主管部门反馈意见补充材料两次，八月中旬完成省级专家论证。'.repeat(4);
const table = (rows: (string | null)[][]) =>
  simpleTable(
    ['序号', '进展情况', '存在问题'],
    columns([7.5, 'centre'], [40, 'left'], [40, 'left']),
    rows.map((row, i) => [String(i + 1), ...row]),
    { density: 'dense' },
  );
const TEXTS = ['进展情况', '存在问题'];
const widthsOf = (rows: (string | null)[][]): number[] =>
  balanced(table(rows), TEXTS).columns.map((c) => c.width);
const sum = (widths: readonly number[]): number => widths.reduce((a, b) => a + b, 0);

describe('columns of text', () => {
  it('give their room to those that say more, down to a head in one line', () => {
    const [number = 0, progress = 0, problems = 0] = widthsOf([[LONG, null]]);
    expect(sum([number, progress, problems])).toBeCloseTo(225, 0);
    expect(number).toBeCloseTo((7.5 / 87.5) * 225, 1);
    expect(problems).toBeGreaterThan(4 * 3.175);
    expect(problems).toBeLessThan(20);
  });

  it('are alike where their texts are', () => {
    const [, progress = 0, problems = 0] = widthsOf([
      [LONG, LONG],
      [LONG, LONG],
    ]);
    expect(Math.abs(progress - problems)).toBeLessThan(4);
  });

  it('keep a text in one line that just has room there', () => {
    const name = '数字乡村和智慧农业建设专项';
    const rows = [...Array<string[]>(6).fill([name, '无']), ['无', LONG]];
    const [, progress = 0] = balanced(table(rows), TEXTS, 100).columns.map((c) => c.width);
    expect(progress).toBeGreaterThan([...name].length * 3.175 + 1.8);
    expect(progress).toBeLessThan(([...name].length + 1) * 3.175 + 1.8);
  });

  it('keep order, heads and texts, and need no rows', () => {
    const before = table([[LONG, '无']]);
    expect({ ...balanced(before, TEXTS), columns: before.columns }).toEqual(before);
    expect(sum(widthsOf([]))).toBeCloseTo(225, 0);
  });
});
