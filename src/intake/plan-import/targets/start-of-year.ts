/** Where a target starts from when the year begins, as far as the plan's own words say so. */
import { convertUnit } from '../../../base/chinese/convert-unit.ts';
import { increaseFromNothing, planGivesLevel } from '../../../base/messages/plan-targets.ts';
import type { Operator, Target, TargetKind } from '../../../model/plan/target.ts';
import type { StartingLevel } from './number-scan.ts';

type Baseline = NonNullable<Target['baseline']>;

/**
 * 由300家增加到500家 starts at 300; 提高3个百分点 starts at nothing. Undefined where the words name no level, name one of
 * an earlier year or in another unit, and where the year's amount is counted, which always starts at nothing.
 */
export function baselineOf(
  unit: string,
  kind: TargetKind,
  operator: Operator,
  level: Pick<StartingLevel, 'value' | 'unit' | 'rough' | 'year'> | undefined,
  year: number,
): Baseline | undefined {
  const asOf = `${year - 1}-12-31`;
  if (kind === 'ratio' && unit === '百分点')
    return { value: 0, asOf, source: increaseFromNothing(), demo: false };
  const kept = kind === 'stock' || kind === 'ratio' || operator === 'atMost';
  if (!level || !kept || level.rough || (level.year !== undefined && level.year !== year - 1))
    return undefined;
  const value = convertUnit({ ...level, decimals: 0, qualifier: '' }, unit)?.value;
  return value === undefined ? undefined : { value, asOf, source: planGivesLevel(), demo: false };
}
