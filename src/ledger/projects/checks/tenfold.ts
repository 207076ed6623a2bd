/** Ten times last month's cumulative value and far beyond the year's plan: a decimal point, or 元 written as 万元. */
import { multiply } from '../../../base/decimal.ts';
import { projectTenfold } from '../../../base/messages/projects.ts';
import { about, type ProjectCheck } from './check.ts';

const TENFOLD = 10;

export const tenfold: ProjectCheck = {
  name: 'project-tenfold',
  effect: 'verify',
  stops: true,
  run: ({ record, rules }) => {
    const now = record.months.at(-1)?.entry?.cumulative;
    const last = record.months.at(-2)?.cumulative;
    if (!now || !last || last.value <= 0 || !record.rate) return [];
    const slip = now.value >= multiply(last.value, TENFOLD) && record.rate.value > rules.beyondPlan;
    return slip ? [projectTenfold(about(record), now, last)] : [];
  },
};
