/**
 * Workbooks of who has returned what. Most times nothing has come in since the last, and what writes them takes a tenth of
 * the time of `status`: then they are what they were.
 */
import type { Output, Put } from '../../archive/outputs.ts';
import { keyOf, rememberedFile } from '../../base/cached.ts';
import type { Effects } from '../../base/effects.ts';
import type { RegionalStates } from '../../model/returns/regional-state.ts';
import type { ReturnStates } from '../../model/returns/return-state.ts';

/** How it stands, and the workbooks that say so. */
export interface Stood<Result> {
  result: Result;
  outputs: readonly Output[];
  /** undefined when nothing was to be written. */
  put: Put | undefined;
}

const writer = () => import('../../render/xlsx/return-states.ts');

/** @param date ISO date that the workbook is of */
export const unitsWorkbook = (states: ReturnStates, date: string, { cache }: Effects): Promise<Uint8Array> =>
  rememberedFile(
    cache,
    (store) => keyOf(store, 'states of units', states, date),
    async () => (await writer()).writeReturnStates(states, date),
  );

/** @param what what the cities are called here */
export const citiesWorkbook = (
  states: RegionalStates,
  what: string,
  { cache }: Effects,
): Promise<Uint8Array> =>
  rememberedFile(
    cache,
    (store) => keyOf(store, 'states of cities', states, what),
    async () => (await writer()).writeRegionalStates(states, what),
  );
