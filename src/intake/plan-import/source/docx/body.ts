/** The body of a Word document as lines: paragraphs with their printed numbers, tables row by row. */
import type { SourceLine } from '../../text/source-line.ts';
import type { NextLabel } from './numbering.ts';
import { numberRef, type Styles } from './styles.ts';
import { elements, first, val, type XmlElement } from './xml.ts';

export interface BodyLines {
  lines: SourceLine[];
  /** Tracked deletions that were left out. */
  deletions: number;
}

/** Containers that only group paragraphs. */
const GROUPS = ['w:sdt', 'w:sdtContent', 'w:ins', 'w:customXml', 'w:smartTag', 'w:moveTo'];
const INLINE_GROUPS = [...GROUPS, 'w:hyperlink', 'w:fldSimple', 'w:r', 'w:dir', 'w:bdo'];

interface Reader {
  styles: Styles;
  next: NextLabel;
  out: BodyLines;
}

export function bodyLines(document: XmlElement, styles: Styles, next: NextLabel): BodyLines {
  const reader: Reader = { styles, next, out: { lines: [], deletions: 0 } };
  blocks(reader, first(document, 'w:body'));
  return reader.out;
}

function blocks(reader: Reader, parent: XmlElement | undefined): void {
  for (const child of elements(parent)) {
    if (child.name === 'w:p') paragraph(reader, child);
    else if (child.name === 'w:tbl') table(reader, child);
    else if (GROUPS.includes(child.name)) blocks(reader, child);
  }
}

function paragraph(reader: Reader, element: XmlElement): void {
  const { lines } = reader.out;
  const text = paragraphText(reader, element);
  const outline = outlineOf(reader, element);
  const line = lines.length + 1;
  // A manual line break inside a paragraph is a line of its own but has no place of its own.
  text.split('\n').forEach((part, i) => {
    lines.push({
      line: i === 0 ? line : lines.length + 1,
      text: part,
      ...(i === 0 && outline && { outline }),
    });
  });
}

function outlineOf({ styles }: Reader, element: XmlElement): number | undefined {
  const own = val(element, 'w:pPr', 'w:outlineLvl');
  if (own !== undefined) return Number(own) < 9 ? Number(own) + 1 : undefined;
  return styles.outline(val(element, 'w:pPr', 'w:pStyle'));
}

/** The printed number and the text. */
function paragraphText(reader: Reader, element: XmlElement): string {
  const properties = first(element, 'w:pPr');
  const style = val(properties, 'w:pStyle');
  const reference = { ...reader.styles.number(style), ...numberRef(properties) };
  const text = inline(reader, element);
  if (!reference.num || reference.num === '0' || text.trim() === '') return text;
  return `${reader.next({ num: reference.num, level: reference.level ?? 0 })}${text}`;
}

function inline(reader: Reader, parent: XmlElement): string {
  let text = '';
  for (const child of elements(parent)) {
    if (child.name === 'w:t') text += child.children.filter((c) => typeof c === 'string').join('');
    else if (child.name === 'w:tab') text += ' ';
    else if (child.name === 'w:noBreakHyphen') text += '-';
    else if (child.name === 'w:br' || child.name === 'w:cr')
      text += child.attributes['w:type'] === undefined ? '\n' : '';
    else if (child.name === 'w:del' || child.name === 'w:moveFrom') reader.out.deletions += 1;
    else if (INLINE_GROUPS.includes(child.name)) text += inline(reader, child);
  }
  return text;
}

/** Rows with the text of vertically merged cells repeated, so that each row stands for itself. */
function table(reader: Reader, element: XmlElement): void {
  const above: string[] = [];
  for (const row of elements(element, 'w:tr')) {
    const cells: string[] = [];
    for (const cell of elements(row).flatMap((c) => (c.name === 'w:sdt' ? cellsIn(c) : [c]))) {
      if (cell.name !== 'w:tc') continue;
      const merge = first(cell, 'w:tcPr', 'w:vMerge');
      const continued = merge !== undefined && merge.attributes['w:val'] !== 'restart';
      const text = continued ? (above[cells.length] ?? '') : cellText(reader, cell);
      const span = Math.min(Number(val(cell, 'w:tcPr', 'w:gridSpan') ?? 1) || 1, 60);
      for (let i = 0; i < span; i++) cells.push(i === 0 ? text : '');
    }
    cells.forEach((text, i) => {
      above[i] = text;
    });
    reader.out.lines.push({ line: reader.out.lines.length + 1, text: '', cells });
  }
}

const cellsIn = (sdt: XmlElement): XmlElement[] => elements(first(sdt, 'w:sdtContent'));

function cellText(reader: Reader, cell: XmlElement): string {
  const parts: string[] = [];
  for (const child of elements(cell)) {
    if (child.name === 'w:p') parts.push(paragraphText(reader, child).trim());
    else if (child.name === 'w:tbl') {
      for (const row of elements(child, 'w:tr'))
        for (const inner of elements(row, 'w:tc')) parts.push(cellText(reader, inner));
    }
  }
  return parts.filter((part) => part !== '').join('\n');
}
