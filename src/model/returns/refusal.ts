/**
 * What came from a sender and could not be taken for a return. It is no return, but who is reminded as if nothing had come
 * at all takes offence; it matters as long as nothing of the sender counts.
 */
import { z } from 'zod';
import { formatMonthDay } from '../../base/chinese/date.ts';
import { byCodeUnit } from '../../base/order.ts';
import { isoDate } from '../iso-date.ts';

const REFUSED_FOR = [
  'empty',
  'otherPeriod',
  'othersReturn',
  'twoAtOnce',
  'whose',
  'toOpen',
  'noForm',
  'blank',
  'locked',
  'broken',
  'tooLarge',
  'noReturn',
] as const;
export type RefusedFor = (typeof REFUSED_FOR)[number];

/** Behind “报来的是”, “收到”. */
export const REFUSED_WORDS: Record<RefusedFor, string> = {
  empty: '空表',
  otherPeriod: '其他期次的填报表',
  othersReturn: '其他单位的填报表',
  twoAtOnce: '分不清以哪份为准的几份填报表',
  whose: '填报单位前后不一致的填报表',
  toOpen: '压缩包、邮件等须先解压、转存的文件',
  noForm: '扫描件或者其他文档',
  blank: '没有内容的文件（0字节）',
  locked: '设了密码、打不开的文件',
  broken: '打不开的文件',
  tooLarge: '过大、不能读取的文件',
  noReturn: '认不出是填报表的文件',
};

export const refusalSchema = z.strictObject({
  sender: z.string(),
  receivedAt: isoDate,
  /** What the file was called when it came. */
  original: z.string(),
  sha256: z.string(),
  why: z.enum(REFUSED_FOR),
  /** Where it bears several names: all of them. It came from one of them, and nobody can tell which. */
  named: z.array(z.string()).optional(),
});
export type Refusal = z.infer<typeof refusalSchema>;

/** What is told of one: the rest can't be put into words. */
export type RefusalTold = Pick<Refusal, 'receivedAt' | 'why' | 'named'>;

/** 1月9日报来的是空表; 1月9日收到打不开的文件，写有省教育厅、省科技厅，分不清是谁报来的. */
export function refusalWords({ receivedAt, why, named }: RefusalTold): string {
  const [day, what] = [formatMonthDay(receivedAt), REFUSED_WORDS[why]];
  return named ? `${day}收到${what}，写有${named.join('、')}，分不清是谁报来的` : `${day}报来的是${what}`;
}

/** Of each sender the last one; one that may be another's only where there is no other. */
export function lastRefusals(refusals: readonly Refusal[]): ReadonlyMap<string, Refusal> {
  const weight = ({ named }: Refusal): number => (named ? 0 : 1);
  const inOrder = [...refusals].sort(
    (a, b) => weight(a) - weight(b) || byCodeUnit(a.receivedAt, b.receivedAt),
  );
  return new Map(inOrder.map((one) => [one.sender, one]));
}
