/**
 * What the lint says of documents: their layout, captions and sums; and of its settings. Of running text: lint-text.ts.
 * Every message says what was found, what is expected and on what ground; every hint how to mend it.
 */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';
import { type Say, say } from './lint-say.ts';

const PUNCTUATION = 'GB/T 15834-2011';
const LAYOUT = 'GB/T 9704-2012';

/** Found in the words of the plan or of a unit, which are printed as they are. */
export const quotedWords = (problem: Diagnostic): Diagnostic => ({
  ...problem,
  severity: 'info',
  hints: ['这是计划原文或报送单位的文字，按原样刊印；确需修改的，请原单位更正或在数据中订正。'],
});

// ── layout of official documents ────────────────────────────────────────────────────────────────────────────────

export const documentNumber = (found: string): Say =>
  say(
    'documentNumber',
    'error',
    `发文字号“${found}”写法不对：应为机关代字、六角括号括入的四位年份、发文顺序号（不加“第”、不编虚位），如“赣数〔2022〕2号”（${LAYOUT} 7.2.5）。`,
    '改用六角括号“〔〕”，去掉“第”和序号前的零。',
  );

export const titleEnd = (mark: string): Say =>
  say('titlePunctuation', 'error', `标题末尾不用标点，现为“${mark}”。`, `删去末尾的“${mark}”。`);

export const titleInside = (mark: string): Say =>
  say(
    'titlePunctuation',
    'warning',
    `标题中除书名号、引号、括号、顿号外一般不用标点，现有“${mark}”。`,
    '改写标题，或者改用空格、回行分开。',
  );

export const headingEnd = (mark: string): Say =>
  say(
    'headingEnd',
    'error',
    `单独成行的标题末尾不用标点，现为“${mark}”。`,
    `删去末尾的“${mark}”；要与正文接排的，写成段首加粗的句子。`,
  );

export const runInHeading = (words: string): Say =>
  say(
    'runInHeading',
    'warning',
    `段首标题“${words}”与正文接排，末尾应有句号或冒号。`,
    '在标题末尾加句号；不是标题的，不要加粗。',
  );

export const levelGap = (from: number, to: number): Say =>
  say(
    'headingOrder',
    'error',
    `标题从第${from}级直接到第${to}级。层次序数依次为“一、”“（一）”“1.”“（1）”，不跳级（${LAYOUT} 7.3.3）。`,
    '调整标题的级别。',
  );

export const levelStart = (level: number): Say =>
  say(
    'headingOrder',
    'error',
    `第一个标题是第${level}级。层次序数从“一、”开始（${LAYOUT} 7.3.3）。`,
    '调整标题的级别；不编序号的标题不受此限。',
  );

export const numberOutOfOrder = (found: string, expected: string): Say =>
  say('headingOrder', 'error', `标题序号为“${found}”，按顺序应为“${expected}”。`, '检查序号是否重复或遗漏。');

export const typedNumber = (number: string): Say =>
  say(
    'headingOrder',
    'warning',
    `标题里写了序号“${number}”，序号由程序编排，会印成两个。`,
    '删去手写的序号。',
  );

export const itemMark = (found: string, expected: string): Say =>
  say(
    'itemMark',
    'error',
    `序号“${found}”应写作“${expected}”（${LAYOUT} 7.3.3、${PUNCTUATION} 4.4、4.5）。`,
    `改为“${expected}”。`,
  );

export const addresseeColon = (): Say =>
  say('addressee', 'error', `主送机关末尾应标全角冒号（${LAYOUT} 7.3.2）。`, '在末尾加“：”。');

export const annexNoteMark = (mark: string): Say =>
  say(
    'annexNote',
    'error',
    `附件说明中附件名称后不加标点，现为“${mark}”（${LAYOUT} 7.3.4）。`,
    `删去末尾的“${mark}”。`,
  );

