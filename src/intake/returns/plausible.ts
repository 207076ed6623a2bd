/** Spellings that may mean two numbers (0.125 in a column of %, 1.2万 in a column of 亿元), held against what is known. */
import { convertUnit } from '../../base/chinese/convert-unit.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { Target } from '../../model/plan/target.ts';

/** Within this factor of the known number a reading is believable; two readings lie a hundred times apart or more. */
const NEAR = 4;
/** Beyond, a value is asked about. */
const FAR = 50;

/** Numbers that a target's value is likely near to, most telling first, in the target's unit. */
export function references(target: Target, last: Figure | undefined): number[] {
  const before = last && convertUnit(last, target.unit)?.value;
  return [before, target.baseline?.value, target.value].filter((n): n is number => n !== undefined && n > 0);
}

/** The only believable one of the readings, and the first reference that believes exactly one; undefined otherwise. */
export function believable(
  readings: readonly number[],
  known: readonly number[],
): { reading: number; reference: number } | undefined {
  for (const reference of known) {
    const [reading, another] = readings.filter(
      (n) => n > 0 && n / reference <= NEAR && reference / n <= NEAR,
    );
    if (another !== undefined) return undefined;
    if (reading !== undefined) return { reading, reference };
  }
  return undefined;
}

/** Whether a value is so far from the known number that a slip of unit is likelier than progress. */
export function farFrom(value: number, reference: number): boolean {
  return value > 0 && reference > 0 && (value / reference >= FAR || reference / value >= FAR);
}

/** 百分点 within which two quarters' growth is much the same. */
const NEAR_GROWTH = 10;

/** 121.5 or 1.215 for a growth of 21.5%: near last quarter's growth only when the base year is taken off. */
export function writtenAsIndex(value: number, last: number): boolean {
  const near = (growth: number): boolean =>
    Math.abs(growth - last) <= Math.max(NEAR_GROWTH, Math.abs(last) / 2);
  return !near(value) && ((value > 50 && near(value - 100)) || (value > 0.5 && near((value - 1) * 100)));
}
