/** Growth that leaps between quarters as no economy does; of a first one, far outside what all others gave. */
import { add, decimalsOf, multiply, subtract, toFixed } from '../../../base/decimal.ts';
import { cityGrowthAlone, cityGrowthLeaps } from '../../../base/messages/city-checks.ts';
import { type CityCheck, FEWEST } from './check.ts';

/** 百分点. */
const LEAP = 50;
/** 百分点 from which a tenfold growth is no swing of small numbers. */
const TENFOLD_LEAP = 20;
/** Between which growth lies where nobody else has given any. */
const USUAL = [-50, 100] as const;

export const growthSwing: CityCheck = {
  name: 'city-growth-swing',
  effect: 'verify',
  voids: true,
  run: ({ indicator, value, last, others, about, rules: { slipFactor } }) => {
    if (indicator.kind !== 'growth') return [];
    if (last) {
      const change = Math.abs(subtract(value.value, last.value));
      const tenfold =
        change >= TENFOLD_LEAP && last.value > 0 && value.value >= multiply(last.value, slipFactor);
      const decimals = Math.max(value.decimals, last.decimals);
      return change >= LEAP || tenfold
        ? [cityGrowthLeaps(about, value, last, toFixed(change, decimals))]
        : [];
    }
    const told = others.length >= FEWEST;
    const [low, high] = told ? [Math.min(...others), Math.max(...others)] : USUAL;
    const room = told ? LEAP : 0;
    if (value.value <= add(high, room) && value.value >= subtract(low, room)) return [];
    const usual = [
      { ...value, value: low, decimals: decimalsOf(low) },
      { ...value, value: high, decimals: decimalsOf(high) },
    ] as const;
    return [cityGrowthAlone(about, value, usual, told ? '其他各地' : '通常')];
  },
};
