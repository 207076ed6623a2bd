/** The four numbers of the first page: fine, lagging, cannot be judged, goals on schedule. */
import type { KeyFiguresBlock } from '../../model/document/document.ts';
import type { Inline } from '../../model/document/inline.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import { rich } from '../engine/value.ts';
import { count } from '../figures.ts';
import { isFine, isLagging } from '../texts/lagging.ts';
import { goalsCounted, type Standing } from '../texts/standing-text.ts';
import { farBehindOf } from './far-behind.ts';
import { openGoals } from './open-goals.ts';

export function overview(ledger: Ledger): KeyFiguresBlock['items'] {
  const { tasks, counts } = ledger;
  const fine = tasks.filter(isFine).length;
  const lagging = tasks.filter(isLagging).length;
  const goals = goalsCounted(ledger);
  const final = ledger.period.quarter === 4;
  const unknown = item('未报送和待核实', counts.notReported + counts.toVerify, '未报送和待核实的任务', [
    whyUnknown(ledger),
  ]);
  // A plan may have no goals.
  const ofGoals = (label: string, n: number, what: string): KeyFiguresBlock['items'] =>
    goals.all === 0 ? [] : [item(label, n, what, [restOfGoals(goals, final)])];
  if (final)
    return [
      item('已完成', counts.done, '已完成的任务', [rich('全部任务', count(tasks.length, '全部任务')).rich]),
      item('未完成', lagging, '滞后、严重滞后和未启动的任务', [rich(...farBehindOf(ledger)).rich]),
      unknown,
      ...ofGoals('年度目标完成', goals.done, '已完成的量化年度目标'),
    ];
  return [
    item('达到序时进度及以上', fine, '达到序时进度及以上的任务', [
      counts.done > 0
        ? rich('其中已完成', count(counts.done, '已完成的任务')).rich
        : rich('全部任务', count(tasks.length, '全部任务')).rich,
    ]),
    item('滞后和未启动', lagging, '滞后、严重滞后和未启动的任务', [rich(...farBehindOf(ledger)).rich]),
    unknown,
    ...ofGoals('年度目标达到序时', goals.fine, '达到序时进度及以上的量化年度目标'),
  ];
}

function whyUnknown({ counts }: Ledger): Inline[] {
  if (counts.notReported > 0) return rich('未报送', count(counts.notReported, '未报送的任务')).rich;
  if (counts.toVerify > 0) return rich('待核实', count(counts.toVerify, '待核实的任务')).rich;
  return rich('全部可以评定').rich;
}

/** All of them, or where some are not due or can't be judged, how many: with those in the box they add up to all. */
function restOfGoals(goals: Standing, final: boolean): Inline[] {
  const { all, lagging, unknown } = goals;
  const whole = count(all, '有数量的年度目标');
  const word = final ? '未完成' : '滞后';
  const open = openGoals(goals, final, '，');
  if (lagging === 0 && open.length === 0)
    return rich('量化目标', whole, final ? '\n全部完成' : '，无滞后').rich;
  const none = unknown > 0 ? ['共', whole] : [`无${word}`];
  const rest = lagging > 0 ? [word, count(lagging, `${word}的年度目标`)] : none;
  return open.length > 0 ? rich(...rest, ...open).rich : rich('量化目标', whole, '，', ...rest).rich;
}

function item(label: string, n: number, what: string, detail: Inline[][]): KeyFiguresBlock['items'][number] {
  return { label: rich(label).rich, value: rich(count(n, what)).rich, detail: detail.flat() };
}
