/** The appendix on data: definitions, sources, and where sources contradict each other. */
import { someOf } from '../../base/chinese/some-of.ts';
import type { TableColumn } from '../../model/document/document.ts';
import type { YearLedger } from '../../model/ledger/ledger.ts';
import { sourceText } from '../../model/statistics/statistic.ts';
import { balanced } from './balance.ts';
import { type CellValue, columns, simpleTable, type TableContent, TEXT_MM } from './cells.ts';

const some = (names: readonly string[]): string => someOf(names, 6, '项');

export const definitions = ({ statistics }: YearLedger): TableContent =>
  textTable(
    ['口径', '定义和范围', '使用该口径的指标'],
    columns([24, 'left'], [50, 'left'], [26, 'left']),
    statistics.definitions.flatMap((definition) => {
      const names = statistics.series
        .filter((series) => series.definition.id === definition.id)
        .map((series) => series.name);
      return names.length > 0 ? [[definition.name, definition.text, some([...new Set(names)])]] : [];
    }),
  );

export const conflicts = ({ statistics }: YearLedger): TableContent =>
  textTable(
    ['事项', '来源之间的矛盾', '本书的处理'],
    columns([20, 'left'], [46, 'left'], [34, 'left']),
    statistics.conflicts.map(({ title, what, treatment }) => [title, what, treatment]),
  );

export const statisticSources = ({ statistics }: YearLedger): TableContent =>
  textTable(
    ['序号', '来源', '使用的指标', '说明'],
    columns([6, 'centre'], [46, 'left'], [28, 'left'], [20, 'left']),
    statistics.sources
      .flatMap((source) => {
        const used = statistics.values.filter((value) => value.source.id === source.id);
        const names = [...new Set(used.map((value) => value.series.name))];
        return names.length > 0 ? [[sourceText(source), some(names), source.note ?? '']] : [];
      })
      .map((row, i) => [String(i + 1), ...row]),
  );

/** Columns of texts, shared out so that the table becomes as low as it can; that of numbers keeps its width. */
function textTable(heads: string[], shape: TableColumn[], rows: CellValue[][]): TableContent {
  const table = simpleTable(heads, shape, rows, { density: 'dense' });
  return balanced(table, heads.slice(heads.indexOf('序号') + 1), TEXT_MM);
}
