/** Messages on data/<year>/meetings. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';
import { namedPath } from './field-names.ts';
import { didYouMean } from './hints.ts';

export const meetingPeriodUnknown = (at: Origin, period: string, known: string[]): Diagnostic =>
  diagnostic(
    'meetingPeriodUnknown',
    'error',
    `会议文件名“${period}”不是 periods.yaml 中的期次。`,
    at,
    `文件名应为期次，如 ${known[0] ?? '2022Q1'}.yaml；已设期次：${known.join('、')}。`,
  );

export const meetingUnitUnknown = (at: Origin, name: string, suggestion: string | undefined): Diagnostic =>
  diagnostic(
    'meetingUnitUnknown',
    'error',
    `单位名录中没有“${name}”。`,
    at,
    ...didYouMean(suggestion),
    '单位名称须在 units.yaml 中：写 name、fullName，或者 aliases 中的一个。',
  );

export const decisionTwice = (at: Origin, no: number): Diagnostic =>
  diagnostic(
    'decisionTwice',
    'error',
    `议定事项的序号 ${no} 重复。`,
    at,
    '每项议定事项用一个序号，依次编排。',
  );

/** `file`: that of the meeting before. */
export const decisionUnknown = (at: Origin, no: number, taken: readonly number[], file: string): Diagnostic =>
  diagnostic(
    'decisionUnknown',
    'error',
    `上次会议没有序号为 ${no} 的议定事项。`,
    at,
    taken.length > 0
      ? `上次会议的议定事项：${taken.join('、')}。`
      : `上次会议的文件 ${file} 中还没有写 decisions（议定事项）。`,
  );

export const notFinished = (at: Origin, word: string): Diagnostic =>
  diagnostic(
    'notFinished',
    'error',
    `写了办结日期（finished），办理结果却是“${word}”。`,
    at,
    '已办结的，state 写 done；没有办结的，删去 finished。',
  );

export const finishedOutside = (at: Origin, from: string, to: string): Diagnostic =>
  diagnostic(
    'finishedOutside',
    'error',
    '办结日期不在上次会议和本次会议之间。',
    at,
    `上次会议：${from || '日期未填'}；本次会议：${to || '日期未填'}。核对年份和月份。`,
  );

export const decisionTaskUnknown = (at: Origin, task: number): Diagnostic =>
  diagnostic(
    'decisionTaskUnknown',
    'error',
    `工作计划中没有第${task}项任务。`,
    at,
    '议定事项的 task 写提出该事项的任务号；不是由任务提出的，不写这一项。',
  );

/** A path, with or without how many units; or a path in another meeting's file. */
function blankName(blank: string): string {
  const [, file = '', path = '', count = ''] = /^(\S+\.yaml 的 )?([\w.]+)(.*)$/.exec(blank) ?? [];
  return path === '' ? blank : `${file}${namedPath(path)}${count}`;
}

interface MeetingFiles {
  officeFile: string;
  /** Files of meetings that nobody has made. */
  missing: readonly string[];
  /** One that may be copied; null where the workspace has none. */
  example: string | null;
}

/** `blanks`: fields of the meeting's file; `contact`: fields of office.yaml that the same documents print. */
export const meetingBlanks = (
  at: Origin,
  blanks: readonly string[],
  contact: readonly string[],
  { officeFile, missing, example }: MeetingFiles,
): Diagnostic =>
  diagnostic(
    'meetingBlanks',
    'warning',
    `会议事项尚有${blanks.length}处未填，文稿中印出空线：${blanks.map(blankName).join('、')}。`,
    at,
    ...(missing.length > 0
      ? [
          `还没有 ${missing.join('、')}：把${example === null ? '程序目录中的 data/2022/meetings/2022Q1.yaml' : ` ${example}`} 复制过来，改成这个文件名，${example === null ? '清空其中的演示内容（并删去 demo: true）' : '清空日期、文号、议定事项'}。`,
        ]
      : []),
    '确定后在该文件的同名项目中填写，再重新生成；decisions（议定事项）会后填写。',
    ...(contact.length > 0 ? [`联系人和电话（${contact.join('、')}）在 ${officeFile} 中填写。`] : []),
  );

/** Fields of the plan's document.yaml. */
export const planBlanks = (at: Origin, blanks: readonly string[]): Diagnostic =>
  diagnostic(
    'planBlanks',
    'warning',
    `计划的${blanks.map(blankName).join('、')}没有填写：没有文号的不印文号，没有发文机关、办公室的印“领导小组”“领导小组办公室”。`,
    at,
    '查明后填写，再重新生成。',
  );

export const decisionsDropped = (at: Origin, numbers: readonly number[]): Diagnostic =>
  diagnostic(
    'decisionsDropped',
    'warning',
    `上次会议议定的第${numbers.join('、')}项还没有办结，本次议定事项中没有接续的，下次会议将不再跟踪。`,
    at,
    '需要继续办理的，写入 decisions，重新明确责任单位和时限：上次写了任务号（task）的，看有没有同一任务号的；没有任务号的，以及上年议定的（任务号已变），看有没有同一责任单位的。',
  );

/** Units that are answerable for a decision of last year's and that the new year no longer knows. */
export const decisionUnitsGone = (at: Origin, names: readonly string[], unitsFile: string): Diagnostic =>
  diagnostic(
    'decisionUnitsGone',
    'warning',
    `上年会议议定、还没有办结的事项，责任单位不在本年的单位名录中：${names.join('、')}。文稿中按原名印出，但不会列入其汇报事项。`,
    at,
    `更名或职能划转的，把原名写入 ${unitsFile} 中承接单位的 aliases。`,
  );

export const agendaTooLong = (at: Origin, minutes: number, end: string, planned: string): Diagnostic =>
  diagnostic(
    'agendaTooLong',
    'warning',
    `会议议程合计${minutes}分钟，到${end}结束，晚于所定的${planned}。`,
    at,
    '减少 agenda 中每个单位（unit）、每项协调事项（matter）的分钟数，或调整 start、end。',
  );
