/**
 * What came from a sender and could not be taken for a return. It is no return, but who is reminded as if nothing had come
 * at all takes offence; it matters as long as nothing of the sender counts.
 */
import { z } from 'zod';
import { byCodeUnit } from '../base/order.ts';
import { isoDate } from './iso-date.ts';

const REFUSED_FOR = [
  'empty',
  'otherPeriod',
  'othersReturn',
  'twoAtOnce',
  'toOpen',
  'noForm',
  'broken',
  'noReturn',
] as const;
export type RefusedFor = (typeof REFUSED_FOR)[number];

/** Behind “报来的是”. */
export const REFUSED_WORDS: Record<RefusedFor, string> = {
  empty: '空表',
  otherPeriod: '其他期次的填报表',
  othersReturn: '其他单位的填报表',
  twoAtOnce: '分不清以哪份为准的两份填报表',
  toOpen: '压缩包、邮件等须先解压、转存的文件',
  noForm: '扫描件或者其他文档',
  broken: '打不开的文件',
  noReturn: '认不出是填报表的文件',
};

export const refusalSchema = z.strictObject({
  sender: z.string(),
  receivedAt: isoDate,
  /** What the file was called when it came. */
  original: z.string(),
  sha256: z.string(),
  why: z.enum(REFUSED_FOR),
});
export type Refusal = z.infer<typeof refusalSchema>;

/** Of each sender the last one. */
export const lastRefusals = (refusals: readonly Refusal[]): ReadonlyMap<string, Refusal> =>
  new Map(
    [...refusals].sort((a, b) => byCodeUnit(a.receivedAt, b.receivedAt)).map((one) => [one.sender, one]),
  );
