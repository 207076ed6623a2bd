/** Who speaks first at the meeting and for how long, who is to settle a matter by when, which decision is late. */
import { describe, expect, it } from 'vitest';
import { agendaOf } from '../../src/compose/meeting/agenda.ts';
import { attendeesOf } from '../../src/compose/meeting/attendees.ts';
import { decisionsOf, followsMeeting, undated, wasLate } from '../../src/compose/meeting/decisions.ts';
import { askedBy, mattersOf } from '../../src/compose/meeting/matters.ts';
import { requestsOf } from '../../src/compose/meeting/requests.ts';
import { speakerState } from '../../src/compose/meeting/speaker-text.ts';
import { type Speaker, speakersOf } from '../../src/compose/meeting/speakers.ts';
import { attendees } from '../../src/compose/tables/attendees.ts';
import { plainText } from '../../src/model/document/inline.ts';
import type { Ledger } from '../../src/model/ledger/ledger.ts';
import { BLANK_MEETING, type Decision, type Meeting } from '../../src/model/meeting.ts';
import type { Goal } from '../../src/model/plan/plan.ts';
import type { Coordination } from '../../src/model/returns/submission.ts';
import { TO_BE_NAMED } from '../../src/model/unit.ts';
import {
  type EntrySketch,
  figure,
  goalEntry,
  inputs,
  ledgerOf,
  submission,
  target,
  task,
  track,
} from '../ledger/helper.ts';

/** Of a year's 100, where 50 are due by midyear. */
const behind: EntrySketch = { values: { T: 40 } };
const farBehind: EntrySketch = { values: { T: 20 } };
const notStarted: EntrySketch = { self: 'notStarted' };
const fine: EntrySketch = { values: { T: 50 } };

/** An annual goal of 100 that a unit answers for. */
function goalOf(unit: string): Goal {
  const responsible = { unit, assignedBy: 'office' } as const;
  const own = target({ id: 'G01', responsible });
  return { id: 'G01', name: '目标', text: '目标100个', target: own, responsible };
}

/** The second quarter's ledger of units with so many tasks as entries; undefined: no return. */
function ledger(units: Record<string, EntrySketch[] | undefined>, goals: Goal[] = []): Ledger {
  let no = 0;
  const all = Object.entries(units).map(([unit, entries]) => {
    const own = (entries ?? [{}]).map((sketch) => ({ no: ++no, sketch }));
    return { unit, own, silent: entries === undefined };
  });
  const tasks = all.flatMap(({ unit, own }) =>
    own.map((one) => {
      const responsible = { unit, assignedBy: 'plan' } as const;
      const id = `T00${one.no}-1`;
      return task(one.no, { responsible, targets: [target({ id, responsible })] });
    }),
  );
  const filled = ({ values, ...rest }: EntrySketch, of: number): EntrySketch =>
    values ? { ...rest, values: { [`T00${of}-1`]: values.T as number } } : rest;
  const returns = all
    .filter(({ silent }) => !silent)
    .map(({ unit, own }) =>
      submission(unit, '2022Q2', Object.fromEntries(own.map((one) => [one.no, filled(one.sketch, one.no)]))),
    );
  return ledgerOf(inputs([track(1, tasks)], returns, goals), '2022Q2');
}

const order = (of: Ledger) => speakersOf(of).map(({ unit, reason }) => `${unit} ${reason}`);

