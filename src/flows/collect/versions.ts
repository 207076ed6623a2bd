/**
 * A sender's files, one after another: which of them came before, which are new, and how a new one is kept. Originals lie
 * side by side and nothing is overwritten; the last version counts.
 */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { digestOf } from '../../base/digest.ts';
import type { Effects } from '../../base/effects.ts';
import { groupBy } from '../../base/group.ts';
import {
  dateCorrected,
  dateNotRegistered,
  originalRestored,
  receivedTooEarly,
  sameAgain,
  supersededAgain,
  tablesApart,
  twoAtOnce,
} from '../../base/messages/collect.ts';
import { type Receipt, writeReceipts } from '../../intake/returns/receipts.ts';
import { inOrderOfReceipt } from '../../model/returns/versions.ts';

/** What has come now, of a unit or a city. */
export interface Arrival {
  /** As the user named it. */
  shown: string;
  /** What it is called in the register: without its folder, but with the zip that it lay in. */
  original: string;
  bytes: Uint8Array;
  /** Of the bytes. */
  sha256: string;
  /** undefined: nobody can tell whose it is, or it is not to be kept. */
  sender: string | undefined;
  /** The one table of the form that it holds, where its format has room for no more. */
  table?: string | undefined;
}

/** The last part of a path, of whatever system. */
export const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** When something came: ISO date, and the time of day where known (15:30); `given`: somebody says so, it is not just now. */
export interface Received {
  date: string;
  time?: string;
  given?: boolean;
}

/** Where the returns of a period lie. */
export interface Shelf {
  folder: string;
  /** Grows as originals are kept. */
  receipts: Receipt[];
  /** The name that a sender has now: the register keeps the one that it had when its return came. */
  nameNow: (registered: string) => string;
  /** Those that can be read in the folder, registered or put there by hand. */
  filed: readonly { sender: string; file: string; receivedAt: string }[];
  /** Of what has come now. */
  received: Received;
  /** A version that was superseded is to count once more. */
  again: boolean;
}

export interface Version {
  version: number;
  receivedAt: string;
  sha256: string;
  path: string;
}

/** In the order in which they took each other's place, see versionsBy; one put there by hand is one more than those before. */
export async function versionsOf(
  { folder, receipts, filed, nameNow }: Shelf,
  sender: string,
  effects: Effects,
): Promise<Version[]> {
  const registered = receipts
    .filter((receipt) => nameNow(receipt.unit) === sender)
    .map((receipt): Version => ({ ...receipt, path: `${folder}/${receipt.file}` }));
  const paths = new Set(receipts.map((receipt) => `${folder}/${receipt.file}`));
  const byHand: Version[] = [];
  for (const one of filed) {
    if (one.sender !== sender || paths.has(one.file)) continue;
    const sha256 = digestOf((await effects.read(one.file)) ?? new Uint8Array());
    byHand.push({ version: 0, receivedAt: one.receivedAt, sha256, path: one.file });
  }
  const versions = inOrderOfReceipt([...byHand, ...registered]);
  for (const [i, one] of versions.entries()) one.version ||= (versions[i - 1]?.version ?? 0) + 1;
  return versions;
}

/** Which of them are kept already. */
async function keptOf<T extends Arrival>(
  arrivals: readonly T[],
  shelf: Shelf,
  effects: Effects,
): Promise<Set<T>> {
  const kept = new Set<T>();
  for (const [sender, all] of groupBy(arrivals, (one) => one.sender)) {
    if (sender === undefined) continue;
    const known = (await versionsOf(shelf, sender, effects)).map(({ sha256 }) => sha256);
    for (const one of all) if (known.includes(one.sha256)) kept.add(one);
  }
  return kept;
}

/**
 * Which of two new files of a sender is the later one, nobody can tell from a folder. Those that came before do not
 * matter: people collect in one folder all that they have ever received.
 * @returns why, for each that cannot be taken, and all in the order in which they are to be kept: what came before comes last,
 * when it is known which version counts
 */
export async function sortedOut<T extends Arrival>(
  arrivals: readonly T[],
  shelf: Shelf,
  effects: Effects,
): Promise<{ refused: Map<T, Diagnostic>; inOrder: T[] }> {
  const kept = await keptOf(arrivals, shelf, effects);
  const fresh = arrivals.filter((one) => !kept.has(one));
  const refused = new Map<T, Diagnostic>();
  for (const [sender, all] of groupBy(fresh, (one) => one.sender)) {
    if (sender === undefined) continue;
    for (const one of all) {
      const others = all.filter(({ sha256 }) => sha256 !== one.sha256);
      const [other] = others;
      if (!other) continue;
      const tables = [one.table, other.table].filter((table) => table !== undefined);
      const why =
        new Set(tables).size === 2
          ? tablesApart(one.shown, sender, tables, other.shown)
          : twoAtOnce(
              one.shown,
              sender,
              others.map(({ shown }) => shown),
            );
      refused.set(one, why);
    }
  }
  return { refused, inOrder: [...fresh, ...kept] };
}

