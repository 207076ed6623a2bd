/** The five numbers of the leader's page: tasks fine and lagging, goals, project investment, matters to decide. */
import type { KeyFiguresBlock } from '../../model/document/document.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import type { ProjectLedger } from '../../model/ledger/project-ledger.ts';
import { rich } from '../engine/value.ts';
import { count } from '../figures.ts';
import { requestsOf } from '../meeting/requests.ts';
import { isFine, isLagging } from '../texts/lagging.ts';
import { anyReported, behindPace } from '../texts/project-text.ts';
import { goalsCounted, type Standing } from '../texts/standing-text.ts';
import { farBehindOf } from './far-behind.ts';
import { openGoals } from './open-goals.ts';

export function brief(ledger: Ledger): KeyFiguresBlock['items'] {
  const { tasks, projects } = ledger;
  const final = ledger.period.quarter === 4;
  const goals = goalsCounted(ledger);
  const requests = requestsOf(ledger).map(({ request }) => request);
  const item = (...[label, value, ...detail]: Box) => ({
    label: rich(label).rich,
    value: rich(value).rich,
    detail: rich(...detail).rich,
  });
  return [
    item(
      final ? '已完成任务' : '达到序时及以上',
      final
        ? count(ledger.counts.done, '已完成的任务')
        : count(tasks.filter(isFine).length, '达到序时进度及以上的任务'),
      '全部任务',
      count(tasks.length, '全部任务'),
    ),
    item(
      final ? '未完成任务' : '滞后和未启动',
      count(tasks.filter(isLagging).length, '滞后、严重滞后和未启动的任务'),
      ...farBehindOf(ledger),
    ),
    ...(goals.all === 0 ? [] : [item(...goalsBox(goals, final))]),
    ...investment(projects, final).map((box) => item(...box)),
    item(
      '提请协调事项',
      count(requests.length, '各单位提请协调的事项'),
      ...(requests.length > 0
        ? ['提出单位', count(new Set(requests.map(({ by }) => by)).size, '提请协调的单位', '个')]
        : ['各单位均未提出']),
    ),
  ];
}

function goalsBox(goals: Standing, final: boolean): Box {
  const { all, fine, done, lagging, unknown } = goals;
  const open = openGoals(goals, final, '\n');
  const late = count(lagging, '滞后的量化年度目标');
  const whole = count(all, '有数量的年度目标');
  // Of what nobody can judge it is not said that it does not lag.
  const none = (word: string) => (unknown > 0 ? ['共', whole] : [word]);
  if (final)
    return [
      '已完成年度目标',
      count(done, '已完成的量化年度目标'),
      ...(lagging > 0 ? ['未完成', late] : none(open.length > 0 ? '无未完成' : '全部完成')),
      ...open,
    ];
  return [
    '达到序时的目标',
    count(fine, '达到序时进度及以上的量化年度目标'),
    ...(open.length > 0 ? [] : ['共', whole, '，']),
    ...(lagging > 0 ? ['滞后', late] : none('无滞后')),
    ...open,
  ];
}

type Box = [label: string, value: Parameters<typeof rich>[0], ...detail: Parameters<typeof rich>];

/** Nothing where nothing is planned. */
function investment(projects: ProjectLedger | null, final: boolean): Box[] {
  if (!projects?.all.summary.rate) return [];
  const label = '项目投资完成率';
  if (!anyReported(projects, 'quarter')) return [[label, '—', '各地均未报送']];
  const { rate, stalled, unknown } = projects.all.summary;
  // At the year's end the whole may be done where single places are not.
  const behind = count(behindPace(projects.all.cities).length, '没有完成年度计划投资的地方', '个');
  if (final)
    return [[label, rate, ...(behind.value > 0 ? ['未完成计划的地方', behind] : ['各地均完成计划'])]];
  if (stalled.value > 0) return [[label, rate, '停滞项目', stalled]];
  return [[label, rate, ...(unknown.value > 0 ? ['未报送项目', unknown] : ['没有停滞项目'])]];
}
