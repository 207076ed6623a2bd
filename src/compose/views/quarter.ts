/** Everything that the templates of a quarter may print. */
import type { Ledger } from '../../model/ledger.ts';
import type { Unit } from '../../model/unit.ts';
import type { View } from '../engine/value.ts';
import { bulletinHead } from './bulletin.ts';
import { citiesView } from './cities.ts';
import { frame } from './frame.ts';
import { goalsView } from './goals.ts';
import { methodView } from './method.ts';
import { projectsView } from './projects.ts';
import { officeView, reminderView, returnsView } from './returns.ts';
import { supervisionView } from './supervision.ts';
import { tasksView } from './tasks.ts';
import { tracksView } from './tracks.ts';

export function quarterView(ledger: Ledger): View {
  const { projects, cities } = ledger;
  return {
    ...frame(ledger),
    ...officeView(ledger),
    任务: tasksView(ledger),
    目标: goalsView(ledger),
    专项: tracksView(ledger),
    说明: methodView(ledger),
    报送: returnsView(ledger),
    // null where the workspace has no such data: {{#if 项目}}.
    项目: projects && {
      ...projectsView(projects, 'quarter', ledger.projectDifferences),
      ...bulletinHead(ledger.meeting.projectBulletin),
    },
    地市: cities && { ...citiesView(cities), ...bulletinHead(ledger.meeting.cityBulletin) },
  };
}

/** What a document for one unit may print besides. */
export function unitView(ledger: Ledger, unit: Unit): View {
  return {
    单位: { 名称: unit.name, 全称: unit.fullName },
    催报: reminderView(ledger, unit),
    督办: supervisionView(ledger, unit),
  };
}
