/** Restyling single cells in a worksheet's XML; cells and rows that are not there are put in. */
import { cellRef, parseCellRef } from 'hucre/xlsx';
import { styleOf } from './styles.ts';
import { applyEdits, attribute, type Edit, type Tag, tags, withAttribute } from './xml.ts';

interface RowPlace {
  row: number;
  open: Tag;
  /** Before its closing tag. */
  end: number;
  cells: { col: number; start: number }[];
}

interface SheetPlaces {
  rows: RowPlace[];
  cells: Map<string, Tag>;
  data: Tag | undefined;
  dataEnd: number;
}

/** Every cell there is, with the index of its style. */
export function cellStyles(xml: string): { ref: string; style: number }[] {
  return [...survey(xml).cells].map(([ref, tag]) => ({ ref, style: styleOf(tag) }));
}

/** `restyle`: style index of a cell → the one it gets. */
export function restyleCells(
  xml: string,
  refs: readonly string[],
  restyle: (ref: string, style: number) => number,
): string {
  const places = survey(xml);
  const edits: Edit[] = [];
  const missing: { row: number; col: number; ref: string }[] = [];
  for (const ref of new Set(refs)) {
    const cell = places.cells.get(ref);
    const text = cell && withAttribute(cell.source, 's', String(restyle(ref, styleOf(cell))));
    if (cell && text) edits.push({ start: cell.start, end: cell.end, text });
    else missing.push({ ...parseCellRef(ref), ref });
  }
  missing.sort((a, b) => a.row - b.row || a.col - b.col);
  const prefix = places.data?.prefix ?? '';
  const make = (ref: string): string => `<${prefix}c r="${ref}" s="${restyle(ref, 0)}"/>`;
  for (const row of new Set(missing.map((cell) => cell.row))) {
    const cells = missing.filter((cell) => cell.row === row);
    edits.push(...insert(places, row, cells, make));
  }
  return applyEdits(xml, edits);
}

function insert(
  { rows, data, dataEnd }: SheetPlaces,
  row: number,
  cells: readonly { col: number; ref: string }[],
  make: (ref: string) => string,
): Edit[] {
  if (!data) return [];
  const { prefix } = data;
  const all = cells.map(({ ref }) => make(ref)).join('');
  const place = rows.find((candidate) => candidate.row === row);
  if (place?.open.kind === 'open')
    return cells.map(({ col, ref }) => {
      const at = place.cells.find((cell) => cell.col > col)?.start ?? place.end;
      return { start: at, end: at, text: make(ref) };
    });
  if (place) {
    const opened = place.open.source.replace(/\s*\/>$/, '>');
    return [{ start: place.open.start, end: place.open.end, text: `${opened}${all}</${prefix}row>` }];
  }
  const whole = `<${prefix}row r="${row + 1}">${all}</${prefix}row>`;
  if (data.kind === 'empty') {
    const opened = data.source.replace(/\s*\/>$/, '>');
    return [{ start: data.start, end: data.end, text: `${opened}${whole}</${prefix}sheetData>` }];
  }
  const at = rows.find((candidate) => candidate.row > row)?.open.start ?? dataEnd;
  return [{ start: at, end: at, text: whole }];
}

/** Rows and cells without a number follow the one before. */
function survey(xml: string): SheetPlaces {
  const places: SheetPlaces = { rows: [], cells: new Map(), data: undefined, dataEnd: 0 };
  let row = -1;
  let col = -1;
  for (const tag of tags(xml)) {
    if (tag.name === 'sheetData') {
      if (tag.kind === 'close') places.dataEnd = tag.start;
      else places.data = tag;
      if (tag.kind !== 'open') break;
    } else if (tag.name === 'row' && places.data) {
      const current = places.rows.at(-1);
      if (tag.kind === 'close' && current) current.end = tag.start;
      if (tag.kind === 'close') continue;
      row = Number(attribute(tag, 'r') ?? row + 2) - 1;
      col = -1;
      places.rows.push({ row, open: tag, end: tag.end, cells: [] });
    } else if (tag.name === 'c' && tag.kind !== 'close' && places.data) {
      const written = attribute(tag, 'r');
      col = written ? parseCellRef(written).col : col + 1;
      places.cells.set(written ?? cellRef(row, col), tag);
      places.rows.at(-1)?.cells.push({ col, start: tag.start });
    }
  }
  return places;
}
