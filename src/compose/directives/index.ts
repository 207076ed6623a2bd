/** The :: directives a template may use. Adding one: a file here and a line below. */
import { callout } from './callout.ts';
import { chart } from './chart.ts';
import { contents } from './contents.ts';
import type { Directive } from './directive.ts';
import { figures, pull } from './figures.ts';
import { keyFigures } from './key-figures.ts';
import { nameCards } from './name-cards.ts';
import { note } from './note.ts';
import { opener } from './opener.ts';
import { pageBreak } from './page-break.ts';
import { row } from './row.ts';
import { seatingPlan } from './seating-plan.ts';
import { statusGrid } from './status-grid.ts';
import { table } from './table.ts';

export const DIRECTIVES: Record<string, Directive> = {
  table,
  chart,
  contents,
  'key-figures': keyFigures,
  'status-grid': statusGrid,
  callout,
  note,
  opener,
  figures,
  pull,
  row,
  'name-cards': nameCards,
  'seating-plan': seatingPlan,
  'page-break': pageBreak,
};
