/**
 * What lies in the folder of a period: returns that were collected (see receipts.ts) and those that somebody put there. Of a
 * sender's versions the counting one is read; of others, which need not be mended any more, only the date is handed on.
 */
import { keyOf, remembered } from '../../base/cached.ts';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import { digestOf } from '../../base/digest.ts';
import type { Effects } from '../../base/effects.ts';
import { isLeftBehind } from '../../base/left-behind.ts';
import { folderNotRead } from '../../base/messages/files.ts';
import { together } from '../../base/together.ts';
import { countingBy, inOrderOfReceipt } from '../../model/returns/versions.ts';
import { fileInPlaceOf } from '../misplaced.ts';
import { withoutCopies } from './copies.ts';
import { RECEIPTS, type Receipt, readOriginal, readReceipts } from './receipts.ts';

interface Filed {
  receivedAt: string;
  /** Errors in a return that was collected: its 退回稿 has gone back. Of what was only put there nothing has. */
  sentBack?: number;
}

export interface FiledReader<Return> {
  /** @param receipt of what was collected; any other file has to say itself whose it is and when it came */
  read(file: string, bytes: Uint8Array, receipt: Receipt | undefined): Outcome<Return>;
  senderOf(one: Return): string;
  /** A return that says nothing but whose it is and when it came. */
  empty(sender: string, receivedAt: string, file: string): Return;
  /** How many values of a return went back with it as errors, though they could be read: see suspects.ts. */
  slipsIn?(one: Return): number;
  /** All that decides what a file says, besides the file: for the keys of what is remembered. */
  ground: readonly unknown[];
}

/** In the order of receipt; one that can't be used is told and left out. */
export async function readFiled<Return extends Filed>(
  effects: Effects,
  folder: string,
  reader: FiledReader<Return>,
  diagnostics: Diagnostic[],
): Promise<Return[]> {
  const register = await readReceipts(effects, folder);
  diagnostics.push(...register.diagnostics);
  const receipts = register.value ?? [];
  const kept = new Set(receipts.map((receipt) => receipt.file));
  const present = (await effects.list(folder)).filter(
    (name) => !isLeftBehind(name) && name !== RECEIPTS && !kept.has(name),
  );
  if (present.length === 0) diagnostics.push(...(await fileInPlaceOf(folder, effects)));
  const { names, told: copies } = withoutCopies(folder, present, kept);
  diagnostics.push(...copies);
  const basis = effects.cache ? keyOf(effects.cache, ...reader.ground) : '';
  const readOne = (file: string, bytes: Uint8Array, receipt?: Receipt): Promise<Outcome<Return>> =>
    remembered(
      effects.cache,
      (cache) => {
        const known = receipt ? [receipt.unit, receipt.receivedAt] : [];
        return keyOf(cache, 'return', basis, file, digestOf(bytes), known);
      },
      () => reader.read(file, bytes, receipt),
    );
  // Whose they are and when they came stands inside.
  const byHand = await Promise.all(
    names.map(async (name) => {
      const file = `${folder}/${name}`;
      const bytes = await effects.read(file);
      const none: Outcome<Return> = { value: undefined, diagnostics: [folderNotRead(file)] };
      return { file, ...(bytes ? await readOne(file, bytes) : none) };
    }),
  );
  const versions = [
    ...byHand.flatMap(({ file, value }) =>
      value ? { sender: reader.senderOf(value), receivedAt: value.receivedAt, file } : [],
    ),
    ...receipts.map(({ unit, receivedAt, file }) => ({
      sender: unit,
      receivedAt,
      file: `${folder}/${file}`,
    })),
  ];
  const counting = new Set(
    [...countingBy(versions, ({ sender }) => sender).values()].map(({ file }) => file),
  );
  const read = byHand.flatMap(({ file, value, diagnostics: found }) => {
    if (value && !counting.has(file)) return reader.empty(reader.senderOf(value), value.receivedAt, file);
    diagnostics.push(...found);
    return value ?? [];
  });
  const registered = await together(receipts, diagnostics, async (receipt, told) => {
    const file = `${folder}/${receipt.file}`;
    if (!counting.has(file)) return reader.empty(receipt.unit, receipt.receivedAt, file);
    const bytes = await readOriginal(folder, receipt, effects, told);
    const made = bytes && (await readOne(file, bytes, receipt));
    const found = made?.diagnostics ?? [];
    told.push(...found);
    const unreadable = found.filter(({ severity }) => severity === 'error').length;
    const errors = unreadable + (made?.value ? (reader.slipsIn?.(made.value) ?? 0) : 0);
    return made?.value ? (errors > 0 ? { ...made.value, sentBack: errors } : made.value) : [];
  });
  return inOrderOfReceipt([...read, ...registered.flat()] as Return[]);
}
