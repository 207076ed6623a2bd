/** Font collections (.ttc): Windows ships 宋体 in one. A page and our reader want one face in one file. */
import { isWhole, readTables, viewOf, writeTables } from './sfnt.ts';

const COLLECTION = 0x74746366;

export function isCollection(bytes: Uint8Array): boolean {
  return bytes.length >= 16 && viewOf(bytes).getUint32(0) === COLLECTION;
}

/** In: bytes of a collection. Out: its first face as a font file of its own, tables unchanged; undefined when broken. */
export function firstFace(bytes: Uint8Array): Uint8Array | undefined {
  const start = viewOf(bytes).getUint32(12);
  if (!isWhole(bytes, start)) return undefined;
  return writeTables(viewOf(bytes).getUint32(start), readTables(bytes, start));
}
