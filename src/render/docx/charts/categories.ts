/** Names of categories: quarters and months stand in one row and their years below, where one name of both has no room. */
import type { ChartCategoryGroup } from 'docx/charts';
import type { Chart } from '../../../model/document/chart.ts';
import { clean } from '../text/text.ts';

/** Kinds whose categories lie side by side; only moments in time are looked at. */
const OVER_TIME: readonly Chart['kind'][] = ['column', 'line', 'combo'];
const PART_OF_YEAR = /^(\d{4}年)(.+)$/;

/** What Word and the chart's workbook call the categories: groups are years in a column of their own. */
export const categoriesOf = (chart: Chart): string[] | ChartCategoryGroup[] =>
  yearsOf(chart) ?? chart.categories.map(clean);

/** Rows of names below the plot. */
export const categoryRows = (chart: Chart): number => (yearsOf(chart) ? 2 : 1);

/** In: a chart. Out: its years, each with the parts of it; undefined where no year has several, or anything else is named. */
function yearsOf({ kind, categories }: Chart): ChartCategoryGroup[] | undefined {
  if (!OVER_TIME.includes(kind)) return undefined;
  const years: { name: string; categories: string[] }[] = [];
  for (const category of categories) {
    const [, year, part] = PART_OF_YEAR.exec(category) ?? [];
    if (!year || !part) return undefined;
    const last = years.at(-1);
    if (last?.name === year) last.categories.push(clean(part));
    else years.push({ name: year, categories: [clean(part)] });
  }
  return years.some((year) => year.categories.length > 1) ? years : undefined;
}
