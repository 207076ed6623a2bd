import * as messages from '../../base/messages/lint-text.ts';
import { finding } from '../passage.ts';
import type { Rule } from '../rule.ts';

/** Shorter paragraphs are labels. */
const SHORTEST = 16;
/** 时间：…, 地点：…, 附件：… */
const LABELLED = /^[^，。；：]{2,8}：/;

/** A paragraph of running text ends with a mark. */
export const sentenceEnd: Rule = {
  name: 'sentenceEnd',
  *passage({ role, text }) {
    if (role !== 'body' || text.length < SHORTEST || LABELLED.test(text)) return;
    // Name｜number｜remark: an entry of a strip of key figures.
    if (text.includes('｜')) return;
    if (!/[，。；]/.test(text) || !/[\p{Script=Han}\d%]$/u.test(text)) return;
    yield finding(text.length - 1, text.length, messages.sentenceEnd(text.slice(-6)));
  },
};
