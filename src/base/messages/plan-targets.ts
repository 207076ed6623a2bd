/** Messages of the plan importer on numbers: what was taken for a target, and what was not. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';
import { excerpt } from './excerpt.ts';
import { type Repeated, repeated } from './plan-gathered.ts';

const WHY = {
  noUnit: '没有可用的计量单位',
  reached: '有数，但没有可以用于目标的计量单位',
  unknownUnit: '后面的计量单位不认识',
  time: '是时间长度',
  rank: '是位次',
  base: '是原有水平，没有用作年初基数',
  baseline: '是原有水平，已用作年初基数',
  threshold: '是分档标准，不是要达到的数',
  grant: '是奖补标准',
  scope: '是工作所依据或者围绕的数',
  size: '是项目的总投资，不是本年要完成的数',
  limit: '是要控制在其上下或者区间内的数，目前没有对应的目标类型',
  pastYear: '说的是计划年度以前',
  laterYear: '说的是计划年度以后',
  share: '是用文字说的份额，须按家数或者百分数写明',
  vague: '是约数，须写明确切的数',
  quoted: '在引号中，按名称处理',
  proportion: '是比值，目前没有对应的目标类型',
  each: '是每个单位的数或者每次的数，没有写明合计数',
  period: '是分时段的数，与全年的数对不上，没有用作分季进度',
  quarters: '是分时段的数，没有写全年的数，也看不出各是当期的数还是年初以来的累计数',
  rates: '是各时段的增长率，而增长率每季度都直接与全年目标比较，没有用作分季进度',
  promise: '没有数量',
} as const;
/** What may be a target all the same, so that somebody should look. */
const TO_LOOK_AT: readonly (keyof typeof WHY)[] = [
  'reached',
  'unknownUnit',
  'rank',
  'quoted',
  'period',
  'quarters',
  'rates',
  'proportion',
  'each',
  'base',
  'threshold',
  'size',
  'limit',
  'pastYear',
  'laterYear',
  'share',
  'vague',
  'promise',
];

const WHERE_TO = {
  task: '确是要考核的，补入该任务的 targets。',
  goal: '确是要考核的，写明数值补入 plan/goals.yaml 的 target。',
} as const;

export const numberPassedOver = (
  at: Origin,
  where: string,
  words: string,
  why: keyof typeof WHY,
  named = false,
): Diagnostic => {
  const look = TO_LOOK_AT.includes(why) && !named;
  const one = diagnostic(
    'numberPassedOver',
    look ? 'warning' : 'info',
    `${where}中的“${excerpt(words)}”${WHY[why]}，未列为目标。`,
    at,
    ...(look ? [WHERE_TO[where.startsWith('任务') ? 'task' : 'goal']] : []),
  );
  // A plan of several years has dozens of them.
  return why === 'laterYear' ? repeated(`${where}“${excerpt(words)}”`, one) : one;
};

export const targetInWords = (at: Origin, sentence: string): Diagnostic =>
  diagnostic(
    'targetInWords',
    'warning',
    `“${excerpt(sentence)}”的数字是汉字写法，已列为目标，请确认不是名称。`,
    at,
  );

export const tooManyTargets = (at: Origin, no: number, count: number, most: number): Diagnostic =>
  diagnostic(
    'tooManyTargets',
    'warning',
    `任务${no}有${count}个数量目标，只读入前${most}个。`,
    at,
    '把该任务拆为几项。',
  );

/** How to give what a level of the plan's year starts from. */
const addBaseline = (year: number): string =>
  `补上 baseline: { value: 上年末的数, asOf: 上年末日期, source: 出处 }（日期写作 ${year - 1}-12-31）`;

export const lacksBaseline = (name: string): string =>
  `“${excerpt(name)}”是期末水平，缺上年末基数，暂只按完成期限评价。`;

export const baselineNeeded = (at: Origin, name: string, year: number): Repeated =>
  repeated(
    `“${excerpt(name)}”`,
    diagnostic(
      'baselineNeeded',
      'info',
      lacksBaseline(name),
      at,
      `${addBaseline(year)}，再把 schedule 中的 type 改为 linear。`,
    ),
  );

