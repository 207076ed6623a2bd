/** All returns of a year: data/<year>/submissions/<period>/*. */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { unknownFormat, unknownPeriod } from '../base/messages/intake.ts';
import type { PeriodSetting } from '../model/rules.ts';
import { type Submission, submissionFileSchema } from '../model/submission.ts';
import { SUBMISSION_EXTENSIONS, submissionFormat } from './formats/index.ts';
import { normalise } from './normalise.ts';
import type { PlanIndex } from './plan-index.ts';
import { checkSchema } from './schema.ts';

/** Left behind by office programs and file managers. */
const IGNORED = /^(?:\.|~\$)/;

export interface ReadSubmissions {
  /** In order of receipt, then of file name. */
  submissions: Submission[];
  diagnostics: Diagnostic[];
}

/** A file that can't be used is reported and left out; the others are read all the same. */
export async function readSubmissions(
  effects: Effects,
  folder: string,
  periods: readonly PeriodSetting[],
  index: PlanIndex,
): Promise<ReadSubmissions> {
  const submissions: Submission[] = [];
  const diagnostics: Diagnostic[] = [];
  const known = periods.map((period) => period.id);
  for (const period of (await effects.list(folder)).filter((name) => !IGNORED.test(name))) {
    if (!known.includes(period)) {
      diagnostics.push(unknownPeriod({ file: `${folder}/${period}` }, period, known));
      continue;
    }
    for (const name of (await effects.list(`${folder}/${period}`)).filter((entry) => !IGNORED.test(entry))) {
      const submission = await readSubmission(
        effects,
        `${folder}/${period}/${name}`,
        period,
        index,
        diagnostics,
      );
      if (submission) submissions.push(submission);
    }
  }
  submissions.sort((a, b) => order(a.receivedAt, b.receivedAt) || order(a.file, b.file));
  return { submissions, diagnostics };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

async function readSubmission(
  effects: Effects,
  file: string,
  period: string,
  index: PlanIndex,
  diagnostics: Diagnostic[],
): Promise<Submission | undefined> {
  const format = submissionFormat(file);
  const bytes = format && (await effects.read(file));
  if (!format || !bytes) {
    diagnostics.push(unknownFormat(file, SUBMISSION_EXTENSIONS));
    return undefined;
  }
  const read = format.read(file, bytes);
  diagnostics.push(...read.diagnostics);
  if (!read.value) return undefined;
  const checked = checkSchema(submissionFileSchema, read.value);
  diagnostics.push(...checked.diagnostics);
  if (!checked.value) return undefined;
  const normal = normalise({ file, content: checked.value, located: read.value }, index, period);
  diagnostics.push(...normal.diagnostics);
  return normal.value;
}
