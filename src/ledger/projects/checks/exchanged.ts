/** One month more than the year so far: two columns taken for each other. Falling and month-sum then say no more of it. */
import { projectExchanged } from '../../../base/messages/projects.ts';
import type { Figure } from '../../../model/document/figure.ts';
import type { ProjectRecord } from '../../../model/ledger/project-ledger.ts';
import { about, type ProjectCheck } from './check.ts';
import { fallOf } from './reduced.ts';

/** Both columns, where they are likely exchanged; what was struck off may well leave less than the month added. */
export function exchangedOf(record: ProjectRecord): { month: Figure; cumulative: Figure } | null {
  const { month, cumulative } = record.months.at(-1)?.entry ?? {};
  if (!month || !cumulative || month.value <= cumulative.value) return null;
  return fallOf(record)?.said ? null : { month, cumulative };
}

export const exchanged: ProjectCheck = {
  name: 'project-exchanged',
  effect: 'verify',
  stops: true,
  run: ({ record }) => {
    const found = exchangedOf(record);
    return found ? [projectExchanged(about(record), found.month, found.cumulative)] : [];
  },
};
