/** Sentences for which the demonstration data has no cause: nothing asked, nothing answered, all alike, urged in every way. */
import { describe, expect, it } from 'vitest';
import { composePack } from '../../src/compose/compose.ts';
import { KEY_FIGURES } from '../../src/compose/key-figures/index.ts';
import { TABLES } from '../../src/compose/tables/index.ts';
import { plainText } from '../../src/model/document/inline.ts';
import type { Ledger, MonthLedger, TargetRecord, TaskRecord } from '../../src/model/ledger/ledger.ts';
import type { ProjectLedger, Rank } from '../../src/model/ledger/project-ledger.ts';
import type { Status } from '../../src/model/status.ts';
import { openDesk, subjectOf } from '../support/bulletins.ts';
import { outline } from '../support/outline.ts';

const desk = await openDesk();
const third = subjectOf(desk, '2022Q3') as Ledger;
const fourth = subjectOf(desk, '2022Q4') as Ledger;

const text = (ledger: Ledger, id: string, units: string[] = []): string =>
  composePack(desk.quarterly, ledger, { only: [id], units })
    .documents.map(({ document }) => outline(document))
    .join('\n');

/** The ledger of this one unit’s tasks alone, as many as there are statuses: now, and the quarter before. */
function standing(unit: string, ...statuses: [now: Status, before: Status | null][]): Ledger {
  const own = third.tasks.filter((task) => task.unit === unit).slice(0, statuses.length);
  const tasks = own.map((task, i): TaskRecord => {
    const [status = task.status, previousStatus = null] = statuses[i] ?? [];
    return { ...task, status, previousStatus };
  });
  expect(tasks).toHaveLength(statuses.length);
  return { ...third, tasks, goals: [] };
}

describe('a notice that urges', () => {
  it.each<[string, [Status, Status][]]>([
    [
      '2项严重滞后',
      [
        ['farBehind', 'onPace'],
        ['farBehind', 'onPace'],
      ],
    ],
    [
      '2项连续两个季度滞后',
      [
        ['behind', 'behind'],
        ['behind', 'farBehind'],
      ],
    ],
    [
      '2项严重滞后且连续两个季度滞后',
      [
        ['farBehind', 'behind'],
        ['farBehind', 'farBehind'],
      ],
    ],
    [
      '2项连续两个季度滞后，其中1项严重滞后',
      [
        ['farBehind', 'behind'],
        ['behind', 'behind'],
      ],
    ],
    [
      '1项严重滞后，1项连续两个季度滞后',
      [
        ['farBehind', 'onPace'],
        ['behind', 'behind'],
      ],
    ],
    [
      '2项严重滞后，其中1项连续两个季度滞后',
      [
        ['farBehind', 'onPace'],
        ['farBehind', 'behind'],
      ],
    ],
    [
      '2项严重滞后，2项连续两个季度滞后（其中1项严重滞后）',
      [
        ['farBehind', 'onPace'],
        ['farBehind', 'behind'],
        ['behind', 'behind'],
      ],
    ],
    [
      '2项严重滞后，2项连续两个季度滞后（含未启动，其中1项严重滞后）',
      [
        ['farBehind', 'onPace'],
        ['farBehind', 'behind'],
        ['notStarted', 'behind'],
      ],
    ],
  ])('says %s', (words, statuses) => {
    const said = text(standing('省工信厅', ...statuses), 'supervision');
    expect(/你单位承担的(?:.*?中，)?(.*?)。/.exec(said)?.[1]).toContain(words);
  });

  it('leaves to the unit what to catch up with, where nothing can be worked out', () => {
    const ledger = standing('省工信厅', ['farBehind', 'behind']);
    const tasks = ledger.tasks.map((task) => ({ ...task, targets: [], milestone: null, problems: null }));
    const unit = third.returns.find((one) => one.unit.name === '省工信厅')?.unit ?? null;
    const rows = (of: Ledger): string[] =>
      (TABLES['supervised']?.(of, {}, unit)?.body ?? []).map((row) =>
        row.map((cell) => cell.content.map(plainText).join('')).join('|'),
      );
    const silent = { ...ledger, tasks };
    expect(rows(silent)).toContain('须赶上的进度|由责任单位提出');
    expect(rows({ ...silent, period: fourth.period })).toContain('尚未完成的部分|由责任单位提出');
  });
});

