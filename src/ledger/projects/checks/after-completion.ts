/** Investment reported in a month after the one in which the project was completed. */
import { investedAfterCompletion } from '../../../base/messages/projects.ts';
import { about, type ProjectCheck } from './check.ts';

export const afterCompletion: ProjectCheck = {
  name: 'project-after-completion',
  effect: 'notice',
  run: ({ record, month }) => {
    const { completedOn } = record;
    const invested = record.months.at(-1)?.entry?.month;
    if (!completedOn || !invested || completedOn.value.slice(0, 7) >= month.id || invested.value <= 0)
      return [];
    return [investedAfterCompletion(about(record), invested, completedOn.value)];
  },
};
