/** Diagnostics of acknowledged findings, and of findings that nobody has acknowledged. */
import { someOf } from '../chinese/some-of.ts';
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';
import { didYouMean } from './hints.ts';

export const acknowledgementUnnamed = (at: Origin): Diagnostic =>
  diagnostic(
    'acknowledgementUnnamed',
    'error',
    '没有写明说明的是哪条核对发现。',
    at,
    '请写 finding（核对命令印出的编号，如 falling/省工信厅/T028-2），或者同时写 check、unit、subject。',
  );

export const acknowledgementIncomplete = (at: Origin, what: '理由' | '说明单位'): Diagnostic =>
  diagnostic('acknowledgementIncomplete', 'error', `核对发现的说明没有写${what}。`, at);

export const acknowledgementPeriodUnknown = (at: Origin, period: string, known: string[]): Diagnostic =>
  diagnostic(
    'acknowledgementPeriodUnknown',
    'error',
    `文件名“${period}”不是已设置的报告期。`,
    at,
    `已设置的报告期：${known.join('、')}。`,
  );

export const acknowledgementUnmatched = (
  at: Origin,
  id: string,
  near: string | undefined,
  present: string[],
): Diagnostic =>
  diagnostic(
    'acknowledgementUnmatched',
    'warning',
    `说明的核对发现“${id}”本期不存在，该说明未采用。`,
    at,
    ...didYouMean(near),
    '数据更正后不再有这条发现的，可以删去该说明。',
    ...(present.length > 0 ? [`本期的核对发现：${present.join('、')}。`] : []),
  );

export const acknowledgementOutdated = (at: Origin, id: string, found: string): Diagnostic =>
  diagnostic(
    'acknowledgementOutdated',
    'warning',
    `核对发现“${id}”的内容中已没有“${found}”，数据在说明之后有变化，该说明未采用。`,
    at,
    '请重新核对后更新说明。',
  );

/** Applied, but maybe written for a value that has been replaced since: nothing in it says which one it means. */
export const acknowledgementVague = (at: Origin, id: string, unit: string, versions: number): Diagnostic =>
  diagnostic(
    'acknowledgementVague',
    'warning',
    `核对发现“${id}”的说明没有写 found，而${unit}本期报送过${versions}次，看不出说明的是不是现在的数；理由照样印入文稿。`,
    at,
    '核对理由是否仍然适用：适用的，加一行 found，写现在的报送值；不再适用的，改写或删去该说明。',
  );

/**
 * What to write into the file, ready but for reason and by; left blank they are an error that says so.
 * @param open findings that nothing has been noted of
 */
export const acknowledgementDraft = (
  file: string,
  open: readonly { id: string; message: string }[],
): string[] => [
  `属实的，照下面的样子写入 ${file}（没有这个文件的，新建一个），填上理由（reason）和说明单位（by）：`,
  '',
  ...open.flatMap(({ id, message }, i) => [
    `# ${message.replace(/\s+/g, ' ')}`,
    `- finding: ${PLAIN.test(id) ? id : JSON.stringify(id)}`,
    ...(i === 0
      ? [
          '  outcome: 继续核实 # 已查明无误、按报送值评定的，写 确认属实',
          '  # found: 报送值，如 2380万；写了的，报送值一变，这条说明就不再适用',
        ]
      : []),
    '  reason: ',
    '  by: ',
  ]),
  '',
];

/** What YAML reads as the same text without quotes. */
const PLAIN = /^[\p{Script=Han}A-Za-z][\p{Script=Han}\w/.-]*$/u;

/** The gate of the build: `ids` are the findings that are errors and that nobody has acknowledged. @param notes file for reasons */
export const findingsOpen = (period: string, notes: string, ids: string[]): Diagnostic =>
  diagnostic(
    'findingsOpen',
    'error',
    `有${ids.length}条核对发现既未更正也未说明，暂不能生成正式文稿：${ids.join('、')}。`,
    undefined,
    `运行 diaodu check ${period} 查看；请单位更正后重新报送，或者把理由写入 ${notes}。`,
    '需要先看稿子的，加 --draft 生成征求意见稿。',
  );

/** What was found in a month's returns on projects, by city. */
export type FoundByCity = readonly { city: string; messages: readonly string[] }[];

/** As many findings as show of what kind a city's are. */
const FIRST = 3;

const byCity = (found: FoundByCity): string[] =>
  found.map(
    ({ city, messages }) =>
      `${city}（${messages.length}条）：${someOf(
        messages.map((message) => message.replace(/。$/, '')),
        FIRST,
        '条',
        '；',
      )}。`,
  );

const countOf = (found: FoundByCity): number => found.reduce((sum, { messages }) => sum + messages.length, 0);

/** Returns of one kind for one time. */
interface Gated {
  /** 2022-09, 2022Q3 */
  id: string;
  year: number;
  /** 2022年9月重点项目月报 */
  what: string;
  kind: 'projects' | 'cities';
}

/** `found`: what makes figures doubtful and nobody has acknowledged. @param notes file for reasons */
const gateShut = (
  code: string,
  { id, year, what, kind }: Gated,
  notes: string,
  found: FoundByCity,
): Diagnostic =>
  diagnostic(
    code,
    'error',
    `${what}有${countOf(found)}条核对发现使印出的数不可信，既未更正也未说明，暂不能生成正式文稿。`,
    { file: `data/${year}/${kind}/returns/${id}` },
    ...byCity(found),
    `运行 diaodu check ${id} 查看全部；请有关地方更正后用 diaodu collect ${id} 再收，或者把理由写入 ${notes}。`,
    '需要先看稿子的，加 --draft 生成征求意见稿。',
  );

/** What is told before figures are printed, though nothing waits for it. */
const gateTold = (code: string, { id, year, what, kind }: Gated, found: FoundByCity): Diagnostic =>
  diagnostic(
    code,
    'warning',
    `${what}有${countOf(found)}条核对发现，印出的数可能有误。`,
    { file: `data/${year}/${kind}/returns/${id}` },
    ...byCity(found),
    `运行 diaodu check ${id} 查看全部。`,
  );

interface ProjectMonth {
  id: string;
  year: number;
  name: string;
}

const ofMonth = ({ id, year, name }: ProjectMonth): Gated => ({
  id,
  year,
  what: `${name}重点项目月报`,
  kind: 'projects',
});

export const projectFindingsOpen = (month: ProjectMonth, notes: string, found: FoundByCity): Diagnostic =>
  gateShut('projectFindingsOpen', ofMonth(month), notes, found);

export const projectFindingsTold = (month: ProjectMonth, found: FoundByCity): Diagnostic =>
  gateTold('projectFindingsTold', ofMonth(month), found);

interface CityQuarter {
  id: string;
  year: number;
  name: string;
  /** What they are called here: 设区市. */
  places: string;
}

const ofQuarter = ({ id, year, name, places }: CityQuarter): Gated => ({
  id,
  year,
  what: `${name}各${places}季报`,
  kind: 'cities',
});

export const cityFindingsOpen = (quarter: CityQuarter, notes: string, found: FoundByCity): Diagnostic =>
  gateShut('cityFindingsOpen', ofQuarter(quarter), notes, found);

export const cityFindingsTold = (quarter: CityQuarter, found: FoundByCity): Diagnostic =>
  gateTold('cityFindingsTold', ofQuarter(quarter), found);
