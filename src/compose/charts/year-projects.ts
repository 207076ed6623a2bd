/** Charts of the key projects in a whole year. */
import { formatNumber } from '../../base/chinese/format.ts';
import { divide } from '../../base/decimal.ts';
import { groupBy } from '../../base/group.ts';
import type { Chart } from '../../model/document/chart.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { YearLedger } from '../../model/ledger/ledger.ts';
import type { ProjectLedger, ProjectRecord } from '../../model/ledger/project-ledger.ts';
import { monthName } from '../../model/period.ts';
import { type ChartContent, point, withFew } from '../chart-content.ts';
import { chartAlt } from '../statistics/chart.ts';
import { moneyInText } from '../texts/project-money.ts';
import { monthsNote, projectNote, projectSource } from '../texts/project-notes.ts';

/** What a chart of projects shows when they were not read. */
const NOTHING: ChartContent = {
  chart: {
    kind: 'line',
    categories: [],
    series: [],
    valueAxis: { title: '', min: null, max: null },
    heightMm: 10,
  },
  notes: [],
  alt: '',
};

const content = (
  chart: Chart,
  what: string,
  projects: ProjectLedger,
  notes: ChartContent['notes'] = [],
): ChartContent => ({
  chart,
  notes: [...notes, ...projectSource(projects)],
  alt: chartAlt(what, chart),
});

const shown = (figure: Figure | null) => point(figure, figure ? formatNumber(figure) : '');

/** Months: what each added, and the completion rate so far. */
export function projectMonthsOfYear({ projects }: YearLedger): ChartContent {
  if (!projects) return NOTHING;
  const months = projects.all.byMonth;
  const money = moneyInText(projects);
  return content(
    {
      kind: 'combo',
      categories: months.map(({ month }) => monthName(month).replace(/^\d+年/, '')),
      series: [
        {
          name: '当月完成投资',
          tone: 'secondary',
          points: months.map(({ summary }) => shown(money.of(summary.monthInvested))),
        },
      ],
      lines: [
        {
          name: '累计完成率',
          tone: 'primary',
          points: months.map(({ summary: { rate } }) => shown(rate)),
        },
      ],
      valueAxis: { title: money.unit, min: null, max: null },
      lineAxis: { title: '%', min: 0, max: null },
      heightMm: 72,
    },
    '重点项目各月完成投资和累计完成率的组合图',
    projects,
    monthsNote(projects),
  );
}

const FLOW_TONES = ['primary', 'tertiary', 'secondary', 'muted'] as const;

/** From the kinds of projects to the fields: investment of the year. */
export function projectFlow({ projects }: YearLedger): ChartContent {
  if (!projects) return NOTHING;
  const fields = projects.all.categories.map(({ name }) => name);
  const money = moneyInText(projects);
  return content(
    {
      kind: 'flow',
      categories: fields,
      series: projects.kinds.map(({ kind, name }, i) => ({
        name,
        tone: FLOW_TONES[i % FLOW_TONES.length] ?? ('primary' as const),
        points: fields.map((field) => {
          const sum = invested(
            projects.projects.filter(({ project }) => project.kind === kind && project.category === field),
          );
          return sum.value > 0 ? shown(money.of(sum)) : point(null, '');
        }),
      })),
      valueAxis: { title: money.unit, min: null, max: null },
      heightMm: 128,
    },
    '各类重点项目投资流向各领域的桑基图',
    projects,
  );
}

/** 万元 of the projects → 亿元; unrounded, so that sums of them are the sums in the text. */
function invested(records: readonly ProjectRecord[]): Figure {
  const from = records.flatMap((record) => record.invested ?? []);
  const sum = from.reduce((total, figure) => total + figure.value, 0);
  return {
    value: divide(sum, 10_000) ?? 0,
    unit: '亿元',
    decimals: 1,
    qualifier: '',
    provenance: { kind: 'derived', rule: '各项目年内完成投资之和', from },
  };
}

/** Areas as large as the year's investment in each field. */
export function projectFields({ projects }: YearLedger): ChartContent {
  if (!projects) return NOTHING;
  const fields = [...groupBy(projects.projects, ({ project }) => project.category)].map(
    ([name, records]) => ({ name, sum: invested(records) }),
  );
  const money = moneyInText(projects);
  return content(
    {
      kind: 'treemap',
      categories: fields.map(({ name }) => name),
      series: [
        { name: '年内完成投资', tone: 'shade2', points: fields.map(({ sum }) => shown(money.of(sum))) },
      ],
      valueAxis: { title: money.unit, min: null, max: null },
      heightMm: 72,
    },
    '各领域重点项目完成投资的矩形树图',
    projects,
  );
}

/** Cities: planned and invested. */
export function projectCities({ projects }: YearLedger): ChartContent {
  if (!projects) return NOTHING;
  const { cities } = projects.all;
  const money = moneyInText(projects);
  const drawn = content(
    {
      kind: 'bullet',
      categories: cities.map(({ city }) => city),
      series: [
        {
          name: '年内完成投资',
          tone: 'primary',
          points: cities.map(({ summary }) => shown(money.of(summary.invested))),
        },
        {
          name: '年度计划投资',
          tone: 'tertiary',
          points: cities.map(({ summary }) => point(money.of(summary.plan), '')),
        },
      ],
      valueAxis: { title: money.unit, min: 0, max: null },
      heightMm: withFew(cities.length, 14 + 7 * cities.length),
    },
    '各地重点项目完成投资与计划的子弹图',
    projects,
  );
  return { ...drawn, notes: [...projectNote(projects), ...drawn.notes] };
}
