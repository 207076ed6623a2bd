/** Tables in text files and workbooks: encodings, quoting, places, dates. */
import { utils, type WorkBook, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { csvSheet, decodeText } from '../../src/intake/formats/csv-text.ts';
import { chooseFormat } from '../../src/intake/formats/index.ts';
import { cellText, sheetOf } from '../../src/intake/formats/sheet.ts';
import { readAmount } from '../../src/intake/tables/amount.ts';
import { openTables } from '../../src/intake/tables/open.ts';
import { findTable, type TableColumn } from '../../src/intake/tables/table.ts';

const at = { file: 'a.csv' };
const texts = (text: string): string[][] =>
  csvSheet('a.csv', text).rows.map((row) => row.map((cell) => cellText(cell)));

describe('text tables', () => {
  it('know quoted commas, quotes and lines, and empty fields', () => {
    expect(texts('a,"b,""c""",\n"d\ne",,f\n')).toEqual([
      ['a', 'b,"c"'],
      ['d\ne', '', 'f'],
    ]);
    expect(texts('a\tb,c\td\n')).toEqual([['a', 'b,c', 'd']]);
    expect(texts('')).toEqual([]);
    expect(texts('a,b')).toEqual([['a', 'b']]);
  });

  it('know their places, also below a field of several lines', () => {
    const [, second] = csvSheet('a.csv', '"x\ny",b\nc,d\n').rows;
    expect(second?.map((cell) => cell?.at)).toEqual([
      { file: 'a.csv', line: 3, column: 1 },
      { file: 'a.csv', line: 3, column: 3 },
    ]);
  });

  it('may be UTF-8, GBK or UTF-16', () => {
    expect(decodeText(new Uint8Array([0xcf, 0xee, 0xc4, 0xbf]))).toEqual({
      text: '项目',
      encoding: 'gb18030',
    });
    expect(decodeText(new TextEncoder().encode('\ufeff项\r\n目'))).toEqual({
      text: '项\n目',
      encoding: 'utf-8',
    });
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x79, 0x98]))).toEqual({
      text: '项',
      encoding: 'utf-16le',
    });
    expect(openTables('a.csv', new Uint8Array(9 * 2 ** 20)).diagnostics.map((d) => d.code)).toEqual([
      'fileTooLarge',
    ]);
    const page = new TextEncoder().encode('<html><table><tr><td>项</td></tr></table></html>');
    expect(openTables('a.xls', page).diagnostics[0]?.hints).toEqual([
      '用 Excel 或 WPS 打开，另存为 .xlsx 再收。',
    ]);
    // One list, Excel first, wherever the formats are told.
    const told = '报送文件应为 .xlsx、.xls、.et、.ods、.csv 格式';
    expect(openTables('a.docx', new Uint8Array()).diagnostics[0]?.hints[0]).toContain(told);
    expect(chooseFormat('a.pdf', new TextEncoder().encode('%PDF-1.7')).diagnostics[0]?.hints[0]).toContain(
      told,
    );
    expect(openTables('a.docx', new Uint8Array()).diagnostics.map((d) => d.code)).toEqual(['unknownFormat']);
  });
});

describe('amounts', () => {
  const read = (written: string) => readAmount(written, '万元', '总投资（万元）', at);
  it.each([
    ['1,234', 1234],
    ['１２３４．５', 1234.5],
    ['1.2亿元', 12000],
    ['3000元', 0.3],
    ['-520', -520],
    ['约1200万元', 1200],
  ])('%s in 万元', (written, value) => expect(read(written).value?.value).toBe(value));

  it.each(['4千', '1.2亿', '12万个', '若干', '1-2'])('refuses %s rather than guess', (written) => {
    expect(read(written).value).toBeUndefined();
    expect(read(written).diagnostics).toMatchObject([{ severity: 'error', at }]);
  });

  it('takes words for nothing', () => {
    expect(read('暂无')).toMatchObject({ value: undefined, diagnostics: [{ severity: 'info' }] });
  });
});

type Key = 'code' | 'sum' | 'note';
const COLUMNS: TableColumn<Key>[] = [
  { key: 'code', heading: '项目编号', required: true, type: 'text' },
  { key: 'sum', heading: '总投资（万元）', required: true, type: 'value' },
  { key: 'note', heading: '备注', required: false, type: 'text' },
];

it('a sheet is read as far as a form may reach, whatever size it claims', () => {
  const sheet = {
    ...utils.aoa_to_sheet([['某表']]),
    A900000: { t: 's', v: '远' },
    XFD1: { t: 's', v: '宽' },
  };
  const book = { SheetNames: ['表'], Sheets: { 表: sheet } } as WorkBook;
  const read = sheetOf(book, 'a.xlsx', '表');
  expect(read?.rows.map((row) => row.length)).toEqual([1]);
});

describe('tables', () => {
  it('are found on any sheet, in any order of columns, below any title', () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['说明'], ['收到日期', '2022-09-03']]), '首页');
    const rows = [
      ['某表'],
      [],
      ['填报单位: 赣州市 (盖章)'],
      ['总投资 (万元)', '', '项目 编号'],
      [5, '', 'Z001'],
      [],
      ['', '', '合计'],
    ];
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '表');
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
    const told: Diagnostic[] = [];
    const table = findTable('a.xlsx', openTables('a.xlsx', bytes).value ?? [], COLUMNS, told);
    expect(told).toMatchObject([{ code: 'totalsRow', severity: 'info' }]);
    expect(table?.rows.map((row) => row.cells.sum?.at)).toEqual([
      { file: 'a.xlsx', sheet: '表', cell: 'A5' },
    ]);
    expect(table?.fact('填报单位')?.value).toBe('赣州市');
    expect(table?.fact('收到日期')).toEqual({
      value: '2022-09-03',
      at: { file: 'a.xlsx', sheet: '首页', cell: 'B2' },
    });
    expect(table?.fact('数据性质')).toBeUndefined();
  });
});
