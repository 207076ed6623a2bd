/**
 * data/statistics/: published and demonstration statistics. A value always carries its 口径 (definition), vintage, region
 * and period; what may be put together is decided by src/ledger/statistics alone.
 */
import { z } from 'zod';
import { formatDate, parseDate } from '../../base/chinese/date.ts';
import { withoutAddress } from '../../base/chinese/web-address.ts';
import type { Origin } from '../../base/origin.ts';
import type { Figure } from '../document/figure.ts';
import { type StatisticPeriod, statisticPeriodName } from './statistic-period.ts';

/** Stage of a number in its life; 目标 is no result at all, 未注明 means that the source does not say. */
export const VINTAGES = ['初步', '快报', '修订', '最终', '未注明', '目标'] as const;
export type Vintage = (typeof VINTAGES)[number];

/** flow: over the period · stock: at its end · ratio: a share in % · growth: a rate of change in % · index: points. */
const STATISTIC_KINDS = ['flow', 'stock', 'ratio', 'growth', 'index'] as const;
export type StatisticKind = (typeof STATISTIC_KINDS)[number];

/** As the source qualifies its number: 约, 超6500亿元, 6万多个. */
const STATISTIC_QUALIFIERS = ['', '约', '超', '近', '多'] as const;

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, '编号应由小写字母、数字和连字符组成，以字母开头');
const date = z
  .string()
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, '日期应写作 2022-10-08、2022-10 或 2022 的样子');

/** data/statistics/sources.yaml: where numbers come from, each once. */
const sourceSchema = z.strictObject({
  id,
  publisher: z.string(),
  document: z.string(),
  date: date.optional(),
  /** Address or page, as text. */
  place: z.string().optional(),
  /** 转引: read in another publication than the publisher's own. */
  quoted: z.boolean(),
  /** What one must know of it: e.g. that the page was not kept. */
  note: z.string().optional(),
  /** The demonstration data set is a source too. */
  demo: z.boolean().default(false),
});
export const sourcesFileSchema = z.array(sourceSchema);
export type StatisticSource = z.infer<typeof sourceSchema>;

/** data/statistics/definitions.yaml: 口径, with the text that the appendix prints. */
const definitionSchema = z.strictObject({
  id,
  name: z.string(),
  text: z.string(),
  /** Ids of the definitions that values of this one may be divided by: 占比 with a named denominator. */
  shareOf: z.array(id).default([]),
});
export const definitionsFileSchema = z.array(definitionSchema);
export type StatisticDefinition = z.infer<typeof definitionSchema>;

/** data/statistics/regions.yaml, in the customary order. */
const regionSchema = z.strictObject({
  name: z.string(),
  /** For narrow places: 景德镇. */
  short: z.string(),
  /** Place in the tile grid (column, row, from 0), which is no map; absent for a country or province. */
  tile: z.tuple([z.number().int().min(0), z.number().int().min(0)]).optional(),
  /** Whether the province is the sum of these. */
  part: z.boolean().default(false),
  /** The province itself: values without a region are its own. */
  home: z.boolean().default(false),
});
export const regionsFileSchema = z.array(regionSchema);
export type StatisticRegion = z.infer<typeof regionSchema>;

const value = z.union([z.number(), z.literal('—'), z.literal('…')]);
const period = z.union([z.number().int(), z.string()]);
const common = {
  region: z.string().optional(),
  vintage: z.enum(VINTAGES).optional(),
  source: id.optional(),
  note: z.string().optional(),
};

/** data/statistics/series/*.yaml; region, vintage and source of the series hold for values that name none. */
const seriesSchema = z.strictObject({
  id,
  name: z.string(),
  unit: z.string(),
  kind: z.enum(STATISTIC_KINDS),
  definition: id,
  ...common,
  values: z
    .array(z.strictObject({ period, value, qualifier: z.enum(STATISTIC_QUALIFIERS).default(''), ...common }))
    .default([]),
});
export const seriesFileSchema = z.array(seriesSchema);
export type WrittenSeries = z.infer<typeof seriesSchema>;

/** data/statistics/conflicts.yaml: sources that contradict each other, printed in the data notes. */
const conflictSchema = z.strictObject({
  id,
  title: z.string(),
  /** Series and period of each side: de-whitepaper@2021. */
  between: z.array(z.string().regex(/^[a-z][a-z0-9-]*@[^#]+(?:#.+)?$/, '应写作 系列编号@时期 的样子')).min(1),
  what: z.string(),
  treatment: z.string(),
  /** The years whose book tells of it, where it is about one year's plan; otherwise every book does. */
  years: z.array(z.number().int()).min(1).optional(),
});
export const conflictsFileSchema = z.array(conflictSchema);
export type StatisticConflict = z.infer<typeof conflictSchema>;

/** What a series says, whatever the period and region. */
export interface StatisticSeries {
  id: string;
  name: string;
  unit: string;
  kind: StatisticKind;
  definition: StatisticDefinition;
  at: Origin;
}

/** One value. */
export interface Statistic {
  series: StatisticSeries;
  region: string;
  period: StatisticPeriod;
  vintage: Vintage;
  source: StatisticSource;
  note: string;
  at: Origin;
  /** null: missing (—) or not applicable (…), as `absent` says. Zero is a figure. */
  figure: Figure | null;
  absent: '' | '—' | '…';
}

export interface Statistics {
  definitions: StatisticDefinition[];
  sources: StatisticSource[];
  regions: StatisticRegion[];
  conflicts: StatisticConflict[];
  series: StatisticSeries[];
  values: Statistic[];
}

/** As printed after 数据来源: publisher, 《document》, date, place; 转引 said honestly, without the address of a page that quotes. */
export function sourceText(source: StatisticSource): string {
  const document =
    source.document.includes('《') || source.document === '' ? source.document : `《${source.document}》`;
  const named = `${source.publisher}${document}`;
  const beside = withoutAddress(source.place ?? '');
  // A number of a page says nothing without the page.
  const place = source.quoted && named !== '' ? (/\p{Script=Han}/u.test(beside) ? beside : '') : source.place;
  const parts = [named, dateText(source.date ?? ''), place].filter(Boolean);
  return source.demo
    ? source.document || '演示数据'
    : `${parts.join('，')}${source.quoted ? '（转引）' : ''}`;
}

/** 2023-02-21 → 2023年2月21日, 2021-01 → 2021年1月, as text has dates; another writing stays. */
function dateText(date: string): string {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(date) ?? [];
  if (year) return `${year}年${Number(month)}月`;
  const day = parseDate(date);
  return day ? formatDate(day) : date;
}

/** The region that the parts make up: marked, or else the one that stands before the first of them. */
export function homeOf({ regions }: Pick<Statistics, 'regions'>): StatisticRegion | undefined {
  const first = regions.findIndex(({ part }) => part);
  return regions.find(({ home }) => home) ?? regions[first - 1] ?? regions.find(({ part }) => !part);
}

/** 江西省2021年数字经济增加值（省大数据中心白皮书测算口径，未注明）: names a value in messages and notes. */
export const statisticName = ({ series, region, period, vintage }: Statistic): string =>
  `${region}${statisticPeriodName(period)}${series.name}（${series.definition.name}，${vintage === '未注明' ? '数据阶段未注明' : `${vintage}数`}）`;
