/** Hidden columns and rows of a form that another program has saved in its own way. */
import { describe, expect, it } from 'vitest';
import { convertOffice, hasLibreOffice } from '../support/libreoffice.ts';
import { collected, hiddenColumns, hiddenRows, TRUTH, valuesOf } from './sloppy.ts';

const told = (bytes: Uint8Array, file: string): string[] =>
  collected(bytes, file).diagnostics.flatMap((d) =>
    d.code === 'hiddenColumn' || d.code === 'hiddenFilled' ? [`${d.severity} ${d.at?.cell} ${d.code}`] : [],
  );

describe.skipIf(!hasLibreOffice)('as LibreOffice saves it', () => {
  it.each(['xls', 'ods', 'xlsx'])('hidden columns of .%s are told of, and read', (type) => {
    const file = `省工信厅.${type}`;
    const bytes = convertOffice(hiddenColumns(), 'xlsx', type);
    expect(told(bytes, file)).toEqual(['warning H3 hiddenColumn']);
    expect(valuesOf(collected(bytes, file).submission)).toEqual(TRUTH);
  });

  it.each(['xls', 'ods'])('hidden rows of .%s are told of', (type) => {
    const bytes = convertOffice(hiddenRows(['T013-1', 'T013-2']), 'xlsx', type);
    expect(told(bytes, `省工信厅.${type}`)).toEqual([expect.stringMatching(/^warning A\d+ hiddenFilled$/)]);
  });
});
