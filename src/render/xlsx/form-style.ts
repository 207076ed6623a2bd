/** Looks of the form: black text on white, entry cells tinted so lightly that they print as paper. */
import type { CellStyle, WriteSheet } from 'hucre/xlsx';

const LINE = { style: 'thin', color: { rgb: '808080' } } as const;
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE };

const fill = (rgb: string): CellStyle['fill'] => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } });

export const TITLE: CellStyle = {
  font: { name: '黑体', size: 16 },
  alignment: { horizontal: 'center', vertical: 'center' },
  protection: { locked: true },
};
export const SUBTITLE: CellStyle = {
  font: { name: '楷体', size: 11 },
  alignment: { horizontal: 'left', vertical: 'center' },
  protection: { locked: true },
};
export const HEADING: CellStyle = {
  font: { name: '黑体', size: 10 },
  fill: fill('E7E6E6'),
  border: BORDER,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  protection: { locked: true },
};

export function bodyStyle(entry: boolean, centred: boolean): CellStyle {
  return {
    font: { name: '宋体', size: 10 },
    border: BORDER,
    alignment: {
      horizontal: centred ? 'center' : 'left',
      vertical: centred ? 'center' : 'top',
      wrapText: true,
    },
    // Text format keeps 1/2 and 2022-10 as typed; values are read by our own parser.
    numFmt: '@',
    protection: { locked: !entry },
    ...(entry ? { fill: fill('FFF9E5') } : {}),
  };
}

/** A4 landscape, as wide as the page, heading rows on every page, page numbers. */
export function printSetup(headingRow: number): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> {
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
      printTitlesRow: `$${headingRow}:$${headingRow}`,
    },
    headerFooter: { oddFooter: '&C第&P页 共&N页' },
  };
}

/** Without a password: it guards against slips, not against people. Rows and columns may be resized. */
export const PROTECTION: WriteSheet['protection'] = {
  sheet: true,
  objects: true,
  scenarios: true,
  formatColumns: true,
  formatRows: true,
  selectLockedCells: true,
  selectUnlockedCells: true,
};
