/** The register of what has been handed out: every handing out of a period is an edition, kept whole under its number. */
import { digestOf } from '../../base/digest.ts';
import type { Effects } from '../../base/effects.ts';
import { ISSUED_RECORD, type Issued, issuedSchema } from '../../model/archive/issued.ts';
import { ISSUED } from '../../model/archive/outputs.ts';
import { jsonRecord } from '../json-record.ts';

export interface Edition {
  no: number;
  folder: string;
  record: Issued;
}

/** A file of an edition; undefined where it is gone, or not as it went out. */
export const issuedFile = async (
  { folder, record }: Edition,
  path: string,
  effects: Effects,
): Promise<Uint8Array | undefined> => {
  const bytes = await effects.read(`${folder}/${path}`);
  const known = record.files.find((file) => file.path === path);
  return bytes && digestOf(bytes) === known?.sha256 ? bytes : undefined;
};

export interface Editions {
  /** The latest; undefined when nothing has been handed out. */
  last: Edition | undefined;
  /** Number that the next one gets. */
  next: number;
  /** Files that say what was handed out, and can't be understood. */
  damaged: string[];
}

/** What has been handed out of the period so far; only the latest edition is read, since it alone is compared with. */
export async function readEditions(
  period: { id: string; year: number },
  effects: Effects,
): Promise<Editions> {
  const root = folderOf(period);
  const numbers = (await effects.list(root)).filter((name) => /^[1-9]\d*$/.test(name)).map(Number);
  const no = Math.max(0, ...numbers);
  if (no === 0) return { last: undefined, next: 1, damaged: [] };
  const folder = `${root}/${no}`;
  const path = `${folder}/${ISSUED_RECORD}`;
  const record = jsonRecord(await effects.read(path), issuedSchema);
  return record?.period === period.id
    ? { last: { no, folder, record }, next: no + 1, damaged: [] }
    : { last: undefined, next: no + 1, damaged: [path] };
}

/** @param files with paths below the output folder. Out: the folder that keeps them. */
export async function keepEdition(
  period: { id: string; year: number },
  no: number,
  record: Issued,
  files: ReadonlyMap<string, Uint8Array>,
  effects: Effects,
): Promise<string> {
  const folder = `${folderOf(period)}/${no}`;
  const text = `${JSON.stringify(record, null, 2)}\n`;
  await effects.replaceFolder(folder, new Map(files).set(ISSUED_RECORD, new TextEncoder().encode(text)));
  return folder;
}

const folderOf = ({ id, year }: { id: string; year: number }): string => `data/${year}/${ISSUED}/${id}`;
