/** Gaps that a person fills in by hand: visible on paper and on screen. */

/** The character that gaps are made of. */
export const BLANK = '＿';

/** A line as long as so many full-width characters. */
const blank = (characters: number): string => BLANK.repeat(characters);

/** The text, or a gap where there is none. */
export const orBlank = (text: string, characters: number): string => text || blank(characters);

/** Room for a clause that is written in by hand. */
export const BLANK_CLAUSE = blank(14);

/** ＿＿＿＿年＿＿月＿＿日 */
export const BLANK_DATE = `${blank(4)}年${blank(2)}月${blank(2)}日`;

/** 发文字号 without its parts: ＿＿＿＿〔＿＿＿＿〕＿＿号 */
export const BLANK_NUMBER = `${blank(4)}〔${blank(4)}〕${blank(2)}号`;

/** ＿＿时＿＿分 */
export const BLANK_TIME = `${blank(2)}时${blank(2)}分`;

/** 期号 of a bulletin without its number: 第＿＿期 */
export const BLANK_ISSUE = `第${blank(2)}期`;
