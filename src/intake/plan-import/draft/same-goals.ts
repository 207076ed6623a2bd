/**
 * A goal that the text promises and a table of indicators behind it splits up is one goal: in the words of the text, with
 * the unit that answers for it and the level of last year from the table.
 */
import type { DraftGoal, DraftGoalGroup } from '../outline/goals.ts';

const WHERE = /^(?:全国|全省|全区|全市|全州|全盟|全县|全旗)/;
/** 增长10% and a row called 增速 are said of the same. */
const GROWTH = /(?:的?(?:增长率?|增速|增幅))$/;

const plainName = ({ name, target }: DraftGoal): string => {
  const plain = name.replace(WHERE, '').replace(/[“”‘’\s]/g, '');
  return target?.kind === 'growth' ? plain.replace(GROWTH, '') : plain;
};
/** 个工作日 and 工作日 */
const plainUnit = (unit: string): string => unit.replace(/^个(?=.)/, '');

function isSame(one: DraftGoal, row: DraftGoal): boolean {
  const [a, b] = [one.target, row.target];
  return (
    a !== null &&
    b !== null &&
    plainName(one) === plainName(row) &&
    a.value === b.value &&
    a.upper === b.upper &&
    a.operator === b.operator &&
    plainUnit(a.unit) === plainUnit(b.unit)
  );
}

/** Joins what both tell of into the groups of the text; returns the table's other rows, and the names of those. */
export function joinSame(
  groups: readonly DraftGoalGroup[],
  table: DraftGoalGroup,
): { rest: DraftGoalGroup; joined: string[] } {
  const goals = groups.flatMap((group) => group.goals);
  const taken = new Set<DraftGoal>();
  const rest = table.goals.filter((row) => {
    const same = goals.filter((goal) => isSame(goal, row));
    const [goal] = same;
    // Of two that read alike nothing tells which one the row is.
    if (!goal || same.length > 1 || taken.has(goal)) return true;
    taken.add(goal);
    goal.units = goal.units?.length ? goal.units : (row.units ?? []);
    if (goal.target && row.target) goal.target = joinedTarget(goal.target, row.target);
    return false;
  });
  const text = [...new Set(rest.map((goal) => goal.text))].join('；');
  return { rest: { ...table, text, goals: rest }, joined: [...taken].map(({ name }) => name) };
}

/** Last year's level and the quarters' numbers are of the table, unless the text gives them itself. */
function joinedTarget(
  own: NonNullable<DraftGoal['target']>,
  row: NonNullable<DraftGoal['target']>,
): NonNullable<DraftGoal['target']> {
  const byQuarter = row.schedule.type === 'nodes' && own.schedule.type !== 'nodes';
  if (own.baseline || (!row.baseline && !byQuarter)) return own;
  const { floor: _, ...kept } = own;
  return {
    ...kept,
    kind: row.kind,
    schedule: row.schedule,
    ...(row.baseline && { baseline: row.baseline }),
  };
}
