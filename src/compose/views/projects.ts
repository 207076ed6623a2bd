/** 项目: the key projects at a month's end, for the quarterly and the monthly bulletin. */
import { formatAmount } from '../../base/chinese/format.ts';
import type { ProjectDifference, ProjectLedger, ProjectSummary } from '../../model/ledger/project-ledger.ts';
import { INVESTMENT_UNIT, projectsOfKind } from '../../model/region/project.ts';
import { figureInline, type View } from '../engine/value.ts';
import { count } from '../figures.ts';
import { type Money, moneyInText } from '../texts/project-money.ts';
import { anyReported, neverReported, startsPhrase } from '../texts/project-text.ts';
import { projectFindings } from './project-findings.ts';
import { projectsToAct } from './project-lists.ts';
import { projectPlaces } from './project-places.ts';
import { monthlyReturns } from './project-returns.ts';
import { summaryView } from './project-summary.ts';

/** So few fields are all named in their order. */
const FEW = 3;

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
    ...projectPlaces(projects, since, money),
    ...fieldsOf(projects, money),
    ...monthsOf(projects, money),
    ...projectsToAct(projects),
    有报送: anyReported(projects, since),
    曾报送: neverReported(projects).length < projects.all.cities.length,
    报送: monthlyReturns(projects),
    ...projectFindings(projects),
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

const differenceView = ({ unit, name, said, sum }: ProjectDifference): View => ({
  单位: unit,
  指标: name,
  报送数: said,
  汇总数: { rich: [figureInline(sum, formatAmount(sum))] },
});
