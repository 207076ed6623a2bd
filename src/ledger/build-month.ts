/** The ledger stage for a month: the key projects, with what documents need besides. */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Inputs } from '../model/inputs.ts';
import type { MonthLedger } from '../model/ledger/ledger.ts';
import { officeOf } from '../model/office.ts';
import { type Month, monthEnd } from '../model/period.ts';
import type { ProjectInputs } from '../model/region/project.ts';
import { buildProjectLedger } from './projects/build.ts';
import { regionHints, unknownRegion } from './region.ts';

/** In: a year's inputs, of them the projects, and the month. Out: how they stand at its end, always with a value. */
export function buildMonthLedger(
  inputs: Inputs,
  projects: ProjectInputs,
  month: Month,
): { value: MonthLedger; diagnostics: Diagnostic[] } {
  const order = inputs.cities?.cities.map((city) => city.name) ?? [];
  const { value, diagnostics } = buildProjectLedger(projects, month, order, regionHints(inputs));
  const { plan } = inputs;
  return {
    value: {
      plan,
      month,
      setting: { asOf: monthEnd(month) },
      office: officeOf(inputs.office, month),
      projects: value,
      demo: value.demo,
    },
    diagnostics: [...diagnostics, ...unknownRegion(inputs, value.region)],
  };
}
