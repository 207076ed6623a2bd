/** Investment far beyond the year's plan: the plan or the value needs another look. */
import { formatNumber } from '../../../base/chinese/format.ts';
import { projectBeyondPlan } from '../../../base/messages/projects.ts';
import { about, type ProjectCheck } from './check.ts';

export const beyondPlan: ProjectCheck = {
  name: 'project-beyond-plan',
  effect: 'notice',
  run: ({ record, rules }) =>
    record.rate && record.rate.value > rules.beyondPlan
      ? [projectBeyondPlan(about(record), formatNumber(record.rate), rules.beyondPlan)]
      : [],
};
