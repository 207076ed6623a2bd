/** What units write into cells seldom ends like a sentence; on paper it stands between sentences. */
import { expect, it } from 'vitest';
import { clause, sentence } from '../../src/base/chinese/clause.ts';
import type { Located } from '../../src/base/origin.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import { bulletin, openDesk, pack } from '../support/bulletins.ts';
import { outline } from '../support/outline.ts';

const desk = await openDesk();
const bare = (one: Located<string> | null): Located<string> | null =>
  one && { ...one, value: clause(one.value) };
const submissions: Inputs['submissions'] = desk.inputs.submissions.map((sent) => ({
  ...sent,
  tasks: sent.tasks.map((entry) => ({
    ...entry,
    progress: bare(entry.progress),
    problems: bare(entry.problems),
    next: bare(entry.next),
    coordination: entry.coordination.map((one) => ({
      ...one,
      matter: { ...one.matter, value: `请求${clause(one.matter.value).replace(/^请/, '')}` },
    })),
  })),
}));
const inputs = { ...desk.inputs, submissions };

/** What is not in tables: their cells print what the unit wrote, as it did. */
const running = (given: Inputs, id: string): string =>
  outline(bulletin({ ...desk, inputs: given }, '2022Q3', id)).replace(/^\|.*\n(?:实到：.*\n)?/gm, '');

it('a full stop is set where the unit set none, and nothing else changes', () => {
  for (const id of ['progress-report', 'brief', 'unit-extract', 'track-pages'])
    expect(running(inputs, id)).toBe(running({ ...inputs, submissions: ended(inputs) }, id));
});

/** The same returns with the full stops. */
const ended = (given: Inputs): Inputs['submissions'] =>
  given.submissions.map((sent) => ({
    ...sent,
    tasks: sent.tasks.map((entry) => ({
      ...entry,
      progress: entry.progress && { ...entry.progress, value: sentence(entry.progress.value) },
      problems: entry.problems && { ...entry.problems, value: sentence(entry.problems.value) },
      next: entry.next && { ...entry.next, value: sentence(entry.next.value) },
    })),
  }));

it('a text is ended by what it needs', () => {
  expect(
    ['已印发', '已印发。', '已印发；', '印发方案（见附件）', '印发《方案》', '称为“一网。”', ''].map(
      sentence,
    ),
  ).toEqual([
    '已印发。',
    '已印发。',
    '已印发。',
    '印发方案（见附件）。',
    '印发《方案》。',
    '称为“一网。”',
    '',
  ]);
});

it('who is asked is not asked 求…', () => {
  const sheets = outline(bulletin({ ...desk, inputs }, '2022Q3', 'track-pages'));
  expect(sheets).toMatch(/会同\S+研究：/);
  expect(sheets).not.toMatch(/研究：(?:请|求)/);
});

it('a sheet that asks one thing does not number it', () => {
  const sheets = ['2022Q1', '2022Q2', '2022Q3'].flatMap((period) =>
    outline(bulletin(desk, period, 'track-pages'))
      .split(/^.*请办事项$/m)
      .slice(1),
  );
  const numbered = sheets.filter((sheet) => /^\S*\s*1\.(?:另)?请/m.test(sheet));
  expect(numbered.length).toBeGreaterThan(0);
  for (const sheet of numbered) expect(sheet).toMatch(/^\S*\s*2\.请/m);
  expect(sheets.filter((sheet) => /^(?:\[\S+\] )?请\S+(?:抓好|会同)/m.test(sheet)).length).toBeGreaterThan(0);
});

it.each([
  ['已建成', '已建成。'],
  ['已建成；', '已建成。'],
  ['已建成.', '已建成。'],
  ['已建成。', '已建成。'],
  ['（见附表）;', '（见附表）。'],
  ['“已建成。”', '“已建成。”'],
  ['是否可行?', '是否可行?'],
  ['&amp;', '&amp;。'],
  ['升级到v2.', '升级到v2.。'],
  ['', ''],
])('of %s as a sentence', (written, printed) => {
  expect(sentence(written)).toBe(printed);
});

it('papers write all numbers one way, those in units’ words too', () => {
  const told = desk.inputs.submissions.flatMap(({ tasks }) => tasks.map(({ progress }) => progress?.value));
  expect(told.join('')).toMatch(/\d,\d{3}/);
  for (const id of ['progress-report', 'brief', 'track-pages', 'matters', 'task-ledger', 'unit-extract'])
    expect(outline(bulletin(desk, '2022Q3', id))).not.toMatch(/\d,\d{3}/);
  expect(running(desk.inputs, 'progress-report')).toContain('11个分会场参训2340人');
});

it('what has just been said is not said again: which task it is, and that it has not started', () => {
  const text = ['progress-report', 'track-pages'].map((id) => running(desk.inputs, id)).join('\n');
  expect(text).toContain('（数字商务对接促进活动）未启动：应到“筹备”阶段。省商务厅反映');
  expect(text).toContain('（园区智慧云平台）：省工信厅报送的“园区智慧云平台上线企业”为');
  expect(text).toContain('（省通信管理局）：省通信管理局报送的完成数为2380万');
  // In a list, nothing has named it before.
  expect(outline(bulletin(desk, '2022Q3', 'matters'))).toContain('应到“筹备”阶段，尚未启动');
});

it('a leader is told of tasks not started where some are left, and not otherwise', () => {
  const brief = running(desk.inputs, 'brief');
  expect(brief).toContain('3项：任务30');
  expect(brief).toMatch(/另有15项任务滞后，见/);
});

it('who is asked is not named behind a request that names him', () => {
  const { documents } = pack(desk, '2022Q3', ['unit-extract']);
  const text = documents.map(({ document }) => outline(document)).join('\n');
  expect(text).toContain('建议领导小组办公室核定该目标的统计口径（年度目标“5G终端用户数”）');
  expect(text).toContain('（任务15，涉及省统计局）');
});

it('one thing that is urged is not dealt with item by item', () => {
  const { documents } = pack(desk, '2022Q3', ['supervision']);
  const of = (unit: string) =>
    documents.flatMap(({ document }) => (document.name.includes(unit) ? [outline(document)] : []));
  expect(of('省商务厅').join()).toMatch(/^\S+\s*制定整改措施/m);
  expect(of('省教育厅').join()).toMatch(/^\S+\s*逐项制定整改措施/m);
});
