/** notes.yaml: every mend of the text, gathered by kind, so that a reader can undo it. */
import { inRuns } from '../../../base/chinese/runs.ts';
import type { PlanNotes } from '../../../model/plan/plan.ts';
import type { Join } from '../source/paragraphs.ts';
import { type Mend, tidyText } from '../text/tidy.ts';

export interface MendedPart {
  /** 任务12, 目标, 要求（一） */
  where: string;
  joins: readonly Join[];
  mends: readonly Mend[];
}

const REASONS: Record<Mend['kind'], string> = {
  spaces: '删去汉字与数字、字母、标点之间的空格',
  punctuation: '汉字之间的半角标点改为全角',
  range: '数字区间的连接号改为一字线',
  width: '全角数字、字母改为半角',
  and: '汉字之间的英文 and 疑为“和”的识别差错',
};
const exampleFrom = (reason: string, where: string): string => `${reason}（例见${where}）`;
const KINDS: readonly Mend['kind'][] = ['and', 'range', 'spaces', 'punctuation', 'width'];

export function mendNotes(parts: readonly MendedPart[]): PlanNotes['mends'] {
  const joins = parts.flatMap(({ where, joins: seams }) =>
    seams.map(({ before, after }) => ({
      where,
      found: `${before}［换行］${after}`,
      mended: tidyText(`${before}${after}`).text,
      reason: '句中断行，已连接',
    })),
  );
  const gathered = KINDS.flatMap((kind) => {
    const touched = parts.filter((part) => part.mends.some((mend) => mend.kind === kind));
    const [first] = touched;
    const sample = first?.mends.find((mend) => mend.kind === kind);
    if (!first || !sample) return [];
    const where = placesOf(touched.map((part) => part.where));
    // Of several places only one has these words.
    const reason = where === first.where ? REASONS[kind] : exampleFrom(REASONS[kind], first.where);
    return [{ where, found: sample.found, mended: sample.mended, reason }];
  });
  return [...joins, ...gathered];
}

const TASK = /^任务(\d+)$/;

/** 目标、任务1、2、4—8、要求（一）: tasks together, where the first of them stood. */
function placesOf(wheres: readonly string[]): string {
  const tasks = wheres.flatMap((where) => TASK.exec(where)?.[1] ?? []).map(Number);
  const list = `任务${inRuns([...new Set(tasks)].sort((a, b) => a - b))}`;
  return [...new Set(wheres.map((where) => (TASK.test(where) ? list : where)))].join('、');
}
