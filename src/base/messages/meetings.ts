/** Messages on data/<year>/meetings. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';
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
    '单位名称须与 units.yaml 中的 name 一致。',
  );

export const decisionTwice = (at: Origin, no: number): Diagnostic =>
  diagnostic(
    'decisionTwice',
    'error',
    `议定事项的序号 ${no} 重复。`,
    at,
    '每项议定事项用一个序号，依次编排。',
  );

export const decisionUnknown = (at: Origin, no: number, taken: readonly number[]): Diagnostic =>
  diagnostic(
    'decisionUnknown',
    'error',
    `上次会议没有序号为 ${no} 的议定事项。`,
    at,
    taken.length > 0
      ? `上次会议的议定事项：${taken.join('、')}。`
      : '上次会议的文件中还没有写 decisions（议定事项）。',
  );
