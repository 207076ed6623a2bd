/** A city's quarterly return: one row per indicator and duty, one for the whole. Its layout, and what it says. */
import { HIDDEN_SHEET } from '../../base/origin.ts';
import type { CityEntryRow } from '../region/city.ts';
import type { FormColumn } from './form.ts';

export const CITY_FORM_VERSION = '1';
export const CITY_SHEETS = { progress: '工作进展', guide: '填报说明', meta: HIDDEN_SHEET } as const;

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
  /** Names of indicators that are worked out from other returns and have no row here. */
  workedOut: string[];
}
