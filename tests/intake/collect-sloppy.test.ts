/** Thirty and more kinds of sloppy filling: each is understood, or pointed at in the right cell; none is silently wrong. */
import { type CellObject, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { formContent } from '../../src/compose/forms/form.ts';
import { SHEETS } from '../../src/model/returns/form.ts';
import { writeForm } from '../../src/render/xlsx/form.ts';
import { gbk } from '../support/gbk.ts';
import {
  cellOf,
  collected,
  column,
  columnIndex,
  content,
  edited,
  FILE,
  form,
  inputs,
  Q4,
  rewritten,
  rowsOf,
  type Sheet,
  silentlyWrong,
  TRUTH,
  valuesOf,
} from './sloppy.ts';

/** One cell, by target and column, overwritten. */
const put = (
  target: string,
  cell: CellObject | string,
  key: Parameters<typeof cellOf>[1] = 'value',
): Uint8Array =>
  edited((sheet) => {
    sheet[cellOf(target, key)] = typeof cell === 'string' ? { t: 's', v: cell } : cell;
  });
const shift = (ref: string, rows: number, columns = 0): string => {
  const { r, c } = utils.decode_cell(ref);
  return utils.encode_cell({ r: r + rows, c: c + columns });
};
const rowOf = (rows: unknown[][], target: string): number =>
  rows.findIndex((cells) => cells[columnIndex('targetId')] === target);

/** Understood: same values as were meant, and nothing that the unit has to mend. */
const UNDERSTOOD: Record<string, () => Uint8Array> = {
  'untouched form': () => form,
  'full-width digits': () => put('T013-1', '１２８'),
  'about, with unit': () => put('T028-2', '约4.05万家'),
  'thousands separator': () => put('T013-1', '0,128'.slice(2)),
  'number as text with blanks': () => put('T013-1', ' 128 '),
  'base unit instead of 万家': () => put('T028-2', '40500家'),
  'another measure word': () => put('T013-1', '128家'),
  'Chinese numeral': () => put('T023-2', '一百零二'),
  'percent sign as text': () => put('T028-1', '98.3％'),
  'percent cell': () => put('T028-1', { t: 'n', v: 0.983, z: '0.0%' }),
  'decimal fraction for percent, last quarter tells': () => put('T028-1', { t: 'n', v: 0.983 }),
  'plain number in percent column': () => put('T028-1', { t: 'n', v: 98.3 }),
  'unit by number format': () => put('T028-2', { t: 'n', v: 4.05, z: '0.00"万家"' }),
  'formula with its result': () => put('T013-1', { t: 'n', v: 128, f: '100+28' }),
  'display rounds': () => put('T028-2', { t: 'n', v: 4.05, z: '0' }),
  'currency format': () => put('T023-2', { t: 'n', v: 102, z: '¥#,##0.00' }),
  'inserted empty rows': () => rewritten((rows) => rows.toSpliced(5, 0, [], []).toSpliced(9, 0, [])),
  'sorted rows': () => rewritten((rows) => [...rows.slice(0, 3), ...fillDown(rows.slice(3)).reverse()]),
  'moved columns': () =>
    rewritten((rows) =>
      rows.map((cells, i) => {
        if (i < 3 - 1) return cells;
        const moved = [...cells];
        const [value] = moved.splice(columnIndex('value'), 1);
        return [...moved, value];
      }),
    ),
  'number column deleted': () =>
    rewritten((rows) => rows.map((cells, i) => (i < 2 ? cells : fillDownText(rows, i).slice(1)))),
  'target ids deleted': () =>
    edited((sheet) => {
      for (const target of Object.keys(TRUTH)) delete sheet[cellOf(target, 'targetId')];
    }),
  'headings retyped': () =>
    edited((sheet) => {
      sheet[`${column('problems')}3`] = { t: 's', v: '存在的\n主要问题' };
      sheet[`${column('value')}3`] = { t: 's', v: ' 本季度累计值（请填数字）' };
    }),
  'sheet renamed': () =>
    edited((_, book) => {
      book.Sheets['工信厅四季度'] = book.Sheets[SHEETS.tasks] as Sheet;
      book.SheetNames[0] = '工信厅四季度';
    }),
  'extra sheets': () =>
    edited((_, book) => {
      utils.book_append_sheet(book, utils.aoa_to_sheet([['草稿', 1]]), 'Sheet1');
    }),
  'hidden sheet lost': () =>
    edited((_, book) => {
      book.SheetNames = book.SheetNames.filter((name) => name !== SHEETS.meta);
    }),
  'only the table left': () =>
    edited((_, book) => {
      book.SheetNames = [SHEETS.tasks];
    }),
  'old .xls': () => edited(() => {}, 'biff8'),
  'totals row': () =>
    rewritten((rows) => [...rows, ['合计', ...Array(columnIndex('value') - 1).fill(null), 999]]),
  'unit column changed to a convertible one': () =>
    edited((sheet) => {
      sheet[cellOf('T028-2', 'unit')] = { t: 's', v: '家' };
      sheet[cellOf('T028-2')] = { t: 'n', v: 40500 };
    }),
  'rows deleted that need no report': () =>
    rewritten((rows) => rows.filter((cells, i) => i < 3 || cells[columnIndex('targetId')] !== null)),
};

/** Rows sorted by a clerk were unmerged before, their numbers and texts copied down. */
function fillDown(rows: unknown[][]): unknown[][] {
  let last: unknown[] = [];
  return rows.map((cells) => {
    if (cells[0] !== null) last = cells;
    return cells.map((cell, c) => (cell === null && c < 2 ? last[c] : cell));
  });
}
function fillDownText(rows: unknown[][], i: number): unknown[] {
  return i < 3 ? (rows[i] as unknown[]) : (fillDown(rows.slice(3, i + 1)).at(-1) as unknown[]);
}

/** Pointed at: the cell that the unit must mend or look at. */
const POINTED_AT: Record<string, () => [bytes: Uint8Array, cell: string]> = {
  'range instead of number': () => [put('T013-1', '120—130'), cellOf('T013-1')],
  'words instead of number': () => [put('T013-1', '见附件'), cellOf('T013-1')],
  'several numbers': () => [put('T013-1', '累计128个，其中本季度28个'), cellOf('T013-1')],
  'misplaced separator': () => [put('T013-1', '12,8'), cellOf('T013-1')],
  'circled number before the value': () => [put('T013-1', '①128'), cellOf('T013-1')],
  'format that hides the value': () => [put('T013-1', { t: 'n', v: 128, z: ';;;' }), cellOf('T013-1')],
  'letter for digit': () => [put('T013-1', '1O8'), cellOf('T013-1')],
  'date instead of number': () => [put('T012-1', { t: 'n', v: 44593, z: 'm/d/yy' }), cellOf('T012-1')],
  'formula error': () => [put('T013-1', { t: 'e', v: 15, w: '#VALUE!' }), cellOf('T013-1')],
  'wrong unit': () => [put('T013-1', '128亿元'), cellOf('T013-1')],
  'display of another number': () => [put('T028-2', { t: 'n', v: 40500, z: '0!.0,"万"' }), cellOf('T028-2')],
  'ratio above the whole': () => [put('T028-1', { t: 'n', v: 98.3, z: '0.0%' }), cellOf('T028-1')],
  'unit column changed to a foreign one': () => [put('T028-2', '亿元', 'unit'), cellOf('T028-2', 'unit')],
  'error in a stage': () => {
    const ref = stageCell();
    return [edited((sheet) => (sheet[ref] = { t: 's', v: '快好了' })), ref];
  },
  'unknown self-assessment': () => [
    put('T012-1', '还行', 'selfAssessment'),
    cellOf('T012-1', 'selfAssessment'),
  ],
  'renumbered tasks': () => {
    const ref = `A${cellOf('T012-1').slice(1)}`;
    return [edited((sheet) => (sheet[ref] = { t: 'n', v: 1 })), ref];
  },
  'ids shifted by a row': () => [
    edited((sheet) => {
      const [a, b] = [cellOf('T013-1', 'targetId'), cellOf('T013-2', 'targetId')];
      [sheet[a], sheet[b]] = [sheet[b], sheet[a]];
    }),
    cellOf('T013-1'),
  ],
  'row copied and changed': () => {
    let cell = '';
    const bytes = rewritten((rows) => {
      const at = rowOf(rows, 'T012-1');
      const copy = [...(rows[at] as unknown[])];
      copy[columnIndex('value')] = 3;
      cell = `A${rows.length + 1}`;
      return [...rows, copy];
    });
    return [bytes, cell];
  },
  'values merged over two targets': () => {
    const ref = cellOf('T013-1');
    return [edited((sheet) => sheet['!merges']?.push(utils.decode_range(`${ref}:${shift(ref, 1)}`))), ref];
  },
  'progress merged over two tasks': () => {
    const ref = cellOf('T012-1', 'progress');
    return [
      edited((sheet) => {
        sheet['!merges'] = [...(sheet['!merges'] ?? []), utils.decode_range(`${ref}:${shift(ref, 1)}`)];
      }),
      ref,
    ];
  },
  'content without a task': () => {
    let cell = '';
    const bytes = rewritten((rows) => {
      const row: unknown[] = ['其他工作', '另行开展的工作'];
      row[columnIndex('progress')] = '开展了调研。';
      cell = `A${rows.length + 1}`;
      return [...rows, row];
    });
    return [bytes, cell];
  },
  'added column': () => {
    const ref = utils.encode_cell({ r: 2, c: 18 });
    return [
      edited((sheet) => {
        sheet[ref] = { t: 's', v: '备注' };
        sheet[shift(ref, 1)] = { t: 's', v: '另有3个在建' };
        sheet['!ref'] = 'A1:S40';
      }),
      ref,
    ];
  },
  'column deleted': () => [
    rewritten((rows) =>
      rows.map((cells, i) => (i < 2 ? cells : cells.toSpliced(columnIndex('problems'), 1))),
    ),
    'A3',
  ],
  'same as above': () => [put('T012-1', '同上', 'progress'), cellOf('T012-1', 'progress')],
  'evidence turned into a day number': () => [
    put('T012-1', { t: 'n', v: 44834 }, 'evidence'),
    cellOf('T012-1', 'evidence'),
  ],
  'text like a formula': () => [
    put('T012-1', "=cmd|' /C calc'!A0", 'progress'),
    cellOf('T012-1', 'progress'),
  ],
};

function stageCell(): string {
  const rows = rowsOf(edit());
  const at = rows.findIndex(
    (cells, i) => i > 2 && cells[columnIndex('targetId')] === null && cells[0] !== null,
  );
  return `${column('stage')}${at + 1}`;
}
function edit(): Sheet {
  let kept: Sheet | undefined;
  edited((sheet) => (kept = sheet));
  return kept as Sheet;
}

describe('sloppy filling', () => {
  for (const [name, make] of Object.entries(UNDERSTOOD)) {
    it(`understands: ${name}`, () => {
      const read = collected(make(), name === 'only the table left' ? '省工信厅.xlsx' : FILE);
      expect(
        read.diagnostics.filter((d) => d.severity !== 'info').map((d) => `${d.at?.cell} ${d.message}`),
      ).toEqual([]);
      expect(valuesOf(read.submission)).toEqual(TRUTH);
    });
  }
  for (const [name, make] of Object.entries(POINTED_AT)) {
    it(`points at: ${name}`, () => {
      const [bytes, cell] = make();
      const read = collected(bytes);
      const told = read.diagnostics.filter((d) => d.severity !== 'info');
      expect(told.map((d) => d.at?.cell)).toContain(cell);
      expect(silentlyWrong(read)).toEqual([]);
    });
  }

  it('records every conversion with the figure and tells it', () => {
    const read = collected(put('T028-2', '约４０５００家'));
    const figure = read.submission?.tasks.flatMap((t) => t.values).find((v) => v.target === 'T028-2')?.figure;
    expect(figure).toMatchObject({ value: 40500, unit: '家', qualifier: '约' });
    expect(figure?.provenance).toMatchObject({
      raw: '约４０５００家',
      conversions: ['读作约40500家', '合4.05万家'],
    });
    expect(read.diagnostics.map((d) => d.code)).toContain('valueConverted');
  });

  it.each(['-2.3%', '−2.3%', '-2.3'])('has nothing to tell of a fall typed as %s', (typed) => {
    const read = collected(put('T013-2', typed));
    const figure = read.submission?.tasks.flatMap((t) => t.values).find((v) => v.target === 'T013-2')?.figure;
    expect(figure).toMatchObject({ value: -2.3, unit: '%' });
    expect(read.diagnostics.map((d) => d.code)).not.toContain('valueConverted');
  });

  it('refuses a fraction that may be two percentages', () => {
    const bytes = put('T013-2', { t: 'n', v: 0.9 });
    const told = collected(bytes).diagnostics.find((d) => d.code === 'percentAmbiguous');
    // Growth: last quarter 20.7 %, so 0.9 is near neither as 0.9 % nor as 90 %.
    expect(told).toMatchObject({ severity: 'error', at: { cell: cellOf('T013-2') } });
  });
});

describe('whose return, and for which period', () => {
  const codes = (bytes: Uint8Array, file = FILE): string[] =>
    collected(bytes, file)
      .diagnostics.filter((d) => d.severity === 'error')
      .map((d) => d.code);

  it('takes unit and period from any of their places, when they agree', () => {
    for (const file of [FILE, '省工信厅.xlsx', '工信厅2022年四季度（最终版）.xlsx'])
      expect(collected(form, file).submission).toMatchObject({ unit: '省工信厅', period: '2022Q4' });
  });

  it('does not choose between hints that disagree', () => {
    expect(codes(form, '省科技厅.xlsx')).toEqual(['unitConflict']);
    expect(codes(form, '2022年三季度.xlsx')).toEqual(['periodConflict']);
    expect(collected(form, '省科技厅.xlsx').submission).toBeUndefined();
    const retitled = edited((sheet) => {
      for (const [ref, cell] of Object.entries(sheet))
        if (/^[A-Z]2$/.test(ref) && String(cell.v).includes('填报单位')) cell.v = '填报单位：省教育厅';
    });
    expect(codes(retitled)).toEqual(['unitConflict']);
  });

  it('that says nothing of a period is for the one that is collected, which is told', () => {
    const bare = edited((sheet, book) => {
      const rows = rowsOf(sheet);
      const head = rows.findIndex((cells) => cells.includes('指标编号'));
      book.SheetNames = [SHEETS.tasks];
      book.Sheets = { [SHEETS.tasks]: utils.aoa_to_sheet(rows.slice(head)) };
    });
    expect(collected(bare, '省工信厅.xlsx').submission?.period).toBe('2022Q4');
    const assumed = (file: string) =>
      collected(bare, file).diagnostics.flatMap((d) =>
        d.code === 'periodAssumed' ? [[d.severity, d.at]] : [],
      );
    for (const file of ['省工信厅.xlsx', '省工信厅四季度.xlsx'])
      expect(assumed(file)).toEqual([['warning', { file }]]);
    expect(assumed('省工信厅2022年四季度.xlsx')).toEqual([]);
    const other = collected(bare, '省工信厅三季度.xlsx');
    expect(other.submission).toBeUndefined();
    expect(other.diagnostics.map(({ message }) => message)).toContain(
      '这是2022年三季度的填报表，本次收的是2022年四季度。',
    );
  });

  it('knows the form of another period and of another version of the plan', async () => {
    const old = await writeForm(formContent(inputs, '省工信厅', { id: '2022Q3', year: 2022, quarter: 3 }));
    expect(codes(old)).toEqual(['otherPeriod']);
    // In the words of the form, and as it is typed.
    const told = collected(old).diagnostics[0];
    expect(told?.message).toBe('这是2022年三季度的填报表，本次收的是2022年四季度。');
    expect(told?.hints).toEqual([
      '请用2022年四季度的填报表重报；确为2022年三季度补报的，改用 diaodu collect 2022Q3。',
    ]);
    const changed = await writeForm({ ...content, plan: 'abcdefabcdef', receivedAt: '' });
    expect(collected(changed).diagnostics.map((d) => d.code)).toContain('planChanged');
    expect(valuesOf(collected(changed).submission)).toEqual(TRUTH);
  });

  it('reads CSV in UTF-8, with and without mark, and GBK', () => {
    const csv = utils.sheet_to_csv(edit());
    const utf8 = new TextEncoder().encode(csv);
    for (const bytes of [utf8, new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]), gbk(csv)]) {
      const read = collected(bytes, '省工信厅四季度.csv');
      expect(valuesOf(read.submission)).toEqual(TRUTH);
      expect(read.submission?.period).toBe(Q4.id);
    }
  });
});
