/** What is to be done next for each period, in the order of the work. Pure. */
import { daysAfter } from '../../base/chinese/date.ts';
import type { PapersState } from './papers-state.ts';
import type { PeriodReturns, Received } from './year-returns.ts';

/** What a period stands before, by the command that does it. */
export type Step = 'forms' | 'collect' | 'remind' | 'check' | 'build' | 'issue' | 'erratum' | 'archive';

export interface NextStep {
  step: Step;
  /** Why it is this step, where the step alone does not say so. */
  why: 'missing' | 'waiting' | 'none' | 'draft' | 'part' | 'changed' | null;
}

/** Forms are given out before the period ends; so many days before, somebody should think of them. */
const FORMS_BEFORE = 14;

/**
 * In the order of the work; none while the period has not come. Who is missing is chased until papers have gone out, and does
 * not keep these waiting; of what is left the first step alone is told.
 * @param returns of a year, which nobody is asked for, without units and places
 * @param today ISO date
 */
export function nextSteps(returns: PeriodReturns, papers: PapersState, today: string): NextStep[] {
  const asked = [returns.units, returns.places].flatMap((one) => one ?? []);
  const begun = papers.made !== 'none' || asked.some(({ received }) => received > 0);
  if (!begun && !papers.forms) {
    const from = daysAfter(returns.ends, asked.length > 0 ? -FORMS_BEFORE : 1);
    if (today < from) return [];
    if (asked.length > 0) return [{ step: 'forms', why: null }];
  }
  const open = papers.issued === null && papers.archived === 'none';
  const chase = open ? chasing(returns, today) : [];
  // There is nothing to write of what nobody has said anything about; and others may still come until the last day.
  if (asked.length > 0 && !begun) return chase;
  if (chase.length > 0 && papers.made === 'none' && today <= returns.due) return chase;
  return [...chase, ...ofPapers(papers, returns.waiting ?? 0)];
}

function ofPapers(papers: PapersState, waiting: number): NextStep[] {
  const { made, outdated, issued, archived } = papers;
  // What was archived may have been put away.
  if (made === 'none' && archived !== 'none') return [];
  if (isUnmade(papers) && waiting > 0) return [{ step: 'check', why: 'waiting' }];
  if (made !== 'formal') return [{ step: 'build', why: made }];
  if (outdated) return [{ step: 'build', why: 'changed' }];
  // Once they lie in the archive it is too late to keep them for comparison.
  if (!issued && archived !== 'current') return [{ step: 'issue', why: null }];
  if (issued && !issued.same) return [{ step: 'erratum', why: null }];
  if (archived !== 'current') return [{ step: 'archive', why: archived === 'older' ? 'changed' : null }];
  return [];
}

/** Whether a build is to come, which waits for what is doubtful. */
export const isUnmade = ({ made, outdated }: PapersState): boolean => made !== 'formal' || outdated;

/** Letters go to units alone, and no earlier than the last day has passed. */
function chasing({ units, places, due }: PeriodReturns, today: string): NextStep[] {
  const remind = owing(units) && due !== '' && today > due;
  const steps: Step[] = [];
  if (remind) steps.push('remind');
  if (owing(places) || (owing(units) && !remind)) steps.push('collect');
  return steps.map((step) => ({ step, why: 'missing' }));
}

const owing = (one: Received | null): boolean => one !== null && one.received < one.asked;
