/**
 * Cells whose text is struck out, whole or in part. The reading library tells neither, so that 80 (struck out) before
 * 100 would be read as 80100.
 */

const STRIKE = /<(?:\w+:)?strike(?:\s+val="(?:1|true|on)")?\s*\/?>/;

/** In: the parts of a workbook package. Out: sheet → addresses of its struck cells. */
export function struckCells(parts: Readonly<Record<string, Uint8Array>>): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  if (!Object.values(parts).some((bytes) => buffer(bytes).includes('strike'))) return found;
  const part = (name: string): string => {
    const real = Object.keys(parts).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    return real === undefined ? '' : buffer(parts[real] as Uint8Array).toString('utf8');
  };
  const formats = struckFormats(part('xl/styles.xml'));
  const strings = struckStrings(part('xl/sharedStrings.xml'));
  for (const { name, path } of sheetParts(part('xl/workbook.xml'), part('xl/_rels/workbook.xml.rels'))) {
    const xml = part(path);
    if (formats.size + strings.size === 0 && !xml.includes('strike')) continue;
    const refs = new Set<string>();
    for (const cell of elements(xml, 'c')) {
      const ref = attribute(cell, 'r');
      const shared = attribute(cell, 't') === 's' ? />(\d+)</.exec(cell)?.[1] : undefined;
      const struck =
        formats.has(Number(attribute(cell, 's') ?? 0)) ||
        (shared !== undefined && strings.has(Number(shared))) ||
        STRIKE.test(cell);
      if (ref !== undefined && struck) refs.add(ref);
    }
    if (refs.size > 0) found.set(name, refs);
  }
  return found;
}

const buffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

/** Each element of that name with what follows it, up to the next one; in one pass, however broken the text is. */
function elements(xml: string, name: string): string[] {
  const starts = [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])`, 'g'))].map((m) => m.index);
  return starts.map((start, i) => xml.slice(start, starts[i + 1]));
}

/** Of the element that a piece begins with. */
function attribute(piece: string, name: string): string | undefined {
  const tag = piece.slice(0, piece.indexOf('>'));
  return new RegExp(`\\s(?:\\w+:)?${name}="([^"]*)"`).exec(tag)?.[1];
}

/** From the element's start to its end. */
function within(xml: string, name: string): string {
  const start = xml.search(new RegExp(`<(?:\\w+:)?${name}[\\s>]`));
  const rest = start < 0 ? '' : xml.slice(start);
  const end = rest.search(new RegExp(`</(?:\\w+:)?${name}>`));
  return end < 0 ? '' : rest.slice(0, end);
}

/** Numbers of the cell formats whose font is struck out. */
function struckFormats(styles: string): Set<number> {
  const fonts = elements(within(styles, 'fonts'), 'font').map((font) => STRIKE.test(font));
  const formats = elements(within(styles, 'cellXfs'), 'xf');
  return new Set(formats.flatMap((xf, i) => (fonts[Number(attribute(xf, 'fontId') ?? 0)] ? [i] : [])));
}

const struckStrings = (table: string): Set<number> =>
  new Set(elements(table, 'si').flatMap((item, i) => (STRIKE.test(item) ? [i] : [])));

function sheetParts(workbook: string, relations: string): { name: string; path: string }[] {
  const targets = new Map(
    elements(relations, 'Relationship').map((piece) => [attribute(piece, 'Id'), attribute(piece, 'Target')]),
  );
  return elements(workbook, 'sheet').map((piece) => {
    const target = targets.get(/\s\w+:id="([^"]*)"/.exec(piece)?.[1]) ?? '';
    return {
      name: plain(attribute(piece, 'name') ?? ''),
      path: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    };
  });
}

const plain = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]{1,5});/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
