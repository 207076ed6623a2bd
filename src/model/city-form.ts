/** A city's quarterly return: one row per indicator and duty, one for the whole. Layout and content. */
import { formatAmount, formatQuantity } from '../base/chinese/format.ts';
import { decimalsOf, toFixed } from '../base/decimal.ts';
import { type CityEntryRow, type CityInputs, type CityReturn, type Indicator, OVERALL_ROW } from './city.ts';
import type { FormColumn } from './form.ts';
import { type Period, periodName, previousPeriod } from './period.ts';

export const CITY_FORM_VERSION = '1';
export const CITY_SHEETS = { progress: '工作进展', guide: '填报说明', meta: '_meta' } as const;

/** Labels above the table, and of the pairs on _meta. */
export const CITY_RETURN_LABELS = {
  version: '表式版本',
  unit: '填报单位',
  period: '报送期次',
  receivedAt: '收到日期',
  demo: '数据性质',
} as const;

export type CityColumnKey = keyof CityEntryRow | 'goal' | 'unit' | 'previous';

export const CITY_COLUMNS: readonly FormColumn<CityColumnKey>[] = [
  { key: 'id', heading: '编号', width: 6, entry: false },
  { key: 'name', heading: '指标或事项', width: 30, entry: false },
  { key: 'goal', heading: '年度目标', width: 10, entry: false },
  { key: 'unit', heading: '计量单位', width: 8, entry: false },
  { key: 'previous', heading: '上季度', width: 10, entry: false },
  { key: 'value', heading: '本季度', width: 10, entry: true },
  { key: 'source', heading: '数据来源', width: 14, entry: true },
  { key: 'stage', heading: '阶段', width: 10, entry: true },
  { key: 'evidence', heading: '佐证材料', width: 16, entry: true },
  { key: 'progress', heading: '进展情况', width: 38, entry: true },
  { key: 'problem', heading: '存在问题', width: 22, entry: true },
  { key: 'next', heading: '下一步工作', width: 22, entry: true },
];

export interface CityFormRow {
  kind: 'indicator' | 'duty' | 'overall';
  cells: Record<CityColumnKey, string>;
}

export interface CityFormContent {
  title: string;
  city: string;
  /** 2022Q3 */
  period: string;
  periodName: string;
  /** ISO date; '' when periods.yaml does not say. */
  due: string;
  receivedAt: string;
  demo: boolean;
  /** Words for the stage of a duty. */
  stages: string[];
  rows: CityFormRow[];
}

const KIND_NOTES: Record<Indicator['kind'], string> = {
  cumulative: '年初累计',
  stock: '期末数',
  ratio: '期末比例',
  growth: '累计增速',
};

/** Rows that a city's form has: indicators that it reports, its duties, the whole. */
export function cityRowsOwed({ indicators, duties }: CityInputs, city: string): number {
  const reported = indicators.filter((indicator) => indicator.basis !== 'projects');
  return reported.length + duties.filter((duty) => duty.city === city).length + 1;
}

/** The form of a city for a quarter, last quarter's values beside the entry cells; `filled` puts a return into it. */
export function cityFormContent(
  inputs: CityInputs,
  city: string,
  period: Period,
  due: string,
  filled?: CityReturn,
): CityFormContent {
  const before = previousPeriod(period)?.id;
  const previous = inputs.returns.filter((r) => r.city === city && r.period === before).at(-1);
  const blank = (id: string, name: string): CityFormRow['cells'] => {
    const now = filled?.entries.find((entry) => entry.id === id);
    const last = previous?.entries.find((entry) => entry.id === id);
    const source = now?.value?.provenance.kind === 'submission' ? now.value.provenance.source : undefined;
    return {
      id,
      name,
      goal: '',
      unit: '',
      previous: last?.value ? formatQuantity(last.value) : (last?.stage?.value ?? ''),
      value: now?.value ? formatAmount({ ...now.value, unit: '' }) : '',
      source: source ?? '',
      stage: now?.stage?.value ?? '',
      evidence: now?.evidence?.value ?? '',
      progress: now?.progress?.value ?? '',
      problem: now?.problem?.value ?? '',
      next: now?.next?.value ?? '',
    };
  };
  const indicators = inputs.indicators
    .filter((indicator) => indicator.basis !== 'projects')
    .map((indicator): CityFormRow => {
      const { id, name, unit, kind, targets } = indicator;
      const target = targets[city];
      const goal = target ? `${toFixed(target.value, decimalsOf(target.value))}${unit}` : '';
      return {
        kind: 'indicator',
        cells: { ...blank(id, `${name}（${KIND_NOTES[kind]}）`), goal, unit },
      };
    });
  const duties = inputs.duties
    .filter((duty) => duty.city === city)
    .map((duty): CityFormRow => ({ kind: 'duty', cells: blank(duty.id, duty.what) }));
  return {
    title: '数字经济工作进展情况季报表',
    city,
    period: period.id,
    periodName: periodName(period),
    due,
    receivedAt: filled?.receivedAt ?? '',
    demo: filled?.demo ?? false,
    stages: ['未启动', ...inputs.stages.map((node) => node.stage)],
    rows: [...indicators, ...duties, { kind: 'overall', cells: blank(OVERALL_ROW, '总体情况') }],
  };
}
