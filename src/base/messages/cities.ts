/** Messages on the cities' quarterly returns, their duties and indicators. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';

const oneOf = (options: readonly string[]): string[] =>
  options.length > 0 ? [`可用的写法：${options.join('、')}。`] : [];

export const weightsDiffer = (at: Origin, sum: number): Diagnostic =>
  diagnostic('weightsDiffer', 'error', `各项指标的权重合计为${sum}，应为100。`, at);

export const indicatorTwice = (at: Origin, id: string): Diagnostic =>
  diagnostic('indicatorTwice', 'error', `指标编号“${id}”用了两次。`, at);

const targetOf = (city = '某地'): string => `如 ${city}: { value: 3000, source: 文号或来源 }。`;

export const cityTargetMissing = (at: Origin, id: string, cities: readonly string[]): Diagnostic => ({
  ...diagnostic(
    'cityTargetMissing',
    'error',
    `指标“${id}”按完成率比较，但没有${cities.join('、')}的年度目标。`,
    at,
    `在 targets 中逐地填写，${targetOf(cities[0])}`,
  ),
  about: cities,
});

/** Of indicators for which no city has one. `example`: any of them. */
export const cityTargetsMissing = (
  at: Origin,
  ids: readonly string[],
  example: string | undefined,
): Diagnostic =>
  diagnostic(
    'cityTargetsMissing',
    'error',
    `指标${ids.map((id) => `“${id}”`).join('')}按完成率比较，但各地的年度目标都没有填写。`,
    at,
    `在各指标的 targets 中逐地填写，${targetOf(example)}`,
  );

/** How a build goes on without them; other commands have no such way. */
export const UNSETTLED_TARGETS =
  '目标还没有确定的，用 --draft 先生成征求意见稿（这些指标不列入排名），或用 --only 先生成不用各地数据的文稿，如 --only 02,05,09。';

export const dutyForNobody = (at: Origin, id: string, who: string): Diagnostic =>
  diagnostic(
    'dutyForNobody',
    'warning',
    `工作要求“${id}”的承担单位“${who}”不在各地名单中，未分解。`,
    at,
    '名单见 cities/cities.yaml。',
  );

export const cityRowUnknown = (at: Origin, id: string, city: string, known: readonly string[]): Diagnostic =>
  diagnostic(
    'cityRowUnknown',
    'error',
    `“${id}”不是${city}应填报的指标或事项，该行未采用。`,
    at,
    ...oneOf(known),
  );

export const cityNameElsewhere = (at: Origin, id: string, found: string, other: string): Diagnostic =>
  diagnostic(
    'cityNameElsewhere',
    'error',
    `“${id}”一行写的是“${found}”，那是“${other}”的名称，该行未采用。`,
    at,
    '编号和名称错行，多因只对部分列排序；请恢复原来的次序后重新填报。',
  );

export const indicatorComputed = (at: Origin, id: string): Diagnostic =>
  diagnostic('indicatorComputed', 'info', `指标“${id}”由项目月报计算，所填数值不用。`, at);

export const cityValueMissing = (file: string, city: string, ids: readonly string[]): Diagnostic =>
  diagnostic(
    'cityValueMissing',
    'warning',
    `${city}没有填报指标${ids.join('、')}，该项不得分。`,
    { file },
    '请补报；确无数据的，在“进展情况”说明原因。',
  );

export const cityStageUnknown = (at: Origin, found: string, stages: readonly string[]): Diagnostic =>
  diagnostic('cityStageUnknown', 'error', `没有“${found}”这个阶段。`, at, ...oneOf(stages));

/** A cumulative number below that of the period before: mostly the period alone, filled in for the year so far. */
export const valueFell = (
  at: Origin,
  subject: string,
  [now, before]: readonly [string, string],
  alone: '当季数' | '当月数' = '当季数',
): Diagnostic =>
  diagnostic(
    'valueFell',
    'warning',
    `${subject}累计为${now}，低于上期的${before}，累计数不应减少。`,
    at,
    `请核对是否填成了${alone}；确有核减的，在“存在问题”栏说明。`,
  );

/** `left`: weights of the others. */
export const indicatorsWithoutProjects = (names: readonly string[], left: number, file: string): Diagnostic =>
  diagnostic(
    'indicatorsWithoutProjects',
    'warning',
    `${names.map((name) => `“${name}”`).join('、')}由重点项目月报算出，而本年没有可用的重点项目库，没有列入排名；其余指标权重合计${left}，综合得分最高${left}分。`,
    { file },
    '建立或改正重点项目库（projects/projects.csv），或在该文件中删去这项指标，把权重分给其他指标。',
  );

/** In a draft; formal papers wait for the targets. */
export const indicatorsWithoutTargets = (names: readonly string[], left: number, file: string): Diagnostic =>
  diagnostic(
    'indicatorsWithoutTargets',
    'warning',
    `${names.map((name) => `“${name}”`).join('、')}的各地年度目标没有填全，没有列入排名；其余指标权重合计${left}，综合得分最高${left}分。`,
    { file },
    '征求意见稿照此生成；正式文稿须先填写目标。',
  );

export const cityReturnsMissing = (cities: readonly string[], period: string): string =>
  `${cities.length}个地区未报送${period}工作进展，不参加综合排名：${cities.join('、')}。`;

export const cityReturnMissing = (city: string, period: string, file: string): Diagnostic =>
  diagnostic('cityReturnMissing', 'warning', `${city}未报送${period}工作进展，不参加综合排名。`, { file });

/** @param came how its return came: 1月9日报来的是空表，未收 */
export const cityReturnUnread = (city: string, period: string, file: string, came: string): Diagnostic =>
  diagnostic('cityReturnMissing', 'warning', `${city}${came}；改正前不参加${period}综合排名。`, { file });
