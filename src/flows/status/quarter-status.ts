/** diaodu status on a quarter, worked out: who has returned what, and who owes what; units, and cities where there are any. */
import { putWorkbooks } from '../../archive/outputs.ts';
import { type Diagnostic, hasErrors } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { cityRefusalsFile, readRefusals, refusalsFile } from '../../intake/returns/refusals.ts';
import { isRegional } from '../../intake/returns/return-problems.ts';
import { readWorkspace } from '../../intake/workspace.ts';
import { lastMonth, type Period } from '../../model/period.ts';
import type { RegionalStates } from '../../model/returns/regional-state.ts';
import type { ReturnStates } from '../../model/returns/return-state.ts';
import { returnsIn } from '../returns.ts';
import { cityStatus, regionalWorkbook } from './regional-status.ts';
import { type Stood, unitsWorkbook } from './state-workbooks.ts';

export interface StatusResult {
  states: ReturnStates | undefined;
  /** The workbook, when it was written. */
  path: string | null;
  /** Undefined in a year without cities, and when their lists can't be read: `check` tells why. */
  cities: RegionalStates | undefined;
  citiesPath: string | null;
  diagnostics: Diagnostic[];
}

/**
 * @param out the period's output folder; null to write nothing. What can't be written keeps nobody from knowing how it stands.
 * @param disk where outputs lie, which are no input
 */
export async function quarterStatus(
  { period, out }: { period: Period; out: string | null },
  effects: Effects,
  disk: Effects,
): Promise<Stood<StatusResult>> {
  const [read, refusals, ofCities] = await Promise.all([
    readWorkspace(effects, period.year, { cities: true, until: lastMonth(period) }),
    readRefusals(effects, refusalsFile(period)),
    readRefusals(effects, cityRefusalsFile(period)),
  ]);
  // Trouble with the lists of the cities does not hide how the units stand.
  const own = read.diagnostics.filter((d) => !isRegional(d));
  const { value, diagnostics } = returnsIn({ value: read.value, diagnostics: own }, period, refusals);
  const cities = cityStatus(read, period, ofCities.value).states;
  const states = value?.states;
  const wanted = out !== null && value && !hasErrors(diagnostics);
  const units = wanted && {
    path: `${out}/报送情况.xlsx`,
    bytes: await unitsWorkbook(value.states, value.ledger.setting.asOf, effects),
  };
  const regional = out !== null && cities && (await regionalWorkbook(cities, cities.place, out, effects));
  const outputs = [units, regional].flatMap((output) => output || []);
  const put = out === null ? undefined : await putWorkbooks(out, outputs, disk);
  const refused = put && hasErrors(put.diagnostics);
  const result = {
    states,
    path: refused || !units ? null : units.path,
    cities,
    citiesPath: refused || !regional ? null : regional.path,
    diagnostics: [...diagnostics, ...(cities ? ofCities.diagnostics : []), ...(put?.diagnostics ?? [])],
  };
  return { result, outputs, put };
}
