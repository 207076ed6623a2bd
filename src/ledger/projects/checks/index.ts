/** All cross-checks on projects, in the order in which they speak. To add one: its file, and a line here. */
import type { Finding } from '../../../model/ledger/finding.ts';
import { findingOf } from '../../returns/acknowledge.ts';
import { afterCompletion } from './after-completion.ts';
import { beforeApproval } from './before-approval.ts';
import { beyondPlan } from './beyond-plan.ts';
import { beyondTotal } from './beyond-total.ts';
import type { ProjectCase, ProjectCheck } from './check.ts';
import { exchanged } from './exchanged.ts';
import { falling } from './falling.ts';
import { lateStart } from './late-start.ts';
import { monthSum } from './month-sum.ts';
import { reduced } from './reduced.ts';
import { stalled } from './stalled.ts';
import { tenfold } from './tenfold.ts';

const PROJECT_CHECKS: readonly ProjectCheck[] = [
  exchanged,
  falling,
  tenfold,
  reduced,
  monthSum,
  beyondTotal,
  beforeApproval,
  beyondPlan,
  afterCompletion,
  stalled,
  lateStart,
];

/** Of a city's whole column, see column.ts. */
export const COLUMN_CHECK = 'project-column-unit';

const STOPPING: ReadonlySet<string> = new Set([
  COLUMN_CHECK,
  ...PROJECT_CHECKS.filter((check) => check.stops).map(({ name }) => name),
]);

/** Whether formal texts wait for it: a figure on paper is likely wrong, and the office has noted nothing of it. */
export const stopsBuild = ({ check, acknowledgement }: Finding): boolean =>
  STOPPING.has(check) && !acknowledgement;

/** Findings of one project; acknowledgements are not looked at here. */
export function checkProject(subject: ProjectCase): Finding[] {
  const { project } = subject.record;
  return PROJECT_CHECKS.flatMap((check) =>
    check.run(subject).map((diagnostic) =>
      findingOf({
        check: check.name,
        effect: check.effect,
        unit: project.city,
        subject: project.code,
        message: diagnostic.message,
        at: diagnostic.at ?? project.at,
      }),
    ),
  );
}
