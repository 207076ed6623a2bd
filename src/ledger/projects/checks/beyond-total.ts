/** More invested in the year than the project costs in all; mostly 元 or 亿元 written as 万元. */
import { projectBeyondTotal } from '../../../base/messages/projects.ts';
import { about, type ProjectCheck } from './check.ts';

export const beyondTotal: ProjectCheck = {
  name: 'project-beyond-total',
  effect: 'verify',
  stops: true,
  run: ({ record }) =>
    record.invested && record.invested.value > record.project.total.value
      ? [projectBeyondTotal(about(record), record.invested, record.project.total)]
      : [],
};