describe('units speak', () => {
  it('in the order of what must be done: red lights, silence, a lag', () => {
    expect(order(ledger({ 甲厅: [behind], 乙局: undefined, 丙办: [farBehind] }))).toEqual([
      '丙办 red',
      '乙局 silent',
      '甲厅 lagging',
    ]);
  });

  it('first by how many red lights they have, then by how severe they are, then by how much lags', () => {
    expect(order(ledger({ 甲厅: [farBehind], 乙局: [notStarted, notStarted] }))).toEqual([
      '乙局 red',
      '甲厅 red',
    ]);
    expect(order(ledger({ 甲厅: [notStarted, behind], 乙局: [farBehind] }))).toEqual([
      '乙局 red',
      '甲厅 red',
    ]);
    expect(order(ledger({ 甲厅: [farBehind], 乙局: [farBehind, behind] }))).toEqual(['乙局 red', '甲厅 red']);
  });

  it('of their annual goals, too; what was done before is not among what nobody knows', () => {
    const goal = goalOf('乙局');
    const quarters = (...values: (number | undefined)[]) => {
      const returns = values.flatMap((value, i) =>
        value === undefined
          ? []
          : [submission('乙局', `2022Q${i + 1}`, {}, { goals: [goalEntry('G01', { G01: figure(value) })] })],
      );
      return ledgerOf(inputs([track(1, [])], returns, [goal]), `2022Q${values.length}`);
    };
    expect(order(quarters(20, 25))).toEqual(['乙局 red']);
    expect(speakersOf(quarters(25, undefined))[0]?.unreported).toEqual({ tasks: 0, goals: 1 });
    expect(speakersOf(quarters(100, undefined))[0]?.unreported).toEqual({ tasks: 0, goals: 0 });
  });

  it('to explain a return in which no task is filled in, but not for one that is not', () => {
    const empty: EntrySketch = {};
    const [first, second] = speakersOf(
      ledger({ 甲厅: [empty, empty], 乙局: [farBehind, empty], 丙办: [fine, empty] }),
    );
    expect([first?.unit, first?.reason, first?.unreported]).toEqual(['乙局', 'red', { tasks: 0, goals: 0 }]);
    expect([second?.unit, second?.reason, second?.unreported]).toEqual([
      '甲厅',
      'silent',
      { tasks: 2, goals: 0 },
    ]);
  });

  it('of what they have to answer for, counted by how grave it is and named where it begins', () => {
    const [given] = speakersOf(ledger({ 甲厅: [farBehind, notStarted, behind] }));
    const [red] = given?.red ?? [];
    if (!given || !red) throw new Error('nobody speaks');
    const goal = (status: 'farBehind' | 'behind') => ({ status }) as Speaker['goals'][number];
    const state = (change: Partial<Speaker>) => plainText(speakerState({ ...given, ...change })?.rich ?? []);
    expect(state({})).toBe('严重滞后1项、未启动1项、滞后1项');
    expect(state({ goals: [goal('farBehind'), goal('behind')] })).toBe(
      '年度目标严重滞后1项、滞后1项，任务严重滞后1项、未启动1项、滞后1项',
    );
    const none = { red: [], lagging: [], goals: [] };
    expect(state({ ...none, unreported: { tasks: 2, goals: 3 } })).toBe('年度目标未报送3项，任务未报送2项');
    expect(state({ ...none, unreported: { tasks: 2, goals: 0 } })).toBe('未报送2项');
    expect(state(none)).toBe('');
  });

  it('each so long as the agenda says, and of each of their matters as long again; who is fine writes', () => {
    const asked = (matter: string): Coordination => ({
      matter: { value: matter, at: { file: 'f' } },
      with: [],
    });
    const given = ledger({
      甲厅: [{ ...fine, coordination: [asked('请明确标准'), asked('请协调用地')] }],
      乙局: [farBehind],
      丙办: [fine],
    });
    const agenda = { report: 10, unit: 5, matter: 3, speech: 20 };
    const { items, written, minutes } = agendaOf({
      ...given,
      meeting: { ...BLANK_MEETING, agenda, start: '09:00' },
    });
    expect(items.map(({ part, start, end }) => `${part} ${start}—${end}`)).toEqual([
      'report 09:00—09:10',
      'units 09:10—09:15',
      'matters 09:15—09:21',
      'speech 09:21—09:41',
    ]);
    expect([written, minutes]).toEqual([['甲厅', '丙办'], 41]);
  });
});

it('whoever has not settled what the last meeting decided is asked to come, though this plan asks nothing of it', () => {
  const given = ledger({ 甲厅: [fine] });
  const decided = (no: number, lead: string): Decision => {
    return { no, text: '事项', lead, cooperating: [], due: '2022-03-31', task: null };
  };
  const lastMeeting = { ...BLANK_MEETING, decisions: [decided(1, '旧局'), decided(2, '结办')] };
  const followUps = [{ decision: 2, state: 'done' as const, finished: '', progress: '已办。' }];
  const units = ['旧局', '结办'].map((name) => ({
    name,
    fullName: name,
    aliases: [],
    namedBy: 'plan' as const,
  }));
  const { others } = attendeesOf({
    ...given,
    units: [...given.units, ...units],
    lastMeeting,
    meeting: { ...BLANK_MEETING, followUps },
  });
  expect(others).toContain('旧局');
  expect(others).not.toContain('结办');
});

describe('a matter', () => {
  /** What is proposed for a request of 甲厅. */
  function proposed(matter: string, partners: string[], how: EntrySketch, date = '2022-07-20') {
    const coordination = [{ matter: { value: matter, at: { file: 'f' } }, with: partners }];
    const given = ledger({ 甲厅: [{ ...how, coordination }], 乙局: [fine], 丙办: [fine] });
    const [one] = mattersOf({ ...given, meeting: { ...BLANK_MEETING, date } });
    return [one?.lead, one?.cooperating.join('、'), one?.due];
  }
  it('is led by the first unit asked, with all others; by the one that asks where it names none', () => {
    expect(proposed('请明确标准', ['乙局', '丙办'], fine).slice(0, 2)).toEqual(['乙局', '甲厅、丙办']);
    expect(proposed('请明确标准', [], fine).slice(0, 2)).toEqual(['甲厅', '']);
  });
  it('is due by its own words, a month after the meeting where its task lags, else by the next quarter’s end', () => {
    expect(proposed('请于8月底前明确标准', ['乙局'], behind)[2]).toBe('8月底前');
    expect(proposed('请明确标准', ['乙局'], behind)[2]).toBe('2022年8月20日前');
    expect(proposed('请明确标准', ['乙局'], fine)[2]).toBe('2022年9月30日前');
    expect(proposed('请明确标准', ['乙局'], behind, '')[2]).toBe('2022年9月30日前');
  });
});

