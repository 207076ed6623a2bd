/** How running text names a task and an annual goal. */
import { innerQuotes } from '../base/chinese/text.ts';
import type { Goal, Task } from '../model/plan/plan.ts';

/** 任务32（VR产业营业收入） */
export const taskName = ({ no, brief }: Task): string => `任务${no}（${brief}）`;

/** 年度目标“数字经济增加值” */
export const goalName = (goal: Goal): string => goalNames([goal]);

/** 年度目标“5G终端用户数”“泛物联网连接数” */
export const goalNames = (goals: readonly Goal[]): string =>
  `年度目标${goals.map(({ name }) => `“${innerQuotes(name)}”`).join('')}`;
