/** What the files in a zip are called: in UTF-8 where they say so, else in the code page of whoever packed them. */

export interface RawName {
  name: Uint8Array;
  /** Extra field of the directory entry. */
  extra: Uint8Array;
  /** General purpose flag 11: the name is UTF-8. */
  utf8: boolean;
}

/** Info-ZIP Unicode Path: version, CRC-32 of the name, the name in UTF-8. */
const UNICODE_PATH = 0x7075;
const PATH_START = 5;

/** All names of a zip: those that do not say it are taken for UTF-8 only if all of them can be, for one program has written them. */
export function zipNames(raw: readonly RawName[]): string[] {
  const told = raw.map(({ name, extra, utf8 }) => unicodePath(extra) ?? (utf8 ? lenient(name) : undefined));
  const silent = raw.filter((_, i) => told[i] === undefined).map(({ name }) => name);
  const decode = silent.every(isChineseUtf8) ? lenient : gbk;
  return raw.map(({ name }, i) => (told[i] ?? decode(name)).normalize('NFC'));
}

const lenient = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const gbk = (bytes: Uint8Array): string => new TextDecoder('gbk').decode(bytes);

/** Two characters of GBK may happen to be one of UTF-8, but then a Greek or an Arabic letter. */
function isChineseUtf8(name: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(name);
    return !/[\u0080-\u00b6\u00b8-\u1fff]/.test(text.normalize('NFC'));
  } catch {
    return false;
  }
}

function unicodePath(extra: Uint8Array): string | undefined {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; ) {
    const [id, size] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    const field = extra.subarray(at + 4, at + 4 + size);
    if (id === UNICODE_PATH && field.length > PATH_START) return lenient(field.subarray(PATH_START));
    at += 4 + size;
  }
  return undefined;
}