describe('who asks', () => {
  const asked = (matter: string, partners: string[] = []): Coordination => ({
    matter: { value: matter, at: { file: 'f' } },
    with: partners,
  });
  it('is called 配合单位 only where it does not answer for the task itself', () => {
    const given = ledger({ 甲厅: [{ ...fine, coordination: [asked('请明确标准', ['乙局'])] }] });
    const [matter] = mattersOf(given);
    if (!matter || !('track' in matter.about)) throw new Error('nothing is asked');
    const about = { ...matter.about, track: { ...matter.about.track, cooperating: ['甲厅', '丙办'] } };
    const by = (unit: string) =>
      askedBy({ ...matter, about, coordination: { ...matter.coordination, by: unit } });
    expect(['甲厅', '丙办', '乙局'].map(by)).toEqual(['甲厅', '丙办（配合单位）', '乙局']);
  });

  it('for a goal asks what its column says; of its next steps only where that is empty', () => {
    const goal = goalOf('甲厅');
    const requests = (coordination: Coordination[]) => {
      const next = { value: '抓紧推进，建议领导小组核定口径', at: { file: 'f' } };
      const entry = { ...goalEntry('G01', { G01: figure(50) }), coordination, next };
      const returns = [submission('甲厅', '2022Q2', {}, { goals: [entry] })];
      return requestsOf(ledgerOf(inputs([track(1, [])], returns, [goal]), '2022Q2')).map(
        ({ request }) => request.matter.value,
      );
    };
    expect(requests([])).toEqual(['建议领导小组核定口径']);
    expect(requests([asked('请乙局提供数据', ['乙局'])])).toEqual(['请乙局提供数据']);
  });
});

describe('who sits at the table', () => {
  it('sits there once, and is somebody', () => {
    const given = ledger({ 甲厅: [fine], 乙局: [farBehind], [TO_BE_NAMED]: [fine] });
    const meeting = { ...BLANK_MEETING, observers: ['乙局', '省档案馆'] };
    const { leads, others, inPerson, observers } = attendeesOf({ ...given, meeting });
    expect([leads, others, observers]).toEqual([['甲厅'], ['乙局'], ['省档案馆']]);
    // Who reports comes in person.
    expect(inPerson).toEqual(['甲厅', '乙局']);
  });
});

describe('a decision of the last meeting', () => {
  const decision: Decision = {
    no: 1,
    text: '事',
    lead: '甲厅',
    cooperating: [],
    due: '2022-06-30',
    task: null,
  };
  const given = ledger({ 甲厅: [fine] });
  const state = (reported: Meeting['followUps'][number]['state'], due: string, finished = '') => {
    const [record] = decisionsOf({
      ...given,
      lastMeeting: { ...BLANK_MEETING, decisions: [{ ...decision, due }] },
      meeting: { ...BLANK_MEETING, followUps: [{ decision: 1, state: reported, progress: '', finished }] },
    });
    return record && [record.state, wasLate(record), ...(undated(record) ? ['undated'] : [])];
  };
  it('is late from the day on which it is due, whatever is said of it but that it is done', () => {
    expect(state('ongoing', '2022-06-30')).toEqual(['late', false]);
    expect(state('notStarted', '2022-06-30')).toEqual(['late', false]);
    expect(state('ongoing', '2022-07-01')).toEqual(['ongoing', false]);
    expect(state('ongoing', '')).toEqual(['ongoing', false]);
  });
  it('was done in time on that day', () => {
    expect(state('done', '2022-06-30', '2022-06-30')).toEqual(['done', false]);
    expect(state('done', '2022-06-30', '2022-07-01')).toEqual(['done', true]);
  });
  it('is in time where it was due by no day; where its day is not told, nobody knows', () => {
    expect(state('done', '', '2022-07-01')).toEqual(['done', false]);
    expect(state('done', '')).toEqual(['done', false]);
    expect(state('done', '2022-06-30')).toEqual(['done', false, 'undated']);
  });
  it('is looked for where there was a meeting: of a file alone that was never used, in a first quarter only', () => {
    const follows = (quarter: 1 | 2, lastMeeting: Meeting | null) =>
      followsMeeting({
        ...given,
        previousCounts: null,
        lastMeeting,
        period: { id: '', year: 2022, quarter },
      });
    expect([follows(1, BLANK_MEETING), follows(2, BLANK_MEETING), follows(2, null)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(follows(2, { ...BLANK_MEETING, date: '2022-04-20' })).toBe(true);
    expect(follows(2, { ...BLANK_MEETING, decisions: [decision] })).toBe(true);
  });
});

it('numbers the groups of those who attend one after the other, whichever there are', () => {
  const observed = { ...ledger({ 省甲局: [fine] }), meeting: { ...BLANK_MEETING, observers: ['省乙局'] } };
  const groups = JSON.stringify(attendees(observed).body).match(/[一二三四五六]、[^"]+/g);
  expect(groups).toEqual(['一、领导小组', '二、专项牵头单位', '三、其他有关单位', '四、列席单位']);
});