/** Source of a baseline that stands in the plan itself. */
export const planGivesLevel = (): string => '计划原文';
/** Source of a baseline that follows from a level and the change to it. */
export const planImpliesLevel = (): string => '由计划原文的目标数和变化的百分点数推算';
/** Source of the baseline of 提高3个百分点. */
export const increaseFromNothing = (): string => '计划写的是提高或下降的百分点数，年初为零';

/** 达到92%，较上年末提高5.5个百分点: the level before is worked out of both. */
export const baselineWorkedOut = (at: Origin, name: string, words: string, level: string): Diagnostic =>
  diagnostic(
    'baselineWorkedOut',
    'info',
    `“${excerpt(name)}”的上年末水平${level}由“${excerpt(words)}”推算，变化的百分点数不再单列目标。`,
    at,
  );

/** The three numbers of a level, a change and what it starts from do not fit. */
export const levelsDisagree = (at: Origin, name: string, words: string, year: number): Diagnostic =>
  diagnostic(
    'levelsDisagree',
    'warning',
    `“${excerpt(name)}”要达到的数减去“${excerpt(words)}”的变化，不等于写明的上年末水平，没有用作年初基数。`,
    at,
    `对照原件核实；核定后${addBaseline(year)}，再把 schedule 中的 type 改为 linear。`,
  );

/** 办件占比不低于98% */
export const floorKept = (at: Origin, name: string, year: number): Diagnostic =>
  diagnostic(
    'floorKept',
    'info',
    `“${excerpt(name)}”是不得低于的水平，按全年保持、每季度直接与目标比较。`,
    at,
    `是到年底才要达到的，把 schedule 改为 { type: deadline }，或者${addBaseline(year)}，schedule 改为 { type: linear }。`,
  );

/** 提高3个百分点 */
export const pointsOfChange = (at: Origin, sentence: string): Diagnostic =>
  diagnostic(
    'pointsOfChange',
    'warning',
    `“${excerpt(sentence)}”说的是比上年末变化多少，不是达到多少，草稿从零起按累计变化的百分点评价。`,
    at,
    '知道上年末水平的，把 value 改为全年应达到的水平，unit 改为 %，baseline 改为上年末水平；按同比公布、每季度直接与目标比较的，改为 kind: growth，删去 baseline，schedule 改为 { type: level, reason: 理由 }。',
  );

/** `close`: the name of a result of last year that is nearly the same. */
export const baselineNear = (at: Origin, name: string, close: string): Diagnostic =>
  diagnostic(
    'baselineNear',
    'warning',
    `“${excerpt(name)}”的年初基数没有采用：baselines.yaml 中只有名称相近的“${excerpt(close)}”。`,
    at,
    '确是同一指标的，把 baselines.yaml 中的 name 改成新计划的名称，再把该指标的 schedule 改为 linear。',
  );

export const limitTarget = (at: Origin, name: string): Repeated =>
  repeated(
    `“${excerpt(name)}”`,
    diagnostic(
      'limitTarget',
      'info',
      `“${excerpt(name)}”是上限，越低越好，每季度直接与目标比较。`,
      at,
      '上年末数高于目标的，补上 baseline，即按逐季下降计算序时进度。',
    ),
  );

export const vagueDeadline = (at: Origin, words: string, date: string): Diagnostic =>
  diagnostic('vagueDeadline', 'warning', `“${excerpt(words)}”的期限不够明确，按${date}处理。`, at);

export const laterYear = (at: Origin, sentence: string, date: string): Repeated =>
  repeated(
    `“${excerpt(sentence)}”（${date}）`,
    diagnostic(
      'laterYear',
      'warning',
      `“${excerpt(sentence)}”的期限是${date}，不在计划年度内，本年不评价进度。`,
      at,
      '核对是否为本年目标；不是的，改为本年应达到的数值或删去。',
    ),
  );

export const deadlineUnread = (at: Origin, no: number, words: string): Diagnostic =>
  diagnostic('deadlineUnread', 'warning', `任务${no}的完成时限“${excerpt(words)}”无法识别，未读入。`, at);

