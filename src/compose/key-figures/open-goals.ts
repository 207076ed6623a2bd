/** Goals that are neither at pace nor late: those not due yet at the year's end, and those nobody can judge. */
import { count } from '../figures.ts';
import { pendingGoals, type Standing } from '../texts/standing-text.ts';

/** 未到期1项 and 无法评定2项, each behind the separator; none where there are none. */
export const openGoals = ({ pending, unknown }: Standing, final: boolean, separator: '，' | '\n') => [
  ...(final && pending > 0 ? [`${separator}未到期`, pendingGoals(pending)] : []),
  ...(unknown > 0 ? [`${separator}无法评定`, count(unknown, '无法评定的量化年度目标')] : []),
];
