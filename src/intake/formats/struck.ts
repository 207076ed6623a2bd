/**
 * Cells whose text is struck out, whole or in part, and cells with a raised mark in their text. The reading library tells
 * neither, so that 80 (struck out) before 100 would be read as 80100, and 98.3 with the 1 of a note as 98.31.
 */
import { attribute, elements, hasText, type Parts, partText, sheetParts, within } from './parts.ts';

const STRIKE = /<(?:\w+:)?strike(?:\s+val="(?:1|true|on)")?\s*\/?>/;
/** In a part of the text; a cell that is raised as a whole says what it says. */
const RAISED = /<(?:\w+:)?vertAlign val="superscript"/;
const inRuns = (xml: string): boolean =>
  elements(xml, 'rPr').some((run) => RAISED.test(run.split(/<\/(?:\w+:)?rPr>/, 1)[0] ?? ''));

/** In: the parts of a workbook package. Out: sheet → addresses of its struck cells. */
export const struckCells = (parts: Parts): Map<string, Set<string>> =>
  hasText(parts, 'strike')
    ? cellsWith((xml) => STRIKE.test(xml), parts, struckFormats(partText(parts, 'xl/styles.xml')))
    : new Map();

/** The same for cells in which a part of the text is raised. */
export const raisedCells = (parts: Parts): Map<string, Set<string>> =>
  hasText(parts, 'superscript') ? cellsWith(inRuns, parts, new Set()) : new Map();

/** Cells with the mark in their text, or in one of the formats. */
function cellsWith(
  mark: (xml: string) => boolean,
  parts: Parts,
  formats: ReadonlySet<number>,
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const strings = stringsWith(mark, partText(parts, 'xl/sharedStrings.xml'));
  for (const { name, path } of sheetParts(parts)) {
    const xml = partText(parts, path);
    if (formats.size + strings.size === 0 && !mark(xml)) continue;
    const refs = new Set<string>();
    for (const cell of elements(xml, 'c')) {
      const ref = attribute(cell, 'r');
      const shared = attribute(cell, 't') === 's' ? />(\d+)</.exec(cell)?.[1] : undefined;
      const marked =
        formats.has(Number(attribute(cell, 's') ?? 0)) ||
        (shared !== undefined && strings.has(Number(shared))) ||
        mark(cell);
      if (ref !== undefined && marked) refs.add(ref);
    }
    if (refs.size > 0) found.set(name, refs);
  }
  return found;
}

/** Numbers of the cell formats whose font is struck out. */
function struckFormats(styles: string): Set<number> {
  const fonts = elements(within(styles, 'fonts'), 'font').map((font) => STRIKE.test(font));
  const formats = elements(within(styles, 'cellXfs'), 'xf');
  return new Set(formats.flatMap((xf, i) => (fonts[Number(attribute(xf, 'fontId') ?? 0)] ? [i] : [])));
}

const stringsWith = (mark: (xml: string) => boolean, table: string): Set<number> =>
  new Set(elements(table, 'si').flatMap((item, i) => (mark(item) ? [i] : [])));
