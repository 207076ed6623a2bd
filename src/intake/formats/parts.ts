/** Looking into the parts of a workbook package for what the reading library does not tell. */

/** Of an .xlsx package: path → bytes. */
export type Parts = Readonly<Record<string, Uint8Array>>;

const buffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

/** Whether any part contains the word. */
export const hasText = (parts: Parts, word: string): boolean =>
  Object.values(parts).some((bytes) => buffer(bytes).includes(word));

/** Text of a part, however its name is spelt; '' for none. */
export function partText(parts: Parts, name: string): string {
  const real = Object.keys(parts).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return real === undefined ? '' : buffer(parts[real] as Uint8Array).toString('utf8');
}

/** Each element of that name with what follows it, up to the next one; in one pass, however broken the text is. */
export function elements(xml: string, name: string): string[] {
  const starts = [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])`, 'g'))].map((m) => m.index);
  return starts.map((start, i) => xml.slice(start, starts[i + 1]));
}

/** Of the element that a piece begins with. */
export function attribute(piece: string, name: string): string | undefined {
  const tag = piece.slice(0, piece.indexOf('>'));
  return new RegExp(`\\s(?:\\w+:)?${name}="([^"]*)"`).exec(tag)?.[1];
}

/** From the element's start to its end. */
export function within(xml: string, name: string): string {
  const start = xml.search(new RegExp(`<(?:\\w+:)?${name}[\\s>]`));
  const rest = start < 0 ? '' : xml.slice(start);
  const end = rest.search(new RegExp(`</(?:\\w+:)?${name}>`));
  return end < 0 ? '' : rest.slice(0, end);
}

/** Sheets by name, with the part that holds each. */
export function sheetParts(parts: Parts): { name: string; path: string }[] {
  const workbook = partText(parts, 'xl/workbook.xml');
  const relations = partText(parts, 'xl/_rels/workbook.xml.rels');
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

/** Without the escapes of XML. */
export const plain = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]{1,5});/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
