/** Sentences where there is none, one, or nothing else, and where nobody can tell: they claim no more than is known. */
import { describe, expect, it } from 'vitest';
import { composePack } from '../../src/compose/compose.ts';
import type { DutyRecord } from '../../src/model/ledger/city-ledger.ts';
import type { Ledger, TaskRecord } from '../../src/model/ledger/ledger.ts';
import type { Status } from '../../src/model/status.ts';
import { type Desk, openDesk, subjectOf } from '../support/bulletins.ts';
import { outline } from '../support/outline.ts';

const desk = await openDesk();
const third = subjectOf(desk, '2022Q3') as Ledger;

const text = (ledger: Ledger, id: string): string =>
  composePack(desk.quarterly, ledger, { only: [id] })
    .documents.map(({ document }) => outline(document))
    .join('\n');

/** The third quarter's ledger of these tasks alone; without annual goals, places and projects. */
function only(wanted: readonly number[], submissions = desk.inputs.submissions, period = '2022Q3'): Ledger {
  const { projects: _, cities: __, ...inputs } = desk.inputs;
  const tracks = inputs.plan.tracks
    .map((track) => ({ ...track, tasks: track.tasks.filter(({ no }) => wanted.includes(no)) }))
    .filter(({ tasks }) => tasks.length > 0);
  const own = submissions.map((one) => ({
    ...one,
    tasks: one.tasks.filter(({ task }) => wanted.includes(task)),
    goals: [],
    cooperation: [],
  }));
  const plan = { ...inputs.plan, tracks, goalGroups: [] };
  const small: Desk = { ...desk, inputs: { ...inputs, plan, submissions: own, acknowledgements: [] } };
  return subjectOf(small, period) as Ledger;
}

describe('the plan for the next quarter', () => {
  const said = (...given: Parameters<typeof only>): string => text(only(...given), 'next-quarter');
  // 任务8 lags, 任务31 is done, 任务15 has stages alone.
  it('calls numbers reached only where all are', () => {
    expect(said([31])).toContain('带有数量目标的任务均已完成。');
    for (const lagging of [said([8]), said([8, 31])]) {
      expect(lagging).toContain('没有已达到序时进度、须继续保持进度的数量任务。');
      expect(lagging).not.toContain('均已完成');
    }
    expect(said([15])).toContain('各项任务均没有数量目标，按约定阶段推进。');
  });

  it('does not say of what nobody reported that it is done, or does not lag', () => {
    const silent = said([8, 31], []);
    expect(silent).not.toMatch(/均已完成|没有滞后/);
    expect(silent).toContain('没有评定为滞后的任务');
  });

  it('refers to no table that is not there', () => {
    for (const paper of [said([8]), said([15]), said([31]), said([8], [])])
      expect(paper).not.toContain('本期无此表');
    expect(said([8])).not.toMatch(/附件1\D.*须完成的数量|须保持的进度/);
    expect(said([1])).toMatch(/\n已达到序时进度的任务须保持的进度见表1。/);
  });

  it('of the year’s end speaks of no goals where the plan has none', () => {
    expect(said([8, 31], undefined, '2022Q4')).toMatch(/到年末[^；]*。现就收尾/);
  });
});

it('indicators are not counted where no task has any', () => {
  const paper = text(only([15]), 'targets');
  expect(paper).toContain('各项任务均没有数量指标');
  expect(paper).not.toMatch(/(?<!\d)0项|本期无此表/);
});

describe('what nobody can tell', () => {
  const unknown = only([8, 15], []);
  it.each([
    ['progress-report', '到三季度末没有评定为滞后和未启动的任务；'],
    ['chair-script', '到三季度末没有评定为滞后的任务，'],
    ['brief', '到三季度末没有评定为滞后和未启动的目标和任务，'],
    ['matters', '没有评定为严重滞后、未启动'],
  ])('%s does not call free of lag', (id, words) => {
    const paper = text(unknown, id);
    expect(paper).toContain(words);
    expect(paper).not.toMatch(/没有滞后任务|没有滞后和未启动|没有严重滞后、/);
  });
});

