/** 预计: which annual goals the year is likely to reach at the present pace; the method is ledger/forecast.ts. */
import type { GoalRecord, Ledger } from '../../model/ledger.ts';
import { rich, type View } from '../engine/value.ts';
import { count } from '../figures.ts';

export function forecastView(ledger: Ledger): View {
  const known = ledger.goals.filter((record) => record.target?.forecast);
  const short = known.filter(({ target }) => !target?.forecast?.enough);
  return {
    可推算: known.length > 0,
    可推算数: count(known.length, '尚未完成、可以推算全年的量化年度目标'),
    可完成数: count(known.length - short.length, '预计能够完成的量化年度目标'),
    难完成数: count(short.length, '预计难以完成的量化年度目标'),
    难完成: short
      .sort((a, b) => (rateOf(a) ?? 0) - (rateOf(b) ?? 0))
      .map(
        ({ goal, target }): View => ({
          名称: goal.name,
          单位: goal.responsible.unit,
          // 突破 wants more than the number.
          预计:
            (target?.forecast?.rate.value ?? 0) < 100
              ? rich('预计完成', target?.forecast?.rate ?? null)
              : '预计与目标数持平',
        }),
      ),
  };
}

const rateOf = ({ target }: GoalRecord): number | undefined => target?.forecast?.rate.value;
