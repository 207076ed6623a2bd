/** What ::table{name=…} can show. Adding one: a file here and a line below. */
import type { Erratum } from '../../model/erratum.ts';
import type { Ledger, YearLedger } from '../../model/ledger/ledger.ts';
import type { ProjectLedger } from '../../model/ledger/project-ledger.ts';
import type { Unit } from '../../model/unit.ts';
import { agenda } from './agenda.ts';
import { attendees, receipt } from './attendees.ts';
import type { TableContent } from './cells.ts';
import {
  cityComparison,
  cityDuties,
  cityDutySummary,
  cityIndicators,
  cityProblems,
  cityRanking,
  cityScores,
} from './cities.ts';
import { conflicts, definitions, statisticSources } from './data-notes.ts';
import { decisions } from './decisions.ts';
import {
  correctedFacts,
  correctedStatistics,
  correctedStatuses,
  correctedWords,
  pagesToChange,
} from './erratum.ts';
import { events, issuedDocuments } from './events.ts';
import { fullLedger } from './full-ledger.ts';
import { goals } from './goals.ts';
import { largestProjects } from './largest-projects.ts';
import { matters, outstandingProblems } from './matters.ts';
import { missingItems } from './missing-items.ts';
import { catchUp, goalsRemaining, keepPace, stagesDue } from './next-quarter.ts';
import { coordination, problems } from './problems.ts';
import { projectCities, projectCitiesByKind } from './project-cities.ts';
import { projectFields, projectKinds } from './project-kinds.ts';
import {
  overdueStarts,
  projectList,
  projectProblems,
  stalledProjects,
  troubledProjects,
} from './project-lists.ts';
import { returns } from './returns.ts';
import { statusChanges } from './status-changes.ts';
import { statusSummary } from './status-summary.ts';
import { supervised } from './supervision.ts';
import { goalQuarters, taskQuarters } from './target-quarters.ts';
import { taskLedger } from './task-ledger.ts';
import { trackTargets } from './track-targets.ts';
import { trackTasks, trackValues } from './track-tasks.ts';
import { tracks } from './tracks.ts';
import { oneCity, yearRanking } from './year-cities.ts';

type TableBuilder = (
  ledger: Ledger,
  attributes: Record<string, string>,
  /** The unit that the document is about; null for a document of the whole period. */
  unit: Unit | null,
) => TableContent;

export const TABLES: Record<string, TableBuilder> = {
  goals,
  tracks,
  'track-targets': trackTargets,
  'status-summary': statusSummary,
  'status-changes': statusChanges,
  problems,
  coordination,
  returns,
  'missing-items': missingItems,
  'task-ledger': taskLedger,
  'full-ledger': fullLedger,
  'goal-quarters': goalQuarters,
  'task-quarters': taskQuarters,
  agenda,
  attendees,
  receipt,
  outstanding: outstandingProblems,
  matters,
  'catch-up': catchUp,
  'goals-remaining': goalsRemaining,
  'keep-pace': keepPace,
  'stages-due': stagesDue,
  decisions,
  supervised,
  'city-ranking': cityRanking,
  'city-indicators': cityIndicators,
  'city-comparison': cityComparison,
  'city-scores': cityScores,
  'city-duty-summary': cityDutySummary,
  'city-duties': cityDuties,
  'city-problems': cityProblems,
};

type ProjectTableBuilder = (projects: ProjectLedger, attributes: Record<string, string>) => TableContent;

/** Tables of the key projects, for quarters and months alike. */
export const PROJECT_TABLES: Record<string, ProjectTableBuilder> = {
  'project-kinds': projectKinds,
  'project-fields': projectFields,
  'project-cities': projectCities,
  'project-cities-by-kind': projectCitiesByKind,
  'stalled-projects': stalledProjects,
  'overdue-starts': overdueStarts,
  'project-problems': projectProblems,
  'troubled-projects': troubledProjects,
  'project-list': projectList,
};

type YearTableBuilder = (year: YearLedger, attributes: Record<string, string>) => TableContent;

/** Tables of a whole year. */
export const YEAR_TABLES: Record<string, YearTableBuilder> = {
  'one-city': oneCity,
  'year-ranking': yearRanking,
  'track-tasks': trackTasks,
  'track-values': trackValues,
  definitions,
  conflicts,
  'statistic-sources': statisticSources,
  'largest-projects': largestProjects,
  events,
  'issued-documents': issuedDocuments,
};

/** Tables of what papers said before they were corrected. */
export const ERRATUM_TABLES: Record<string, (erratum: Erratum) => TableContent> = {
  'corrected-facts': correctedFacts,
  'corrected-statistics': correctedStatistics,
  'corrected-statuses': correctedStatuses,
  'corrected-words': correctedWords,
  'pages-to-change': pagesToChange,
};
