/** Blanks to be filled in by hand that stay on one line with their label: room cut in two is no room to write in. */
import { BLANK } from '../../base/chinese/blank.ts';

const LABELS = ['联系人', '联系电话', '电话', '手机', '传真', '邮箱', '主持人', '地点', '时间'] as const;
/** Longer ones are room for a clause and go over lines as a clause would; shorter ones are parts of dates and numbers. */
const LENGTHS = '5,12';
/** 联系电话：＿＿＿＿＿＿, or ＿＿＿＿＿＿＿＿ alone. */
export const KEPT_BLANK = `(?<!${BLANK})(?:(?:${LABELS.join('|')})：)?${BLANK}{${LENGTHS}}(?!${BLANK})`;

const KEPT = new RegExp(KEPT_BLANK, 'u');
/** Lines of a paragraph that has one are not spread: the line before it may be short, and its own is not to be dashed. */
export const holdsBlank = (text: string): boolean => KEPT.test(text);

/** 互联网+: the sign belongs to the word before it. */
export const KEPT_SIGN = '\\p{Script=Han}\\+(?!\\d)';

/** Every character that such a blank is made of, and what begins no line beside them. */
export const KEPT_CHARACTERS = [...new Set([...LABELS.join(''), '：', BLANK, '+'])].join('');
