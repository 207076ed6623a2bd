/** How all tasks, and all annual goals with a target, stand: the sentence that the papers of a quarter have in common. */
import type { Ledger } from '../../model/ledger/ledger.ts';
import {
  isFineStatus,
  isLaggingStatus,
  isUnknownStatus,
  STATUS_FACES,
  type Status,
} from '../../model/status.ts';
import { type Rich, rich } from '../engine/value.ts';
import { count, share } from '../figures.ts';
import { lateWord } from './lagging.ts';
import { join } from './sentences.ts';

/** What is said of so many. */
export interface Standing {
  all: number;
  fine: number;
  done: number;
  lagging: number;
  farBehind: number;
  unknown: number;
  /** At the end of the year: at pace towards a day that lies beyond it. */
  pending: number;
  /** What those that lag are called: 滞后, 未启动 or both. */
  late: string;
}

const AT_PACE = '达到序时进度及以上';

function standingOf(statuses: readonly Status[]): Standing {
  const having = (test: (status: Status) => boolean): number => statuses.filter(test).length;
  const fine = having(isFineStatus);
  const done = having((status) => status === 'done');
  return {
    all: statuses.length,
    fine,
    done,
    pending: fine - done,
    lagging: having(isLaggingStatus),
    farBehind: having((status) => status === 'farBehind'),
    unknown: having(isUnknownStatus),
    late: lateWord(statuses.filter(isLaggingStatus)),
  };
}

/**
 * Of whom nobody can tell, or who all stand alike, no numbers are said: 均无法评定, 均达到序时进度及以上, 均滞后，其中1项严重滞后; null where they
 * have to be.
 */
function inOneWord(standing: Standing, final: boolean): Rich | null {
  const { all, fine, done, unknown, pending } = standing;
  const every = all > 1 ? '均' : '';
  if (unknown === all) return rich(`${every}无法评定`);
  if (standing.lagging === all) return allLate(standing, final);
  if (final && pending === all) return rich(`${every}未到完成期限`);
  if (final) return done === all ? rich(`${every}已完成`) : null;
  return fine === all ? rich(`${every}${AT_PACE}`) : null;
}

function allLate({ all, farBehind, late }: Standing, final: boolean): Rich {
  const every = all > 1 ? '均' : '';
  if (farBehind === all) return rich(`${every}${final ? '未完成且' : ''}严重滞后`);
  const word = rich(`${every}${final ? '未完成' : late}`);
  return farBehind > 0 ? rich(word, '，其中', count(farBehind, '严重滞后的'), '严重滞后') : word;
}

/**
 * Behind 97项任务: 中，66项达到序时进度及以上，占68.0%，比上季度末增加3项；21项滞后或未启动，占21.6%，其中3项严重滞后；7项未报送、3项待核实，无法评定.
 * At the end of the year what counts is done. Each part is left out where there is none.
 * @param change of the number at pace since the quarter before; null where none was
 */
export function tasksStanding(ledger: Ledger, change: Rich | null): Rich {
  const { tasks, period } = ledger;
  const final = period.quarter === 4;
  const standing = standingOf(tasks.map(({ status }) => status));
  const { all, fine, done, lagging, farBehind, unknown, pending } = standing;
  const changed = final ? [] : fine > 0 ? (change ? [rich('，', change)] : []) : fineBefore(ledger);
  const word = inOneWord(standing, final);
  if (word) return unknown === all ? word : rich(word, ...changed);
  const total = count(all, '全部任务');
  const part = (n: number, what: string, words: string): Rich => {
    const figure = count(n, what);
    return rich(figure, words, '，占', share(figure, total));
  };
  const good = final ? done : fine;
  const rest = restWord(standing);
  const parts = [
    good > 0
      ? rich(
          part(good, final ? '已完成的任务' : '达到序时进度及以上的任务', final ? '已完成' : AT_PACE),
          ...changed,
        )
      : rich(final ? '尚无已完成的' : '没有达到序时进度的', ...changed),
    ...(lagging > 0
      ? [
          rich(
            part(lagging, '滞后、严重滞后和未启动的任务', final ? '未完成' : '滞后或未启动'),
            ...(farBehind > 0 ? ['，其中', count(farBehind, '严重滞后的任务'), '严重滞后'] : []),
          ),
        ]
      : rest
        ? []
        : [rich(`没有${final || unknown > 0 ? '评定为' : ''}${final ? '未完成' : '滞后和未启动'}的`)]),
    ...(final && pending > 0 ? [rich(count(pending, '超前和达到序时进度的任务'), '未到完成期限')] : []),
    ...(unknown > 0 ? [rich(rest, unknownTasks(ledger), '，无法评定')] : []),
  ];
  return rich('中，', join(parts, '；'));
}

