/** Goals, or the targets of tasks, over the quarters of the year: values, rate, pace, gap, forecast, status, unit. */
import type { Ledger, TargetRecord } from '../../model/ledger.ts';
import { cumulativeName, type Period } from '../../model/period.ts';
import { forecastsIn } from '../../model/rules.ts';
import { rich } from '../engine/value.ts';
import { carriedNote, gapText, targetText, valueText } from '../target-text.ts';
import { type CellValue, columns, SHEET_MM, simpleTable, statusMark, type TableContent } from './cells.ts';
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

type Shape = [mm: number, align: 'left' | 'right'];

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
/** 预计全年, 预计完成率. */
const FORECAST: readonly Shape[] = [
  [WIDTHS.value, 'right'],
  [WIDTHS.rate, 'right'],
];
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

function quarters(ledger: Ledger, first: string, rows: readonly Row[], note = ''): TableContent {
  const { period, rules } = ledger;
  const spans = Array.from({ length: period.quarter }, (_, i) =>
    cumulativeName({ ...period, quarter: (i + 1) as Period['quarter'] }),
  );
  const forecast = forecastsIn(period, rules);
  const { value, ...others } = WIDTHS;
  const taken = sum([
    ...Object.values(others),
    ...spans.map(() => value),
    ...(forecast ? FORECAST.map(([mm]) => mm) : []),
  ]);
  const body = rows.map(({ no, name, unit, target }): CellValue[] => [
    no,
    name,
    targetText(target),
    ...spans.map((_, i) => valueText(target, target.history[i] ?? null)),
    percentCell(target.rate),
    percentCell(target.expected),
    gapText(target),
    ...(forecast
      ? [valueText(target, target.forecast?.value ?? null), percentCell(target.forecast?.rate ?? null)]
      : []),
    statusMark(target.status),
    unit,
  ]);
  const table = simpleTable(
    [
      first,
      '指标',
      '年度目标',
      ...spans,
      '完成率',
      '序时进度',
      '差距',
      ...(forecast ? ['预计全年', '预计完成率'] : []),
      '状态',
      '责任单位',
    ],
    columns(
      [WIDTHS.no, 'centre'],
      [SHEET_MM - taken, 'left'],
      [WIDTHS.target, 'right'],
      ...spans.map((): Shape => [WIDTHS.value, 'right']),
      [WIDTHS.rate, 'right'],
      [WIDTHS.pace, 'right'],
      [WIDTHS.gap, 'right'],
      ...(forecast ? FORECAST : []),
      [WIDTHS.status, 'left'],
      [WIDTHS.unit, 'left'],
    ),
    body,
    {
      unitNote: '完成率、序时进度：%；差距：百分点',
      notes: [
        rich(
          `注：${spans.join('、')}为累计数，时点数和占比为期末数，有年初基数的按本年增量计算完成率。${forecast ? '预计数按“完成率÷序时进度”推算，不含季节因素；已完成、待核实、期限性和按当期水平比较的指标不作推算。' : ''}“—”为无数据或不适用。${note}`,
        ).rich,
        ...carriedNote(rows),
      ],
      density: 'dense',
    },
  );
  return roomForFigures(table, '指标');
}
