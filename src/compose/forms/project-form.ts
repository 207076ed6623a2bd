/** What a city's monthly return of its key projects says before the city has filled it in. */
import { formatNumber } from '../../base/chinese/format.ts';
import { byCodeUnit } from '../../base/order.ts';
import { type Month, monthDue, monthName, previousMonth } from '../../model/period.ts';
import type { ProjectInputs } from '../../model/region/project.ts';
import type { ProjectFormContent, ProjectFormRow } from '../../model/returns/project-form.ts';

/**
 * The form of a city for a month: its projects, with the last known cumulative value and dates prefilled (a date once
 * reported stays).
 */
export function projectFormContent(inputs: ProjectInputs, city: string, month: Month): ProjectFormContent {
  const before = previousMonth(month);
  const earlier = inputs.returns
    .filter((r) => r.city === city && before !== undefined && r.month <= before.id)
    .sort((a, b) => byCodeUnit(a.month, b.month))
    .reverse();
  const rows = inputs.projects
    .filter((project) => project.city === city)
    .map((project): ProjectFormRow => {
      const known = earlier.flatMap((r) => r.entries.filter((entry) => entry.code === project.code));
      const amount = (figure: { value: number; decimals: number } | null | undefined): string =>
        figure ? formatNumber(figure) : '';
      return {
        code: project.code,
        name: project.name,
        kind: project.kind,
        owner: project.owner,
        total: amount(project.total),
        yearPlan: amount(project.yearPlan),
        // Across a gap in the returns the last known value stands in.
        previous: amount(known.find((e) => e.cumulative !== null)?.cumulative),
        month: '',
        cumulative: '',
        startedOn: known.find((e) => e.startedOn)?.startedOn?.value ?? '',
        completedOn: known.find((e) => e.completedOn)?.completedOn?.value ?? '',
        progress: '',
        problem: '',
      };
    });
  return {
    title: '重点项目进展情况月报表',
    city,
    month: month.id,
    monthName: monthName(month),
    due: monthDue(month, inputs.rules.dueDay),
    receivedAt: '',
    demo: false,
    rows,
  };
}
