/** Which unit is meant by what stands on a return, in a province, a city or a county. */
import { expect, it } from 'vitest';
import { resolveUnit } from '../../src/intake/identify.ts';
import { unitNames } from '../../src/intake/units.ts';

const named = (...names: string[]) => ({
  units: unitNames(names.map((name) => ({ name, fullName: name, aliases: [] }))),
});

it.each([
  ['省教育厅', '江西省教育厅（盖章）'],
  ['省教育厅', '黑龙江省教育厅'],
  ['省教育厅', '教育厅'],
  ['省委网信办', '网信办'],
  ['市教育局', '南昌市教育局'],
  ['市教育局', '教育局'],
  ['市市场监管局', '市场监管局'],
  ['市委宣传部', '宣传部'],
  ['县发改委', '南昌县发改委'],
  ['区商务局', '商务局'],
])('%s is meant by %s', (unit, written) => {
  expect(resolveUnit(written, named(unit))).toBe(unit);
});

it('the office of a place is not that of the province', () => {
  expect(resolveUnit('赣州市教育局', named('省教育厅'))).toBeUndefined();
  expect(resolveUnit('赣州市', named('省教育厅'))).toBeUndefined();
});
