/**
 * What the lint says of running text: punctuation, numbers, wording. Every message says what was found, what is expected
 * and on what ground; every hint how to mend it.
 */
import { type Say, say } from './lint-say.ts';

const PUNCTUATION = 'GB/T 15834-2011';
const NUMBERS = 'GB/T 15835-2011';
const LAYOUT = 'GB/T 9704-2012';

// ── punctuation ─────────────────────────────────────────────────────────────────────────────────────────────────

export const halfWidth = (found: string, expected: string): Say =>
  say(
    'halfWidth',
    'error',
    `中文里用了半角标点“${found}”，应为“${expected}”（${PUNCTUATION} 5.1）。`,
    `改为全角“${expected}”。`,
  );

export const fullWidth = (found: string, expected: string): Say =>
  say('fullWidth', 'error', `“${found}”是全角数字或字母，应为半角“${expected}”。`, `改为“${expected}”。`);

export const straightQuotes = (found: string): Say =>
  say(
    'straightQuotes',
    'error',
    `用了直引号 ${found}，中文用弯引号“ ”，引号里再用引号时用‘ ’（${PUNCTUATION} 4.8）。`,
    '改为成对的弯引号。',
  );

/** A quotation mark within quotation marks is hard to see. */
const QUOTES: Partial<Record<string, string>> = {
  '“': '前双引号',
  '”': '后双引号',
  '‘': '前单引号',
  '’': '后单引号',
};
const named = (mark: string): string => QUOTES[mark] ?? `“${mark}”`;

export const unpaired = (mark: string, missing: string): Say =>
  say(
    'pairs',
    'error',
    `${named(mark)}没有与之成对的${named(missing)}。`,
    `补上${named(missing)}，或者删去${named(mark)}。`,
  );

export const nested = (mark: string, inner: string): Say =>
  say(
    'pairs',
    'warning',
    `${named(mark)}里面又用了${named(mark)}，里面一层应当用“${inner}”（${PUNCTUATION} 4.8、4.9、4.15）。`,
    `里面一层改用“${inner}”，或者改写句子。`,
  );

export const ellipsis = (found: string): Say =>
  say(
    'ellipsisDash',
    'error',
    `省略号写作“……”，占两个字，不写作“${found}”（${PUNCTUATION} 4.11）。`,
    '改为“……”。',
  );

export const ellipsisAndSoOn = (): Say =>
  say('ellipsisDash', 'warning', `“……”和“等”都表示列举未尽，只用一个。`, '删去其中一个。');

export const dash = (found: string): Say =>
  say('ellipsisDash', 'error', `破折号写作“——”，不写作“${found}”（${PUNCTUATION} 4.10）。`, '改为“——”。');

export const listComma = (found: string): Say =>
  say(
    'listComma',
    'warning',
    `“${found}”：并列的书名号之间、引号之间通常不用顿号（${PUNCTUATION} 4.5.3.5）。`,
    '删去顿号。',
  );

export const doubledPunctuation = (found: string): Say =>
  say(
    'doubledPunctuation',
    'error',
    `标点“${found}”连用有误。`,
    '只留一个。多由模板的标点与印出内容自带的标点相连而成，请两边都看一看。',
  );

export const emptyPair = (found: string): Say =>
  say('doubledPunctuation', 'error', `“${found}”里面没有内容。`, '补上内容，或者连同括号、引号一起不印。');

export const sentenceEnd = (words: string): Say =>
  say('sentenceEnd', 'warning', `段落以“${words}”结束，末尾没有标点。`, '补上句号。');

export const spacing = (found: string): Say =>
  say('spacing', 'warning', `“${found}”中间有空格，汉字与汉字、数字、字母之间不空格。`, '删去空格。');

export const latinWords = (found: string): Say =>
  say('latinWords', 'warning', `中文里夹着外文虚词“${found}”。`, '改用中文。');

// ── numbers ─────────────────────────────────────────────────────────────────────────────────────────────────────

export const rangeMark = (found: string, expected: string): Say =>
  say(
    'ranges',
    'error',
    `数值范围“${found}”应当用一字线“—”或浪纹线“～”连接，不用半角横线（${NUMBERS} 5.1、${PUNCTUATION} 4.13）。`,
    `改为“${expected}”。`,
  );

export const rangeRepeats = (found: string, expected: string): Say =>
  say(
    'ranges',
    'warning',
    `“${found}”前一个数值缺少“%”或“万”“亿”，容易误解（${NUMBERS} 5.1）。`,
    `改为“${expected}”。`,
  );

export const leadingZero = (found: string): Say =>
  say(
    'dates',
    'warning',
    `公文中的月、日不编虚位，现为“${found}”（参照 ${LAYOUT} 7.3.5.4）。`,
    '删去前面的零。',
  );

export const yearInCharacters = (found: string): Say =>
  say(
    'dates',
    'warning',
    `年份“${found}”应当用阿拉伯数字（参照 ${LAYOUT} 7.3.5.4）。`,
    '改为四位阿拉伯数字。',
  );

export const shortYear = (found: string): Say =>
  say('dates', 'error', `年份“${found}”应当写全四位（${NUMBERS} 5.1）。`, '补足四位。');

export const machineDate = (found: string): Say =>
  say('dates', 'warning', `行文中的日期“${found}”应当写作“2022年9月30日”的形式。`, '改用年、月、日。');

export const percentPoint = (found: string, certain: boolean): Say =>
  say(
    'percentPoint',
    certain ? 'error' : 'warning',
    `“${found}”：两个百分数的差用“个百分点”，不用“%”。`,
    '改为“…个百分点”；确指相对变化的，写明“由…提高到…”。',
  );

export const multiples = (found: string): Say =>
  say('multiples', 'error', `“${found}”：减少不能用倍数。`, '改为“下降…%”或“降为原来的…”。');

export const bigNumbers = (found: string): Say =>
  say('bigNumbers', 'warning', `“${found}”：以万、亿为单位的数不再加千分撇。`, '删去千分撇。');

// ── wording ─────────────────────────────────────────────────────────────────────────────────────────────────────

export const ordinalMissing = (found: string, expected: string): Say =>
  say(
    'ordinals',
    'warning',
    `列举从“${expected}”起应当依次排列，此处为“${found}”。`,
    '补上遗漏的一项，或者改正序号。',
  );

export const ordinalAlone = (): Say =>
  say('ordinals', 'warning', '只有“一是”，没有“二是”。', '补上后面各项，或者不分项列举。');

export const ordinalSeparators = (): Say =>
  say('ordinals', 'warning', '“一是”“二是”“三是”各项之间有的用句号、有的用分号。', '各项统一用分号或句号。');

export const stopInsideItems = (): Say =>
  say(
    'ordinals',
    'warning',
    `各项之间用分号，项内却有句号，层次颠倒（${PUNCTUATION} 附录A）。`,
    '项内有句号的，各项之间都用句号。',
  );

export const repeated = (found: string): Say =>
  say('repeated', 'warning', `“${found}”疑有重字。`, '删去重复的字；确属原意的，改换说法。');

export const phrase = (words: string, advice: string): Say =>
  say('translationese', 'warning', `“${words}”不合公文行文习惯。`, advice);

export const unitName = (found: string, name: string): Say =>
  say(
    'unitNames',
    'warning',
    `单位名称“${found}”与通用简称不一致，应为“${name}”。`,
    `改为“${name}”；单位简称和别名见 data/<年>/units.yaml。`,
  );
