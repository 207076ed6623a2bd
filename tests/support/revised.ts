/** The demonstration plan with one goal and one target of a task changed on 15 August. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { REPOSITORY } from './effects.ts';

export const GOALS = 'data/2022/plan/goals.yaml';
export const TRACK = 'data/2022/plan/tracks/01.yaml';

const NOTICE = 'since: 2022-08-15, by: 赣数〔2022〕9号';
const NODES = 'schedule: { type: nodes, nodes: [null, 12, 24, 30], reason: 按批次评审 }';

/** Of G04, in the words of its file. */
export const GOAL_REVISED = `{ ${NOTICE}, from: { value: 1800, sentence: 物联网产业规模突破1800亿元 } }`;
const TASK_REVISED = `{ ${NOTICE}, from: { value: 30, sentence: 争取立项支持30个以上科研攻关项目, ${NODES} } }`;

/** @param goal what stands under `revised` of G04, one a line */
export function revisedPlan(goal: readonly string[] = [GOAL_REVISED]): Record<string, string> {
  const text = (path: string): string => readFileSync(resolve(REPOSITORY, path), 'utf8');
  const list = (entries: readonly string[]): string =>
    `revised:\n${entries.map((entry) => `          - ${entry}\n`).join('')}`;
  return {
    [GOALS]: text(GOALS)
      .replaceAll('物联网产业规模突破1800亿元', '物联网产业规模突破1500亿元')
      .replace('value: 1800\n', `value: 1500\n          ${list(goal)}`),
    [TRACK]: text(TRACK)
      .replaceAll('立项支持30个以上', '立项支持20个以上')
      .replace('value: 30\n', `value: 20\n        ${list([TASK_REVISED])}`)
      .replace('nodes: [null, 12, 24, 30]\n', 'nodes: [null, 12, 16, 20]\n'),
  };
}
