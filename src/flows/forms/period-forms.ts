/** diaodu forms 2022Q4: the units' forms and, in a folder of their own, the cities'. For a month see regional-forms.ts. */
import { putWorkbooks } from '../../archive/outputs.ts';
import { type Diagnostic, distinct, hasErrors } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { readCityList } from '../../intake/cities/read.ts';
import { unitNames } from '../../intake/plan/units.ts';
import { type FormsRequest, makeForms, type WrittenForm } from './forms.ts';
import { makeCityForms, type RegionalForm } from './regional-forms.ts';

export interface QuarterForms {
  files: WrittenForm[];
  cities: RegionalForm[];
  diagnostics: Diagnostic[];
}

/**
 * `only` may name units and cities; a year without cities has the units' forms alone. While one of the files is open in
 * Excel none is written.
 */
export async function quarterForms(request: FormsRequest, effects: Effects): Promise<QuarterForms> {
  const { period, only, out } = request;
  // What is wrong with the list is said by the flow that needs it.
  const list = await readCityList(effects, `data/${period.year}/cities`, []);
  const names = unitNames(list ?? []);
  const named = only.flatMap((name) => names.resolve(name) ?? []);
  const others = only.filter((name) => names.resolve(name) === undefined);
  const everyone = only.length === 0;

  const none = { files: [], outputs: [], diagnostics: [] };
  const units = everyone || others.length > 0 ? await makeForms({ ...request, only: others }, effects) : none;
  const wanted = named.length > 0 || (everyone && list !== undefined);
  const cities =
    wanted && !hasErrors(units.diagnostics)
      ? await makeCityForms({ when: period, only: named, out }, effects)
      : none;
  const put = await putWorkbooks(out, [...units.outputs, ...cities.outputs], effects);
  const refused = hasErrors(put.diagnostics);
  return {
    files: refused ? [] : units.files,
    cities: refused ? [] : cities.files,
    // Both look at the same plan.
    diagnostics: distinct([...units.diagnostics, ...cities.diagnostics, ...put.diagnostics]),
  };
}
