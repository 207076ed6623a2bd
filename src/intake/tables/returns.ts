/** Files of returns in a folder, with the day of receipt of those that were collected (see receipts.ts). */

import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { byCodeUnit } from '../../base/order.ts';
import { RECEIPTS, readReceipts } from '../receipts.ts';

/** Left behind by office programs and file managers. */
const IGNORED = /^(?:\.|~\$)/;

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
  const names = (await effects.list(folder)).filter((name) => !IGNORED.test(name) && name !== RECEIPTS);
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

/** By date of receipt; stable, so that versions of one day stay in their order. */
export function inReceiptOrder<T extends { receivedAt: string }>(returns: readonly T[]): T[] {
  return [...returns].sort((a, b) => byCodeUnit(a.receivedAt, b.receivedAt));
}
