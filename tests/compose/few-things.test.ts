/** Papers of a small office in its first year: what there is none of, or one of, or of which all is said, reads so. */
import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../src/model/inputs.ts';
import { bulletin, type Desk, openDesk, pack } from '../support/bulletins.ts';
import { outline } from '../support/outline.ts';

const desk = await openDesk();
/** 任务3 and 任务8 of one unit are on pace in the first quarter. */
const TASKS = [3, 8];
const few = (change: Partial<Inputs> = {}, wanted = TASKS): Desk => {
  const { projects: _, cities: __, ...inputs } = desk.inputs;
  const { plan } = inputs;
  const tracks = plan.tracks
    .map((track) => ({ ...track, tasks: track.tasks.filter(({ no }) => wanted.includes(no)) }))
    .filter(({ tasks }) => tasks.length > 0);
  const submissions = inputs.submissions.map((one) => ({
    ...one,
    tasks: one.tasks.filter(({ task }) => wanted.includes(task)),
    goals: [],
    coordination: [],
  }));
  const small = { ...inputs, meetings: new Map(), plan: { ...plan, tracks }, submissions };
  return { ...desk, inputs: { ...small, ...change } as Inputs };
};
const text = (from: Desk, id: string, period = '2022Q1'): string => outline(bulletin(from, period, id));
const PAPERS = ['progress-report', 'chair-script', 'minutes-draft', 'brief', 'next-quarter', 'agenda'];

describe('tasks of which none lags', () => {
  it.each(PAPERS)('%s counts no nought and gives no share of it', (id) => {
    expect(text(few(), id)).not.toMatch(/(?<![\d.])0项(?:滞后|未完成)|占0\.0%|滞后0项/);
  });
  it('are all on pace, and nothing is urged', () => {
    const report = text(few(), 'progress-report');
    expect(report).toContain('确定的2项任务均达到序时进度及以上。');
    expect(report).toContain('保持工作进度');
    expect(report).not.toMatch(/紧盯滞后/);
    const script = text(few(), 'chair-script');
    expect(script).toContain('一要保持力度抓进度');
    expect(script).not.toMatch(/抓追赶|0项/);
  });
});

it('the agenda announces four parts, those without items too', () => {
  const agenda = text(few({ submissions: few().inputs.submissions.slice(0, 0) }), 'agenda');
  for (const part of [
    '一、通报工作进展情况',
    '二、有关单位汇报',
    '三、研究协调事项（会前没有提请协调的事项）',
    '四、讲话',
  ])
    expect(agenda).toContain(part);
});

it('where nobody speaks the chair announces reports in writing', () => {
  const plan = { ...few().inputs.plan, goalGroups: [] };
  const script = text(few({ plan }), 'chair-script');
  expect(script).toContain('二是有关单位书面汇报；');
  expect(script).toContain('第二项议程，有关单位书面汇报。');
  expect(script).not.toContain('请有关单位汇报');
});

it('a sole speaker is neither first nor one of several', () => {
  const silent = few({ submissions: [] }, [3]);
  const goalless = { ...silent.inputs.plan, goalGroups: [] };
  const one = { ...silent, inputs: { ...silent.inputs, plan: goalless } };
  const script = text(one, 'chair-script');
  expect(script).toMatch(/^请省\p{Script=Han}+汇报。/mu);
  expect(script).not.toMatch(/汇报单位共|每个单位不超过/);
  expect(text(one, 'meeting-notice')).not.toContain('依次汇报');
});

it('a meeting whose file nobody has made is told with what to copy', () => {
  const { diagnostics } = pack(few(), '2022Q2', ['agenda']);
  const told = diagnostics.find(({ code }) => code === 'meetingBlanks');
  expect(told?.hints[0]).toMatch(
    /^还没有 data\/2022\/meetings\/2022Q2\.yaml、data\/2022\/meetings\/2022Q1\.yaml：.*复制/,
  );
  const there = pack(few({ meetings: desk.inputs.meetings }), '2022Q2', ['agenda']);
  expect(JSON.stringify(there.diagnostics)).not.toContain('还没有 data/');
});

it('what has no baseline is said once, however much of it there is', () => {
  const wanted = [1, 6, 7, 8];
  const { plan } = few({}, wanted).inputs;
  const tracks = plan.tracks.map((track) => ({
    ...track,
    tasks: track.tasks.map((task) => ({
      ...task,
      targets: task.targets.map(({ baseline: _, ...one }) => ({ ...one, kind: 'stock' as const })),
    })),
  }));
  const report = text(few({ plan: { ...plan, tracks } }, wanted), 'progress-report');
  expect(report.match(/没有年初基数，完成率按/g)).toHaveLength(1);
  expect(report).toMatch(/任务\d+、任务\d+.*的指标（共\d+项）为时点数或占比而没有年初基数/);
});

describe('projects', () => {
  const small = (places: readonly string[]): Desk => {
    const { projects } = desk.inputs;
    if (!projects) throw new Error('no projects');
    const wanted = places.flatMap((place) => projects.projects.find(({ city }) => city === place) ?? []);
    const codes = new Set(wanted.map(({ code }) => code));
    const returns = projects.returns
      .filter(({ city }) => places.includes(city))
      .map((one) => ({ ...one, entries: one.entries.filter(({ code }) => codes.has(code)) }));
    return few({ projects: { ...projects, projects: wanted, returns } });
  };
  const papers = (from: Desk): string =>
    `${text(from, 'project-bulletin')}${text(from, 'monthly-bulletin', '2022-03')}`;

  it('of one place are not ranked, nor told by kinds of which there is one', () => {
    const all = papers(small(['鹰潭市']));
    expect(all).not.toMatch(/排名表|居前|依次为|各地均|分类别|慢于序时进度的1个/);
    expect(all).toContain('附件');
  });

  it('of a few places are all named in their order', () => {
    const all = papers(small(['鹰潭市', '九江市']));
    expect(all).toMatch(/依次为\p{Script=Han}+市（[\d.]+%）、\p{Script=Han}+市（[\d.]+%）/u);
    expect(all).not.toMatch(/居前|居后/);
  });
});
