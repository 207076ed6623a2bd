/** Cumulative investment below that of the last reported month. */
import { projectFallen } from '../../../base/messages/projects.ts';
import { about, type ProjectCheck } from './check.ts';

export const falling: ProjectCheck = {
  name: 'project-falling',
  effect: 'verify',
  run: ({ record }) => {
    const now = record.months.at(-1)?.entry?.cumulative;
    const last = record.months.at(-2)?.cumulative;
    return now && last && now.value < last.value ? [projectFallen(about(record), now, last)] : [];
  },
};