describe('how all tasks stand', () => {
  /** So many tasks of these statuses, now and in the quarter before. */
  function standing(now: Status[], before: Status[], ledger = third): string {
    const tasks = now.map((status, i) => ({ ...(ledger.tasks[i] as TaskRecord), status }));
    const counted = (status: Status) => before.filter((one) => one === status).length;
    const previousCounts = third.previousCounts && {
      ...third.previousCounts,
      ...{ done: counted('done'), ahead: counted('ahead'), onPace: counted('onPace') },
    };
    return /总体判断。(.*?。)/.exec(text({ ...ledger, tasks, previousCounts }, 'brief'))?.[1] ?? '';
  }

  it('is one word where all lag alike', () => {
    expect(standing(['farBehind'], [])).toBe('1项任务严重滞后。');
    expect(standing(['farBehind', 'farBehind'], [])).toBe('2项任务均严重滞后。');
    expect(standing(['notStarted', 'notStarted'], [])).toBe('2项任务均未启动。');
    expect(standing(['behind', 'farBehind', 'behind'], [])).toBe('3项任务均滞后，其中1项严重滞后。');
    expect(standing(['behind', 'notStarted'], [])).toBe('2项任务均滞后或未启动。');
  });

  it('at the year’s end is 未完成', () => {
    const last = subjectOf(desk, '2022Q4') as Ledger;
    expect(standing(['behind', 'notStarted'], [], last)).toBe('2项任务均未完成。');
    expect(standing(['farBehind'], [], last)).toBe('1项任务未完成且严重滞后。');
  });

  it('tells how many were at pace, where none is: fewer of them are not fewer that are not', () => {
    expect(standing(['behind', 'farBehind'], ['onPace', 'done'])).toBe(
      '2项任务均滞后，其中1项严重滞后，上季度末有2项达到序时进度及以上。',
    );
    expect(standing(['behind', 'toVerify'], ['ahead', 'behind'])).toContain(
      '没有达到序时进度的，上季度末有1项达到序时进度及以上；',
    );
    expect(standing(['onPace', 'behind'], ['onPace', 'onPace'])).toContain('占50.0%，比上季度减少1项；');
  });
});

describe('decisions of the last meeting', () => {
  const reported = (state: 'done' | 'ongoing', settled: number): Ledger => {
    const decisions = (third.lastMeeting?.decisions ?? []).slice(0, 3);
    const followUps = decisions.map(({ no }, i) => ({
      ...{ decision: no, progress: '', finished: '' },
      state: i < settled ? state : ('ongoing' as const),
    }));
    const lastMeeting = third.lastMeeting && { ...third.lastMeeting, decisions };
    return { ...third, lastMeeting, meeting: { ...third.meeting, followUps } };
  };
  it.each([
    [0, '议定事项3项，均没有办结（', '议定事项3项，均未办结，由', '到本次会议前，尚无办结的；'],
    [1, '议定事项3项，已办结1项，还有2项没有办结（', '已办结1项，未办结2项，由', '已办结1项，办结率33.3%'],
    [3, '议定事项3项，均已办结。', '议定事项3项，均已办结。', '已办结3项，办结率100.0%'],
  ])('of which %i are settled', (settled, chair, minutes, list) => {
    const ledger = reported('done', settled);
    expect(text(ledger, 'chair-script')).toContain(chair);
    expect(text(ledger, 'minutes-draft')).toContain(minutes);
    expect(text(ledger, 'decisions')).toContain(list);
  });
});

describe('duties of the places', () => {
  /** All of one status but the first few. */
  function duties(rest: Status, ...first: Status[]): Ledger {
    let i = 0;
    const of = (duty: DutyRecord): DutyRecord => ({ ...duty, status: first[i++] ?? rest });
    const cities = third.cities && {
      ...third.cities,
      cities: third.cities.cities.map((city) => ({ ...city, duties: city.duties.map(of) })),
    };
    return { ...third, cities };
  }
  const PAPERS = ['progress-report', 'city-bulletin', 'chair-script', 'minutes-draft'];
  it.each([
    ['none lags', duties('onPace', 'done'), '已办结1项，没有滞后和未启动的'],
    ['none lags of those reported', duties('done', 'notReported'), '没有评定为滞后和未启动的，未报送1项'],
    ['none is settled', duties('onPace', 'behind'), '尚无办结的，滞后1项'],
    ['all are settled', duties('done'), '均已办结'],
  ])('where %s', (_, ledger, words) => {
    for (const id of PAPERS) {
      const paper = text(ledger, id);
      expect(paper).toContain(words);
      expect(paper).not.toMatch(/(?:滞后|未启动|超前|办结)0项/);
    }
  });
  it('are told apart in the bulletin', () => {
    expect(text(duties('onPace', 'done', 'behind'), 'city-bulletin')).toMatch(
      /承担的27项事项中，已办结1项，达到序时进度或超前25项，滞后1项，分项情况见/,
    );
    expect(text(duties('done'), 'city-bulletin')).toContain('承担的27项事项均已办结，分项情况见');
  });
});

