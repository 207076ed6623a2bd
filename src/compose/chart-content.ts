/** What a chart builder returns; the template adds caption and id. */
import type { Chart, ChartPoint } from '../model/document/chart.ts';
import type { ChartBlock } from '../model/document/document.ts';
import type { Figure } from '../model/document/figure.ts';
import type { GoalRecord, Ledger } from '../model/ledger/ledger.ts';
import { publishedGoals } from './choice/published.ts';
import { rich } from './engine/value.ts';

export type ChartContent = Pick<ChartBlock, 'notes' | 'alt'> & { chart: Chart };

/** A mark for a figure; null leaves a gap. */
export function point(figure: Figure | null, label: string): ChartPoint {
  return figure ? { value: figure.value, label, figure } : { value: null, label: '', figure: null };
}

/** Height of a chart with a bar for each name, in mm: with less room for a bar LibreOffice leaves out every other name. */
export const barsHeight = (bars: number): number => withFew(bars, 14 + 5 * bars);

/** Legend and axis take as much room over few bars as over many: a few get more each, or their names run into each other. */
export const withFew = (bars: number, usual: number): number =>
  bars <= FEW_BARS ? Math.max(usual, 20 + 7 * bars) : usual;
const FEW_BARS = 5;

/** For charts of all tracks: few need less than the room that is kept for many. */
export const upTo = (most: number, bars: number): number => Math.min(most, 22 + 9 * bars);

const returned = (ledger: Ledger): string => (ledger.demo ? '各单位报送（演示数据）' : '各单位报送');

/** The source line under a chart: counts and rates that the office makes from what units returned. */
export const sourceNotes = (ledger: Ledger): ChartContent['notes'] => [
  rich(`数据来源：${returned(ledger)}，领导小组办公室汇总评定。`).rich,
];

/** The same for charts of annual goals, some of whose values may be published facts: of those it shows. */
export function goalSourceNotes(ledger: Ledger, shown: readonly GoalRecord[]): ChartContent['notes'] {
  const { named, others } = publishedGoals(shown);
  const rest = `${named === '' ? '' : '；其余为'}${returned(ledger)}`;
  return [rich(`数据来源：${named}${others || named === '' ? rest : ''}，领导小组办公室计算。`).rich];
}
