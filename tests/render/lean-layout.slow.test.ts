/** What the layout is given of a section says as much of its pages as all that is printed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, TableBlock, TableCell } from '../../src/model/document/document.ts';
import type { Inline } from '../../src/model/document/inline.ts';
import { pagesOf } from '../../src/render/docx/pages/pages.ts';
import { testEffects } from '../support/effects.ts';
import { testFonts } from '../support/fonts.ts';
import { documentOf, sectionOf } from '../support/forms-documents.ts';
import { body, cell, denseTable, figure, heading, text } from '../support/sample-document.ts';
import { officialTheme as theme } from '../support/theme.ts';

const COLUMNS = 6;
/** What cells say: words of every length, numbers, marks that may not begin a line, and what is wider than it looks. */
const PARTS = [
  '数字经济',
  '重点任务',
  '推进',
  '12.5',
  '1,234.56',
  '（含在建）',
  '。',
  'iPhone',
  'MW',
  ' ',
  '⸺',
  '\t',
];

const inline: fc.Arbitrary<Inline> = fc
  .array(fc.constantFrom(...PARTS), { maxLength: 6 })
  .chain((parts) =>
    fc.constantFrom<Inline>(
      text(parts.join('')),
      figure(parts.join(''), 1, ''),
      { kind: 'strong', children: [text(parts.join(''))] },
      { kind: 'status', status: 'onPace', form: 'short' },
      { kind: 'break' },
    ),
  );
const anyCell: fc.Arbitrary<TableCell> = fc
  .array(fc.array(inline, { maxLength: 3 }), { maxLength: 2 })
  .map((paragraphs) => cell(...paragraphs));
const oneLine = fc.constantFrom('', '12.50', '●达序时', '省工信厅', 'A').map((word) => cell([text(word)]));

/** Rows on one grid: some cells take two columns, and the first of two rows may be tall. */
const rows: fc.Arbitrary<TableCell[][]> = fc
  .array(
    fc.record({
      cells: fc.array(fc.oneof({ weight: 3, arbitrary: oneLine }, anyCell), {
        minLength: 2 * COLUMNS,
        maxLength: 2 * COLUMNS,
      }),
      wide: fc.integer({ min: 0, max: COLUMNS - 2 }),
      tall: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((pairs) =>
    pairs.flatMap(({ cells, wide, tall }) => {
      const [first, second] = [cells.slice(0, COLUMNS), cells.slice(COLUMNS)];
      const upper = first.flatMap((one, i) =>
        i === wide + 1
          ? []
          : [i === wide ? { ...one, colSpan: 2 } : i === 0 && tall ? { ...one, rowSpan: 2 } : one],
      );
      return wide === 0 ? [upper, second] : [upper, tall ? second.slice(1) : second];
    }),
  );

const table = fc
  .record({
    widths: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: COLUMNS, maxLength: COLUMNS }),
    dense: fc.boolean(),
    rows,
  })
  .map(({ widths, dense, rows: bodyRows }): TableBlock => {
    const columns = widths.map((width) => ({ width, align: 'left' as const }));
    const head = [Array.from({ length: COLUMNS }, (_, i) => ({ ...cell([text(`第${i}栏`)]), header: true }))];
    return { ...denseTable([]), columns, head, body: bodyRows, density: dense ? 'dense' : 'normal' };
  });

describe('a section laid out with what tells in it', () => {
  it('has its headings on the same pages, and as much room on the last', async () => {
    const context = { theme, fonts: testFonts(), effects: testEffects() };
    const tables = fc.array(table, { minLength: 2, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(tables, async (given) => {
        const blocks: Block[] = given.flatMap((one, i) => [
          heading(1, `h${i}`, '一、', '总体情况'),
          body(text('截至9月底，完成'), figure('12.5亿元', 12.5, '亿元', 1), text('，完成年度计划的75.0%。')),
          { ...one, id: `t${i}` },
        ]);
        const document = documentOf('report', [sectionOf('report', blocks)]);
        const lean = await pagesOf(document, context);
        const whole = await pagesOf(document, context, false);
        expect(lean.measured).toBe(true);
        expect(lean.ofSections).toEqual(whole.ofSections);
        expect(lean.numbers).toEqual(whole.numbers);
      }),
      { numRuns: 8 },
    );
  });
});
