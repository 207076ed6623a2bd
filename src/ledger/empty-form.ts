/** Whether an empty form says all that its unit owes: that nothing has changed since last quarter, when all was done. */
import type { Inputs } from '../model/inputs.ts';
import type { Period } from '../model/period.ts';
import type { Submission } from '../model/returns/submission.ts';
import { judgeAfter, judgeBefore } from './quarter/judge-year.ts';
import type { Quarter } from './quarter/quarter.ts';
import { missingIn } from './returns.ts';

/** For the empty forms of one period: the quarters before it are judged once for all of them, when the first one comes. */
export function emptyForms(inputs: Inputs, period: Period): (form: Submission) => boolean {
  let before: Quarter[] | undefined;
  return (form) => {
    before ??= judgeBefore(inputs, period);
    const quarter = judgeAfter({ ...inputs, submissions: [...inputs.submissions, form] }, period, before);
    return missingIn(inputs.plan, quarter)(form.unit).length === 0;
  };
}
