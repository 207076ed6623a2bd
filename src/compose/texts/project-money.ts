/**
 * In which unit the key projects' money is printed: 亿元 as a province has it, 万元 where that would leave nothing but
 * noughts. One unit in all sentences of a paper, and one in each table or chart.
 */
import { direction } from '../../base/chinese/wording.ts';
import { decimalsOf, scale } from '../../base/decimal.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { ProjectLedger, ProjectSummary } from '../../model/ledger/project-ledger.ts';
import { INVESTMENT_UNIT } from '../../model/region/project.ts';

/** 万元 → 亿元 */
const SHIFT = -4;
const LARGE_UNIT = '亿元';
/** Year plans below this, in 亿元, have months of a few million: one decimal says too little of them. */
const SMALL_PLAN = 10;
/** 元 are not printed. */
const MOST_DECIMALS = 2;
/** Single projects; sums have one, as their figures say. */
const PROJECT_DECIMALS = 2;

type Amount = Figure | null;

export interface Money {
  unit: typeof LARGE_UNIT | typeof INVESTMENT_UNIT;
  /** The same amount in that unit. */
  of<F extends Amount>(figure: F): F;
}

/** For the projects of which `projects` tells, in one sentence, table or chart that prints these amounts. */
export function moneyOf({ all }: ProjectLedger, amounts: readonly Amount[]): Money {
  const given = amounts.filter((figure) => figure !== null);
  const small = all.summary.plan.value < SMALL_PLAN || given.some(vanishes);
  const unit = small ? INVESTMENT_UNIT : LARGE_UNIT;
  const decimals = Math.max(0, ...given.map((figure) => decimalsOf(inWan(figure))));
  return {
    unit,
    of: <F extends Amount>(figure: F): F =>
      (figure && (small ? wan(figure, Math.min(decimals, MOST_DECIMALS)) : yi(figure))) as F,
  };
}

/** In all sentences of the papers: the whole, the kinds, the months. */
export const moneyInText = (projects: ProjectLedger): Money =>
  moneyOf(projects, [
    ...[projects.all, ...projects.kinds].flatMap(({ summary }) => amountsOf(summary)),
    ...projects.all.byMonth.map(({ summary }) => summary.monthInvested),
  ]);

const amountsOf = ({ plan, invested, monthInvested, quarterInvested }: ProjectSummary): Amount[] => [
  plan,
  invested,
  monthInvested,
  quarterInvested,
];

/** Something that would be printed as 0.0亿元. */
const vanishes = (figure: Figure): boolean => figure.value !== 0 && direction(yi(figure)) === 0;

const inWan = ({ value, unit }: Figure): number => (unit === INVESTMENT_UNIT ? value : scale(value, -SHIFT));

function yi(figure: Figure): Figure {
  if (figure.unit !== INVESTMENT_UNIT) return figure;
  return {
    ...figure,
    value: scale(figure.value, SHIFT),
    unit: LARGE_UNIT,
    decimals: PROJECT_DECIMALS,
    provenance: converted(figure),
  };
}

function wan(figure: Figure, decimals: number): Figure {
  if (figure.unit === INVESTMENT_UNIT) return { ...figure, decimals };
  return {
    ...figure,
    value: inWan(figure),
    unit: INVESTMENT_UNIT,
    decimals,
    provenance: converted(figure),
  };
}

const converted = (figure: Figure): Figure['provenance'] => ({
  kind: 'derived',
  rule: '单位换算：1亿元＝10000万元',
  from: [figure],
});
