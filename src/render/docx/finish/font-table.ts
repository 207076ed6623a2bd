/** word/fontTable.xml: what Word may use where an office font is missing, as it would otherwise take 宋体 for all. */
import type { Theme } from '../../../model/document/theme.ts';

/** Names under which Windows, Office and WPS ship the same face. */
const ALTERNATIVES: Readonly<Record<string, string>> = {
  仿宋_GB2312: '仿宋',
  仿宋: 'FangSong',
  楷体_GB2312: '楷体',
  楷体: 'KaiTi',
  黑体: 'SimHei',
  宋体: 'SimSun',
  方正小标宋简体: '方正小标宋_GBK',
};

export function fontTable(theme: Theme): string {
  const chinese = [...new Set(Object.values(theme.officeFonts))].sort();
  const fonts = [
    ...chinese.map((name) => font(name, '86', 'auto', ALTERNATIVES[name])),
    font(theme.latinFont, '00', 'roman', undefined),
  ];
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${namespace}">${fonts.join('')}</w:fonts>`;
}

function font(name: string, charset: string, family: string, alternative: string | undefined): string {
  const alt = alternative ? `<w:altName w:val="${encoded(alternative)}"/>` : '';
  return `<w:font w:name="${encoded(name)}">${alt}<w:charset w:val="${charset}"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`;
}

const encoded = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
