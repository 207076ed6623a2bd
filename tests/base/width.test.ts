import { describe, expect, it } from 'vitest';
import { displayWidth, padTo } from '../../src/base/chinese/width.ts';

describe('width on a console', () => {
  it.each([
    ['', 0],
    ['abc 12', 6],
    ['省工信厅', 8],
    ['第2版', 5],
    ['“一号”', 8],
    ['ＡＢ（）', 8],
    ['e\u0301', 1],
    ['𠮷野', 4],
  ])('%s takes %i cells', (text, cells) => expect(displayWidth(text)).toBe(cells));

  it('fills up to the left or right, and leaves what is longer alone', () => {
    expect(padTo('省厅', 6, 'left')).toBe('省厅  ');
    expect(padTo('9', 4, 'right')).toBe('   9');
    expect(padTo('省工信厅', 4, 'right')).toBe('省工信厅');
  });
});
