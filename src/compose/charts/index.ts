/** What ::chart{name=…} can show. Adding one: a file here and a line below. */
import type { Ledger, YearLedger } from '../../model/ledger/ledger.ts';
import type { ProjectLedger } from '../../model/ledger/project-ledger.ts';
import type { ChartContent } from '../chart-content.ts';
import { cityProfile } from './city-profile.ts';
import { cityScores } from './city-scores.ts';
import { goalBullets } from './goal-bullets.ts';
import { goalRates } from './goal-rates.ts';
import { goalTrend } from './goal-trend.ts';
import { projectCitiesChart } from './project-cities.ts';
import { projectMonths } from './project-months.ts';
import { projectPace } from './project-pace.ts';
import { statusByQuarter } from './status-by-quarter.ts';
import { trackChange } from './track-change.ts';
import { trackRates } from './track-rates.ts';
import { trackStatus } from './track-status.ts';
import { unitLagging } from './unit-lagging.ts';
import { projectCities, projectFields, projectFlow, projectMonthsOfYear } from './year-projects.ts';

type ChartBuilder = (ledger: Ledger, attributes: Record<string, string>) => ChartContent;

export const CHARTS: Record<string, ChartBuilder> = {
  'status-by-quarter': statusByQuarter,
  'track-status': trackStatus,
  'goal-rates': goalRates,
  'goal-trend': goalTrend,
  'track-change': trackChange,
  'unit-lagging': unitLagging,
  'city-scores': cityScores,
};

type ProjectChartBuilder = (projects: ProjectLedger, attributes: Record<string, string>) => ChartContent;

/** Charts of the key projects, for quarters and months alike. */
export const PROJECT_CHARTS: Record<string, ProjectChartBuilder> = {
  'project-months': projectMonths,
  'project-pace': projectPace,
  'project-cities': projectCitiesChart,
};

type YearChartBuilder = (year: YearLedger, attributes: Record<string, string>) => ChartContent;

/** Charts of a whole year that are not made of statistics alone. */
export const YEAR_CHARTS: Record<string, YearChartBuilder> = {
  'city-profile': cityProfile,
  'goal-bullets': goalBullets,
  'year-project-flow': projectFlow,
  'year-project-months': projectMonthsOfYear,
  'year-project-fields': projectFields,
  'year-project-cities': projectCities,
  'track-rates': trackRates,
};
