/** 项目: the key projects at a month's end, for the quarterly and the monthly bulletin. */
import { clause } from '../../base/chinese/clause.ts';
import { formatMonthDay } from '../../base/chinese/date.ts';
import { formatAmount, formatNumber } from '../../base/chinese/format.ts';
import { groupBy } from '../../base/group.ts';
import { projectsBeyondPlan } from '../../base/messages/projects.ts';
import type { Finding } from '../../model/finding.ts';
import { monthName } from '../../model/period.ts';
import { INVESTMENT_UNIT, projectsOfKind } from '../../model/project.ts';
import type {
  CityProjects,
  MonthReturn,
  ProjectDifference,
  ProjectLedger,
  ProjectRecord,
  ProjectSummary,
  Rank,
} from '../../model/project-ledger.ts';
import type { Region } from '../../model/region.ts';
import { figureInline, type Rich, rich, type View } from '../engine/value.ts';
import { count } from '../figures.ts';
import { countPlaces, fold, placeNoun } from '../fold.ts';
import { type Money, moneyInText } from '../project-money.ts';
import {
  anyReported,
  behindPace,
  kindOf,
  neverReported,
  placesText,
  signed,
  silentNow,
  startsPhrase,
} from '../project-text.ts';
import { byRank, ends, movementText, rankPhrase, sharedRanks } from '../ranking.ts';
import { join } from '../sentences.ts';
import { summaryView } from './project-summary.ts';

/** Names in a sentence; more are folded. */
const MOST_NAMES = 4;
/** So few are all named in their order. */
const FEW = 3;
/** Checks whose findings are told elsewhere in the bulletin. */
const TOLD: readonly string[] = ['project-late-start', 'project-stalled', 'project-missing-return'];
/** What the city has explained is told, but it is no problem. */
const REDUCED = 'project-reduced';
/** Name of the check: ledger/projects/checks/beyond-plan.ts. */
const BEYOND_PLAN = 'project-beyond-plan';

/**
 * @param since the period whose ranking is compared with: rank since the month before, or since the quarter before
 * @param differences where the units' returns say otherwise; none for a month
 */
export function projectsView(
  projects: ProjectLedger,
  since: 'month' | 'quarter',
  differences: readonly ProjectDifference[] = [],
): View {
  const { all, kinds, rules } = projects;
  const money = moneyInText(projects);
  const found = projects.findings.filter(({ check }) => !TOLD.includes(check));
  const problems = found.filter(({ check }) => check !== REDUCED);
  const present = kinds.filter(({ summary }) => summary.count.value > 0);
  return {
    总: { ...summaryView(all.summary, money), ...startsOf(all.summary, since) },
    类别: present.map(
      ({ kind, name, summary }, i): View => ({
        序号: String(i + 1),
        名称: name,
        类别: kind ?? name,
        简称: projectsOfKind(kind ?? name),
        ...summaryView(summary, money),
      }),
    ),
    // What is said of each kind says it all again where there is one alone.
    分类: present.length > 1,
    以亿元: money.unit !== INVESTMENT_UNIT,
    ...citiesOf(all.cities, since, projects.region, money),
    ...fieldsOf(projects, money),
    ...monthsOf(projects, money),
    ...listsOf(projects),
    有报送: anyReported(projects, since),
    曾报送: neverReported(projects).length < projects.all.cities.length,
    报送: returnsOf(projects),
    核对: problemsOf(problems, projects),
    核对数: count(problems.length, '月报数据核对发现的问题', '个'),
    核减: found.filter(({ check }) => check === REDUCED).map(findingItem),
    对账: differences.map(differenceView),
    规则: [...rules.explanation],
    停滞月数: count(rules.stalledMonths, '列为停滞项目的月数（data/…/projects/rules.yaml）', '个'),
  };
}

function startsOf(summary: ProjectSummary, since: 'month' | 'quarter'): View {
  const between = since === 'month' ? '，' : '、';
  return {
    本月开竣工: startsPhrase(summary.startedInMonth, summary.completedInMonth, between),
    本季开竣工: startsPhrase(summary.startedInQuarter, summary.completedInQuarter, between),
  };
}

/** City by city; what is alike of many projects is said of them together, last. */
function problemsOf(problems: readonly Finding[], { returns, projects, rules }: ProjectLedger): View[] {
  const order = returns.map(({ city }) => city);
  const sorted = problems.toSorted((a, b) => order.indexOf(a.unit) - order.indexOf(b.unit));
  const beyond = sorted.filter(({ check }) => check === BEYOND_PLAN);
  if (beyond.length < 2) return sorted.map(findingItem);
  return [
    ...sorted.filter((finding) => !beyond.includes(finding)).map(findingItem),
    {
      内容: projectsBeyondPlan(
        beyond.flatMap(({ subject }) => rateOf(subject, projects)),
        rules.beyondPlan,
      ),
    },
  ];
}

