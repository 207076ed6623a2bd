/** How limits read around their number. */
import { expect, it } from 'vitest';
import { beyondWord, isStrictLimit, leastWords, limitWords } from '../../src/base/chinese/limit.ts';

type Words = { before: string; after: string };
const around = ({ before, after }: Words): string => `${before}…${after}`;

it.each([
  ['不高于', '', '不高于…'],
  ['不超过', '天', '不超过…'],
  ['少于', '个', '少于…'],
  ['前', '位', '前…'],
  ['以内', '天', '…以内'],
  ['及以下', '', '…以下'],
  ['压减至', '%', '不高于…'],
  ['≤', '', '不高于…'],
  ['', '个', '不超过…'],
  ['提前', '天', '不超过…'],
  ['以内完成', '天', '不超过…'],
])('a limit in the word %s, in %s, reads %s', (wording, unit, expected) => {
  expect(around(limitWords(wording, unit))).toBe(expected);
});

it('is not kept by the number itself only where it says so', () => {
  const words = ['低于', '少于', '小于', '不高于', '不少于', '以内', '前'];
  expect(words.filter(isStrictLimit)).toEqual(['低于', '少于', '小于']);
});

it.each([
  ['以上', '…以上'],
  ['及以上', '…以上'],
  ['不少于', '不少于…'],
  ['不低于', '不低于…'],
  ['不小于', '不小于…'],
  ['至少', '至少…'],
  ['达到', '…'],
  ['提高到', '…'],
  ['', '…'],
])('at least, in the word %s, reads %s', (wording, expected) => {
  expect(around(leastWords(wording))).toBe(expected);
});

it('more than a number is said with the plan’s word, if it is one that stands before numbers', () => {
  expect(['突破', '超过', '余', '多', ''].map(beyondWord)).toEqual(['突破', '超过', '超过', '超过', '超过']);
});
