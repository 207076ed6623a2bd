/**
 * &#134071; in the XML of a workbook: characters beyond the first 65,536 (rare names, 𠮷) and emoji, as some programs write
 * them. The library that reads workbooks takes their last 16 bits, which are other characters: so they are written out.
 */

const REFERENCE = /&#(?:x([0-9a-f]{5,6})|(\d{5,7}));/gi;
const FIRST = 0x10000;
const LAST = 0x10ffff;

export const withWholeCharacters = (xml: string): string =>
  xml.replace(REFERENCE, (found, hexadecimal?: string, decimal?: string) => {
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    return code >= FIRST && code <= LAST ? String.fromCodePoint(code) : found;
  });

/** The same bytes where there is nothing to write out. */
export function wholeCharacters(part: Uint8Array): Uint8Array {
  if (!Buffer.from(part.buffer, part.byteOffset, part.length).includes('&#')) return part;
  const xml = new TextDecoder().decode(part);
  const whole = withWholeCharacters(xml);
  return whole === xml ? part : new TextEncoder().encode(whole);
}