/** How far the project of that code is. */
function rateOf(code: Finding['subject'], projects: readonly ProjectRecord[]) {
  const record = projects.find(({ project }) => project.code === code);
  return record?.rate ? [{ ...record.project, rate: formatNumber(record.rate) }] : [];
}

const findingItem = ({ message }: Finding): View => ({ 内容: clause(message) });

function citiesOf(
  cities: readonly CityProjects[],
  since: 'month' | 'quarter',
  region: Region,
  money: Money,
): View {
  const rankOf = (city: CityProjects): Rank => (since === 'month' ? city.rank : city.sinceQuarter);
  const shared = sharedRanks(cities.map(rankOf));
  const item = (city: CityProjects): View => ({
    名称: city.city,
    名次: rankPhrase({ rank: rankOf(city), by: city.summary.rate }, shared),
    变化: movementText(rankOf(city)),
    ...summaryView(city.summary, money),
  });
  const { first, last } = ends(cities, rankOf);
  const ranked = byRank(cities, rankOf).filter((city) => rankOf(city).rank !== null);
  // Of three, one would be in front and one behind: they are all named.
  const few = first.length > 0 && ranked.length > 1 && ranked.length <= FEW;
  const behind = behindPace(cities);
  const moved = (sign: number): CityProjects[] =>
    cities
      .filter((city) => Math.sign(rankOf(city).moved ?? 0) === sign)
      .sort((a, b) => Math.abs(rankOf(b).moved ?? 0) - Math.abs(rankOf(a).moved ?? 0));
  const named = (list: readonly CityProjects[], detail: (city: CityProjects) => Rich, what: string): Rich =>
    fold(
      list.map((city) => rich(city.city, '（', detail(city), '）')),
      MOST_NAMES,
      {
        unit: '个',
        noun: placeNoun(
          list.map(({ city }) => city),
          region,
        ),
        what,
      },
    );
  const ties = [...groupBy(byRank(cities, rankOf), (city) => rankOf(city).rank)].filter(
    ([rank, list]) => rank !== null && list.length > 1,
  );
  return {
    各地: byRank(cities, rankOf).map(item),
    地区数: count(cities.length, `有重点项目的${region.places}`, '个'),
    一地: cities.length === 1,
    慢于序时地: countPlaces(
      behind.map(({ city }) => city),
      `慢于序时进度的${region.places}`,
      region,
    ),
    各地不多: few,
    前列: (few ? ranked : first).map(item),
    后列: last.map(item),
    慢于序时数: count(behind.length, `慢于序时进度的${region.places}`, '个'),
    慢于序时: named(behind, ({ summary }) => signed(summary.gap) ?? rich(), '慢于序时进度的地方'),
    上升:
      moved(1).length > 0 ? named(moved(1), (c) => movementText(rankOf(c)) ?? rich(), '名次上升的地方') : '',
    下降:
      moved(-1).length > 0
        ? named(moved(-1), (c) => movementText(rankOf(c)) ?? rich(), '名次下降的地方')
        : '',
    有名次变化: cities.some((city) => rankOf(city).moved !== null),
    并列: ties.map(
      ([, list]): View => ({
        名单: list.map(({ city }) => city).join('、'),
        名次: rankPhrase(
          { rank: rankOf(list[0] as CityProjects), by: list[0]?.summary.rate ?? null },
          shared,
        ),
      }),
    ),
  };
}

/** Fields of all kinds, fastest first. */
function fieldsOf({ kinds }: ProjectLedger, money: Money): View {
  const fields = kinds
    .flatMap((kind) => kind.categories.filter(({ summary }) => summary.rate))
    .sort((a, b) => (b.summary.rate?.value ?? 0) - (a.summary.rate?.value ?? 0));
  const item = ({ name, summary }: (typeof fields)[number]): View => ({
    名称: name,
    ...summaryView(summary, money),
  });
  const size = Math.min(3, Math.floor(fields.length / 2));
  return {
    领域不多: fields.length > 1 && fields.length <= FEW,
    各领域: fields.map(item),
    领域数: count(fields.length, '建设领域', '个'),
    快的领域: fields.slice(0, size).map(item),
    慢的领域: size === 0 ? [] : fields.slice(-size).reverse().map(item),
  };
}

