/** The first three stages: what was handed in is read, judged and written down as documents. */
import { type Diagnostic, hasErrors, type Outcome } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { noRegionalData } from '../base/messages/regional.ts';
import { othersTurn } from '../base/turn.ts';
import { bookGaps, eachOnce } from '../compose/book/book-year.ts';
import { chosen, unknownOnly } from '../compose/chosen.ts';
import { type ComposedPack, composeInTurn, type HandedOut, handedOut } from '../compose/compose.ts';
import { unitNames } from '../intake/plan/units.ts';
import { cameUnused } from '../intake/returns/came.ts';
import { asSpoken, concerns, isEcho, toBuild } from '../intake/returns/return-problems.ts';
import { readStatistics } from '../intake/statistics/read.ts';
import { readPack } from '../intake/templates.ts';
import { whereabouts } from '../intake/whereabouts.ts';
import { readWhitePaper } from '../intake/white-paper.ts';
import { readWorkspace } from '../intake/workspace.ts';
import { buildLedger } from '../ledger/build-ledger.ts';
import { buildMonthLedger } from '../ledger/build-month.ts';
import { buildYearLedger } from '../ledger/build-year.ts';
import { unitsMissing } from '../ledger/units-missing.ts';
import { packOf } from '../model/archive/outputs.ts';
import type { Inputs } from '../model/inputs.ts';
import { isQuarter, isYear, type Subject } from '../model/ledger/ledger.ts';
import type { Spoken } from '../model/ledger/spoken.ts';
import { type Month, type Period, untilOf, type Year } from '../model/period.ts';
import { cityReturnsFolder, submissionsFolder } from '../model/returns/folders.ts';
import type { BuildRequest } from './request.ts';

export interface Composed {
  inputs: Inputs | undefined;
  subject: Subject | undefined;
  pack: ComposedPack | undefined;
  spoken: Spoken;
  diagnostics: Diagnostic[];
}

/** Who begins with what is ready while the rest is still being composed. */
interface Waiting {
  /** All that documents will be written of: nearly every character that they print is in it. */
  sources(texts: unknown): void;
  written(one: HandedOut): void;
}

const NOTHING = {
  inputs: undefined,
  subject: undefined,
  pack: undefined,
  // Of what nothing was written yet, it may be any.
  spoken: { projects: true, cities: true },
};

/** The first three stages, for the build and for `diaodu inspect`. */
export async function compose(
  request: Pick<BuildRequest, 'period' | 'only' | 'draft'>,
  effects: Effects,
  step: (what: string) => void = () => {},
  waiting?: Waiting,
): Promise<Composed> {
  const { period, only, draft = false } = request;
  const nowhere = await whereabouts(effects, period.year);
  if (nowhere.length > 0) return { ...NOTHING, diagnostics: nowhere };
  const folders = await readPack(effects, packOf(period));
  const unknown = hasErrors(folders.diagnostics) ? [] : unknownOnly(folders.value, only);
  // A slip in the command is told at once; what is wrong with the data comes when it is right.
  if (unknown.length > 0) return { ...NOTHING, diagnostics: unknown };
  const inputs = await readPeriod(period, effects);
  const told = inputs.diagnostics.filter((d) => concerns(d, period));
  const read = (spoken: Spoken): Diagnostic[] => [
    ...folders.diagnostics,
    ...told.map((d) => toBuild(asSpoken(d, spoken))),
  ];
  if (!inputs.value) return { ...NOTHING, diagnostics: read(NOTHING.spoken) };
  step(`读取计划和报送数据（${returnsCounted(inputs.value, period)}）`);

  const judged = await judge(inputs.value, told, period, effects);
  const subject = judged.value;
  const gaps = bookGaps(chosen(folders.value, only), period, { inputs: inputs.value, subject, draft, told });
  // What is noticed besides is of interest when there is a book.
  const besides = [...missingUnits(subject, inputs.value, told), ...judged.diagnostics].filter(
    (d) => !hasErrors(gaps) || d.severity === 'error',
  );
  const found = [...gaps, ...besides];
  if (!subject || hasErrors(gaps))
    return { ...NOTHING, inputs: inputs.value, subject, diagnostics: [...read(NOTHING.spoken), ...found] };
  step(
    isQuarter(subject)
      ? `汇总台账（${subject.tasks.length}项任务，核对发现${subject.findings.length}条）`
      : isYear(subject)
        ? `汇总全年数据（统计数据${subject.statistics.values.length}个）`
        : `汇总重点项目（${subject.projects.projects.length}个）`,
  );

  waiting?.sources([folders.value, inputs.value]);
  if (waiting) await othersTurn();
  const pack = await handedOut(composeInTurn(folders.value, subject, { only, draft }), waiting?.written);
  const before = [...read(pack.spoken), ...found];
  const diagnostics = [...before, ...eachOnce(pack.diagnostics).filter((d) => !isEcho(d, before))];
  step(`合成文稿（${pack.documents.length + pack.volumes.length}份）`);
  return { inputs: inputs.value, subject, pack, spoken: pack.spoken, diagnostics };
}