/** 6月底前完成招标，12月20日前上线: several days for one task. */
export const deadlineOfStages = (
  at: Origin,
  no: number,
  words: string,
  last: string,
  stages: readonly string[],
): Diagnostic =>
  diagnostic(
    'deadlineOfStages',
    'warning',
    `任务${no}的完成时限“${excerpt(words)}”分几步，草稿按最后的${last}处理，${stages.map((stage) => `“${excerpt(stage)}”`).join('、')}未列为目标。`,
    at,
    '要考核的，在该任务的 targets 中补一项：operator: yesNo，value: 1，unit: 项，kind: deadline，schedule: { type: deadline }，deadline 写该步的日期。',
  );

export const deadlineOtherYear = (at: Origin, no: number, words: string): Diagnostic =>
  diagnostic(
    'deadlineOtherYear',
    'warning',
    `任务${no}的完成时限“${excerpt(words)}”不在计划年度内，未设本年期限。`,
    at,
  );

export const ladderAssumed = (at: Origin, no: number): Diagnostic =>
  diagnostic('ladderAssumed', 'info', `任务${no}没有数量目标，动词也不典型，暂按“持续推进类”设阶段。`, at);

/** 9月底前接入省级平台 in a task without a number. */
export const boundByDay = (at: Origin, no: number, sentences: readonly string[]): Diagnostic =>
  diagnostic(
    'boundByDay',
    'info',
    `任务${no}没有数量目标，写有期限的${sentences.map((one) => `“${excerpt(one)}”`).join('、')}按到期是否完成评定，不设阶段。`,
    at,
    '要按阶段评定的，删去该任务的 targets，改写 milestones，在 nodes 中列出各阶段和时间。',
  );

/** 印发《…》 in a task that is judged by its numbers. */
export const eventsBesides = (at: Origin, no: number, clauses: readonly string[]): Diagnostic =>
  diagnostic(
    'eventsBesides',
    'warning',
    `任务${no}按数量目标评价，其中的${clauses.map((clause) => `“${excerpt(clause)}”`).join('、')}没有数量，未列为目标，也不设阶段。`,
    at,
    '要考核的，在该任务的 targets 中补一项：operator: yesNo，value: 1，unit: 项，kind: deadline，schedule: { type: deadline }，有期限的写 deadline。',
  );

/** 实现…全覆盖, 全部达到…, 基本建成… among the goals; a sentence may hold several. */
export const promiseInWords = (
  at: Origin,
  sentence: string,
  how: 'whole' | 'done',
  name: string,
): Diagnostic =>
  diagnostic(
    'promiseInWords',
    'warning',
    how === 'whole'
      ? `“${excerpt(sentence)}”没有写数，草稿按覆盖率100%列为目标“${excerpt(name)}”，年底评价。`
      : `“${excerpt(sentence)}”没有写数，草稿按是否完成列为目标“${excerpt(name)}”，年底评价。`,
    at,
    '有家数、比例的，把 operator、value、unit、kind 改为该数；不需要评价的，把 target 改为 null。',
  );

/** 每季度举办1场: no total of the year, which can only be told with the months that count. */
export const frequencyUnread = (at: Origin, where: string, words: string): Diagnostic =>
  diagnostic(
    'frequencyUnread',
    'warning',
    `${where}中的“${excerpt(words)}”是每季度、每月等的次数或数量，不是全年合计，未列为目标。`,
    at,
    where.startsWith('任务')
      ? '要考核的，算出全年合计，在该任务的 targets 中补一项；如每季度1次的，value: 4，unit: 次，kind: events，schedule: { type: nodes, nodes: [1, 2, 3, 4], reason: 计划写明每季度1次 }。'
      : '要考核的，算出全年合计，写入 plan/goals.yaml 的 target。',
  );

