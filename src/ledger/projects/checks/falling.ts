/** Cumulative investment below that of the last reported month, and the return does not say why; see also reduced.ts. */
import { projectFallen } from '../../../base/messages/projects.ts';
import { about, type ProjectCheck } from './check.ts';
import { saidReduction } from './reduced.ts';

export const falling: ProjectCheck = {
  name: 'project-falling',
  effect: 'verify',
  run: ({ record }) => {
    const entry = record.months.at(-1)?.entry;
    const now = entry?.cumulative;
    const last = record.months.at(-2)?.cumulative;
    const fell = entry && now && last && now.value < last.value;
    return fell && saidReduction(entry) === null ? [projectFallen(about(record), now, last)] : [];
  },
};
