/** Notes what came and was not taken, so that nobody is reminded as if nothing had come. */
import type { Diagnostic } from '../base/diagnostic.ts';
import { digestOf } from '../base/digest.ts';
import type { Effects } from '../base/effects.ts';
import { readRefusals, writeRefusals } from '../intake/refusals.ts';
import type { Refusal, RefusedFor } from '../model/refusal.ts';
import type { Arrival, Shelf } from './versions.ts';

/** A file that was not taken. */
export interface Refused extends Pick<Arrival, 'original' | 'sha256'> {
  sender: string;
  /** What was said of it. */
  diagnostics: readonly Diagnostic[];
}

/** What became of a file that came; `sender`: null where nobody can tell whose it is. */
interface Fate {
  outcome: string;
  sender: string | null;
  diagnostics: readonly Diagnostic[];
}

/** Of senders of whom nothing counts: when something does, nothing else matters of what they sent. */
export function refusedAmong<Came extends Arrival>(
  arrivals: readonly Came[],
  fateOf: (came: Came) => Fate | undefined,
  shelf: Shelf,
): Refused[] {
  const counting = new Set([
    ...shelf.receipts.map(({ unit }) => unit),
    ...shelf.filed.map(({ sender }) => sender),
  ]);
  return arrivals.flatMap((came): Refused[] => {
    const fate = fateOf(came);
    // One that could not even be read has no bytes.
    if (fate?.outcome !== 'refused' || fate.sender === null || came.bytes.length === 0) return [];
    const { sender, diagnostics } = fate;
    return counting.has(sender)
      ? []
      : [{ sender, original: came.original, sha256: came.sha256, diagnostics }];
  });
}

/**
 * Nothing is filled in but what the form was sent out with, where nothing was read from it: of a value in the wrong cell
 * something is told.
 */
export const tellsOfNothing = (diagnostics: readonly Diagnostic[]): boolean =>
  !diagnostics.some(({ severity, at }) => severity === 'error' || (severity === 'warning' && at?.cell));

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
 * @returns what is wrong with the register, which is left alone then
 */
export async function noteRefused(
  { file, receivedAt }: { file: string; receivedAt: string },
  refused: readonly Refused[],
  effects: Effects,
): Promise<Diagnostic[]> {
  const fresh = refused.flatMap(({ sender, original, sha256, diagnostics }): Refusal[] => {
    const codes = diagnostics.map(({ code }) => code);
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