/** 各设区市打造2个: the number holds for each of several. */
export const numberForEach = (at: Origin, sentence: string, each: string): Diagnostic =>
  diagnostic(
    'numberForEach',
    'warning',
    `“${excerpt(sentence)}”的数是“${each}”的数，草稿暂作全年合计。`,
    at,
    '把 value 改为全年的合计数；按每个地方、每个单位分别评价的，在 name 中写明。',
  );

/** …、…分别增长15%、12%: whose number is whose is not read. */
export const numbersInTurn = (at: Origin, sentence: string): Diagnostic =>
  diagnostic(
    'numbersInTurn',
    'warning',
    `“${excerpt(sentence)}”一句说了几个指标，名称没有分开。`,
    at,
    '逐个核对 name 与 value，各写各的名称。',
  );

/** `rate`: what the multiple comes to. */
export const multipleAsGrowth = (at: Origin, sentence: string, words: string, rate: string): Diagnostic =>
  diagnostic(
    'multipleAsGrowth',
    'warning',
    `“${excerpt(sentence)}”的“${words}”是倍数，草稿按比上年增长${rate}列为目标，每季度直接与目标比较。`,
    at,
    '知道上年数的，把 value、unit 改为全年应达到的数，kind 改为 cumulative（全年累计）或 stock（年末水平，并补上 baseline），schedule 改为 { type: linear }。',
  );

/** 三分之二的企业 */
export const shareAsPercent = (at: Origin, sentence: string, words: string, rate: string): Diagnostic =>
  diagnostic(
    'shareAsPercent',
    'warning',
    `“${excerpt(sentence)}”的“${words}”是份额，草稿按${rate}列为目标。`,
    at,
    '按家数评价的，把 value、unit 改为家数，kind 改为 stock 或 cumulative。',
  );

/** 进入全省前三 */
export const rankAsLimit = (at: Origin, sentence: string, rank: string): Diagnostic =>
  diagnostic(
    'rankAsLimit',
    'warning',
    `“${excerpt(sentence)}”是位次，草稿按“${rank}”列为目标：报位次的数，数越小越好，年底评价。`,
    at,
    '每季度公布位次的，把 schedule 改为 { type: level, reason: 每季度公布位次 }；不评价的，删去该目标。',
  );

/** A multiple of something other than last year's value. */
export const multipleUnread = (at: Origin, where: string, words: string): Diagnostic =>
  diagnostic(
    'multipleUnread',
    'warning',
    `${where}中的“${words}”是倍数，没有数值，未列为目标。`,
    at,
    '按上年末数算出应达到的数，补入 targets（或年度目标）。',
  );

/** 150家（一季度30家，二季度40家，…）; `points`: what the quarters were read as. */
export const readByQuarter = (
  at: Origin,
  {
    name,
    words,
    sums,
  }: { name: string; words: string /** Whether it adds up through the year. */; sums: boolean },
  points: string,
): Diagnostic =>
  diagnostic(
    'readByQuarter',
    'info',
    `“${excerpt(name)}”按“${excerpt(words)}”分季评价，${sums ? '从年初累计' : '应达到'}：${points}。`,
    at,
  );

/** 一季度10家，二季度20家，…, and no number of the year; `points`: what the quarters were read as. */
export const yearOfQuarters = (
  at: Origin,
  {
    name,
    words,
    year,
    by,
    until,
  }: { name: string; words: string; year: string; by: 'sum' | 'level'; until: number },
  points: string,
): Diagnostic => {
  const end = until < 4 ? `截至${'一二三四'.charAt(until - 1)}季度末` : '全年';
  const how = by === 'sum' ? `各时段相加，${end}记为${year}` : `作年初以来的累计数，${end}记为${year}`;
  const open = until < 4 ? '，以后各季度没有写' : '';
  return diagnostic(
    'yearOfQuarters',
    'warning',
    `“${excerpt(name)}”只写了分时段的数“${excerpt(words)}”，没有写全年的数${open}：${how}，列为一个指标，分季评价：${points}。`,
    at,
    `${by === 'sum' ? '原文的数是年初以来累计的' : '原文的数是当期的'}，改写 value 和 schedule 的 nodes${until < 4 ? '；后几个季度另有任务的，补上' : ''}。`,
  );
};