export const annexCount = (listed: number, there: number): Say =>
  say(
    'annexes',
    'error',
    `附件说明列了${listed}个附件，文后有${there}个（${LAYOUT} 7.3.7）。`,
    '使附件说明与附件一一对应。',
  );

export const annexName = (listed: string, there: string): Say =>
  say(
    'annexes',
    'error',
    `附件说明写的是“${listed}”，附件的标题是“${there}”，两者应当一致（${LAYOUT} 7.3.7）。`,
    '统一附件名称。',
  );

export const titleShape = (line: string): Say =>
  say(
    'titleShape',
    'warning',
    `标题回行后“${line}”一行比上下两行都短，应当排成梯形或菱形（${LAYOUT} 7.3.1）。`,
    '在 document.yaml 的 title 中调整各行的断开处，词意保持完整。',
  );

export const citationOrder = (found: string): Say =>
  say('citation', 'warning', `“${found}”：引用公文先引标题、后引发文字号。`, '改为“《标题》（发文字号）”。');

export const citationBrackets = (found: string): Say =>
  say('citation', 'warning', `“${found}”：标题后的发文字号用圆括号括起来。`, '改为“《标题》（发文字号）”。');

export const signatureDate = (found: string): Say =>
  say(
    'signatureDate',
    'error',
    `成文日期“${found}”写法不对：用阿拉伯数字写全年、月、日，月、日不编虚位，如“2022年10月8日”（${LAYOUT} 7.3.5.4）。`,
    '按上述写法更正。',
  );

export const placeholder = (found: string): Say =>
  say('placeholders', 'info', `留有空缺“${found}”。`, '付印前在数据中补上，或者在纸面上填写。');

// ── consistency of composed documents ───────────────────────────────────────────────────────────────────────────

export const captionOrder = (found: string, expected: string): Say =>
  say('captions', 'error', `图表编号为“${found}”，按顺序应为“${expected}”。`, '检查编号是否重复或遗漏。');

export const captionEnd = (mark: string): Say =>
  say('captions', 'error', `图题、表题末尾不用标点，现为“${mark}”。`, `删去末尾的“${mark}”。`);

export const notMentioned = (numbers: readonly string[]): Say =>
  say(
    'captions',
    'warning',
    `正文没有提到${numbers.join('、')}。`,
    '在相应的段落写“见{{见 "…"}}”；紧接说明文字、一目了然的可以不写。',
  );

export const noSuchCaption = (found: string): Say =>
  say(
    'captions',
    'error',
    `文中提到“${found}”，文稿里没有这个图表。`,
    '改正编号；编号宜用 {{见 "…"}} 印出。',
  );

export const columnSum = (column: string, total: string, sum: string): Say =>
  say(
    'tableSums',
    'error',
    `“${column}”一列各行相加为${sum}，合计为${total}，两者不等。`,
    '核对各行和合计；有重复计算的，在表注中写明“有重复计算”。',
  );

export const shareSum = (column: string, sum: string): Say =>
  say(
    'tableSums',
    'error',
    `“${column}”一列各行相加为${sum}%，超出四舍五入可能造成的误差，应为100%。`,
    '核对各行的占比。',
  );

export const sameFigure = (forms: readonly string[]): Say =>
  say(
    'sameFigure',
    'warning',
    `同一个数在本文中写成了${forms.map((form) => `“${form}”`).join('和')}。`,
    '统一单位和小数位数。',
  );

export const partExceeds = (part: string, whole: string): Say =>
  say('parts', 'error', `“其中”的“${part}”大于总数“${whole}”。`, '核对总数和其中数。');

// ── settings ────────────────────────────────────────────────────────────────────────────────────────────────────

export const unknownRule = (at: Origin, name: string, near: string | undefined): Diagnostic =>
  diagnostic(
    'unknownRule',
    'error',
    `没有名为“${name}”的检查规则。`,
    at,
    ...(near ? [`是不是想写“${near}”？`] : []),
    '规则名称见检查结果中方括号里的词。',
  );