/** Units of whom nothing counts for the quarter, and whose return came and can't be used. */
function missingUnits(
  subject: Subject | undefined,
  { units }: Inputs,
  told: readonly Diagnostic[],
): Diagnostic[] {
  if (!subject || !isQuarter(subject)) return [];
  const folder = submissionsFolder(subject.period);
  return unitsMissing(subject, cameUnused(folder, told, unitNames(units).resolve));
}

/** Versions that another has taken the place of do not count. */
function returnsCounted({ submissions }: Inputs, period: Period | Month | Year): string {
  const unitsOf = (id: string): number =>
    new Set(submissions.filter((one) => one.period === id).map(({ unit }) => unit)).size;
  if ('quarter' in period) return `本期${unitsOf(period.id)}个单位已报`;
  const quarters = [...new Set(submissions.map((one) => one.period))];
  return `各季单位报表${quarters.reduce((sum, id) => sum + unitsOf(id), 0)}份`;
}

const readPeriod = (period: Period | Month | Year, effects: Effects): Promise<Outcome<Inputs>> =>
  readWorkspace(effects, period.year, { projects: true, cities: true, until: untilOf(period) });

/** What documents of the period are about, without any of them. */
export async function readSubject(
  period: Period | Month | Year,
  effects: Effects,
): Promise<Outcome<Subject>> {
  const inputs = await readPeriod(period, effects);
  const told = inputs.diagnostics.filter((d) => concerns(d, period)).map(toBuild);
  if (!inputs.value) return { value: undefined, diagnostics: told };
  const judged = await judge(inputs.value, told, period, effects);
  return { value: judged.value, diagnostics: [...told, ...judged.diagnostics] };
}

async function judge(
  inputs: Inputs,
  told: readonly Diagnostic[],
  period: Period | Month | Year,
  effects: Effects,
): Promise<Outcome<Subject>> {
  if ('quarter' in period) {
    const { resolve } = unitNames(inputs.cities?.cities ?? []);
    const came = cameUnused(cityReturnsFolder(period), told, resolve);
    return buildLedger(inputs, period, { regional: true, came });
  }
  if (!('month' in period)) {
    const statistics = await readStatistics(effects);
    const book = await readWhitePaper(effects, period.year);
    const diagnostics = [...statistics.diagnostics, ...book.diagnostics];
    if (!statistics.value || !book.value) return { value: undefined, diagnostics };
    const built = buildYearLedger(inputs, statistics.value, book.value, period);
    return { value: built.value, diagnostics: [...diagnostics, ...built.diagnostics] };
  }
  return inputs.projects
    ? buildMonthLedger(inputs, inputs.projects, period)
    : { value: undefined, diagnostics: [noRegionalData(period.year, 'projects')] };
}