it('who is asked for help is invited, though the plan gives it nothing to do', () => {
  // 任务15 of 省工信厅 asks 省统计局, which no task of this plan names.
  const ledger = { ...only([15]), lastMeeting: null };
  expect(text(ledger, 'meeting-notice')).toMatch(/〔主送〕.*省统计局/);
  expect(text(ledger, 'attendees')).toMatch(/四、其他有关单位 \|\n\| \d+ \| 省统计局 /);
  expect(text(ledger, 'chair-script')).toContain('请省统计局答复。');
  const office = ledger.tasks.map((task) => ({
    ...task,
    coordination: task.coordination.map((one) => ({ ...one, with: ['领导小组办公室', '某单位'] })),
  }));
  expect(text({ ...ledger, tasks: office }, 'attendees')).not.toMatch(/四、其他有关单位|某单位/);
});

it('a unit that has done all and hands in nothing more is announced with what is known of it', () => {
  const silent = third.returns.find(({ receivedAt }) => receivedAt === null);
  if (!silent) throw new Error('all have reported');
  const tasks = third.tasks.map((task) =>
    task.unit === silent.unit.name ? { ...task, status: 'done' as const } : task,
  );
  expect(text({ ...third, tasks }, 'chair-script')).toMatch(
    new RegExp(`请${silent.unit.name}汇报。.*\\n提示：未报送，承担的任务和目标此前已完成。`),
  );
});

it('what lags with one unit alone is not said to concern it, but to be its own', () => {
  expect(text(only([15]), 'chair-script')).toContain('1项滞后和未启动的任务，由省工信厅承担。');
});

it('goals that are urged are named to the meeting, though no task lags', () => {
  const fine = third.tasks.map((task) => ({ ...task, status: 'onPace' as const }));
  expect(text({ ...third, tasks: fine }, 'chair-script')).toContain('列入督办的1项年度目标，是重中之重');
});

describe('goals of which none is reached', () => {
  const goals = (...statuses: Status[]): string =>
    text(
      {
        ...third,
        goals: third.goals
          .filter(({ target }) => target)
          .slice(0, statuses.length)
          .map((goal, i) => ({ ...goal, status: statuses[i] ?? null })),
      },
      'next-quarter',
    );
  it('are 均未完成, or nobody can tell', () => {
    expect(goals('onPace', 'behind')).toContain('年度目标2项，均未完成，');
    expect(goals('onPace')).toContain('年度目标1项，未完成，');
    expect(goals('onPace', 'toVerify')).toContain('年度目标2项，均未完成（其中1项无法评定），');
    expect(goals('notReported', 'toVerify')).toContain('年度目标2项，均无法评定，');
    expect(goals('notReported')).toContain('年度目标1项，无法评定，');
  });
});

it('what the one page leaves out is named by what it is', () => {
  const goals = third.goals
    .filter(({ target }) => target)
    .slice(0, 7)
    .map((goal) => ({ ...goal, status: 'behind' as const }));
  const lagging = (n: number) =>
    third.tasks.map((task, i) => ({ ...task, status: i < n ? ('behind' as const) : ('done' as const) }));
  const left = (given: Partial<Ledger>): string | undefined =>
    /另有\d+项(?:目标|任务).*(?=，见)/.exec(text({ ...third, ...given }, 'brief'))?.[0];
  expect(left({ goals, tasks: lagging(0) })).toBe('另有1项目标滞后');
  expect(left({ goals, tasks: lagging(2) })).toBe('另有3项目标和任务滞后');
  expect(left({ goals: [], tasks: lagging(5) })).toBe('另有2项任务滞后');
});
