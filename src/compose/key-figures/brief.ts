/** The five numbers of the leader's page: tasks fine and lagging, goals, project investment, matters to decide. */
import type { KeyFiguresBlock } from '../../model/document/document.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import type { ProjectLedger } from '../../model/ledger/project-ledger.ts';
import { isFineStatus, isLaggingStatus } from '../../model/status.ts';
import { rich } from '../engine/value.ts';
import { count } from '../figures.ts';
import { requestsOf } from '../meeting/requests.ts';
import { isFine, isLagging } from '../texts/lagging.ts';
import { anyReported, behindPace } from '../texts/project-text.ts';
import { farBehindOf } from './far-behind.ts';

export function brief(ledger: Ledger): KeyFiguresBlock['items'] {
  const { tasks, goals, projects } = ledger;
  const final = ledger.period.quarter === 4;
  const measured = goals.filter((goal) => goal.target);
  const fineGoals = measured.filter((g) => g.status && isFineStatus(g.status));
  const doneGoals = measured.filter((g) => g.status === 'done');
  const lateGoals = measured.filter((g) => g.status && isLaggingStatus(g.status));
  const unknown = measured.length - lateGoals.length - (final ? doneGoals : fineGoals).length;
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
    ...(measured.length === 0
      ? []
      : [
          item(
            final ? '已完成年度目标' : '达到序时的目标',
            final
              ? count(doneGoals.length, '已完成的量化年度目标')
              : count(fineGoals.length, '达到序时进度及以上的量化年度目标'),
            ...(final || unknown > 0 ? [] : ['共', count(measured.length, '有数量的年度目标'), '，']),
            ...(lateGoals.length > 0
              ? [final ? '未完成' : '滞后', count(lateGoals.length, '滞后的量化年度目标')]
              : [final ? '全部完成' : '无滞后']),
            ...(unknown > 0 ? ['\n无法评定', count(unknown, '无法评定的量化年度目标')] : []),
          ),
        ]),
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

type Box = [label: string, value: Parameters<typeof rich>[0], ...detail: Parameters<typeof rich>];

/** Nothing where nothing is planned. */
function investment(projects: ProjectLedger | null, final: boolean): Box[] {
  if (!projects?.all.summary.rate) return [];
  const label = '项目投资完成率';
  if (!anyReported(projects, 'quarter')) return [[label, '—', '各地均未报送']];
  const { rate, stalled } = projects.all.summary;
  // At the year's end the whole may be done where single places are not.
  const behind = count(behindPace(projects.all.cities).length, '没有完成年度计划投资的地方', '个');
  if (final)
    return [[label, rate, ...(behind.value > 0 ? ['未完成计划的地方', behind] : ['各地均完成计划'])]];
  return [[label, rate, ...(stalled.value > 0 ? ['停滞项目', stalled] : ['没有停滞项目'])]];
}
