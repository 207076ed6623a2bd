/** What is reckoned in doubles where they are exact is what decimals say. */
import Big from 'big.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  add,
  decimalsOf,
  divide,
  multiply,
  roundHalfUp,
  subtract,
  withoutNoise,
} from '../../src/base/decimal.ts';

const integer = fc.oneof(fc.integer(), fc.maxSafeInteger());
/** Amounts as they are written, and what a division leaves; halves, and what lies beside them, on purpose. */
const number = fc.oneof(
  integer,
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
  fc.tuple(fc.integer(), fc.integer({ min: 0, max: 9 })).map(([digits, by]) => Number(`${digits}e-${by}`)),
  fc.tuple(fc.integer(), fc.integer({ min: 1, max: 99_999 })).map(([left, right]) => left / right),
  fc
    .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.constantFrom(-1, 0, 1))
    .map(([whole, by]) => (whole + 0.5) / 10 + by * 1e-13),
);

it('adds, subtracts and multiplies exactly', () => {
  fc.assert(
    fc.property(number, number, (left, right) => {
      expect(add(left, right)).toBe(new Big(left).plus(right).toNumber());
      expect(subtract(left, right)).toBe(new Big(left).minus(right).toNumber());
      expect(multiply(left, right)).toBe(new Big(left).times(right).toNumber());
      expect(decimalsOf(left)).toBe(new Big(left).toFixed().split('.')[1]?.length ?? 0);
    }),
    { numRuns: 2000 },
  );
});

it('rounds halves away from zero, as the number is written', () => {
  fc.assert(
    fc.property(number, fc.integer({ min: 0, max: 9 }), (value, decimals) => {
      expect(roundHalfUp(value, decimals)).toBe(new Big(value).round(decimals, 1).toNumber());
    }),
    { numRuns: 5000 },
  );
  expect([roundHalfUp(1.005, 2), roundHalfUp(-0.5, 0), roundHalfUp(2.5, 0)]).toEqual([1.01, -1, 3]);
});

/** A share of whole numbers in percent, by integers alone: 四舍五入 away from zero. */
function exactPercent(part: number, whole: number, decimals: number): number {
  const [a, b] = [BigInt(part) * 100n * 10n ** BigInt(decimals), BigInt(whole)];
  const magnitude = (x: bigint): bigint => (x < 0n ? -x : x);
  const rounded = (2n * magnitude(a) + magnitude(b)) / (2n * magnitude(b));
  const negative = a < 0n !== b < 0n && rounded !== 0n;
  return Number(`${negative ? '-' : ''}${rounded}e-${decimals}`);
}

it('divides so that a share rounds as on paper', () => {
  const count = fc.integer({ min: -2_000_000, max: 2_000_000 });
  fc.assert(
    fc.property(
      count,
      count.filter((n) => n !== 0),
      fc.integer({ min: 0, max: 2 }),
      (part, whole, decimals) => {
        const share = withoutNoise(multiply(divide(part, whole) ?? 0, 100));
        expect(roundHalfUp(share, decimals) || 0).toBe(exactPercent(part, whole, decimals));
      },
    ),
    { numRuns: 5000 },
  );
  expect(divide(1, 0)).toBeUndefined();
  expect([divide(0.3, 0.1), divide(1.1, 11), divide(1421, 2000)]).toEqual([3, 0.1, 0.7105]);
});
