/** Goals, or the targets of tasks, over the quarters of the year: values, rate, pace, gap, forecast, status, unit. */
import type { Figure } from '../../model/document/figure.ts';
import { type Ledger, quartersAsked, type TargetRecord } from '../../model/ledger/ledger.ts';
import { cumulativeName, type Period } from '../../model/period.ts';
import { forecastsIn } from '../../model/plan/rules.ts';
import { rich } from '../engine/value.ts';
import { markedTarget, revisedNote } from '../texts/revised-text.ts';
import { carriedNote, gapText, valueText } from '../texts/target-text.ts';
import { balanced } from './balance.ts';
import { type Column, SHEET_MM, statusMark, type TableContent, tableOf } from './cells.ts';
import { roomForFigures } from './figure-room.ts';
import { percentCell } from './goals.ts';

interface Row {
  no: string;
  name: string;
  unit: string;
  target: TargetRecord;
}

export function goalQuarters(ledger: Ledger): TableContent {
  const rows = ledger.goals.flatMap(({ goal, target }, i): Row[] =>
    target ? [{ no: String(i + 1), name: goal.name, unit: goal.responsible.unit, target }] : [],
  );
  const left = ledger.goals.length > rows.length ? '序号为全部年度目标的序号，没有数量目标的不列。' : '';
  return quarters(ledger, '序号', rows, left);
}

/** Attribute track=序号 narrows it to one track. */
export function taskQuarters(ledger: Ledger, attributes: Record<string, string>): TableContent {
  const { track } = attributes;
  const rows = ledger.tasks
    .filter((task) => track === undefined || String(task.track.no) === track)
    .flatMap((task) =>
      task.targets.map(
        (target): Row => ({
          no: String(task.task.no),
          name: target.target.name,
          unit: task.unit,
          target,
        }),
      ),
    );
  return quarters(ledger, '任务', rows);
}

/** What each needs for its longest on one line (■严重滞后, 省通信管理局), figures for most; names take what is left. */
const WIDTHS = {
  no: 8.6,
  target: 22.3,
  value: 20.2,
  rate: 11.5,
  pace: 10,
  gap: 10.6,
  status: 18.4,
  unit: 21.4,
};

function quarters(ledger: Ledger, first: string, rows: readonly Row[], note = ''): TableContent {
  const { period, rules } = ledger;
  const asked = quartersAsked(ledger);
  const span = (quarter: Period['quarter']): string => cumulativeName({ ...period, quarter });
  // Two columns of nothing but dashes would say nothing.
  const forecast = forecastsIn(period, rules) && rows.some(({ target }) => target.forecast);
  const amount = (head: string, of: (target: TargetRecord) => Figure | null | undefined): Column<Row> => [
    head,
    WIDTHS.value,
    'right',
    ({ target }) => valueText(target, of(target) ?? null),
  ];
  const beside: (Column<Row> | false)[] = [
    ['年度目标', WIDTHS.target, 'right', ({ target }) => markedTarget(target)],
    ...asked.map((quarter) => amount(span(quarter), ({ history }) => history[quarter - 1])),
    ['完成率', WIDTHS.rate, 'right', ({ target }) => percentCell(target.rate)],
    ['序时进度', WIDTHS.pace, 'right', ({ target }) => percentCell(target.expected)],
    ['差距', WIDTHS.gap, 'right', ({ target }) => gapText(target)],
    forecast && amount('预计全年', (target) => target.forecast?.value),
    forecast && [
      '预计完成率',
      WIDTHS.rate,
      'right',
      ({ target }) => percentCell(target.forecast?.rate ?? null),
    ],
    ['状态', WIDTHS.status, 'left', ({ target }) => statusMark(target.status)],
    ['责任单位', WIDTHS.unit, 'left', ({ unit }) => unit],
  ];
  const taken = beside.reduce((sum, column) => sum + (column ? column[1] : 0), WIDTHS.no);
  const table = tableOf(
    rows,
    [
      [first, WIDTHS.no, 'centre', ({ no }) => no],
      ['指标', SHEET_MM - taken, 'left', ({ name }) => name],
      ...beside,
    ],
    {
      unitNote: '完成率、序时进度：%；差距：百分点',
      notes: [
        rich(
          `注：${asked.map(span).join('、')}为累计数，时点数和占比为期末数，有年初基数的按本年增量计算完成率。${forecast ? '预计数按“完成率÷序时进度”推算，不含季节因素；已完成、待核实、期限性和按当期水平比较的指标不作推算。' : ''}“—”为无数据或不适用。${note}`,
        ).rich,
        ...revisedNote(rows),
        ...carriedNote(rows),
      ],
      density: 'dense',
    },
  );
  return balanced(roomForFigures(table, '指标'), ['指标']);
}
