/** The date that files carry: the period's own, or the day that SOURCE_DATE_EPOCH names. */
import { expect, it } from 'vitest';
import type { Effects } from '../../src/base/effects.ts';
import { fileDate, wrongEpoch } from '../../src/base/file-date.ts';

const world = (epoch: string | undefined) => ({ env: () => epoch }) as unknown as Effects;

it.each([
  [undefined, '2022-09-30', 0],
  ['', '2022-09-30', 0],
  ['0', '1970-01-01', 0],
  ['1664582399', '2022-09-30', 0],
  ['1664582400', '2022-10-01', 0],
  ['253402300799', '9999-12-31', 0],
  ['253402300800', '2022-09-30', 1],
  ['昨天', '2022-09-30', 1],
  ['-1', '2022-09-30', 1],
])('SOURCE_DATE_EPOCH %s: %s', (epoch, date, errors) => {
  expect(fileDate('2022-09-30', world(epoch))).toBe(date);
  expect(wrongEpoch(world(epoch))).toHaveLength(errors);
});
