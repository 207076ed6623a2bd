/** Cumulative investment below that of the last reported month, where the return says that it was struck off. */
import { projectReduced } from '../../../base/messages/projects.ts';
import type { ProjectEntry } from '../../../model/project.ts';
import { about, type ProjectCheck } from './check.ts';

/** 核减5200万元, 审减, 调减: whether it is right is for a person to judge; here only that it was said. */
const STRUCK_OFF = /[核审调]减/;

/** What the return says of it; null when nothing. */
export const saidReduction = ({ problem, progress }: ProjectEntry): string | null =>
  [problem, progress].flatMap((text) => (text && STRUCK_OFF.test(text.value) ? [text.value] : []))[0] ?? null;

export const reduced: ProjectCheck = {
  name: 'project-reduced',
  effect: 'notice',
  run: ({ record }) => {
    const entry = record.months.at(-1)?.entry;
    const last = record.months.at(-2)?.cumulative;
    const now = entry?.cumulative;
    if (!entry || !now || !last || now.value >= last.value) return [];
    const said = saidReduction(entry);
    return said === null ? [] : [projectReduced(about(record), now, last, said)];
  },
};
