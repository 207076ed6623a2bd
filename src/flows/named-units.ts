/** A unit or a city by any of its names, for what shows one alone. */
import type { Outcome } from '../base/diagnostic.ts';
import { unitNotConcerned } from '../base/messages/chase.ts';
import { nearest } from '../base/nearest.ts';
import { resolveUnit } from '../intake/identify.ts';
import { unitNames } from '../intake/units.ts';
import type { Inputs } from '../model/inputs.ts';

/** Out: its short name; undefined where nobody was asked for, or, with a diagnostic, nobody is called that. */
export function onlyUnit(
  written: string | undefined,
  { units, cities }: Pick<Inputs, 'units' | 'cities'>,
): Outcome<string> {
  if (written === undefined) return { value: undefined, diagnostics: [] };
  const all = [...units, ...(cities?.cities ?? [])];
  const value = resolveUnit(written, { units: unitNames(all) });
  const names = all.map(({ name }) => name);
  return {
    value,
    diagnostics: value === undefined ? [unitNotConcerned(written, nearest(written, names), names)] : [],
  };
}
