/** A count or an amount below zero, a share outside 0…100 %. */
import { cityOutOfRange } from '../../../base/messages/city-checks.ts';
import type { CityCheck } from './check.ts';

export const outOfRange: CityCheck = {
  name: 'city-out-of-range',
  effect: 'verify',
  voids: true,
  run: ({ indicator: { kind, unit }, value, about }) => {
    if (kind === 'growth') return [];
    const tooMuch = kind === 'ratio' && unit === '%' && value.value > 100;
    return tooMuch || value.value < 0 ? [cityOutOfRange(about, value)] : [];
  },
};
