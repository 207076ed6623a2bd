/** What papers say of a goal and a task whose targets a notice changed on 15 August; see tests/support/revised.ts. */
import { expect, it } from 'vitest';
import { goalTrend } from '../../src/compose/charts/goal-trend.ts';
import { TABLES } from '../../src/compose/tables/index.ts';
import { plainText } from '../../src/model/document/inline.ts';
import type { Ledger } from '../../src/model/ledger/ledger.ts';
import { bulletin, openDesk, pack, prose, subjectOf } from '../support/bulletins.ts';
import { folderEffects } from '../support/effects.ts';
import { revisedPlan } from '../support/revised.ts';

const GOAL = '“物联网产业规模”原为突破1800亿元，8月15日起调整为突破1500亿元（赣数〔2022〕9号）';
const TASK = '“立项支持的科研攻关项目”原为30个以上，8月15日起调整为20个以上（赣数〔2022〕9号）';
const note = (...of: string[]): string => `带“*”的为调整后的年度目标：${of.join('；')}。`;

const desk = await openDesk(folderEffects(undefined, revisedPlan()));
const ledger = subjectOf(desk, '2022Q3') as Ledger;
const table = (name: string, attributes: Record<string, string> = {}, of = ledger) =>
  TABLES[name]?.(of, attributes, null);
const notesOf = (...of: Parameters<typeof table>): string[] => (table(...of)?.notes ?? []).map(plainText);
const cellsOf = (...of: Parameters<typeof table>): string[] =>
  (table(...of)?.body ?? []).flat().map(({ content }) => content.map(plainText).join(''));

it('a paper of the quarter before is the one that was printed then', async () => {
  const plain = await openDesk();
  const papers = ['progress-report', 'targets', 'task-ledger'];
  const all = (of: typeof desk) => pack(of, '2022Q2', papers).documents.map(({ document }) => document);
  expect(all(desk)).toHaveLength(papers.length);
  expect(all(desk)).toEqual(all(plain));
});

it('tables of targets mark what was changed, and say once under the table what it was', () => {
  expect(cellsOf('goals').filter((text) => text.endsWith('*'))).toEqual(['突破1500亿元*']);
  expect(notesOf('goals')).toContain(note(GOAL));
  expect(notesOf('goal-quarters')).toContain(note(GOAL));
  expect(cellsOf('task-quarters')).toContain('20个以上*');
  expect(notesOf('task-quarters')).toContain(note(TASK));
  expect(notesOf('track-targets', { track: '1' })).toEqual([note(TASK)]);
  expect(notesOf('track-targets', { track: '2' }).join()).not.toContain('调整');
  expect(cellsOf('goals-remaining')).toContain('突破1500亿元*');
  expect(notesOf('goals-remaining')).toEqual([note(GOAL)]);
  // The task is done: nothing of it remains to be kept.
  expect(notesOf('keep-pace')).toEqual([]);
});

it('a ledger of many pages says it in the row', () => {
  const said = '20个以上（原为30个以上，8月15日起调整；赣数〔2022〕9号）';
  expect(cellsOf('full-ledger').filter((text) => text.includes(said))).toHaveLength(1);
  expect(cellsOf('task-ledger').filter((text) => text.endsWith(said))).toHaveLength(1);
  expect(cellsOf('full-ledger').join()).toContain('争取立项支持20个以上科研攻关项目');
});

it('several changes are told one after the other', () => {
  const [record] = ledger.tasks[0]?.targets ?? [];
  const [last] = record?.revisions ?? [];
  if (!record || !last) throw new Error('task 1 was not changed');
  const value = { ...last.before.planned, value: 25 };
  const between = { target: { ...last.before.target, value: 25 }, planned: value };
  const first = { ...last, since: '2022-05-10', by: '赣数〔2022〕5号', after: between };
  const revisions = [first, { ...last, before: between }];
  const tasks = ledger.tasks.map((task, i) =>
    i === 0 ? { ...task, targets: [{ ...record, revisions }] } : task,
  );
  expect(notesOf('task-quarters', {}, { ...ledger, tasks })).toContain(
    note(
      '“立项支持的科研攻关项目”原为30个以上，5月10日起调整为25个以上（赣数〔2022〕5号），8月15日起调整为20个以上（赣数〔2022〕9号）',
    ),
  );
  expect(cellsOf('full-ledger', {}, { ...ledger, tasks }).join()).toContain(
    '20个以上（原为30个以上，5月10日起调整为25个以上，8月15日起调整；赣数〔2022〕5号、赣数〔2022〕9号）',
  );
});

it('without the number of the notice only the day is said', async () => {
  const plan = revisedPlan([
    '{ since: 2022-08-15, from: { value: 1800, sentence: 物联网产业规模突破1800亿元 } }',
  ]);
  const own = subjectOf(await openDesk(folderEffects(undefined, plan)), '2022Q3') as Ledger;
  expect(notesOf('goals', {}, own)).toContain(note(GOAL.replace('（赣数〔2022〕9号）', '')));
});

it('the method note lists what was changed, and that earlier quarters are left as they were', () => {
  const text = prose(bulletin(desk, '2022Q3', 'progress-report'));
  expect(text).toContain(`年度目标${GOAL}。`);
  expect(text).toContain(`任务1（关键技术目录和攻关项目）的指标${TASK}。`);
  expect(text).toContain('调整以前各季度的完成率、差距和状态按当时的目标计算、评定，不再改动。');
});

it('the leader’s page says what was changed, as much of it as there is room for', () => {
  const page = prose(bulletin(desk, '2022Q3', 'brief'));
  const said = `目标调整。年度目标${GOAL}。任务1（关键技术目录和攻关项目）的指标${TASK}。`;
  expect(page.replaceAll('*', '')).toContain(said);
  expect(prose(bulletin(desk, '2022Q2', 'brief'))).not.toContain('目标调整');
  const [fit] = bulletin(desk, '2022Q3', 'brief').sections.flatMap((section) => section.fit ?? []);
  const shortest = JSON.stringify(fit?.variants.at(-1));
  expect(shortest).toContain('另有');
  expect(shortest).toContain('见《工作进展情况报告》编制说明。');
});

it('two verdicts of two targets, and a line that goes on from one target to the other, are told as such', async () => {
  expect(goalTrend(ledger).notes.map(plainText)).toContain(
    '“物联网产业规模”的目标年中作了调整，各季度的差距按当时的目标计算。',
  );
  // Task 8 was on its pace by the middle of the year; of twice as many it is far behind.
  const [target] = ledger.tasks[7]?.targets ?? [];
  if (!target) throw new Error('task 8 has no target');
  const [revision] = ledger.tasks[0]?.targets[0]?.revisions ?? [];
  if (!revision) throw new Error('task 1 was not changed');
  const tasks = ledger.tasks.map((task, i) =>
    i === 7 ? { ...task, targets: [{ ...target, revisions: [revision] }] } : task,
  );
  expect(ledger.tasks[7]?.previousStatus).not.toBe(ledger.tasks[7]?.status);
  expect(notesOf('status-changes')).toEqual([]);
  expect(notesOf('status-changes', {}, { ...ledger, tasks })).toEqual([
    '“8.新增高新技术等企业”的目标在本季度作了调整，上季度的状态按当时的目标评定。',
  ]);
  const fourth = { ...ledger.period, id: '2022Q4', quarter: 4 as const };
  expect(notesOf('status-changes', {}, { ...ledger, tasks, period: fourth })).toEqual([]);
});
