/** A form that was filled in and saved by another office program. */
import { expect, it } from 'vitest';
import { convertOffice, hasLibreOffice } from '../support/libreoffice.ts';
import { collected, form, TRUTH, valuesOf } from './sloppy.ts';

it.skipIf(!hasLibreOffice).each(['xlsx', 'xls', 'csv:Text - txt - csv (StarCalc):44,34,76,1'])(
  'comes through LibreOffice as %s',
  (to) => {
    const saved = convertOffice(form, 'xlsx', to);
    const read = collected(saved, `省工信厅2022年四季度.${to.split(':')[0]}`);
    expect(read.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
    expect(valuesOf(read.submission)).toEqual(TRUTH);
  },
);
