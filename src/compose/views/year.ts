/** Everything that the templates of a year may print: what those of its last quarter may, and the cities, projects, data. */
import { sentence } from '../../base/chinese/clause.ts';
import type { CityRecord, IndicatorRecord } from '../../model/ledger/city-ledger.ts';
import type { YearLedger } from '../../model/ledger/ledger.ts';
import type { ProjectLedger } from '../../model/ledger/project-ledger.ts';
import type { View } from '../engine/value.ts';
import { count, share } from '../figures.ts';
import { strongest, weakest } from '../texts/city-standing.ts';
import { moneyInText } from '../texts/project-money.ts';
import { neverReported, silentNow } from '../texts/project-text.ts';
import { quarterView } from './quarter.ts';
import { tracksView } from './tracks.ts';
import { aboveMean, aimsOf, topField, tracksCompared, unitsLeft } from './year-findings.ts';

/** A track's page holds the table of its tasks and, with what room is left, paragraphs of progress. Points. */
const ROOM = 560;
const ROW = 44;
const PARAGRAPH = 80;
const paragraphsBeside = (tasks: number): number => Math.max(2, Math.floor((ROOM - tasks * ROW) / PARAGRAPH));

/** A place's first and last few in the ranking of an indicator are named; as many fields of projects. */
const MOST_NAMED = 3;

export function yearView(ledger: YearLedger): View {
  const { year, book, statistics, projects, cities } = ledger;
  return {
    ...quarterView(ledger.quarter),
    书: {
      名称: book.title.join(''),
      数据年: `${book.dataYear}年`,
      编写: book.compiler || '＿'.repeat(12),
    },
    专项: tracksView(ledger.quarter, paragraphsBeside).map((view, i) => ({
      ...view,
      任务: aimsOf(ledger.quarter.tracks[i]?.tasks ?? []),
    })),
    年: yearsView(year.year),
    演示: ledger.demo,
    地区: (cities?.cities ?? []).map((record) => cityView(record, cities?.cities ?? [], ledger)),
    地区数: count(cities?.cities.length ?? 0, ledger.quarter.region.places, '个'),
    // null where the workspace has none: {{#if 项目}}.
    项目: projects && projectsView(projects, ledger.quarter.region.counted),
    专项比较: tracksCompared(ledger.quarter),
    未完成单位: unitsLeft(ledger.quarter),
    矛盾: statistics.conflicts.map(({ title }) => title),
    冲突数: count(statistics.conflicts.length, '来源之间的矛盾', '处'),
  };
}

/** 2022年, 2021年, 2018年, 2023年: a template that names no year serves all of them. */
const yearsView = (year: number): View => ({
  名称: `${year}年`,
  上年: `${year - 1}年`,
  下年: `${year + 1}年`,
  ...Object.fromEntries([2, 3, 4].map((back) => [`前${back}年`, `${year - back}年`])),
});

/** Of what is scored by it, the rate is meant: 南昌市's value added is the largest, its completion may be the last but one. */
const ranked = ({ indicator, rank, value }: IndicatorRecord): View => ({
  名称: indicator.basis === 'completion' ? `${indicator.name}完成率` : indicator.name,
  位次: String(rank.rank),
  数: value,
});

function cityView(record: CityRecord, all: readonly CityRecord[], { projects }: YearLedger): View {
  const { city, composite, rank, indicators, duties } = record;
  const own = projects?.all.cities.find((one) => one.city === city.name)?.summary;
  const money = projects && moneyInText(projects);
  const of = (names: readonly string[]): IndicatorRecord[] =>
    indicators.filter(({ indicator }) => names.includes(indicator.name));
  const best = of(strongest(record, MOST_NAMED));
  const weak = of(weakest(record, all, MOST_NAMED));
  return {
    名称: city.name,
    简称: city.aliases.find((alias) => city.name.startsWith(alias)) ?? city.name,
    综合得分: composite,
    有排名: rank.rank !== null,
    位次: rank.rank === null ? '—' : String(rank.rank),
    领先: best.map(ranked),
    有领先: best.length > 0,
    落后: weak.map(ranked),
    有落后: weak.length > 0,
    有位次: best.length + weak.length > 0,
    集聚区: city.clusters,
    有集聚区: city.clusters.length > 0,
    进展: sentence(record.progress?.value ?? ''),
    有进展: record.progress !== null,
    问题: sentence(record.problem?.value ?? ''),
    有问题: record.problem !== null,
    下步: sentence(record.next?.value ?? ''),
    有下步: record.next !== null,
    事项: duties.map((duty): View => ({ 内容: duty.duty.what, 进展: duty.progress?.value ?? '' })),
    ...aboveMean(record, all),
    有项目: own !== undefined,
    月报未报: projects !== null && silentNow(projects).includes(city.name),
    完成投资: (own && money?.of(own.invested)) ?? null,
    计划投资: (own && money?.of(own.plan)) ?? null,
    投资完成率: own?.rate ?? null,
  };
}

function projectsView(projects: ProjectLedger, counted: string): View {
  const { all, kinds, stalled } = projects;
  const money = moneyInText(projects);
  const { summary } = all;
  // As the treemap has them: a field of two kinds is one.
  const fields = all.categories.toSorted((a, b) => b.summary.invested.value - a.summary.invested.value);
  const ofRate = (wanted: (rate: number) => boolean): View[] =>
    all.cities
      .flatMap((city) => (city.summary.rate ? [{ city: city.city, rate: city.summary.rate }] : []))
      .filter(({ rate }) => wanted(rate.value))
      .sort((a, b) => b.rate.value - a.rate.value)
      .map(({ city, rate }) => ({ 名称: city, 完成率: rate }));
  const [fulfilled, short] = [ofRate((rate) => rate >= 100), ofRate((rate) => rate < 100)];
  const places = (of: readonly View[], what: string) => count(of.length, what, `个${counted}`);
  return {
    个数: summary.count,
    计划投资: money.of(summary.plan),
    完成投资: money.of(summary.invested),
    完成率: summary.rate,
    有完成率: summary.rate !== null,
    开工: summary.started,
    竣工: summary.completed,
    未开工: summary.notStarted,
    停滞: count(stalled.length, '停滞的项目', '个'),
    有停滞: stalled.length > 0,
    完成计划: fulfilled,
    未完成计划: short,
    比较数: places([...fulfilled, ...short], '有年度计划投资的地方'),
    完成计划数: places(fulfilled, '完成年度计划投资的地方'),
    未完成计划数: places(short, '没有完成年度计划投资的地方'),
    领域前列: fields.slice(0, MOST_NAMED).map(
      ({ name, summary }): View => ({
        名称: name,
        完成投资: money.of(summary.invested),
        占比: share(summary.invested, all.summary.invested),
      }),
    ),
    未报: silentNow(projects),
    从未报: neverReported(projects),
    类: kinds.map(
      (kind): View => ({
        名称: kind.name,
        个数: kind.summary.count,
        计划投资: money.of(kind.summary.plan),
        完成投资: money.of(kind.summary.invested),
        完成率: kind.summary.rate,
        开工: kind.summary.started,
        竣工: kind.summary.completed,
        首位领域: topField(projects, kind.kind),
      }),
    ),
  };
}
