/** What units ask of others, for the sake of a task or of an annual goal. */
import type { GoalRecord, Ledger, TaskRecord } from '../../model/ledger/ledger.ts';
import type { Request } from '../../model/returns/submission.ts';
import * as text from '../names.ts';

/** To it goes what is asked of the group. */
export const OFFICE = '领导小组办公室';

/** What a request is made for. */
export type About = TaskRecord | GoalRecord;

export interface Asked {
  about: About;
  request: Request;
}

export const isTask = (about: About): about is TaskRecord => 'task' in about;

/** The unit that answers for it. */
export const unitOf = (about: About): string => (isTask(about) ? about.unit : about.goal.responsible.unit);

/** 任务32（VR产业营业收入）, 年度目标“数字经济增加值” */
export const aboutName = (about: About): string =>
  isTask(about) ? text.taskName(about.task) : text.goalName(about.goal);

/** In the order of the plan, the annual goals first. */
export const requestsOf = ({ goals, tasks }: Ledger): Asked[] => [
  ...goals.flatMap(ofGoal),
  ...tasks.flatMap(inColumn),
];

const inColumn = (about: About): Asked[] => about.coordination.map((request) => ({ about, request }));

/** Forms of before had no column for them: what a goal's unit asked of the group stands in its next steps. */
function ofGoal(about: GoalRecord): Asked[] {
  const { goal, coordination, next } = about;
  if (coordination.length > 0) return inColumn(about);
  const asked = next && /(?:建议|提请|商请|请)(?:省)?领导小组.*/s.exec(next.value)?.[0];
  if (!asked) return [];
  return [
    { about, request: { matter: { ...next, value: asked }, with: [OFFICE], by: goal.responsible.unit } },
  ];
}