it('what a unit’s own tasks have in common is said once', () => {
  const of = (...statuses: Status[]): string =>
    text(standing('省工信厅', ...statuses.map((status): [Status, null] => [status, null])), 'unit-extract', [
      '省工信厅',
    ]);
  expect(of('behind')).toContain('该项任务滞后');
  expect(of('onPace', 'onPace')).toContain('2项任务均达到序时进度');
  expect(of('onPace', 'behind')).toContain('达到序时进度1项，滞后1项');
});

describe('where nobody asks for help', () => {
  const asking = <T extends TaskRecord | Ledger['goals'][number]>(one: T): T => ({
    ...one,
    coordination: [],
    next: null,
  });
  const none = { ...third, goals: third.goals.map(asking), tasks: third.tasks.map(asking) };
  it.each([
    ['brief', ['【提请协调事项 0项 各单位均未提出】', '本季度没有提请协调的事项']],
    ['chair-script', ['本期各单位没有提请协调的事项。各单位如有需要会上协调的，请现在提出']],
    ['matters', ['本期各单位没有提请协调的事项']],
    ['progress-report', ['各单位没有提请协调的事项', '各单位提出的事项随时报办公室协调']],
    ['next-quarter', ['各单位推进中遇到的困难，及时报领导小组办公室协调解决']],
  ])('%s says so and points to no list', (id, words) => {
    const paper = text(none, id);
    for (const one of words) expect(paper).toContain(one);
    expect(paper.replace(/【.*?】/gs, '')).not.toMatch(/(?<![\d.])0项|协调的事项有|共0/);
  });
});

describe('what the last meeting decided', () => {
  const { lastMeeting } = third;
  const decisions = (lastMeeting?.decisions ?? []).slice(0, 3);
  type FollowUps = Ledger['meeting']['followUps'];
  const told = (followUps: FollowUps): string =>
    text(
      {
        ...third,
        lastMeeting: lastMeeting && { ...lastMeeting, decisions },
        meeting: { ...third.meeting, followUps },
      },
      'decisions',
    );
  const done = (finished: string): FollowUps =>
    decisions.slice(0, 1).map(({ no }) => ({ decision: no, state: 'done', progress: '', finished }));

  it('and nobody told of is neither settled nor on its way', () => {
    expect(told([])).toContain('议定事项3项。到本次会议前，尚无办结的；责任单位未反馈3项。');
    expect(told([]).match(/\| 未反馈 \|/g)).toHaveLength(3);
  });

  it('is settled in time on the very day, and late on the next', () => {
    const due = decisions[0]?.due ?? '';
    const after = new Date(Date.parse(due) + 86_400_000).toISOString().slice(0, 10);
    expect(told(done(due))).toMatch(/已办结1项，办结率33\.3%/);
    expect(told(done(after))).toMatch(/已办结1项（其中逾期办结1项），办结率33\.3%/);
  });
});

it('an upper limit and a place in a ranking ask for no amount a month, and nothing more when the year is over', () => {
  const task = third.tasks.find(({ targets }) => targets.length === 1) as TaskRecord;
  const [record] = task.targets as [TargetRecord];
  const said = (unit: string, [is, planned]: [number, number], of: Ledger): string => {
    const target = { ...record.target, operator: 'atMost' as const, unit, value: planned };
    const value = {
      value: is,
      unit,
      decimals: 0,
      qualifier: '' as const,
      provenance: record.planned.provenance,
    };
    const targets = [{ ...record, target, value, status: 'farBehind' as const, rate: null, gap: null }];
    const one = { ...task, targets, milestone: null, status: 'farBehind' as const };
    const rows = TABLES['supervised']?.({ ...of, goals: [], tasks: [one] }, {}, null)?.body ?? [];
    return (
      rows
        .at(-1)
        ?.map((cell) => cell.content.map(plainText).join(''))
        .join('|') ?? ''
    );
  };
  expect(said('位', [7, 5], third)).toBe('须赶上的进度|距目标还差2位，须于年底前赶上');
  expect(said('位', [7, 5], fourth)).toBe('尚未完成的部分|距目标还差2位');
  expect(said('%', [7, 5], third)).toBe('须赶上的进度|高于目标2个百分点，须于年底前降到位');
  expect(said('%', [7, 5], fourth)).toBe('尚未完成的部分|高于目标2个百分点');
});

