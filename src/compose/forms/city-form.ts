/** What a city's quarterly return says before (or after) the city has filled it in. */
import { formatAmount, formatQuantity } from '../../base/chinese/format.ts';
import { decimalsOf, toFixed } from '../../base/decimal.ts';
import { type CityInputs, type CityReturn, type Indicator, OVERALL_ROW } from '../../model/city.ts';
import type { CityFormContent, CityFormRow } from '../../model/city-form.ts';
import { type Period, periodName, previousPeriod } from '../../model/period.ts';
import { versionsBy } from '../../model/versions.ts';

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
  const last = inputs.returns.filter((r) => r.period === before);
  const previous = versionsBy(last, (r) => r.city).get(city)?.counting;
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
    title: '工作进展情况季报表',
    city,
    period: period.id,
    periodName: periodName(period),
    due,
    receivedAt: filled?.receivedAt ?? '',
    demo: filled?.demo ?? false,
    stages: ['未启动', ...inputs.stages.map((node) => node.stage)],
    rows: [...indicators, ...duties, { kind: 'overall', cells: blank(OVERALL_ROW, '总体情况') }],
    workedOut: inputs.indicators.filter(({ basis }) => basis === 'projects').map(({ name }) => name),
  };
}
