/** Notes what came and was not taken, so that nobody is reminded as if nothing had come. */
import type { Diagnostic } from '../base/diagnostic.ts';
import { digestOf } from '../base/digest.ts';
import type { Effects } from '../base/effects.ts';
import { readRefusals, writeRefusals } from '../intake/refusals.ts';
import type { Refusal, RefusedFor } from '../model/refusal.ts';

/** A file that was not taken. */
export interface Refused {
  /** undefined: nobody can tell whose it is. */
  sender: string | undefined;
  /** What it is called. */
  original: string;
  /** Of its bytes; undefined for one that could not even be read. */
  sha256: string | undefined;
  /** What was said of it. */
  diagnostics: readonly Diagnostic[];
}

/** What the office does itself, or what a sender can't help: nothing of it is noted. */
const OURS: readonly string[] = [
  'fileHeld',
  'receivedTooEarly',
  'unitConflict',
  'strangeUnit',
  'unitUnfound',
  'unknownFormat',
];

const WHY: Partial<Record<string, RefusedFor>> = {
  nothingFilled: 'empty',
  otherPeriod: 'otherPeriod',
  periodConflict: 'otherPeriod',
  othersReturn: 'othersReturn',
  twoAtOnce: 'twoAtOnce',
  tablesApart: 'twoAtOnce',
  archiveFile: 'toOpen',
  crowdedZip: 'toOpen',
  lockedZip: 'broken',
  emptyZip: 'broken',
  mailFile: 'toOpen',
  webPage: 'toOpen',
  xmlTable: 'toOpen',
  notAReturn: 'noForm',
  emptyFile: 'broken',
  encryptedFile: 'broken',
  truncatedFile: 'broken',
  brokenWorkbook: 'broken',
};

/** Whether the bytes are those of a return that was kept. */
export async function isOneOf(
  kept: readonly { file: string }[],
  sha256: string,
  effects: Effects,
): Promise<boolean> {
  for (const { file } of kept) {
    const bytes = await effects.read(file);
    if (bytes && digestOf(bytes) === sha256) return true;
  }
  return false;
}

/**
 * @param file the register
 * @param counts whether something of the sender counts: then nothing else matters of what it sent
 * @returns what is wrong with the register, which is left alone then
 */
export async function noteRefused(
  { file, receivedAt }: { file: string; receivedAt: string },
  refused: readonly Refused[],
  counts: (sender: string) => boolean,
  effects: Effects,
): Promise<Diagnostic[]> {
  const fresh = refused.flatMap(({ sender, original, sha256, diagnostics }): Refusal[] => {
    const codes = diagnostics.map(({ code }) => code);
    if (sender === undefined || sha256 === undefined || counts(sender)) return [];
    if (codes.some((code) => OURS.includes(code))) return [];
    const why = codes.map((code) => WHY[code]).find((known) => known !== undefined) ?? 'noReturn';
    return [{ sender, receivedAt, original, sha256, why }];
  });
  if (fresh.length === 0) return [];
  const { value: noted, diagnostics } = await readRefusals(effects, file);
  if (!noted) return diagnostics;
  const known = (one: Refusal): boolean =>
    noted.some(({ sender, sha256 }) => sender === one.sender && sha256 === one.sha256);
  // Sent once more, it is noted on the day on which it came first.
  const added = fresh.filter((one) => !known(one));
  if (added.length > 0) await writeRefusals(effects, file, [...noted, ...added]);
  return diagnostics;
}