/** Where none is at pace any more, 没有……，比上季度减少3项 would tell of fewer that are not: ，上季度末有3项达到序时进度及以上. */
function fineBefore({ previousCounts: before }: Ledger): Rich[] {
  const n = before ? before.done + before.ahead + before.onPace : 0;
  return n > 0 ? [rich('，上季度末有', count(n, '上季度末达到序时进度及以上的任务'), AT_PACE)] : [];
}

/** 2项未报送、1项待核实: of which nobody can tell how they stand; null when there are none. */
export function unknownTasks({ counts }: Ledger): Rich | null {
  const parts = (['notReported', 'toVerify'] as const).flatMap((status) =>
    counts[status] > 0
      ? [rich(count(counts[status], `${STATUS_FACES[status].word}的任务`), STATUS_FACES[status].word)]
      : [],
  );
  return parts.length > 0 ? join(parts, '、') : null;
}

/** What is still to be done for those: 补报、核实, or the one of both. */
export const remedyWord = ({ notReported, toVerify }: Ledger['counts']): string =>
  [...(notReported > 0 ? ['补报'] : []), ...(toVerify > 0 ? ['核实'] : [])].join('、');

/**
 * Behind 量化年度目标15项，: 达到序时进度及以上13项（其中2项已完成全年目标），滞后3项（其中严重滞后1项），无法评定1项; 均达到序时进度及以上. At the end of
 * the year: 已完成13项，未完成2项，未到完成期限1项.
 */
export function goalsStanding(ledger: Ledger): Rich {
  const final = ledger.period.quarter === 4;
  const standing = goalsCounted(ledger);
  const { fine, done, unknown, pending } = standing;
  const finished = count(done, '已完成的量化年度目标');
  const ofThem =
    final || done === 0
      ? []
      : done === fine
        ? [`（${done > 1 ? '均' : ''}已完成全年目标）`]
        : [rich('（其中', finished, '已完成全年目标）')];
  const word = inOneWord(standing, final);
  if (word) return rich(word, ...ofThem);
  const rest = restWord(standing);
  const good = final
    ? done > 0
      ? rich('已完成', finished)
      : rich('尚无已完成的')
    : fine > 0
      ? rich(AT_PACE, count(fine, '达到序时进度及以上的量化年度目标'), ...ofThem)
      : rich('没有达到序时进度的');
  const untold = count(unknown, '未报送或待核实的量化年度目标');
  return rich(
    good,
    ...(rest ? [] : ['，', laggingGoals(standing, final)]),
    ...(final && pending > 0 ? ['，未到完成期限', pendingGoals(pending)] : []),
    ...(unknown > 0 ? (rest ? ['，', rest, untold, '无法评定'] : ['，无法评定', untold]) : []),
  );
}

/** 其余, where beside what is at pace there is only what nobody can judge: that none of it lags says nothing then; '' otherwise. */
const restWord = ({ fine, lagging, unknown }: Standing): string =>
  fine > 0 && lagging === 0 && unknown > 0 ? '其余' : '';

/** How the annual goals that have a number stand. */
export const goalsCounted = ({ goals }: Ledger): Standing =>
  standingOf(goals.flatMap(({ target, status }) => (target && status ? [status] : [])));

export const pendingGoals = (pending: number) => count(pending, '超前和达到序时进度的量化年度目标');

/** 滞后3项（其中严重滞后1项）, 严重滞后1项, 没有滞后的. */
export const goalsLagging = (ledger: Ledger): Rich => laggingGoals(goalsCounted(ledger), false);

/** The same; at the end of the year 未完成3项. */
function laggingGoals({ lagging, farBehind, unknown }: Standing, final: boolean): Rich {
  if (lagging === 0) return rich(`没有${final || unknown > 0 ? '评定为' : ''}${final ? '未完成' : '滞后'}的`);
  const all = count(lagging, '滞后的量化年度目标');
  if (final) return rich('未完成', all);
  const severe = rich('严重滞后', count(farBehind, '严重滞后的量化年度目标'));
  if (lagging === farBehind) return severe;
  return farBehind > 0 ? rich('滞后', all, '（其中', severe, '）') : rich('滞后', all);
}
