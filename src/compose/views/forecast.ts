/** 预计: which annual goals the year is likely to reach at the present pace; the method is ledger/forecast.ts. */
import type { GoalRecord, Ledger } from '../../model/ledger.ts';
import type { View } from '../engine/value.ts';
import { count } from '../figures.ts';

export function forecastView(ledger: Ledger): View {
  const known = ledger.goals.filter((record) => record.target?.forecast);
  const short = known.filter((record) => (rateOf(record) ?? 0) < 100);
  return {
    可推算: known.length > 0,
    可推算数: count(known.length, '可以推算全年的量化年度目标'),
    可完成数: count(known.length - short.length, '预计能够完成的量化年度目标'),
    难完成数: count(short.length, '预计难以完成的量化年度目标'),
    难完成: short
      .sort((a, b) => (rateOf(a) ?? 0) - (rateOf(b) ?? 0))
      .map(
        ({ goal, target }): View => ({
          名称: goal.name,
          单位: goal.responsible.unit,
          预计完成率: target?.forecast?.rate ?? null,
        }),
      ),
  };
}

const rateOf = ({ target }: GoalRecord): number | undefined => target?.forecast?.rate.value;
