/** 核对: what is called into question in a month's project returns, and what the cities have explained. */
import { clause } from '../../base/chinese/clause.ts';
import { formatNumber } from '../../base/chinese/format.ts';
import { projectsBeyondPlan } from '../../base/messages/projects.ts';
import type { Finding } from '../../model/ledger/finding.ts';
import type { ProjectLedger, ProjectRecord } from '../../model/ledger/project-ledger.ts';
import type { View } from '../engine/value.ts';
import { count } from '../figures.ts';

/** Checks whose findings are told elsewhere in the bulletin. */
const TOLD: readonly string[] = ['project-late-start', 'project-stalled', 'project-missing-return'];
/** What the city has explained is told, but it is no problem. */
const REDUCED = 'project-reduced';
/** Name of the check: ledger/projects/checks/beyond-plan.ts. */
const BEYOND_PLAN = 'project-beyond-plan';

export function projectFindings(projects: ProjectLedger): View {
  const found = projects.findings.filter(({ check }) => !TOLD.includes(check));
  const problems = found.filter(({ check }) => check !== REDUCED);
  return {
    核对: problemsOf(problems, projects),
    核对数: count(problems.length, '月报数据核对发现的问题', '个'),
    核减: found.filter(({ check }) => check === REDUCED).map(findingItem),
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