interface Standing {
  /** The version that counts so far. */
  last: Version | undefined;
  /** The one whose place it took. */
  before: Version | undefined;
  /** Number of the one that it would become. */
  next: number;
  /** It is this version already. */
  same: Version | undefined;
  /** Another one counts: what is wrong with this one concerns nobody any more. */
  past: boolean;
  /** What has to be said; an error where it can't be kept. */
  told: Diagnostic[];
}

/**
 * What a file is to those that came before. An original that was altered since, or is gone, is put back.
 * @param together all that came with it
 */
export async function standingOf(
  { shown, bytes, sha256: digest, sender }: Arrival & { sender: string },
  shelf: Shelf,
  together: readonly Arrival[],
  effects: Effects,
): Promise<Standing> {
  const versions = await versionsOf(shelf, sender, effects);
  const [before, last] = [versions.at(-2), versions.at(-1)];
  const next = await nextNumber(versions, { sender, digest }, shelf, effects);
  // Of versions with the same bytes the latest: it may have been brought back before.
  const same = versions.findLast(({ sha256 }) => sha256 === digest);
  if (same && last && (same === last || !shelf.again)) {
    // Who hands in the one that counts as well has only not cleared up the folder.
    const alone = !together.some((one) => one.sha256 === last.sha256);
    const told = alone
      ? supersededAgain(shown, sender, same.version, last.version)
      : sameAgain(shown, sender, same.version);
    const stored = same === last ? await effects.read(same.path) : bytes;
    if (stored && digestOf(stored) === digest)
      return { last, before, next, same, past: same !== last, told: [told] };
    await effects.write(same.path, bytes);
    return { last, before, next, same, past: false, told: [originalRestored(shown, sender, same.version)] };
  }
  const { date } = shelf.received;
  const early = last && date < last.receivedAt;
  return {
    last,
    before,
    next,
    same: undefined,
    past: false,
    told: early ? [receivedTooEarly(shown, date, last.receivedAt)] : [],
  };
}

/** Beyond all that there are; nor may a file lie there already under its name, unless it is the same. */
async function nextNumber(
  versions: readonly Version[],
  { sender, digest }: { sender: string; digest: string },
  { folder }: Shelf,
  effects: Effects,
): Promise<number> {
  const names = await effects.list(folder);
  let next = Math.max(0, ...versions.map(({ version }) => version)) + 1;
  for (;;) {
    const there = names.find((name) => name.startsWith(`${sender}.v${next}.`));
    const bytes = there && (await effects.read(`${folder}/${there}`));
    if (!bytes || digestOf(bytes) === digest) return next;
    next += 1;
  }
}

/**
 * The version that counts was registered on another day than it came, and handed in once more with the right one.
 * Out: the day by which it is registered now, and what there is to say.
 */
export async function correctDate(
  shown: string,
  sender: string,
  { same, last, before }: Pick<Standing, 'last' | 'before'> & { same: Version },
  shelf: Shelf,
  effects: Effects,
): Promise<{ receivedAt: string; told: Diagnostic[] }> {
  const { folder, receipts, received } = shelf;
  const receipt = receipts.find(({ file }) => `${folder}/${file}` === same.path);
  const { date, time, given } = received;
  const right = !given || (date === receipt?.receivedAt && (time === undefined || time === receipt.time));
  if (!receipt && given && same === last && date !== same.receivedAt) {
    const days = [same.receivedAt, date] as const;
    return { receivedAt: same.receivedAt, told: [dateNotRegistered(shown, sender, same.path, days)] };
  }
  if (!receipt || same !== last || right) return { receivedAt: same.receivedAt, told: [] };
  if (before && date < before.receivedAt)
    return { receivedAt: same.receivedAt, told: [receivedTooEarly(shown, date, before.receivedAt)] };
  const written = (day: string, hour: string | undefined): string => [day, hour].filter(Boolean).join(' ');
  const was = written(receipt.receivedAt, receipt.time);
  receipt.receivedAt = date;
  if (time === undefined) delete receipt.time;
  else receipt.time = time;
  await writeReceipts(effects, folder, receipts);
  return { receivedAt: date, told: [dateCorrected(shown, receipt.unit, was, written(date, time))] };
}

/** Keeps an original as the sender's next version. Out: its path and number. */
export async function keepVersion(
  { original, bytes, sha256, sender }: Arrival & { sender: string },
  {
    version,
    extension,
    errors,
    warnings,
  }: {
    version: number;
    extension: string;
    errors: number;
    warnings: number;
  },
  { folder, receipts, received }: Shelf,
  effects: Effects,
): Promise<{ version: number; original: string }> {
  const file = `${sender}.v${version}${extension}`;
  await effects.write(`${folder}/${file}`, bytes);
  const { date, time } = received;
  receipts.push({
    unit: sender,
    version,
    file,
    receivedAt: date,
    ...(time === undefined ? {} : { time }),
    original,
    sha256,
    errors,
    warnings,
  });
  try {
    await writeReceipts(effects, folder, receipts);
  } catch (error) {
    // An original of which the register knows nothing would count as put there by hand, on no day.
    receipts.pop();
    await effects.remove(`${folder}/${file}`);
    throw error;
  }
  return { version, original: `${folder}/${file}` };
}
