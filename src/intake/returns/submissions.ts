/** All returns of a year: data/<year>/submissions/<period>/*, those collected (see receipts.ts) and those put there by hand. */
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { isLeftBehind } from '../../base/left-behind.ts';
import { unknownFormat } from '../../base/messages/files.ts';
import { unknownPeriod } from '../../base/messages/intake.ts';
import { endsAfter, type Month, type Period, parsePeriod } from '../../model/period.ts';
import type { PeriodSetting } from '../../model/plan/rules.ts';
import type { Submission } from '../../model/returns/submission.ts';
import { countingBy, inOrderOfReceipt } from '../../model/returns/versions.ts';
import { submissionFormat } from '../formats/index.ts';
import type { PlanIndex } from '../plan/plan-index.ts';
import { type FiledReader, readFiled } from './filed.ts';
import { readReturn } from './read-return.ts';
import type { Receipt } from './receipts.ts';
import { suspects } from './suspects.ts';

export interface ReadSubmissions {
  /** In order of receipt, then of file name. */
  submissions: Submission[];
  diagnostics: Diagnostic[];
}

/** What the returns of a quarter are read against. */
export interface PlanBasis {
  index: PlanIndex;
  /** Stands for what the index was made from in the keys of what is remembered. */
  ground: string;
}

/**
 * A file that can't be used is reported and left out; the others are read all the same.
 * @param until see Wants
 */
export async function readSubmissions(
  effects: Effects,
  folder: string,
  periods: readonly PeriodSetting[],
  basisOf: (period: Period) => PlanBasis,
  until: Month | undefined,
): Promise<ReadSubmissions> {
  const submissions: Submission[] = [];
  const diagnostics: Diagnostic[] = [];
  const known = periods.map((period) => period.id);
  let before: Submission[] = [];
  for (const period of (await effects.list(folder)).filter((name) => !isLeftBehind(name))) {
    const quarter = parsePeriod(period);
    if (!quarter || !known.includes(period)) {
      diagnostics.push(unknownPeriod({ file: `${folder}/${period}` }, period, known));
      continue;
    }
    if (endsAfter(period, until)) continue;
    const reader = readerOf(basisOf(quarter), period, before);
    before = await readFiled(effects, `${folder}/${period}`, reader, diagnostics);
    submissions.push(...before);
  }
  return { submissions: inOrderOfReceipt(submissions), diagnostics };
}

/** @param before returns of the quarter before */
function readerOf(
  { index, ground }: PlanBasis,
  period: string,
  before: readonly Submission[],
): FiledReader<Submission> {
  const senderOf = ({ unit }: Submission): string => unit;
  const last = countingBy(before, senderOf);
  const previous = (unit: string): Submission | undefined => last.get(unit);
  return {
    senderOf,
    read: (file, bytes, receipt) => {
      if (!submissionFormat(file)) return { value: undefined, diagnostics: [unknownFormat(file)] };
      const claim = receipt ? claimOf(receipt) : {};
      const { submission, diagnostics } = readReturn(file, bytes, { index, period, claim, previous });
      return { value: submission, diagnostics } satisfies Outcome<Submission>;
    },
    slipsIn: (one) =>
      suspects(one, previous(one.unit), index).filter(({ severity }) => severity === 'error').length,
    empty: (unit, receivedAt, file) => ({
      unit,
      period,
      receivedAt,
      demo: false,
      file,
      tasks: [],
      goals: [],
      cooperation: [],
    }),
    ground: ['units', ground, period, before],
  };
}

const claimOf = ({ unit, receivedAt }: Receipt) => ({ unit, receivedAt, registered: true });
