/** Everything that the templates of a quarter may print. */
import type { Ledger } from '../../model/ledger/ledger.ts';
import type { Unit } from '../../model/unit.ts';
import type { View } from '../engine/value.ts';
import { agendaView } from './agenda.ts';
import { briefView } from './brief.ts';
import { bulletinHead } from './bulletin.ts';
import { citiesView } from './cities.ts';
import { decisionsView, madeView } from './decisions.ts';
import { forecastView } from './forecast.ts';
import { frame } from './frame.ts';
import { goalsView } from './goals.ts';
import { mattersView } from './matters.ts';
import { meetingView } from './meeting.ts';
import { methodView } from './method.ts';
import { nextQuarterView } from './next-quarter.ts';
import { ownView } from './own.ts';
import { projectsView } from './projects.ts';
import { officeView, reminderView, returnsView } from './returns.ts';
import { supervisionView, urgedView } from './supervision.ts';
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
    参阅: briefView(ledger),
    预计: forecastView(ledger),
    会议: meetingView(ledger),
    议程: agendaView(ledger),
    事项: mattersView(ledger),
    安排: nextQuarterView(ledger),
    上次: decisionsView(ledger),
    议定: madeView(ledger),
    列入督办: urgedView(ledger),
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
    本单位: ownView(ledger, unit),
  };
}
