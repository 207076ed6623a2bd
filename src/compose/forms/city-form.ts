/** What a city's quarterly return says before the city has filled it in. */
import { formatQuantity } from '../../base/chinese/format.ts';
import { decimalsOf, toFixed } from '../../base/decimal.ts';
import { type Period, periodName } from '../../model/period.ts';
import { type CityInputs, type Indicator, OVERALL_ROW } from '../../model/region/city.ts';
import type { CityFormContent, CityFormRow } from '../../model/returns/city-form.ts';
import { countingBefore } from '../../model/returns/versions.ts';

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

/** The form of a city for a quarter, last quarter's values beside the entry cells. */
export function cityFormContent(
  inputs: CityInputs,
  city: string,
  period: Period,
  due: string,
): CityFormContent {
  const previous = countingBefore(period, inputs.returns, (r) => r.city).get(city);
  const blank = (id: string, name: string): CityFormRow['cells'] => {
    const last = previous?.entries.find((entry) => entry.id === id);
    return {
      id,
      name,
      goal: '',
      unit: '',
      previous: last?.value ? formatQuantity(last.value) : (last?.stage?.value ?? ''),
      value: '',
      source: '',
      stage: '',
      evidence: '',
      progress: '',
      problem: '',
      next: '',
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
    receivedAt: '',
    demo: false,
    stages: ['未启动', ...inputs.stages.map((node) => node.stage)],
    rows: [...indicators, ...duties, { kind: 'overall', cells: blank(OVERALL_ROW, '总体情况') }],
    workedOut: inputs.indicators.filter(({ basis }) => basis === 'projects').map(({ name }) => name),
  };
}
