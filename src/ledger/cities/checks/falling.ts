/** What only grows in a year below the last value, and the row does not say why; see also reduced.ts. */
import { cityFallen } from '../../../base/messages/city-checks.ts';
import type { CityCheck } from './check.ts';
import { fallOf } from './reduced.ts';

export const falling: CityCheck = {
  name: 'city-falling',
  effect: 'verify',
  voids: false,
  run: (subject) => {
    const fall = fallOf(subject);
    const { value, about, indicator } = subject;
    return fall?.said === null
      ? [cityFallen(about, value, fall.last, indicator.kind === 'stock' ? '期末数量' : '累计数')]
      : [];
  },
};
