/** Cumulative investment below that of the last reported month, where the return says that it was struck off. */
import { projectReduced } from '../../../base/messages/projects.ts';
import type { Figure } from '../../../model/document/figure.ts';
import type { ProjectRecord } from '../../../model/ledger/project-ledger.ts';
import { about, type ProjectCheck } from './check.ts';

/** 核减5200万元, 审减, 调减: whether it is right is for a person to judge; here only that it was said. */
export const STRUCK_OFF = /[核审调]减/;

/** How far investment fell, and what the return says of its being struck off, null when nothing; null where it did not fall. */
export function fallOf({ months }: ProjectRecord): { now: Figure; last: Figure; said: string | null } | null {
  const entry = months.at(-1)?.entry;
  const now = entry?.cumulative;
  const last = months.at(-2)?.cumulative;
  if (!now || !last || now.value >= last.value) return null;
  const said = [entry.problem, entry.progress].find((text) => text && STRUCK_OFF.test(text.value));
  return { now, last, said: said?.value ?? null };
}

export const reduced: ProjectCheck = {
  name: 'project-reduced',
  effect: 'notice',
  run: ({ record }) => {
    const fall = fallOf(record);
    return fall?.said ? [projectReduced(about(record), fall.now, fall.last, fall.said)] : [];
  },
};
