/** A period as periods.yaml sets it. */
import type { Outcome } from '../base/diagnostic.ts';
import { periodNotSet } from '../base/messages/ledger.ts';
import type { Inputs } from '../model/inputs.ts';
import type { Period } from '../model/period.ts';
import type { PeriodSetting } from '../model/plan/rules.ts';

/** Out: no value, and told, for one that is not set there. */
export function periodSetting(
  { periods }: Pick<Inputs, 'periods'>,
  { id, year }: Period,
): Outcome<PeriodSetting> {
  const value = periods.find((setting) => setting.id === id);
  const known = periods.map((setting) => setting.id);
  return { value, diagnostics: value ? [] : [periodNotSet(`data/${year}/periods.yaml`, id, known)] };
}
