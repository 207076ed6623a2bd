/** 预计: which annual goals the year is likely to reach at the present pace; the method is ledger/verdicts/forecast.ts. */
import type { GoalRecord, Ledger, TargetRecord } from '../../model/ledger/ledger.ts';
import { forecastsIn } from '../../model/plan/rules.ts';
import { isLaggingStatus } from '../../model/status.ts';
import { type Rich, rich, type View } from '../engine/value.ts';
import { count } from '../figures.ts';
import { wholeOf } from '../texts/sentences.ts';

export function forecastView(ledger: Ledger): View {
  const known = ledger.goals.filter((record) => record.target?.forecast);
  const missed = known.filter(({ target }) => !target?.forecast?.enough);
  // 突破 wants more than the number; what is on its way to the very number is not said to miss it.
  const level = missed.filter((record) => (rateOf(record) ?? 0) >= 100);
  const short = missed
    .filter((record) => !level.includes(record))
    .sort((a, b) => (rateOf(a) ?? 0) - (rateOf(b) ?? 0));
  // What the tolerance calls on pace needs a push, and is not given up.
  const lost = short.filter(({ status }) => status && isLaggingStatus(status));
  const near = short.filter((record) => !lost.includes(record));
  return {
    推算期: forecastsIn(ledger.period, ledger.rules),
    可推算: known.length > 0,
    可推算数: count(known.length, '尚未完成、可以推算全年的量化年度目标'),
    可完成数: count(known.length - missed.length, '预计能够完成的量化年度目标'),
    持平数: count(level.length, '预计与目标数持平、尚须超过的量化年度目标'),
    持平: level.map(({ goal }) => goal.name),
    加力数: count(near.length, '达到序时进度、推算低于目标的量化年度目标'),
    加力: near.map(item),
    难完成数: count(lost.length, '进度滞后、预计难以完成的量化年度目标'),
    难完成: lost.map(item),
  };
}

const item = ({ goal, target }: GoalRecord): View => ({
  名称: goal.name,
  单位: goal.responsible.unit,
  预计: target && expectedOf(target),
});

/** 预计完成97.5%, 预计完成全年增量任务的25.1% */
function expectedOf(record: TargetRecord): Rich | null {
  const { forecast } = record;
  if (!forecast) return null;
  const whole = wholeOf(record);
  return rich(whole === '年度目标' ? '预计完成' : `预计完成${whole}的`, forecast.rate);
}

const rateOf = ({ target }: GoalRecord): number | undefined => target?.forecast?.rate.value;
