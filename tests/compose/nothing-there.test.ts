/** What a plan or a quarter does not have is not spoken of. */
import { expect, it } from 'vitest';
import type { Inputs } from '../../src/model/inputs.ts';
import type { Ledger } from '../../src/model/ledger/ledger.ts';
import { bulletin, type Desk, openDesk, subjectOf } from '../support/bulletins.ts';
import { outline } from '../support/outline.ts';

const desk = await openDesk();
const changed = (change: Partial<Inputs>): Desk => ({ ...desk, inputs: { ...desk.inputs, ...change } });
const text = (from: Desk, id: string): string => outline(bulletin(from, '2022Q3', id));

it('duties of the cities, where the plan gives them none', () => {
  const { cities } = desk.inputs;
  if (!cities) throw new Error('no cities');
  const without = changed({ cities: { ...cities, duties: [] } });
  const paper = text(without, 'city-bulletin');
  expect(paper).not.toMatch(/(?<!\d)0项|承担事项|承担的|本期无此表|尚无办结/);
  expect(paper).toContain('规则见附件3');
  expect(paper).toContain('# 附件3排名规则');
  expect(paper).not.toContain('附件4');
  expect(paper).toMatch(/二是.{0,4}严报送/);
  for (const id of ['progress-report', 'chair-script', 'minutes-draft', 'brief', 'next-quarter'])
    expect(text(without, id)).not.toMatch(/承担的0项|尚无办结的|承担的事项/);
  // With duties all is said.
  expect(text(desk, 'city-bulletin')).toContain('# 附件4排名规则');
});

it('goals, where the plan lists none', () => {
  const { plan } = desk.inputs;
  const without = changed({ plan: { ...plan, headline: '', goalGroups: [] } });
  for (const id of ['progress-report', 'targets', 'chair-script', 'minutes-draft', 'next-quarter', 'brief'])
    expect(text(without, id)).not.toMatch(
      /(?<!\d)0项量化|目标共?0项|本期无此[表图]|年度目标0项|目标均已完成/,
    );
  expect(text(without, 'targets')).toContain('没有单列年度目标');
});

it('tasks without a number, where all have one', () => {
  const { plan } = desk.inputs;
  const tracks = plan.tracks.map((track) => ({
    ...track,
    tasks: track.tasks.filter((task) => task.targets.length > 0),
  }));
  const report = text(changed({ plan: { ...plan, tracks }, submissions: [] }), 'progress-report');
  expect(report).toContain('各项任务均带有数量目标，按完成率与序时进度');
  expect(report).not.toContain('没有数量目标，按约定阶段');
});

it('targets that are due next quarter are named where no stage is', () => {
  const { plan } = desk.inputs;
  const tracks = plan.tracks.map((track) => ({
    ...track,
    tasks: track.tasks
      .filter((task) => task.targets.length > 0)
      .map(({ milestones: _, ...task }) => ({
        ...task,
        targets: task.targets.map((one) => (one.id === 'T017-1' ? { ...one, deadline: '2022-11-30' } : one)),
      })),
  }));
  const plain = text(changed({ plan: { ...plan, tracks } }), 'next-quarter');
  expect(plain).toMatch(/四季度没有阶段到期，完成时限在四季度的指标有\d+项：.*任务17“.*”（.*，11月30日前）/);
});

it('what is to be there by a day of next quarter is named beside the stages, too: no annex lists it', () => {
  const { plan } = desk.inputs;
  const tracks = plan.tracks.map((track) => ({
    ...track,
    tasks: track.tasks.map((task) =>
      task.no === 17
        ? {
            ...task,
            targets: task.targets.map(({ unit: _, ...one }) => ({
              ...one,
              name: '平台上线',
              operator: 'yesNo' as const,
              value: 1,
              unit: '项',
              kind: 'deadline' as const,
              schedule: { type: 'deadline' as const },
              deadline: '2022-11-30',
            })),
          }
        : task,
    ),
  }));
  const plan17 = text(changed({ plan: { ...plan, tracks } }), 'next-quarter');
  expect(plan17).toMatch(/在四季度有阶段到期.*另有指标到期：任务17“平台上线”（省发改委，11月30日前）/);
  expect(text(changed({}), 'next-quarter')).not.toContain('另有指标到期');
});

