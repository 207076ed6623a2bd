/** Digits of one width, where a font has them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withEvenDigits } from '../../src/render/fonts/even-digits.ts';
import type { FontFace } from '../../src/render/fonts/face.ts';
import { readFaceTables } from '../../src/render/fonts/face-tables.ts';
import { readTables, writeTables } from '../../src/render/fonts/sfnt.ts';
import { testFonts } from '../support/fonts.ts';

const DIGITS = '0123456789';
const widthsIn = (bytes: Uint8Array, text: string): number[] => {
  const face = readFaceTables(bytes);
  return [...text].map((one) => face?.advanceOf(face.glyphOf(one.codePointAt(0) ?? 0)) ?? 0);
};
const { title, body, hei } = testFonts().faces;
const fileOf = ({ path }: FontFace): Uint8Array => new Uint8Array(readFileSync(path));

describe('withEvenDigits', () => {
  it.each([
    ['body', body],
    ['title', title],
  ])('gives the %s face its own digits of one width', (_, face) => {
    const whole = fileOf(face);
    expect(new Set(widthsIn(whole, DIGITS)).size).toBeGreaterThan(1);
    const even = withEvenDigits(whole);
    expect(new Set(widthsIn(even, DIGITS)).size).toBe(1);
    const others = '数字经济，。（）—…ABCxyz.,%-★〓㎡\u{20000}';
    expect(widthsIn(even, others)).toEqual(widthsIn(whole, others));
  });

  it('leaves a font alone whose digits are even, that has no others, or is broken', () => {
    const even = fileOf(hei);
    expect(withEvenDigits(even)).toBe(even);
    const tables = readTables(fileOf(body)).filter(({ tag }) => tag !== 'glyf');
    const without = writeTables(
      0x10000,
      tables.filter(({ tag }) => tag !== 'GSUB'),
    );
    expect(withEvenDigits(without)).toBe(without);
    const torn = writeTables(
      0x10000,
      tables.map((table) => (table.tag === 'GSUB' ? { ...table, data: table.data.subarray(0, 40) } : table)),
    );
    expect(withEvenDigits(torn)).toBe(torn);
    const cut = fileOf(body).subarray(0, 1000);
    expect(withEvenDigits(cut)).toBe(cut);
  });

  it('is how text is measured', () => {
    expect(new Set([...DIGITS].map(body.measure)).size).toBe(1);
  });
});
