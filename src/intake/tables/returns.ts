/**
 * The returns of a year, a folder for each period, with the day of receipt of those that were collected (see receipts.ts).
 * Of a sender's registered versions the last one counts; of earlier ones, which need not be mended any more, only the date.
 */
import { keyOf, remembered } from '../../base/cached.ts';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import { digestOf } from '../../base/digest.ts';
import type { Effects } from '../../base/effects.ts';
import { isLeftBehind } from '../../base/left-behind.ts';
import { byCodeUnit } from '../../base/order.ts';
import { together } from '../../base/together.ts';
import { withoutCopies } from '../copies.ts';
import { isSuperseded, latestOf, RECEIPTS, type Receipt, readOriginal, readReceipts } from '../receipts.ts';

export interface ReturnFile {
  file: string;
  bytes: Uint8Array;
  /** ISO date; undefined for a file put there by hand, which has to say it itself. */
  receivedAt: string | undefined;
}

export interface ReturnReader<When, Return> {
  /** What a folder's name stands for; undefined when it stands for nothing, with the reason told, or is not to be read. */
  when(name: string, folder: string, told: Diagnostic[]): When | undefined;
  read(found: ReturnFile, when: When): Outcome<Return>;
  /** A return that says nothing but whose it is and when it came. */
  empty(receipt: Pick<Receipt, 'unit' | 'receivedAt'>, file: string, when: When): Return;
  /** All that decides what a file says, besides the file and its period: for the keys of what is remembered. */
  ground: readonly unknown[];
}

type Sent = { city: string; receivedAt: string };

/** Every return below the folder, in the order of receipt; one that can't be used is told and left out. */
export async function readReturns<When, Return extends Sent>(
  effects: Effects,
  folder: string,
  reader: ReturnReader<When, Return>,
  diagnostics: Diagnostic[],
): Promise<Return[]> {
  const { cache } = effects;
  const basis = cache ? keyOf(cache, ...reader.ground) : '';
  const names = (await effects.list(folder)).filter((name) => !isLeftBehind(name));
  const returns = await together(names, diagnostics, async (name, told) => {
    const when = reader.when(name, `${folder}/${name}`, told);
    return when === undefined
      ? []
      : readPeriod({ effects, folder: `${folder}/${name}`, when, reader, basis }, told);
  });
  return inReceiptOrder(returns.flat() as Return[]);
}

interface PeriodReading<When, Return> {
  effects: Effects;
  folder: string;
  when: When;
  reader: ReturnReader<When, Return>;
  basis: string;
}

/** Those put there by hand first, by name; then the registered ones in the order of receipt. */
async function readPeriod<When, Return extends Sent>(
  reading: PeriodReading<When, Return>,
  diagnostics: Diagnostic[],
): Promise<Return[]> {
  const { effects, folder, when, reader } = reading;
  const register = await readReceipts(effects, folder);
  diagnostics.push(...register.diagnostics);
  const receipts = register.value ?? [];
  const latest = latestOf(receipts);
  const kept = new Set(receipts.map((receipt) => receipt.file));
  const present = (await effects.list(folder)).filter(
    (name) => !isLeftBehind(name) && name !== RECEIPTS && !kept.has(name),
  );
  const { names, told: copies } = withoutCopies(folder, present, kept);
  diagnostics.push(...copies);
  const byHand = await together(names, diagnostics, async (name, told) => {
    const file = `${folder}/${name}`;
    const bytes = await effects.read(file);
    if (!bytes) return [];
    const { value, diagnostics: found } = await readFile({ file, bytes, receivedAt: undefined }, reading);
    if (!value || !isSuperseded(value.receivedAt, latest.get(value.city))) told.push(...found);
    return value ?? [];
  });
  const registered = await together(receipts, diagnostics, async (receipt, told) => {
    const file = `${folder}/${receipt.file}`;
    if (latest.get(receipt.unit) !== receipt) return reader.empty(receipt, file, when);
    const bytes = await readOriginal(folder, receipt, effects, told);
    if (!bytes) return [];
    const made = await readFile({ file, bytes, receivedAt: receipt.receivedAt }, reading);
    told.push(...made.diagnostics);
    return made.value ?? [];
  });
  return [...byHand.flat(), ...registered.flat()] as Return[];
}

const readFile = <When, Return>(
  found: ReturnFile,
  { effects, when, reader, basis }: PeriodReading<When, Return>,
): Promise<Outcome<Return>> =>
  remembered(
    effects.cache,
    (cache) =>
      keyOf(cache, 'return', basis, found.file, digestOf(found.bytes), when, found.receivedAt ?? null),
    () => reader.read(found, when),
  );

/** By date of receipt; stable, so that versions of one day stay in their order. */
function inReceiptOrder<T extends { receivedAt: string }>(returns: readonly T[]): T[] {
  return [...returns].sort((a, b) => byCodeUnit(a.receivedAt, b.receivedAt));
}
