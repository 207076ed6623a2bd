/** Messages of the plan importer on tables of indicators. */
import { diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';
import { excerpt } from './excerpt.ts';
import { type Repeated, repeated } from './plan-gathered.ts';

/** A cell of a table of indicators, the table's unit for it, and what was made of it; '' for nothing. */
interface Cell {
  name: string;
  cell: string;
  unit: string;
  taken: string;
}

const shownCell = ({ name, cell, unit, taken }: Cell): string =>
  `“${excerpt(name)}”写作“${excerpt(cell)}”（计量单位${unit}），${taken === '' ? '没有列为目标' : `记作${taken}`}`;

/** 突破1万亿元 where the unit is 亿元. */
export const convertedCell = (at: Origin, cell: Cell): Repeated =>
  repeated(
    shownCell(cell),
    diagnostic('convertedCell', 'info', `指标表中${shownCell(cell)}，与表中的计量单位一致。`, at),
  );

/** 1.05万 or 10%以上 where the unit is 亿元. */
export const oddCell = (at: Origin, cell: Cell): Repeated =>
  repeated(
    shownCell(cell),
    diagnostic(
      'oddCell',
      'warning',
      `指标表中${shownCell(cell)}：与表中的计量单位不一致，请核对。`,
      at,
      '不对的，在 plan/goals.yaml 中改 value、unit，或者改正计划文件后重新导入。',
    ),
  );
