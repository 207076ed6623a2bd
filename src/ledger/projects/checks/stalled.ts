/** Under construction, and nothing invested for so many months in a row (rules.stalledMonths). */
import { projectStalled } from '../../../base/messages/projects.ts';
import { about, type ProjectCheck } from './check.ts';

export const stalled: ProjectCheck = {
  name: 'project-stalled',
  effect: 'notice',
  run: ({ record }) => (record.stalled ? [projectStalled(about(record), record.idleMonths)] : []),
};
