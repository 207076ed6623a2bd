/** Exact decimal arithmetic. Numbers come from paper, so 0.1 + 0.2 has to be 0.3 and halves round away from zero. */
import Big from 'big.js';

const ROUND_HALF_UP = 1;
const ROUND_UP = 3;
/** Below it a double times a power of ten is off by less than a thousandth: 2⁻⁵³ of it. */
const SURELY_SCALED = 1e12;
const NEAR_HALF = 1e-3;
/** Digits beyond this are what a double left of an endless fraction; without them exact halves are seen as halves. */
const NOISE_DECIMALS = 9;

export function add(left: number, right: number): number {
  const whole = left + right;
  return isExact(left, right, whole) ? whole : new Big(left).plus(right).toNumber();
}

export function subtract(left: number, right: number): number {
  const whole = left - right;
  return isExact(left, right, whole) ? whole : new Big(left).minus(right).toNumber();
}

export function multiply(left: number, right: number): number {
  const whole = left * right;
  return isExact(left, right, whole) ? whole : new Big(left).times(right).toNumber();
}

/** To 20 decimals, or to the nearest double, i.e. unrounded for our purposes; undefined for a division by zero. */
export function divide(left: number, right: number): number | undefined {
  if (right === 0) return undefined;
  // The nearest double of the very quotient.
  return isExact(left, right) ? left / right : new Big(left).div(right).toNumber();
}

/** Moves the decimal point: scale(1.2, 4) = 12000. */
export function scale(value: number, exponent: number): number {
  return new Big(`1e${exponent}`).times(value).toNumber();
}

/** Whole numbers that doubles hold exactly: no need to go through decimals, which takes fifty times as long. */
const isExact = (...numbers: number[]): boolean => numbers.every(Number.isSafeInteger);

/** 四舍五入 to the given number of decimals. */
export function roundHalfUp(value: number, decimals: number): number {
  return roundedFast(value, decimals) ?? new Big(value).round(decimals, ROUND_HALF_UP).toNumber();
}

/**
 * The same in doubles, where they leave no doubt: far from a half, and a whole number by a power of ten is the double next
 * to the decimal. Undefined where they might, and for what would be nought, whose sign is Big's.
 */
function roundedFast(value: number, decimals: number): number | undefined {
  const scaled = Math.abs(value) * 10 ** decimals;
  if (!(scaled < SURELY_SCALED) || decimals < 0) return undefined;
  const whole = Math.round(scaled);
  if (whole === 0 || Math.abs(scaled - Math.floor(scaled) - 0.5) < NEAR_HALF) return undefined;
  return (Math.sign(value) * whole) / 10 ** decimals;
}

/** A calculated number without what doubles leave of endless fractions: a third of three is one. */
export function withoutNoise(value: number): number {
  return roundHalfUp(value, NOISE_DECIMALS);
}

/** Away from zero to the given number of decimals: what has to be done at least. */
export function roundUp(value: number, decimals: number): number {
  return new Big(value).round(decimals, ROUND_UP).toNumber();
}

/** Plain notation with exactly the given number of decimals; never an exponent, never “-0”. */
export function toFixed(value: number, decimals: number): string {
  const text = new Big(value).toFixed(decimals, ROUND_HALF_UP);
  return /^-0(?:\.0*)?$/.test(text) ? text.slice(1) : text;
}

/** Number of decimals that the value needs: 1.25 → 2. */
export function decimalsOf(value: number): number {
  return isExact(value) ? 0 : (new Big(value).toFixed().split('.')[1]?.length ?? 0);
}
