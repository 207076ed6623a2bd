/** Notes what came and was not taken, so that nobody is reminded as if nothing had come. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { digestOf } from '../../base/digest.ts';
import type { Effects } from '../../base/effects.ts';
import type { UnitNames } from '../../intake/plan/units.ts';
import { namesInFile } from '../../intake/returns/identify.ts';
import { readRefusals, writeRefusals } from '../../intake/returns/refusals.ts';
import type { Refusal, RefusedFor } from '../../model/returns/refusal.ts';
import type { Arrival, Shelf } from './versions.ts';

/** A file that was not taken. */
export interface Refused extends Pick<Arrival, 'original' | 'sha256'> {
  sender: string;
  /** Where it bears several names: all of them. */
  named?: readonly string[];
  /** What was said of it. */
  diagnostics: readonly Diagnostic[];
}

/** What became of a file that came; `senders`: see sendersOf. */
interface Fate {
  outcome: string;
  senders: readonly string[];
  diagnostics: readonly Diagnostic[];
}

/**
 * Whose a file is: by what it says, as far as anything of it could be read, or else by its name. Several where it bears
 * several names and nobody can tell whose it is; none where nothing says it.
 * @param said whose it is, without doubt
 */
export function sendersOf(
  file: string,
  said: string | undefined,
  diagnostics: readonly Diagnostic[],
  names: UnitNames,
): string[] {
  if (said !== undefined) return [said];
  const about = new Set(diagnostics.flatMap((d) => (d.severity === 'error' && d.about) || []));
  return about.size > 0 ? [...about] : namesInFile(file, names);
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
    if (fate?.outcome !== 'refused') return [];
    const { senders, diagnostics } = fate;
    const { original, sha256 } = came;
    const named = senders.length > 1 ? { named: senders } : {};
    return senders
      .filter((sender) => !counting.has(sender))
      .map((sender) => ({ sender, original, sha256, diagnostics, ...named }));
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
  'unreadableFile',
  'receivedTooEarly',
  'strangeUnit',
  'unknownFormat',
];

const WHY: Partial<Record<string, RefusedFor>> = {
  nothingFilled: 'empty',
  otherPeriod: 'otherPeriod',
  periodConflict: 'otherPeriod',
  periodMismatch: 'otherPeriod',
  othersReturn: 'othersReturn',
  twoAtOnce: 'twoAtOnce',
  tablesApart: 'twoAtOnce',
  unitConflict: 'whose',
  unitUnfound: 'whose',
  archiveFile: 'toOpen',
  crowdedZip: 'toOpen',
  lockedZip: 'locked',
  emptyZip: 'broken',
  mailFile: 'toOpen',
  webPage: 'toOpen',
  xmlTable: 'toOpen',
  notAReturn: 'noForm',
  emptyFile: 'blank',
  encryptedFile: 'locked',
  truncatedFile: 'broken',
  brokenWorkbook: 'broken',
  fileTooLarge: 'tooLarge',
  unpacksTooLarge: 'tooLarge',
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
 * Takes back what was noted of bytes that count as a return meanwhile: whoever knew whose they are has said so.
 * @param file the register
 * @param taken digests of all that was kept
 * @returns what is wrong with the register, which is left alone then
 */
export async function noteRefused(
  { file, receivedAt, taken }: { file: string; receivedAt: string; taken: ReadonlySet<string> },
  refused: readonly Refused[],
  effects: Effects,
): Promise<Diagnostic[]> {
  const fresh = refused.flatMap(({ sender, named, original, sha256, diagnostics }): Refusal[] => {
    const codes = diagnostics.map(({ code }) => code);
    if (taken.has(sha256) || codes.some((code) => OURS.includes(code))) return [];
    const why = codes.map((code) => WHY[code]).find((known) => known !== undefined) ?? 'noReturn';
    return [{ sender, receivedAt, original, sha256, why, ...(named && { named: [...named] }) }];
  });
  const { value: noted, diagnostics } = await readRefusals(effects, file);
  if (!noted) return fresh.length > 0 ? diagnostics : [];
  const known = (one: Refusal): boolean =>
    noted.some(
      ({ sender, sha256, why }) => sender === one.sender && sha256 === one.sha256 && why === one.why,
    );
  // Sent once more, it is noted on the day on which it came first.
  const added = fresh.filter((one) => !known(one));
  const standing = noted.filter(({ sha256 }) => !taken.has(sha256));
  if (added.length > 0 || standing.length < noted.length)
    await writeRefusals(effects, file, [...standing, ...added]);
  return diagnostics;
}
