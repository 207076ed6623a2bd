/** The returns of the cities for a year, a folder for each period (see filed.ts). */
import { keyOf } from '../../base/cached.ts';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { isLeftBehind } from '../../base/left-behind.ts';
import { together } from '../../base/together.ts';
import { inOrderOfReceipt } from '../../model/returns/versions.ts';
import { readFiled } from '../returns/filed.ts';

export interface ReturnFile {
  file: string;
  bytes: Uint8Array;
  /** ISO date; undefined for a file put there by hand, which has to say it itself. */
  receivedAt: string | undefined;
}

/** A return that says nothing but whose it is and when it came. */
export interface SilentReturn {
  city: string;
  receivedAt: string;
  demo: false;
  file: string;
  entries: never[];
}

export interface ReturnReader<When, Return> {
  /** What a folder's name stands for; undefined when it stands for nothing, with the reason told, or is not to be read. */
  when(name: string, folder: string, told: Diagnostic[]): When | undefined;
  read(found: ReturnFile, when: When): Outcome<Return>;
  /** It, as a return for the period. */
  silent(one: SilentReturn, when: When): Return;
  /** All that decides what a file says, besides the file and its period: for the keys of what is remembered. */
  ground: readonly unknown[];
}

/** Every return below the folder, in the order of receipt; one that can't be used is told and left out. */
export async function readReturns<
  When,
  Return extends { city: string; receivedAt: string; sentBack?: number },
>(
  effects: Effects,
  folder: string,
  reader: ReturnReader<When, Return>,
  diagnostics: Diagnostic[],
): Promise<Return[]> {
  const ground = effects.cache ? keyOf(effects.cache, ...reader.ground) : '';
  const names = (await effects.list(folder)).filter((name) => !isLeftBehind(name));
  const returns = await together(names, diagnostics, async (name, told) => {
    const when = reader.when(name, `${folder}/${name}`, told);
    if (when === undefined) return [];
    return readFiled<Return>(
      effects,
      `${folder}/${name}`,
      {
        senderOf: ({ city }) => city,
        read: (file, bytes, receipt) => reader.read({ file, bytes, receivedAt: receipt?.receivedAt }, when),
        empty: (city, receivedAt, file) =>
          reader.silent({ city, receivedAt, demo: false, file, entries: [] }, when),
        ground: [ground, when],
      },
      told,
    );
  });
  return inOrderOfReceipt(returns.flat());
}
