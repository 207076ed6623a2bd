import * as messages from '../../base/messages/lint-text.ts';
import { matches } from '../passage.ts';
import { HAN, NUMBER, pattern } from '../patterns.ts';
import type { Rule } from '../rule.ts';

/** Ahead of or behind a pace, which is a percentage itself: 快于序时进度5% cannot be right. */
const PACE = pattern(
  `(?:快于|慢于|高于|低于|落后于?|滞后于?|超过|超|领先于?)(?:年度|全年|全省|全国|全市)?(?:序时进度|时间进度|序时|平均水平|平均进度)(?:约|近)?${NUMBER}%`,
);
const NO_SHARE = '(?<!效|功|频|速|分辨|汇|倍|生产|几|概)';
/** A share or rate that rises or falls by a percentage: nearly always points are meant. */
const SHARE = pattern(
  `(?:占比|比重|份额|增速|增幅|${HAN}${NO_SHARE}率)[^，。；、（）\\n\\uFFFB]{0,12}?(?:提高|提升|上升|下降|降低|回落|增加|减少|扩大|收窄|加快|放缓)了?(?:约|近)?${NUMBER}%`,
);

/** A difference of two percentages is given in 百分点. */
export const percentPoint: Rule = {
  name: 'percentPoint',
  *passage({ text }) {
    yield* matches(text, PACE, ([found]) => messages.percentPoint(found.replaceAll('\uFFFC', '…'), true));
    yield* matches(text, SHARE, ([found]) => messages.percentPoint(found.replaceAll('\uFFFC', '…'), false));
  },
};
