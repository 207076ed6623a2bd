/** Not started although the month of the planned start has passed. */
import { startOverdue } from '../../../base/messages/projects.ts';
import { monthName, parseMonth } from '../../../model/period.ts';
import { about, type ProjectCheck } from './check.ts';

export const lateStart: ProjectCheck = {
  name: 'project-late-start',
  effect: 'notice',
  run: ({ record }) => {
    const planned = parseMonth(record.project.plannedStart);
    return record.startOverdue && planned ? [startOverdue(about(record), monthName(planned))] : [];
  },
};
