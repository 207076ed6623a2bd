/** What the papers ask, rank and name is what there is: places that did not report, one that stands alone, doubts without arrears. */
import { describe, expect, it } from 'vitest';
import { composePack } from '../../src/compose/compose.ts';
import { readPack } from '../../src/intake/templates.ts';
import type { Ledger } from '../../src/model/ledger/ledger.ts';
import type { Status } from '../../src/model/status.ts';
import { compose } from '../../src/pipeline.ts';
import { bulletin, openDesk, prose, rowsOf } from '../support/bulletins.ts';
import { folderEffects } from '../support/effects.ts';
import { outline } from '../support/outline.ts';

const desk = await openDesk();
const text = (id: string, period = '2022Q2', from = desk): string => outline(bulletin(from, period, id));

describe('a place that did not report', () => {
  it.each(['chair-script', 'minutes-draft', 'next-quarter'])('is asked to in the %s', (id) => {
    expect(text(id)).toMatch(/萍乡市(?:没有报送本季度工作进展，要说明原因，)?于会后一周内补报/);
    expect(text(id, '2022Q3')).not.toMatch(/市[^。；]{0,16}于会后一周内补报/);
  });
});

it('where no unit has reported, what comes next speaks of no pace that is to be kept', () => {
  const submissions = desk.inputs.submissions.filter(({ period }) => period !== '2022Q3');
  const next = text('next-quarter', '2022Q3', { ...desk, inputs: { ...desk.inputs, submissions } });
  expect(next).toContain('项未报送的任务尽快补报。');
  expect(next).not.toContain('须继续保持进度');
});

describe('a place that alone has reported', () => {
  const { cities } = desk.inputs;
  const returns = (cities?.returns ?? []).filter(
    ({ period, city }) => period !== '2022Q2' || city === '南昌市',
  );
  const alone = {
    ...desk,
    inputs: { ...desk.inputs, ...(cities && { cities: { ...cities, returns } }) },
  };
  const document = bulletin(alone, '2022Q2', 'city-bulletin');

  it('is ranked before nobody', () => {
    expect(prose(document)).toContain('参加比较的只有南昌市，本期没有排名');
    expect(outline(document)).not.toMatch(/居前的是|居后的地方|升6位|第1位|本期无此[图表]/);
    const rows = rowsOf(document, 'city-ranking');
    expect(rows.map(([rank]) => rank)).toEqual(rows.map(() => '未排名'));
  });

  it('makes no ranking of the bulletin, in its title or where other papers name it', () => {
    expect(document.name).toBe('08各设区市工作进展通报（2022年二季度）');
    const paper = outline(document);
    expect(paper).toContain('题　数字经济工作进展的通报');
    expect(paper).not.toMatch(/及排名|# .、综合排名|各地综合排名|〔附件\d〕各地单项得分/);
    // What is left of the annexes counts on.
    expect(paper).toContain('各地逐项情况见附件2。');
    expect(paper).toContain('〔附件2〕各地承担事项进展情况');
    expect(paper).toContain('排名规则见附件3。');
    expect(text('progress-report', '2022Q2', alone)).toContain('见《各设区市工作进展通报》');
  });

  it('is in front in no other paper', () => {
    for (const id of ['progress-report', 'chair-script', 'brief'])
      expect(text(id, '2022Q2', alone)).not.toMatch(/综合排名，?居[前后]/);
  });
});

describe('what can not be judged', () => {
  const pack = async (statuses: [before: Status, now: Status][]): Promise<string[]> => {
    const made = await compose(
      { period: { id: '2022Q4', year: 2022, quarter: 4 }, only: ['agenda'] },
      folderEffects(),
    );
    const real = made.subject as Ledger;
    const tasks = real.tasks.map((task, i) => {
      const [previousStatus, status] = statuses[i] ?? ['done', 'done'];
      return { ...task, previousStatus, status };
    });
    const counts = { ...real.counts };
    for (const key of Object.keys(counts) as Status[])
      counts[key] = tasks.filter(({ status }) => status === key).length;
    const folders = (await readPack(folderEffects(), 'meeting-pack')).value;
    const only = ['progress-report', 'chair-script', 'brief', 'matters'];
    return composePack(folders, { ...real, tasks, counts }, { only }).documents.map(({ document }) =>
      outline(document),
    );
  };

  it('is only to be checked where only doubts are left', async () => {
    const papers = (await pack([['done', 'toVerify']])).join('\n');
    expect(papers).toContain('1项因待核实无法评定');
    expect(papers).toContain('1项待核实的任务，由责任单位限期核实；');
    expect(papers).toContain('1项待核实的任务，要尽快核实，');
    expect(papers).toContain('待核实。1项任务的数据未通过核对');
    expect(papers).toContain('到年末没有评定为未完成的任务，各单位要巩固成果、抓好总结');
    expect(papers).not.toMatch(/补报或核实|尽快补报|补报、核实/);
  });

  it('is told by what it was', async () => {
    const papers = (
      await pack([
        ['toVerify', 'done'],
        ['notReported', 'done'],
        ['done', 'notReported'],
        ['done', 'toVerify'],
      ])
    ).join('\n');
    expect(papers).toContain('2项补报或核实后达到序时进度及以上，2项因未报送或待核实无法评定');
    expect((await pack([['notReported', 'done']])).join('\n')).toContain('1项补报后达到序时进度及以上');
  });
});

it('says in the method how every status of a task came about', () => {
  const report = text('progress-report', '2022Q3');
  expect(report).toContain('到达最后阶段的为已完成');
  expect(report).toContain('提前到达以后阶段的为超前');
  expect(report).toContain(
    '一项任务有几项指标（或者既有指标又有阶段）的，逐项评定，任务按其中最差的一项评定',
  );
});

it('names an annual goal alike in tables and sentences', () => {
  for (const id of ['progress-report', 'matters', 'next-quarter', 'brief'])
    expect(text(id, '2022Q3')).not.toMatch(/5G终端用户数（累计）现为|全省泛物联网连接数现为/);
  expect(text('progress-report', '2022Q3')).toContain('5G终端用户数现为1461.8万户');
});

describe('a goal with quotes in its name', () => {
  const { plan } = desk.inputs;
  const name = '新增“专精特新”企业';
  const goalGroups = plan.goalGroups.map((group) => ({
    ...group,
    goals: group.goals.map((goal) => ({ ...goal, name, target: goal.target && { ...goal.target, name } })),
  }));
  const quoted = { ...desk, inputs: { ...desk.inputs, plan: { ...plan, goalGroups } } };

  it.each(['chair-script', 'progress-report'])('has the single marks within others in the %s', (id) => {
    expect(text(id, '2022Q2', quoted)).toContain('“新增‘专精特新’企业”');
    expect(text(id, '2022Q2', quoted)).not.toMatch(/“[^”]*“/);
  });

  it('keeps its own where it stands alone', () => {
    expect(text('progress-report', '2022Q2', quoted)).toContain(name);
  });
});
