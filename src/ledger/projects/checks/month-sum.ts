/** This month and last month's cumulative value do not make this month's cumulative value. */
import { add } from '../../../base/decimal.ts';
import { monthsDisagree } from '../../../base/messages/projects.ts';
import { about, type ProjectCheck } from './check.ts';
import { exchangedOf } from './exchanged.ts';

export const monthSum: ProjectCheck = {
  name: 'project-month-sum',
  effect: 'verify',
  run: ({ record }) => {
    const { months } = record;
    const now = months.at(-1)?.entry;
    const zero = now?.month && { ...now.month, value: 0 };
    const last = months.length > 1 ? months.at(-2)?.entry?.cumulative : zero;
    if (!now?.cumulative || !now.month || !last || exchangedOf(record)) return [];
    return add(last.value, now.month.value) === now.cumulative.value
      ? []
      : [monthsDisagree(about(record), now.cumulative, last, now.month)];
  },
};