it('rates of goals, where none has been reported', () => {
  expect(text(changed({ submissions: [] }), 'targets')).not.toContain('本期无此图');
});

it('a number, an issuer and an office, where an imported plan prints none', () => {
  const { plan } = desk.inputs;
  const document = { ...plan.document, documentNumber: '', issuer: '', office: '' };
  const nameless = changed({ plan: { ...plan, document } });
  expect(text(nameless, 'progress-report')).not.toContain('（）');
  expect(text(nameless, 'meeting-notice')).not.toMatch(/（）|^文件$/m);
});

it('projects that are finished, where none is', () => {
  const { projects } = desk.inputs;
  if (!projects) throw new Error('no projects');
  const returns = projects.returns.map((one) => ({
    ...one,
    entries: one.entries.map((entry) => ({ ...entry, completedOn: null })),
  }));
  const paper = text(changed({ projects: { ...projects, returns } }), 'project-bulletin');
  expect(paper).toMatch(/共\d+个，尚无竣工\n?/);
  expect(paper).toContain('，尚无竣工项目。');
  expect(paper).not.toMatch(/竣工0个/);
});

it('minutes are those of the body that meets, whoever printed the plan', () => {
  const { plan } = desk.inputs;
  const headOf = (issuer: string, office: string): string | undefined => {
    const document = { ...plan.document, issuer, office };
    return /^.*专题会议纪要/m.exec(text(changed({ plan: { ...plan, document } }), 'minutes-draft'))?.[0];
  };
  const office = '省数字福建建设领导小组办公室';
  expect(headOf('福建省人民政府办公厅', office)).toContain('省数字福建建设领导小组专题会议纪要');
  expect(headOf('福建省人民政府办公厅', '福建省大数据管理局')).toContain('福建省大数据管理局专题会议纪要');
  expect(headOf('某某省发展数字经济领导小组', '')).toContain('某某省发展数字经济领导小组专题会议纪要');
});

it('problems and plans of the places, where none tells of any; and places without a rank, where all have one', () => {
  const { cities } = desk.inputs;
  if (!cities) throw new Error('no cities');
  const returns = cities.returns.map((one) => ({
    ...one,
    entries: one.entries.map((entry) => ({ ...entry, problem: null, next: null })),
  }));
  const paper = text(changed({ cities: { ...cities, returns } }), 'city-bulletin');
  expect(paper).toContain('已报送的设区市均没有填写存在问题和下一步工作。');
  expect(paper).not.toMatch(/本期无此表|各地反映的主要问题和下一步工作见|\| 未反映 \|/);
  expect(text(desk, 'progress-report')).not.toContain('不参加排名');
  expect(outline(bulletin(desk, '2022Q2', 'progress-report'))).toMatch(
    /居后的是[^，。]+（未报送的1个不参加排名），见/,
  );
});

it('what the office notes of a doubt is a sentence, not a bracket in a bracket', () => {
  const { cities, acknowledgements } = desk.inputs;
  if (!cities) throw new Error('no cities');
  const returns = cities.returns.map((one) => ({
    ...one,
    entries: one.entries.map((entry) =>
      one.period === '2022Q3' && one.city === '南昌市' && entry.id === 'C03' && entry.value
        ? { ...entry, value: { ...entry.value, value: 12 } }
        : entry,
    ),
  }));
  const given = {
    ...{ period: 'cities-2022Q3', check: '', unit: '南昌市', subject: 'C03', found: '' },
    ...{ outcome: '确认属实' as const, reason: '口径调整', by: '南昌市工信局', at: { file: '' } },
  };
  const ledger = subjectOf(changed({ cities: { ...cities, returns } }), '2022Q3') as Ledger;
  const found = ledger.cities?.findings.find(({ unit, subject }) => unit === given.unit && subject === 'C03');
  const noted = changed({
    cities: { ...cities, returns },
    acknowledgements: [...acknowledgements, { ...given, check: found?.check ?? '' }],
  });
  expect(text(noted, 'city-bulletin')).toMatch(/。确认属实：口径调整（南昌市工信局）。/);
});
