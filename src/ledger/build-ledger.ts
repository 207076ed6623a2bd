/** The ledger stage: Inputs × Period → Ledger, pure. */
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import type { Inputs } from '../model/inputs.ts';
import type { Ledger } from '../model/ledger/ledger.ts';
import { BLANK_MEETING } from '../model/meeting.ts';
import { officeOf } from '../model/office.ts';
import { lastMonth, type Period, quarterBefore } from '../model/period.ts';
import { planOf } from '../model/plan/revision.ts';
import { type Came, NOTHING_CAME } from '../model/returns/came.ts';
import type { Refusal } from '../model/returns/refusal.ts';
import { buildCityLedger } from './cities/build.ts';
import { markOfQuarter } from './demo-mark.ts';
import { periodSetting } from './period-setting.ts';
import { projectDifferences } from './projects/agree.ts';
import { buildProjectLedger } from './projects/build.ts';
import { judgeYear } from './quarter/judge-year.ts';
import type { Quarter } from './quarter/quarter.ts';
import { regionHints, regionTold } from './region.ts';
import { unusedAcknowledgements, vagueAcknowledgements } from './returns/acknowledge.ts';
import { returnRecords } from './returns.ts';
import { countTasks, rollUpTracks, rollUpUnits } from './rollup.ts';

interface LedgerWishes {
  /** With the key projects and the cities, where the inputs have them. */
  regional?: boolean;
  /** What came from units for the period and was not taken, for those who are asked how the returns stand. */
  refusals?: readonly Refusal[];
  /** Of cities whose return came and can't be used. */
  came?: Came;
}

/**
 * What is known and judged of every goal and task at the period's end. Quarters are judged in order from the first, so
 * that a verdict of last quarter is the one its own ledger gives. Diagnostics are those of the period itself: findings
 * that ask for verification are warnings, notices are infos. No value when periods.yaml does not know the period.
 */
export function buildLedger(
  inputs: Inputs,
  period: Period,
  { regional: wanted = false, refusals = [], came = NOTHING_CAME }: LedgerWishes = {},
): Outcome<Ledger> {
  const { rules, units } = inputs;
  const plan = planOf(inputs, period);
  const { value: setting, diagnostics: unset } = periodSetting(inputs, period);
  if (!setting) return { value: undefined, diagnostics: unset };
  const quarters = judgeYear(inputs, period);
  const current = quarters.at(-1) as Quarter;
  const before = current.previous?.tasks ?? null;
  const countsByQuarter = quarters.map((quarter) => countTasks(quarter.tasks));
  const meeting = inputs.meetings.get(period.id) ?? BLANK_MEETING;
  const lastMeeting = inputs.meetings.get(quarterBefore(period).id) ?? null;
  const regional = wanted ? regionalLedgers(inputs, period, setting.due, came) : NOT_READ;
  const mark = markOfQuarter(quarters, period, { meeting, lastMeeting });
  const region = regionTold(inputs);
  const ledger: Ledger = {
    plan,
    period,
    setting,
    nextSetting: inputs.periods.find((p) => p.id > period.id) ?? null,
    rules,
    units,
    office: officeOf(inputs.office, period),
    region: region.value,
    goals: current.goals,
    tracks: rollUpTracks(plan, current.tasks, before),
    tasks: current.tasks,
    byUnit: rollUpUnits(units, current.tasks, current.goals),
    returns: returnRecords(plan, units, current, setting, refusals),
    counts: countTasks(current.tasks),
    previousCounts: before && countTasks(before),
    countsByQuarter,
    findings: [
      ...current.goals.flatMap((goal) => goal.target?.findings ?? []),
      ...current.tasks.flatMap((task) => task.findings),
    ],
    ...regional.value,
    places: (wanted && inputs.cities?.cities) || [],
    projectDifferences: regional.value.projects
      ? projectDifferences(regional.value.projects, current.tasks)
      : [],
    meeting,
    lastMeeting,
    demo: mark.demo,
  };
  const given = inputs.acknowledgements.filter((one) => one.period === period.id);
  return {
    value: ledger,
    diagnostics: [
      ...current.diagnostics,
      ...regional.diagnostics,
      ...region.diagnostics,
      ...mark.diagnostics,
      ...unusedAcknowledgements(given, ledger.findings),
      ...vagueAcknowledgements(given, ledger.findings, current.returns.versions),
    ],
  };
}

const NOT_READ = { value: { projects: null, cities: null }, diagnostics: [] };

/** Key projects at the quarter's last month, and the cities; null where they were not read. */
function regionalLedgers(
  inputs: Inputs,
  period: Period,
  due: string,
  came: Came,
): { value: Pick<Ledger, 'projects' | 'cities'>; diagnostics: Diagnostic[] } {
  const order = inputs.cities?.cities.map((city) => city.name) ?? [];
  const region = regionHints(inputs);
  const projects = inputs.projects && buildProjectLedger(inputs.projects, lastMonth(period), order, region);
  const cities =
    inputs.cities &&
    buildCityLedger(inputs.cities, period, {
      pace: inputs.rules.pace,
      checks: inputs.rules.checks,
      due,
      projects: inputs.projects,
      region,
      acknowledgements: inputs.acknowledgements,
      came,
    });
  return {
    value: { projects: projects?.value ?? null, cities: cities?.value ?? null },
    diagnostics: [...(projects?.diagnostics ?? []), ...(cities?.diagnostics ?? [])],
  };
}
