import { describe, expect, it } from 'vitest';
import { mastheadLineSize, mastheadMark } from '../../src/render/layout/letter.ts';
import { titleLines } from '../../src/render/layout/title-lines.ts';
import { officialTheme as theme } from '../support/theme.ts';

describe('a title that is too long for a line', () => {
  it.each([
    ['突出问题及需协调解决事项清单', 'dividerTitle', ['突出问题及需协调', '解决事项清单']],
    [
      '关于2022年上半年各乡镇（街道）和安平经开区',
      'title',
      ['关于2022年上半年', '各乡镇（街道）和安平经开区'],
    ],
    ['关于2023年上半年各设区市和平潭综合实验区', 'title', ['关于2023年上半年', '各设区市和平潭综合实验区']],
    [
      '某某省推进数字经济做优做强工作领导小组办公室',
      'title',
      ['某某省推进数字经济做优做强', '工作领导小组办公室'],
    ],
  ] as const)('%s is broken between words', (title, style, lines) => {
    expect(titleLines(title, style, theme)).toEqual(lines);
  });

  it('is left alone where it fits, and where it has no words', () => {
    expect(titleLines('重点项目推进情况通报', 'dividerTitle', theme)).toEqual(['重点项目推进情况通报']);
    expect(titleLines('A'.repeat(60), 'title', theme)).toEqual(['A'.repeat(60)]);
  });
});

describe('a mark that is too long for a line', () => {
  it.each([
    [
      '某某省推进数字经济做优做强“一号发展工程”领导小组办公室文件',
      ['某某省推进数字经济做优做强', '“一号发展工程”领导小组办公室文件'],
    ],
    [
      '中共安平县委办公室 安平县人民政府办公室专题会议纪要',
      ['中共安平县委办公室', '安平县人民政府办公室专题会议纪要'],
    ],
    [
      '安平县发展和改革委员会安平县优化营商环境办公室文件',
      ['安平县发展和改革委员会', '安平县优化营商环境办公室文件'],
    ],
  ])('%s is broken between names and words, never after “', (mark, lines) => {
    expect(mastheadMark(mark, theme).lines).toEqual(lines);
  });
});

describe('the line of issuer and date', () => {
  const date = '＿＿＿＿年＿＿月＿＿日';

  it('keeps the size of the text where both find room', () => {
    expect(mastheadLineSize('某某省某某领导小组办公室', date, theme)).toBe(theme.text.body.size);
  });

  it('is set smaller for a long name, so that neither goes over', () => {
    const name = '某某市优化营商环境工作领导小组办公室';
    const size = mastheadLineSize(name, date, theme);
    expect(size).toBeLessThan(theme.text.body.size);
    const { widthMm, marginsMm } = theme.page;
    const line = ((widthMm - marginsMm.binding - marginsMm.fore) * 72) / 25.4;
    expect((name.length + date.length) * size).toBeLessThan(line);
    expect(size).toBeGreaterThan(12);
  });
});
