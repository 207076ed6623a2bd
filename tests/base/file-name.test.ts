/** Names of files that every system takes, Windows before all. */
import { expect, it } from 'vitest';
import { asFileName, isFileName } from '../../src/base/file-name.ts';

it.each([
  ['县工信局/大数据局', '县工信局_大数据局'],
  ['数字\t乡村：示范', '数字_乡村：示范'],
  ['5G+工业互联网. . ', '5G+工业互联网'],
  ['NUL', 'NUL_'],
  ['com1.表', 'com1_.表'],
  ['CONSOLE', 'CONSOLE'],
])('%j is %j', (text, name) => {
  expect(asFileName(text)).toBe(name);
  expect(isFileName(text)).toBe(text === name);
  expect(isFileName(name)).toBe(true);
});

it('no name is no name of a file', () => {
  expect(isFileName('')).toBe(false);
});
