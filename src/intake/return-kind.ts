/** Which of the three forms a file is: a unit's quarterly return, a city's, or a city's monthly one on projects. */
import { comparisonKey } from '../base/chinese/text.ts';
import { CITY_COLUMNS } from '../model/returns/city-form.ts';
import { COOPERATION_COLUMNS, GOAL_COLUMNS, TASK_COLUMNS } from '../model/returns/form.ts';
import { PROJECT_RETURN_COLUMNS } from '../model/returns/project-form.ts';
import { cellText, type Sheet } from './formats/sheet.ts';
import { openTables } from './tables/open.ts';

export type ReturnKind = 'unit' | 'city' | 'project';

interface Face {
  kind: ReturnKind;
  /** Headings of each of the form's tables. */
  tables: readonly (readonly string[])[];
  /** What its rows are called by. */
  code: RegExp;
}

const bare = (heading: string): string => comparisonKey(heading).replace(/\([^)]*\)$/, '');
const headings = (columns: readonly { heading: string }[]): string[] => columns.map((c) => bare(c.heading));

/** In the order of preference where a file looks as much like one as like another. */
const FACES: readonly Face[] = [
  {
    kind: 'unit',
    tables: [headings(TASK_COLUMNS), headings(GOAL_COLUMNS), headings(COOPERATION_COLUMNS)],
    code: /^(?:T\d{3}-\d+|G\d{2})$/i,
  },
  { kind: 'city', tables: [headings(CITY_COLUMNS)], code: /^(?:C\d{2}|R\d{2}|Z00)$/i },
  { kind: 'project', tables: [headings(PROJECT_RETURN_COLUMNS)], code: /^(?!Z000)[A-Z]{1,2}\d{3,4}$/i },
];

/** Headings are looked for in so many rows from the top, codes in all rows and the first columns. */
const HEAD_SEARCH = 30;
const CODE_COLUMNS = 4;
/** More codes prove no more. */
const MOST_CODES = 8;
/** So much has to speak for a form before it is taken for it. */
const LEAST = 4;

/**
 * By the headings of its tables and the codes of its rows, not by its name; undefined for what resembles none of them
 * or can't be opened (why, is said by whoever reads it). Never throws.
 */
export function returnKind(file: string, bytes: Uint8Array): ReturnKind | undefined {
  if (/\.ya?ml$/i.test(file)) return 'unit';
  try {
    const sheets = openTables(file, bytes).value ?? [];
    const best = FACES.map((face) => ({ kind: face.kind, likeness: likeness(face, sheets) })).reduce(
      (a, b) => (b.likeness > a.likeness ? b : a),
    );
    return best.likeness >= LEAST ? best.kind : undefined;
  } catch {
    return undefined;
  }
}

function likeness({ tables, code }: Face, sheets: readonly Sheet[]): number {
  const heads = sheets.flatMap((sheet) =>
    sheet.rows.slice(0, HEAD_SEARCH).map((cells) => {
      const written = new Set(cells.map((cell) => bare(cellText(cell))));
      return Math.max(...tables.map((table) => table.filter((heading) => written.has(heading)).length));
    }),
  );
  const codes = new Set(
    sheets.flatMap((sheet) =>
      sheet.rows.flatMap((cells) =>
        cells
          .slice(0, CODE_COLUMNS)
          .map((cell) => comparisonKey(cellText(cell)))
          .filter((text) => code.test(text)),
      ),
    ),
  );
  return heads.reduce((a, b) => Math.max(a, b), 0) + Math.min(codes.size, MOST_CODES);
}