/** The month against the one before, and the months of the year with most and least; of those that were reported. */
function monthsOf({ all, month }: ProjectLedger, money: Money): View {
  const months = all.byMonth.flatMap(({ month: { month: no }, summary: { monthInvested } }) =>
    monthInvested ? [{ no, invested: monthInvested }] : [],
  );
  const before = months.find(({ no }) => no === month.month - 1);
  const sorted = [...months].sort((a, b) => b.invested.value - a.invested.value);
  const item = (one: (typeof months)[number] | undefined): View => ({
    月: one ? `${one.no}月` : '',
    投资: one ? money.of(one.invested) : null,
  });
  return {
    当月: `${month.month}月`,
    有上月: before !== undefined,
    上月: item(before),
    最多月: item(sorted[0]),
    当月最多: sorted[0]?.no === month.month,
    最少月: item(sorted.at(-1)),
    月份数足: months.length >= 3,
  };
}

function listsOf(projects: ProjectLedger): View {
  const name = (record: ProjectRecord): Rich => rich(record.project.city, '“', record.project.name, '”');
  const folded = (list: readonly ProjectRecord[], what: string): Rich =>
    fold(list.map(name), 3, { unit: '个', noun: '项目', what });
  const counted = (list: readonly ProjectRecord[], what: string): View => ({
    数: count(list.length, what, '个'),
    名单: folded(list, what),
    所在地: placesText(list, MOST_NAMES, what, projects),
    构成: kindsIn(list),
  });
  const troubled = projects.projects.filter(({ problem }) => problem);
  const kinds = [...groupBy(troubled, ({ problem }) => problem?.value ?? '')].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  return {
    停滞: counted(projects.stalled, '停滞项目'),
    未按期开工: counted(projects.overdueStarts, '未按期开工的项目'),
    有问题: counted(troubled, '月报反映存在问题的项目'),
    问题归并: kinds.slice(0, MOST_NAMES).map(
      ([words, list]): View => ({
        问题: clause(words),
        数: count(list.length, `反映“${words}”的项目`, '个'),
      }),
    ),
    问题不止: kinds.length > 1,
    有待处置数: count(
      new Set([...projects.stalled, ...projects.overdueStarts]).size,
      '停滞或者未按期开工的项目',
      '个',
    ),
    另有问题数: count(
      projects.projects.filter(({ stalled, startOverdue, problem }) => problem && !stalled && !startOverdue)
        .length,
      '没有停滞、没有未按期开工而存在问题的项目',
      '个',
    ),
    有问题项目数: count(
      projects.projects.filter((record) => record.stalled || record.startOverdue || record.problem).length,
      '停滞、未按期开工或者存在问题的项目',
      '个',
    ),
  };
}

/** “其中重点产业项目1个、新基建项目4个” or “均为新基建项目”. */
function kindsIn(list: readonly ProjectRecord[]): Rich {
  const kinds = [...groupBy(list, kindOf)];
  if (kinds.length === 1)
    return rich(`${list.length > 1 ? '均' : ''}为${projectsOfKind(kinds[0]?.[0] ?? '')}`);
  return rich(
    '其中',
    join(
      kinds.map(([kind, own]) =>
        rich(projectsOfKind(kind), count(own.length, `此类${projectsOfKind(kind)}`, '个')),
      ),
      '、',
    ),
  );
}

function returnsOf(projects: ProjectLedger): View {
  const { returns, owedEarlier, month, region } = projects;
  const never = neverReported(projects);
  const names = (test: (record: MonthReturn) => boolean): string[] =>
    returns.filter(test).map(({ city }) => city);
  const missing = names(({ receivedAt }) => receivedAt === null);
  const late = names((record) => record.late);
  const partial = returns.filter(({ receivedAt, listed, owed }) => receivedAt !== null && listed < owed);
  return {
    月: monthName(month),
    应报地: countPlaces(
      returns.map(({ city }) => city),
      `应报月报的${region.places}`,
      region,
    ),
    期限: returns[0] ? formatMonthDay(returns[0].due) : '',
    应报: count(returns.length, `应报月报的${region.places}`, '个'),
    未报: silentNow(projects),
    从未报: never,
    缺月报: missing,
    未报数: count(missing.length, `未报月报的${region.places}`, '个'),
    迟报: late,
    迟报数: count(late.length, `迟报月报的${region.places}`, '个'),
    不全: partial.map(
      (one): View => ({
        名称: one.city,
        缺: count(one.owed - one.listed, `${one.city}月报未列的项目`, '个'),
      }),
    ),
    此前未报: owedEarlier
      .filter(({ city }) => !never.includes(city))
      .map((one): View => ({ 名称: one.city, 月: `${one.month.month}月` })),
    当月正常: missing.length + late.length + partial.length === 0,
    正常: missing.length + late.length + partial.length + owedEarlier.length === 0,
  };
}

const differenceView = ({ unit, name, said, sum }: ProjectDifference): View => ({
  单位: unit,
  指标: name,
  报送数: said,
  汇总数: { rich: [figureInline(sum, formatAmount(sum))] },
});
