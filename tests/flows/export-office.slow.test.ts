/** The workbooks of an export, as office programs open and calculate them. */
import * as sheetjs from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { exportPeriod } from '../../src/flows/export.ts';
import { folderEffects } from '../support/effects.ts';
import { convertOffice, hasLibreOffice } from '../support/libreoffice.ts';
import { hasValidator, validate } from '../support/validator.ts';

const effects = folderEffects();
await exportPeriod({ period: { id: '2022Q3', year: 2022, quarter: 3 }, only: [], out: 'out' }, effects);
const bytesOf = (name: string): Uint8Array => effects.written.get(`out/导出/${name}`) as Uint8Array;

it.runIf(hasLibreOffice)('comes to the same numbers when LibreOffice calculates it anew', () => {
  const names = ['台账.xlsx', '工作台账/03重大项目建设专项.xlsx'];
  for (const name of names) {
    const before = formulas(sheetjs.read(bytesOf(name)));
    const after = formulas(sheetjs.read(recalculated(bytesOf(name))));
    expect(before.size).toBeGreaterThan(name === '台账.xlsx' ? 300 : 8);
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [cell, value] of before) expect([cell, after.get(cell)]).toEqual([cell, value]);
  }
});

it.runIf(hasValidator)('is valid Open XML, and so is the 工作台账 of a track', async () => {
  expect(await validate(bytesOf('台账.xlsx'), 'xlsx')).toEqual([]);
  expect(await validate(bytesOf('工作台账/04制造业数字化转型专项.xlsx'), 'xlsx')).toEqual([]);
});

/** Results of all formulas, rounded to what a double keeps. */
function formulas(book: sheetjs.WorkBook): Map<string, number> {
  return new Map(
    book.SheetNames.flatMap((name) =>
      Object.entries(book.Sheets[name] as sheetjs.WorkSheet).flatMap(([ref, cell]) =>
        cell?.f === undefined ? [] : [[`${name}!${ref}`, Number(Number(cell.v).toFixed(9))] as const],
      ),
    ),
  );
}

/** The workbook without its cached results, opened and saved by LibreOffice. */
function recalculated(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([path, data]) => {
    const bare = path.startsWith('xl/worksheets/')
      ? strToU8(strFromU8(data).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1'))
      : data;
    return [path, bare] as const;
  });
  return convertOffice(zipSync(Object.fromEntries(parts)), 'xlsx', 'xlsx');
}
