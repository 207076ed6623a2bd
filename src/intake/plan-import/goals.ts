/** Annual goals: paragraphs of the goals section → groups, clause by clause. */
import { type IndicatorRow, indicatorOf } from './indicator-table.ts';
import type { OutlineText } from './outline-shape.ts';
import { clauses } from './targets/clauses.ts';
import { readDeadline } from './targets/deadline.ts';
import { type FoundTarget, readTargets, type TargetReading } from './targets/read-targets.ts';

interface DraftGoal {
  line: number;
  name: string;
  /** The clause. */
  text: string;
  target: FoundTarget | null;
}

interface DraftGoalGroup {
  line: number;
  name: string;
  text: string;
  goals: DraftGoal[];
}

export interface DraftGoals {
  headline: string;
  groups: DraftGoalGroup[];
  passedOver: { line: number; words: string; why: TargetReading['passedOver'][number]['why'] }[];
}

export function readGoals(paragraphs: readonly OutlineText[], year: number): DraftGoals {
  const out: DraftGoals = { headline: '', groups: [], passedOver: [] };
  for (const paragraph of paragraphs) {
    const { marked, line, text } = paragraph;
    if (!marked) out.headline += text;
    const group: DraftGoalGroup = { line, name: '总体目标', text: marked ? `——${text}` : text, goals: [] };
    const parts = clauses(text);
    const reading = readTargets(text, year);
    const title = parts[0];
    const hasTitle =
      marked &&
      parts.length > 1 &&
      title !== undefined &&
      reading.targets.every((t) => t.offset !== title.start) &&
      !isTime(title.text, year);
    if (hasTitle) group.name = title.text.slice(0, 20);
    else if (marked) group.name = (title?.text ?? text).slice(0, 12);
    for (const pass of reading.passedOver) out.passedOver.push({ line, ...pass });
    for (const clause of hasTitle ? parts.slice(1) : parts) {
      const found = reading.targets.filter((target) => target.offset === clause.start);
      for (const target of found) group.goals.push({ line, name: target.name, text: clause.text, target });
      // Only items of their own are kept as goals without a number; a headline's words stand in `headline`.
      if (found.length === 0 && marked && !isTime(clause.text, year))
        group.goals.push({ line, name: clause.text.slice(0, 20), text: clause.text, target: null });
    }
    out.groups.push(group);
  }
  return out;
}

/** One group of goals from the rows of indicator tables; `others` are the cells that were not used. */
export function readIndicatorGoals(
  rows: readonly IndicatorRow[],
  year: number,
): { group: DraftGoalGroup; others: { line: number; words: string }[] } {
  const group: DraftGoalGroup = { line: rows[0]?.line ?? 1, name: '主要指标', text: '', goals: [] };
  const others: { line: number; words: string }[] = [];
  for (const row of rows) {
    const { value, others: rest } = indicatorOf(row, year);
    others.push(...rest.map((words) => ({ line: row.line, words: `${row.name}，${words}` })));
    const written = value.endsWith(row.unit) ? value : value.replace(/^([\d,.≥>≤<]+)/, `$1${row.unit}`);
    const text = `${row.name}${written.replace(/^≥/, '不低于').replace(/^>/, '超过').replace(/^≤/, '不高于').replace(/^</, '低于')}`;
    const { targets } = readTargets(text, year);
    const [target] = targets;
    group.goals.push({
      line: row.line,
      name: row.name,
      text: `${row.name}${written}`,
      target: targets.length === 1 && target ? { ...target, name: row.name } : null,
    });
  }
  group.text = group.goals.map((goal) => goal.text).join('；');
  return { group, others };
}

/** “到2025年” alone is no goal. */
function isTime(clause: string, year: number): boolean {
  const deadline = readDeadline(clause, year);
  return deadline !== undefined && clause.length <= deadline.words.length + 2;
}
