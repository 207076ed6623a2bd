import { describe, expect, it } from 'vitest';
import { displayWidth, padTo, wrapTo } from '../../src/base/chinese/width.ts';

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

  it('wraps between characters, but not before punctuation nor within words and dates', () => {
    const text = '收到日期，如 2023-01-08（默认为现在）。';
    expect(wrapTo(text, 20)).toBe('收到日期，如\n2023-01-08（默认为现\n在）。');
    expect(wrapTo(text, 4).split('\n')).toContain('2023-01-08');
    expect(wrapTo(`${text}\n${text}`, 99)).toBe(`${text}\n${text}`);
    for (let cells = 12; cells < 40; cells += 1) {
      const lines = wrapTo(text, cells).split('\n');
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(cells);
    }
  });
});
