/**
 * data/<year>/archive.yaml: what only the archivist can say — fonds, 档号, 保管期限, 密级, 成文日期, 署名. Everything may be
 * left blank; archiving then asks for it, and makes nothing up.
 */
import { z } from 'zod';
import { blankable } from '../blankable.ts';
import { blankableDate } from '../iso-date.ts';
import { anyPeriodIdSchema } from '../period.ts';

/** 密级; the program works outside of what is protected by law, and takes the first two only. */
const SECRECY = ['公开', '内部', '秘密', '机密', '绝密'] as const;
export const OPEN_SECRECY: readonly string[] = ['公开', '内部'];

const choice = <T extends string>(options: readonly [T, ...T[]]) =>
  z
    .enum(options)
    .or(z.literal(''))
    .nullish()
    .transform((value) => value ?? '');
const retention = choice(['永久', '30年', '10年']);
/** “秘密★1年” says how long as well. */
const secrecy = z
  .string()
  .regex(/^(?:(?:公开|内部|秘密|机密|绝密)(?:★.+)?)?$/, `应为${SECRECY.join('、')}之一`)
  .nullish()
  .transform((value) => value ?? '');

const names = z
  .array(z.string())
  .nullish()
  .transform((list) => list ?? []);

/** One 件: documents that are filed together under one 档号. */
const itemSchema = z.strictObject({
  /** Names below output/<期>/ without extension; a folder ends with “/”; “*” for all that no other item names. */
  documents: names,
  /** 档号 */
  number: blankable,
  /** 题名, where it is not that of the first document. */
  title: blankable,
  /** 成文日期 */
  date: blankableDate,
  /** 署名: 发文机关 or 签发人, the 责任者. */
  signed: blankable,
  /** 文种: 报告, 通知, 纪要 … */
  genre: blankable,
  /** 文件编号 (发文字号), where the document does not print it. */
  documentNumber: blankable,
  retention,
  secrecy,
  note: blankable,
});
export type ArchiveItemSettings = z.output<typeof itemSchema>;

/** 目录号, 机构或问题, 类别 (folder below 电子档案/<年度>/), 类别号 */
const classSchema = z
  .strictObject({ catalogue: blankable, section: blankable, name: blankable, code: blankable })
  .prefault({});

const periodSchema = z.strictObject({
  /** Where the period's items have not that of the year: a bulletin, a white paper. */
  class: classSchema,
  /** 归档日期 */
  archivedOn: blankableDate,
  /** Documents that are not filed, named as in an item: seat cards, drafts. */
  excluded: names,
  items: z
    .array(itemSchema)
    .nullish()
    .transform((items) => items ?? []),
});

export const archiveSchema = z.strictObject({
  /** The values are made up for a demonstration: every page of the package says so. */
  demo: z.boolean().default(false),
  /** 档案馆名称, 档案馆代码 */
  repository: z.strictObject({ name: blankable, code: blankable }).prefault({}),
  /** 全宗号, 全宗名称, 立档单位名称 */
  fonds: z.strictObject({ number: blankable, name: blankable, creator: blankable }).prefault({}),
  class: classSchema,
  /** For items that say nothing of their own. */
  defaults: z.strictObject({ retention, secrecy }).prefault({}),
  /** 载体编号, 制作人, 检查人, 保管单位: for 说明文件.TXT; left open they are filled in by hand. */
  carrier: z
    .strictObject({ number: blankable, maker: blankable, checker: blankable, keeper: blankable })
    .prefault({}),
  periods: z
    .record(anyPeriodIdSchema, periodSchema)
    .nullish()
    .transform((periods) => periods ?? {}),
});
export type ArchiveSettings = z.output<typeof archiveSchema>;

/** With what holds for one period in the place of what holds for the year. */
export function settingsFor(period: string, settings: ArchiveSettings): ArchiveSettings {
  const own = Object.entries(settings.periods[period]?.class ?? {}).filter(([, text]) => text !== '');
  return { ...settings, class: { ...settings.class, ...Object.fromEntries(own) } };
}
