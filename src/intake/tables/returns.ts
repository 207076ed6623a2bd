/** The returns of a year, a folder for each period, with the day of receipt of those that were collected (see receipts.ts). */

import { keyOf, remembered } from '../../base/cached.ts';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import { digestOf } from '../../base/digest.ts';
import type { Effects } from '../../base/effects.ts';
import { isLeftBehind } from '../../base/left-behind.ts';
import { byCodeUnit } from '../../base/order.ts';
import { together } from '../../base/together.ts';
import { RECEIPTS, readReceipts } from '../receipts.ts';

export interface ReturnFile {
  file: string;
  bytes: Uint8Array;
  /** ISO date; undefined for a file put there by hand, which has to say it itself. */
  receivedAt: string | undefined;
}

/** Those put there by hand first, by name; then the registered ones in the order of receipt. */
export async function returnFiles(
  effects: Effects,
  folder: string,
  diagnostics: Diagnostic[],
): Promise<ReturnFile[]> {
  const register = await readReceipts(effects, folder);
  diagnostics.push(...register.diagnostics);
  const receipts = register.value ?? [];
  const names = (await effects.list(folder)).filter((name) => !isLeftBehind(name) && name !== RECEIPTS);
  const byHand = names.filter((name) => !receipts.some((receipt) => receipt.file === name));
  const files = await Promise.all(
    [...byHand, ...receipts.map((receipt) => receipt.file)].map(async (name) => {
      const file = `${folder}/${name}`;
      const bytes = await effects.read(file);
      const receivedAt = receipts.find((receipt) => receipt.file === name)?.receivedAt;
      return bytes ? { file, bytes, receivedAt } : [];
    }),
  );
  return files.flat();
}

export interface ReturnReader<When, Return> {
  /** What a folder's name stands for; undefined when it stands for nothing, with the reason told, or is not to be read. */
  when(name: string, folder: string, told: Diagnostic[]): When | undefined;
  read(found: ReturnFile, when: When): Outcome<Return>;
  /** All that decides what a file says, besides the file and its period: for the keys of what is remembered. */
  ground: readonly unknown[];
}

/** Every return below the folder, in the order of receipt; one that can't be used is told and left out. */
export async function readReturns<When, Return extends { receivedAt: string }>(
  effects: Effects,
  folder: string,
  { when, read, ground }: ReturnReader<When, Return>,
  diagnostics: Diagnostic[],
): Promise<Return[]> {
  const { cache } = effects;
  const basis = cache ? keyOf(cache, ...ground) : '';
  const names = (await effects.list(folder)).filter((name) => !name.startsWith('.'));
  const returns = await together(names, diagnostics, async (name, told) => {
    const period = when(name, `${folder}/${name}`, told);
    if (period === undefined) return [];
    const files = await returnFiles(effects, `${folder}/${name}`, told);
    return together(files, told, async (found, problems) => {
      const { file, bytes, receivedAt } = found;
      const made = await remembered(
        cache,
        (store) => keyOf(store, 'return', basis, file, digestOf(bytes), period, receivedAt ?? null),
        () => read(found, period),
      );
      problems.push(...made.diagnostics);
      return made.value ?? [];
    });
  });
  return inReceiptOrder(returns.flat(2) as Return[]);
}

/** By date of receipt; stable, so that versions of one day stay in their order. */
export function inReceiptOrder<T extends { receivedAt: string }>(returns: readonly T[]): T[] {
  return [...returns].sort((a, b) => byCodeUnit(a.receivedAt, b.receivedAt));
}
