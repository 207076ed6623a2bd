/** Annual goals from tables of indicators: a row is a goal, in the unit that the table names for it. */
import { convertUnit } from '../../../base/chinese/convert-unit.ts';
import { formatRange } from '../../../base/chinese/format.ts';
import { readQuantity } from '../../../base/chinese/quantity.ts';
import type { DraftGoal, DraftGoalGroup } from '../outline/goals.ts';
import { groupsAmong } from '../outline/groups.ts';
import { beforeOf, type IndicatorRow, indicatorOf } from '../outline/indicator-table.ts';
import type { FoundTarget } from '../targets/found-target.ts';
import { whyApart } from '../targets/parts-of-year.ts';
import { type Nodes, nodesOf, periodOf, type Share } from '../targets/period-share.ts';
import { readTargets } from '../targets/read-targets.ts';
import { baselineOf } from '../targets/start-of-year.ts';
import { type CellDoubt, readCell } from './indicator-cell.ts';

/** A cell that does not keep to the table's unit, and what was made of it. */
export interface OddCell {
  line: number;
  name: string;
  cell: string;
  unit: string;
  /** undefined: only another magnitude, which leaves no doubt. */
  doubt: CellDoubt | undefined;
  /** 10000亿元; '' where it is no target. */
  taken: string;
}

export interface IndicatorGoals {
  group: DraftGoalGroup;
  /** Cells that were not used. */
  others: { line: number; words: string }[];
  odd: OddCell[];
  /** Columns of the quarters that do not come to the year's number. */
  apart: { line: number; words: string; why: 'rates' | 'period' }[];
}

export function readIndicatorGoals(rows: readonly IndicatorRow[], year: number): IndicatorGoals {
  const group: DraftGoalGroup = { line: rows[0]?.line ?? 1, name: '主要指标', text: '', goals: [] };
  const out: IndicatorGoals = { group, others: [], odd: [], apart: [] };
  for (const row of rows) {
    const { value, unit, others: rest } = indicatorOf(row, year);
    const { words, doubt } = readCell(value, unit);
    const text = `${row.name}${words}`;
    const written = value === '' ? [] : indicatorTargets(row.name, words, unit, year);
    const targets = written.map((target) => inUnit(target, unit));
    const before = targets.length > 0 ? beforeOf(row, year) : undefined;
    const based = targets.map((target) => before && baselineIn(unit, before.cell, target, year));
    const unused = row.before.filter((one) => one !== before || !based.some(Boolean));
    const groups = groupsAmong(row.units);
    for (const name of groups) rest.push(`责任单位：${name}`);
    // 2022年 beside the plan's year, of what has no level to start from.
    if (before && !based.some(Boolean) && !unused.includes(before)) unused.push(before);
    for (const { heading, cell } of unused) rest.push(`${heading}：${cell}`);
    out.others.push(...rest.map((words) => ({ line: row.line, words: `${row.name}，${words}` })));
    const goal: Omit<DraftGoal, 'name' | 'target'> = {
      line: row.line,
      text,
      units: row.units.filter((name) => !groups.has(name)),
      numbered: /\d/.test(value),
    };
    const only = targets.length === 1 ? targets[0] : undefined;
    const nodes = only && quartersOf(row, unit, only);
    const quarters = row.quarters.map(({ heading, cell }) => `${heading}${cell}`).join('、');
    if (quarters !== '' && !nodes)
      out.apart.push({ line: row.line, words: `${row.name}：${quarters}`, why: whyApart(targets[0]) });
    const byQuarter = nodes && {
      quarters,
      schedule: { type: 'nodes' as const, nodes, reason: `计划写明：${quarters}` },
    };
    if (targets.length === 0) group.goals.push({ ...goal, name: row.name, target: null });
    targets.forEach((target, i) => {
      const baseline = based[i];
      const { name } = target;
      const start = baseline && { baseline, schedule: { type: 'linear' as const } };
      group.goals.push({ ...goal, name, target: { ...target, sentence: text, ...start, ...byQuarter } });
    });
    const odd = { line: row.line, name: row.name, cell: value, unit, doubt, taken: takenOf(targets) };
    if (doubt || targets.some((target, i) => target.unit !== written[i]?.unit)) out.odd.push(odd);
  }
  group.text = [...new Set(group.goals.map((goal) => goal.text))].join('；');
  return out;
}

/** Where the columns of the quarters say that the year's number stands; undefined where they do not come to it. */
function quartersOf({ quarters }: IndicatorRow, unit: string, target: FoundTarget): Nodes | undefined {
  const shares = quarters.flatMap(({ period, heading, cell }): Share[] => {
    const reading = readQuantity(readCell(cell.replace(/^[≥≤><]/, ''), unit).words, [unit]);
    const when = periodOf(period);
    if (!reading.ok || !when) return [];
    const { value, unit: own } = reading.quantity;
    const sinceJanuary = when.sinceJanuary || heading.includes('累计');
    return [{ ...when, sinceJanuary, value, unit: own || target.unit, limit: '' }];
  });
  if (shares.length === 0 || shares.length < quarters.length) return undefined;
  const year: Share = { ...YEAR, value: target.value, unit: target.unit };
  return nodesOf(shares, target) ?? nodesOf([...shares, year], target);
}

const YEAR = { quarter: 4, sinceJanuary: true, whole: true, limit: '' };

/** A table has no verbs: what it gives is what is to be reached, unless the cell says more. */
function indicatorTargets(name: string, written: string, unit: string, year: number): FoundTarget[] {
  const words = written
    .replace(/^≥/, '不低于')
    .replace(/^>/, '超过')
    .replace(/^≤/, '不高于')
    .replace(/^</, '低于');
  const bare = /^\d/.test(words);
  const { targets } = readTargets(`${name}${bare ? '达到' : ''}${words}`, year);
  return targets.map((target) => {
    const kept = bare && target.wording === '达到' ? { ...target, wording: '' } : target;
    // 增长15% where the unit is 亿元 is no level of what the row is called by.
    const another = targets.length > 1 || (target.kind === 'growth' && !unit.startsWith('%') && unit !== '');
    return { ...kept, name: another ? target.name : name };
  });
}

/** 1万亿元 where the table's unit is 亿元 → 10000亿元: units report in what the table counts by. */
function inUnit(target: FoundTarget, unit: string): FoundTarget {
  const convert = (value: number): number | undefined =>
    convertUnit({ value, unit: target.unit, decimals: 0, qualifier: '' }, unit)?.value;
  const value = unit === '' || target.unit === '' ? undefined : convert(target.value);
  if (value === undefined || target.unit === unit) return target;
  const upper = target.upper === undefined ? undefined : convert(target.upper);
  return { ...target, value, unit, ...(upper !== undefined && { upper }) };
}

const takenOf = (targets: readonly FoundTarget[]): string =>
  targets
    .map(
      ({ kind, value, upper, unit }) =>
        `${kind === 'growth' ? '增长' : ''}${formatRange(value, upper, unit)}`,
    )
    .join('、');

function baselineIn(unit: string, cell: string, target: FoundTarget, year: number): FoundTarget['baseline'] {
  const reading = readQuantity(readCell(cell, unit).words, [unit]);
  if (!reading.ok) return undefined;
  const { value, unit: read, qualifier } = reading.quantity;
  const level = { value, unit: read, rough: qualifier !== '', year: year - 1 };
  return baselineOf(target.unit, target.kind, target.operator, level, year);
}
