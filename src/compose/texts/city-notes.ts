/** What stands under tables and charts of the cities. */

import type { Inline } from '../../model/document/inline.ts';
import type { CityLedger } from '../../model/ledger/city-ledger.ts';
import { rich } from '../engine/value.ts';

/**
 * The source line: they report, the office calculates.
 * @param places what they are called, behind 各
 * @param besides what comes from elsewhere
 */
export const citySource = (
  cities: Pick<CityLedger, 'demo'> | null | undefined,
  places = '地',
  besides = '',
): Inline[][] => {
  const demo = cities?.demo ? `（演示数据${besides}）` : '';
  return [rich(`数据来源：各${places}报送${demo}，领导小组办公室计算。`).rich];
};
