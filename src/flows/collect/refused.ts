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

/** Whose a file is. */
interface Sender {
  /** null: nothing says it, or it bears several names. */
  sender: string | null;
  /** Where it bears several names and may be of any of them: all of them. */
  named: readonly string[];
}

/** What became of a file that came. */
interface Fate extends Sender {
  outcome: string;
  diagnostics: readonly Diagnostic[];
}

/**
 * By what the file says, as far as anything of it could be read, or else by its name.
 * @param said whose it is, without doubt
 */
export function senderOf(
  file: string,
  said: string | undefined,
  diagnostics: readonly Diagnostic[],
  names: UnitNames,
): Sender {
  if (said !== undefined) return { sender: said, named: [] };
  const about = new Set(diagnostics.flatMap((d) => (d.severity === 'error' && d.about) || []));
  const [first, ...others] = about.size > 0 ? about : namesInFile(file, names);
  if (first === undefined) return { sender: null, named: [] };
  return others.length > 0 ? { sender: null, named: [first, ...others] } : { sender: first, named: [] };
}

/** Of senders of whom nothing counts: when something does, nothing else matters of what they sent. */
export function refusedAmong<Came extends Arrival>(
  arrivals: readonly Came[],
  fateOf: (came: Came) => Fate | undefined,
  shelf: Shelf,
): Refused[] {
  const counting = new Set([
    ...shelf.receipts.map(({ unit }) => shelf.nameNow(unit)),
    ...shelf.filed.map(({ sender }) => sender),
  ]);
  return arrivals.flatMap((came): Refused[] => {
    const fate = fateOf(came);
    if (fate?.outcome !== 'refused') return [];
    const { sender, named, diagnostics } = fate;
    const { original, sha256 } = came;
    const one = { original, sha256, diagnostics, ...(named.length > 0 && { named }) };
    return (sender === null ? named : [sender])
      .filter((name) => !counting.has(name))
      .map((name) => ({ ...one, sender: name }));
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
 * @param at the register, and when all of it came
 * @returns what is wrong with the register, which is left alone then
 */
export async function noteRefused(
  { file, receivedAt }: { file: string; receivedAt: string },
  refused: readonly Refused[],
  { receipts }: Shelf,
  effects: Effects,
): Promise<Diagnostic[]> {
  const taken = new Set(receipts.map(({ sha256 }) => sha256));
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
