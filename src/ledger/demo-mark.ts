/** 演示数据 on every page: whether the quarter, or the book, uses any, and which data made the mark. */
import type { Diagnostic } from '../base/diagnostic.ts';
import { demoMark } from '../base/messages/ledger.ts';
import type { Ledger, TargetRecord } from '../model/ledger/ledger.ts';
import { type Period, parsePeriod, periodName, quarterBefore } from '../model/period.ts';
import type { Statistic } from '../model/statistics/statistic.ts';
import type { Quarter } from './quarter/quarter.ts';
import { isDemo } from './verdicts/figures.ts';

interface Mark {
  demo: boolean;
  /** One warning, where the mark is no matter of course. */
  diagnostics: Diagnostic[];
}

/** `quarters`: the year's up to the period. Where all returns of the period are made up, nobody wonders at the mark. */
export function markOfQuarter(
  quarters: readonly Quarter[],
  period: Period,
  { meeting, lastMeeting }: Pick<Ledger, 'meeting' | 'lastMeeting'>,
): Mark {
  const own = [...(quarters.at(-1)?.returns.byUnit.values() ?? [])];
  const submissions = quarters.flatMap(({ returns }) =>
    [...returns.byUnit.values()].filter((submission) => submission.demo),
  );
  const records = quarters.flatMap(({ targets }) => [...targets.values()].map(({ record }) => record));
  const figures = records.filter(usesDemo);
  // Of the meeting before, nothing is printed but what it decided.
  const decided = lastMeeting?.demo === true && lastMeeting.decisions.length > 0;
  const meetings = [
    ...(decided ? [meetingFile(quarterBefore(period))] : []),
    ...(meeting.demo ? [meetingFile(period)] : []),
  ];
  const demo = submissions.length > 0 || figures.length > 0 || meetings.length > 0;
  if (!demo || (own.length > 0 && own.every((submission) => submission.demo)))
    return { demo, diagnostics: [] };
  const baselines = new Set(
    figures.filter(({ target }) => target.baseline?.demo).map(({ target }) => target.name),
  );
  const found = {
    returns: submissions.map(({ unit, period: id }) => unit + nameOf(id)),
    baselines: [...baselines],
    meetings,
    statistics: [],
  };
  return { demo, diagnostics: [demoMark(period.year, found)] };
}

/** @param quarter whether the ledger of the last quarter is marked: that was told, or is a matter of course */
export function markOfBook(quarter: boolean, values: readonly Statistic[], year: number): Mark {
  const series = new Set(values.filter(({ source }) => source.demo).map((value) => value.series.name));
  const found = { returns: [], baselines: [], meetings: [], statistics: [...series] };
  return {
    demo: quarter || series.size > 0,
    diagnostics: !quarter && series.size > 0 ? [demoMark(year, found)] : [],
  };
}

const meetingFile = ({ year, id }: Period): string => `data/${year}/meetings/${id}.yaml`;

const usesDemo = ({ value, rate, conflicts }: TargetRecord): boolean =>
  [value, rate, ...conflicts].some((figure) => figure !== null && isDemo(figure));

const nameOf = (id: string): string => {
  const period = parsePeriod(id);
  return period ? periodName(period) : id;
};
