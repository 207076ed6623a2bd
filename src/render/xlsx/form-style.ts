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

export interface BodyLook {
  /** Whether the unit fills it in: open and tinted. */
  entry: boolean;
  /** Open, but not for the unit. */
  open?: boolean;
  centred: boolean;
  /** Whether it takes a number alone: text format would turn what is typed into text. */
  number?: boolean;
}

export function bodyStyle({ entry, open = false, centred, number = false }: BodyLook): CellStyle {
  return {
    font: { name: '宋体', size: 10 },
    border: BORDER,
    alignment: {
      horizontal: centred ? 'center' : 'left',
      vertical: centred ? 'center' : 'top',
      wrapText: true,
    },
    // Text format keeps 1/2 and 2022-10 as typed; values are read by our own parser.
    ...(number ? {} : { numFmt: '@' }),
    protection: { locked: !entry && !open },
    ...(entry ? { fill: fill('FFF9E5') } : {}),
  };
}

export interface Print {
  /** Row of the headings, from 1; printed on every page. */
  headingRow: number;
  /** Foot of every page, left: whose form it is and of when. */
  foot: string;
  /** Whether it is one page whatever it says: a few lines too many would begin another. */
  onePage?: boolean;
  /** A table too wide for one page goes over two: its second page begins with this column, from 0. */
  breakBefore?: number;
  /** Last of the columns, from A, that both pages show. */
  repeatTo?: string;
}

/** At this scale the wider half of the task table fits beside its repeated columns, with room for other fonts. */
const SPREAD_SCALE = 82;

/** A4 landscape; one page wide, or two beside each other at a readable size. */
export function printSetup({
  headingRow,
  foot,
  onePage = false,
  breakBefore,
  repeatTo,
}: Print): Pick<WriteSheet, 'pageSetup' | 'headerFooter' | 'colBreaks'> {
  const width =
    breakBefore === undefined
      ? { fitToPage: true, fitToWidth: 1, fitToHeight: onePage ? 1 : 0 }
      : { scale: SPREAD_SCALE };
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      ...width,
      horizontalCentered: true,
      margins: { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
      printTitlesRow: `$${headingRow}:$${headingRow}`,
      ...(repeatTo ? { printTitlesColumn: `$A:$${repeatTo}` } : {}),
    },
    ...(breakBefore === undefined ? {} : { colBreaks: [breakBefore - 1] }),
    headerFooter: { oddFooter: `&L${foot.replaceAll('&', '&&')}&C第&P页 共&N页` },
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
