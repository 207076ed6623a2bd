/** The four numbers of the first page: fine, lagging, cannot be judged, goals on schedule. */
import type { KeyFiguresBlock } from '../../model/document/document.ts';
import type { Inline } from '../../model/document/inline.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import { isFineStatus, isLaggingStatus } from '../../model/status.ts';
import { rich } from '../engine/value.ts';
import { count } from '../figures.ts';
import { isFine, isLagging } from '../texts/lagging.ts';
import { farBehindOf } from './far-behind.ts';

export function overview(ledger: Ledger): KeyFiguresBlock['items'] {
  const { tasks, counts } = ledger;
  const fine = tasks.filter(isFine).length;
  const lagging = tasks.filter(isLagging).length;
  const goals = ledger.goals.filter((goal) => goal.target);
  const goalsFine = goals.filter((g) => g.status && isFineStatus(g.status)).length;
  const goalsDone = goals.filter((g) => g.status === 'done').length;
  const goalsLate = goals.filter((g) => g.status && isLaggingStatus(g.status)).length;
  /** All of them, or where some can't be judged, how many: the three add up to all. */
  const restOfGoals = (word: string, late: number, open: number): Inline[] => {
    const all = count(goals.length, '有数量的年度目标');
    if (late + open === 0) return rich('量化目标', all, word === '未完成' ? '\n全部完成' : '，无滞后').rich;
    const rest = late > 0 ? [word, count(late, `${word}的年度目标`)] : [`无${word}`];
    return open > 0
      ? rich(...rest, '，无法评定', count(open, '无法评定的量化年度目标')).rich
      : rich('量化目标', all, '，', ...rest).rich;
  };
  const unknown = item('未报送和待核实', counts.notReported + counts.toVerify, '未报送和待核实的任务', [
    counts.notReported + counts.toVerify > 0
      ? rich('未报送', count(counts.notReported, '未报送的任务')).rich
      : rich('全部可以评定').rich,
  ]);
  // A plan may have no goals.
  const ofGoals = (label: string, n: number, what: string, late: string): KeyFiguresBlock['items'] =>
    goals.length === 0
      ? []
      : [item(label, n, what, [restOfGoals(late, goalsLate, goals.length - n - goalsLate)])];
  if (ledger.period.quarter === 4)
    return [
      item('已完成', counts.done, '已完成的任务', [rich('全部任务', count(tasks.length, '全部任务')).rich]),
      item('未完成', lagging, '滞后、严重滞后和未启动的任务', [rich(...farBehindOf(ledger)).rich]),
      unknown,
      ...ofGoals('年度目标完成', goalsDone, '已完成的量化年度目标', '未完成'),
    ];
  return [
    item('达到序时进度及以上', fine, '达到序时进度及以上的任务', [
      counts.done > 0
        ? rich('其中已完成', count(counts.done, '已完成的任务')).rich
        : rich('全部任务', count(tasks.length, '全部任务')).rich,
    ]),
    item('滞后和未启动', lagging, '滞后、严重滞后和未启动的任务', [rich(...farBehindOf(ledger)).rich]),
    unknown,
    ...ofGoals('年度目标达到序时', goalsFine, '达到序时进度及以上的量化年度目标', '滞后'),
  ];
}

function item(label: string, n: number, what: string, detail: Inline[][]): KeyFiguresBlock['items'][number] {
  return { label: rich(label).rich, value: rich(count(n, what)).rich, detail: detail.flat() };
}
