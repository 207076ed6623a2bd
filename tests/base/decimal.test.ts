/** What is reckoned in doubles where they are exact is what decimals say. */
import Big from 'big.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { add, roundHalfUp, subtract } from '../../src/base/decimal.ts';

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

it('adds and subtracts exactly', () => {
  fc.assert(
    fc.property(number, number, (left, right) => {
      expect(add(left, right)).toBe(new Big(left).plus(right).toNumber());
      expect(subtract(left, right)).toBe(new Big(left).minus(right).toNumber());
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
