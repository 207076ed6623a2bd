/** The records of an old workbook (.xls; MS-XLS 2.1.4), for what the reading library does not tell. */
import { CFB } from '@e965/xlsx';

export interface XlsRecord {
  type: number;
  /** Place of the sheet that it belongs to among the workbook's sheets; -1 for what is all sheets' own. */
  sheet: number;
  body: Buffer;
}

/** BOF, and BOUNDSHEET with the place where the sheet's own begins. */
const START = 0x809;
const SHEET = 0x85;

/** In the order of the file; none of a damaged one. */
export function xlsRecords(bytes: Uint8Array): XlsRecord[] {
  const stream = workbookStream(bytes);
  if (!stream) return [];
  const records: XlsRecord[] = [];
  const starts: number[] = [];
  let sheet = -1;
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = stream.readUInt16LE(at);
    const size = stream.readUInt16LE(at + 2);
    const body = stream.subarray(at + 4, at + 4 + size);
    if (type === START) sheet = starts.indexOf(at);
    if (type === SHEET && body.length >= 4) starts.push(body.readUInt32LE(0));
    records.push({ type, sheet, body });
    at += 4 + size;
  }
  return records;
}

function workbookStream(bytes: Uint8Array): Buffer | undefined {
  try {
    const container = CFB.read(Buffer.from(bytes), { type: 'buffer' });
    const entry = CFB.find(container, 'Workbook') ?? CFB.find(container, 'Book');
    return entry ? Buffer.from(entry.content as Uint8Array) : undefined;
  } catch {
    return undefined;
  }
}
