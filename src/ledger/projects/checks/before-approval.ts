/** Started before the project was approved (未批先建), or without any approval. */
import { startedBeforeApproval } from '../../../base/messages/projects.ts';
import { about, type ProjectCheck } from './check.ts';

export const beforeApproval: ProjectCheck = {
  name: 'project-before-approval',
  effect: 'verify',
  run: ({ record }) => {
    const { startedOn, project } = record;
    if (!startedOn || (project.approvedOn !== null && startedOn.value >= project.approvedOn)) return [];
    const where = { ...about(record), at: startedOn.at };
    return [startedBeforeApproval(where, startedOn.value, project.approvedOn)];
  },
};
