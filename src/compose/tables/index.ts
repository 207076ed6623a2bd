/** What ::table{name=…} can show. Adding one: a file here and a line below. */
import type { Ledger, YearLedger } from '../../model/ledger.ts';
import type { ProjectLedger } from '../../model/project-ledger.ts';
import type { Unit } from '../../model/unit.ts';
import type { TableContent } from './cells.ts';
import { cityIndicators, cityRanking } from './cities.ts';
import { conflicts, definitions, statisticSources } from './data-notes.ts';
import { events, issuedDocuments } from './events.ts';
import { fullLedger } from './full-ledger.ts';
import { goals } from './goals.ts';
import { largestProjects } from './largest-projects.ts';
import { missingItems } from './missing-items.ts';
import { coordination, problems } from './problems.ts';
import { returns } from './returns.ts';
import { statusChanges } from './status-changes.ts';
import { statusSummary } from './status-summary.ts';
import { goalQuarters, taskQuarters } from './target-quarters.ts';
import { taskLedger } from './task-ledger.ts';
import { trackTargets } from './track-targets.ts';
import { trackTasks, trackValues } from './track-tasks.ts';
import { tracks } from './tracks.ts';

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
};

type ProjectTableBuilder = (projects: ProjectLedger, attributes: Record<string, string>) => TableContent;

/** Tables of the key projects, for quarters and months alike. */
export const PROJECT_TABLES: Record<string, ProjectTableBuilder> = {};

type YearTableBuilder = (year: YearLedger, attributes: Record<string, string>) => TableContent;

/** Tables of a whole year. */
export const YEAR_TABLES: Record<string, YearTableBuilder> = {
  'city-indicators': cityIndicators,
  'city-ranking': cityRanking,
  'track-tasks': trackTasks,
  'track-values': trackValues,
  definitions,
  conflicts,
  'statistic-sources': statisticSources,
  'largest-projects': largestProjects,
  events: events,
  'issued-documents': issuedDocuments,
};
