/** Cumulative investment below that of the last reported month, and the return does not say why; see also reduced.ts. */
import { projectFallen } from '../../../base/messages/projects.ts';
import { about, type ProjectCheck } from './check.ts';
import { exchangedOf } from './exchanged.ts';
import { fallOf } from './reduced.ts';

export const falling: ProjectCheck = {
  name: 'project-falling',
  effect: 'verify',
  stops: true,
  run: ({ record }) => {
    const fall = fallOf(record);
    return fall?.said === null && !exchangedOf(record)
      ? [projectFallen(about(record), fall.now, fall.last)]
      : [];
  },
};
