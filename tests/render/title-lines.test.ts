import { describe, expect, it } from 'vitest';
import { titleLines } from '../../src/render/title-lines.ts';
import { officialTheme as theme } from '../support/theme.ts';

describe('a title that is too long for a line', () => {
  it.each([
    ['突出问题及需协调解决事项清单', 'dividerTitle', ['突出问题及需协调', '解决事项清单']],
    [
      '关于2022年上半年各乡镇（街道）和安平经开区',
      'title',
      ['关于2022年上半年', '各乡镇（街道）和安平经开区'],
    ],
  ] as const)('%s is broken between words', (title, style, lines) => {
    expect(titleLines(title, style, theme)).toEqual(lines);
  });

  it('is left alone where it fits, and where it has no words', () => {
    expect(titleLines('重点项目推进情况通报', 'dividerTitle', theme)).toEqual(['重点项目推进情况通报']);
    expect(titleLines('A'.repeat(60), 'title', theme)).toEqual(['A'.repeat(60)]);
  });
});