it('tasks and goals of which all are due later are not told as three things', () => {
  const late = <T extends { status: Status | null }>(one: T): T => ({
    ...one,
    status: one.status && ('onPace' as const),
  });
  const tasks = fourth.tasks.slice(0, 2).map(late);
  const script = text({ ...fourth, tasks, goals: fourth.goals.map(late) }, 'chair-script');
  expect(script).toContain('2项任务均未到完成期限。量化年度目标15项，均未到完成期限。');
});

describe('places of which all stand alike', () => {
  const rank: Rank = { rank: 1, previousRank: null, moved: null };

  it('are first and last in no box over the bulletin that says so', () => {
    const { cities } = third;
    const [score] = cities?.cities.flatMap(({ composite }) => composite ?? []) ?? [];
    const alike = (n: number): Ledger => ({
      ...third,
      cities: cities && {
        ...cities,
        cities: cities.cities.slice(0, n).map((city) => ({ ...city, rank, composite: score ?? null })),
      },
    });
    const boxes = (ledger: Ledger): string[] =>
      (KEY_FIGURES['cities']?.(ledger) ?? [])
        .slice(0, 2)
        .map(({ value, detail }) => `${plainText(value)}/${plainText(detail)}`);
    expect(boxes(alike(2))).toEqual(['—/各地得分相同', '—/各地得分相同']);
    expect(boxes(alike(1))).toEqual([expect.stringMatching(/^\p{Script=Han}+\/综合得分/u), '—/没有排名']);
    expect(text(alike(2), 'city-bulletin')).toContain('各地得分相同，不分先后。');
  });

  it('are not told to have no ranking beside the table that ranks them', () => {
    const same = (projects: ProjectLedger): ProjectLedger => ({
      ...projects,
      all: {
        ...projects.all,
        cities: projects.all.cities.map((city) => ({ ...city, rank, sinceQuarter: rank })),
      },
    });
    const quarterly = text(
      { ...third, projects: third.projects && same(third.projects) },
      'project-bulletin',
    );
    expect(quarterly).toContain('按投资完成率排名，各地完成率相同，不分先后。');
    const august = subjectOf(desk, '2022-08') as MonthLedger;
    const [monthly] = composePack(desk.monthly, { ...august, projects: same(august.projects) }).documents;
    const papers = [quarterly, monthly ? outline(monthly.document) : ''];
    expect(papers[1]).toContain('各地投资完成率相同，不分先后。');
    for (const paper of papers) expect(paper).not.toMatch(/没有可以排名的数据|、[^|]*并列第1位|居前的是/);
  });
});

it('what is to fall is said to have fallen so far, and what nobody told of again is marked under the table', () => {
  const goals = third.goals.map((goal) =>
    goal.goal.name === '5G终端用户数' && goal.target
      ? {
          ...goal,
          target: {
            ...goal.target,
            carried: true,
            target: { ...goal.target.target, operator: 'atMost' as const },
          },
        }
      : goal,
  );
  expect(text({ ...third, goals }, 'brief')).toMatch(
    /5G终端用户数（省通信管理局）。为1461\.8万户，完成全年压降任务的19\.7%/,
  );
  const notes = TABLES['goals']?.({ ...third, goals }, {}, null)?.notes ?? [];
  expect(notes.map(plainText)).toContain('“5G终端用户数”本季度没有再报送，为上季度已完成的数，未再次确认。');
});
