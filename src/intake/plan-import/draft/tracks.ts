/** Outline tracks → the data of plan/tracks/NN.yaml, with everything that had to be assumed. */
import type { Diagnostic } from '../../../base/diagnostic.ts';
import * as ask from '../../../base/messages/plan-targets.ts';
import * as say from '../../../base/messages/plan-tracks.ts';
import type { Task, Track } from '../../../model/plan/plan.ts';
import type { Target } from '../../../model/plan/target.ts';
import { TO_BE_NAMED } from '../../../model/unit.ts';
import { briefOf, shortNameOf } from '../outline/brief.ts';
import { withoutGroups } from '../outline/groups.ts';
import type { Outline, OutlineTask, OutlineTrack } from '../outline/shape.ts';
import { unitLikeBracket } from '../owners/attribution.ts';
import { type Deadline, readDeadline } from '../targets/deadline.ts';
import { passedOver, targetDoubts, toTell, withoutDoubts } from '../targets/doubts.ts';
import { type FoundTarget, ofThisYear } from '../targets/found-target.ts';
import { readTargets } from '../targets/read-targets.ts';
import { boundByDay } from '../targets/without-number.ts';
import { eventsBesides } from './events-besides.ts';
import { chooseLadder } from './ladder.ts';
import {
  type Assigned,
  answeredFor,
  type TrackUnits,
  taskCooperating,
  taskResponsibility,
  trackUnits,
} from './responsibility.ts';
import type { UnitMention } from './units.ts';

export interface DraftTrack {
  track: Track;
  line: number;
  /** Source lines of the tasks, in their order. */
  taskLines: number[];
  /** The plan's words on who does what, per task; '' for none. */
  words: string[];
}

export interface DraftTracks {
  tracks: DraftTrack[];
  mentions: UnitMention[];
  /** Numbers of the tasks whose brief breaks off. */
  cut: number[];
  unsure: Diagnostic[];
}

/** The year that is drafted, and whether the plan has others. */
export interface PlanYear {
  year: number;
  several: boolean;
}

/** Targets of one task are numbered with one digit (see targetSchema). */
const MOST_TARGETS = 9;
const MOST_TASKS = 999;
/** 新增12件, 低压不超过3天, 满意率95%: of what, the task is called by. */
const SAYS_LITTLE =
  /^(?:(?:新增|净增|累计|完成|实现|建成)+|.压|(?:按[时期])?(?:群众|企业|用户|综合)?(?:满意|办结|覆盖|完成|合格|达标|使用|参与|知晓|回访|接通|响应|普及|开工|投产|竣工|入驻|可办)(?:率|度)|(?:计划)?总投资|占比|比例|比重|总数|规模|比率)$/;

/** `several`: the plan is for several years, of which `year` is drafted. */
export function draftTracks(
  file: string,
  outline: Outline,
  { year, several }: PlanYear,
  firstLeads: boolean,
): DraftTracks {
  const out: DraftTracks = { tracks: [], mentions: [], cut: [], unsure: [] };
  let count = 0;
  const { tracks, groups } = withoutGroups(outline.tracks);
  const { numbers, own } = taskNumbers(tracks);
  for (const { line, name } of groups) out.unsure.push(say.groupOfUnits({ file, line }, name));
  for (const source of tracks) {
    const at = { file, line: source.line };
    if (source.tasks.length === 0) {
      out.unsure.push(say.trackWithoutTasks(at, source.name));
      continue;
    }
    const name = source.name || say.unnamedTrack();
    const units = trackUnits(source, firstLeads);
    unitDoubts(out, at, { ...source, name }, units, numbers.slice(count));
    mention(out, source.line, units);
    if (source.name === '') out.unsure.push(say.trackWithoutName(at));
    const entry: DraftTrack = {
      track: {
        no: out.tracks.length + 1,
        name,
        shortName: shortNameOf(name),
        leads: units.leads.length > 0 ? units.leads : [TO_BE_NAMED],
        cooperating: units.cooperating,
        tasks: [],
      },
      line: source.line,
      taskLines: [],
      words: [],
    };
    for (const task of source.tasks) {
      count += 1;
      const no = numbers[count - 1];
      if (count > MOST_TASKS || no === undefined) break;
      entry.track.tasks.push(draftTask(out, file, no, task, units, { year, several }, firstLeads));
      entry.taskLines.push(task.line);
      entry.words.push(attributionWords(task));
    }
    if (entry.track.tasks.length > 0) out.tracks.push(entry);
  }
  if (count > MOST_TASKS) out.unsure.push(say.tooManyTasks(file, count, MOST_TASKS));
  if (out.cut.length > 0) out.unsure.push(say.briefsCut(file, out.cut));
  out.unsure.push(...numbering(file, outline, own));
  return out;
}

function unitDoubts(
  out: DraftTracks,
  at: { file: string; line: number },
  source: OutlineTrack,
  units: TrackUnits,
  numbers: readonly number[],
): void {
  const { leads } = units;
  const unnamed = source.tasks.flatMap((task, i) => (answeredFor(task) ? [] : numbers.slice(i, i + 1)));
  if (leads.length === 0) out.unsure.push(say.trackWithoutUnits(at, source.name));
  else if (units.fromTasks) out.unsure.push(say.unitsFromTasks(at, source.name, leads));
  else if (leads.length > 1 && unnamed.length > 0)
    out.unsure.push(
      say.severalLeads(at, source.name, leads, unnamed.length < source.tasks.length ? unnamed : []),
    );
  if (units.guessed.length > 0)
    out.unsure.push(
      say.firstListedLeads(at, say.inTrack(source.name), leads[0] as string, {
        cooperating: units.guessed,
        leading: [],
      }),
    );
  for (const words of source.attribution.unused) out.unsure.push(say.unusedAttribution(at, words));
}

function mention(out: DraftTracks, line: number, { leads, cooperating }: Assigned): void {
  out.mentions.push(...[...leads, ...cooperating].map((name) => ({ name, line })));
}

function draftTask(
  out: DraftTracks,
  file: string,
  no: number,
  source: OutlineTask,
  track: TrackUnits,
  { year, several }: PlanYear,
  firstLeads: boolean,
): Task {
  const at = { file, line: source.line };
  const answer = taskResponsibility(source, track, firstLeads);
  const { responsible, own } = answer;
  const cooperating = taskCooperating(answer, track);
  const units = { responsible, ...(cooperating && { cooperating }) };
  if (own) {
    mention(out, source.line, own);
    const others = (names: string[]): say.OtherUnits => ({
      cooperating: names.filter((name) => !track.leads.includes(name)),
      leading: names.filter((name) => track.leads.includes(name)),
    });
    if (own.guessed.length > 0)
      out.unsure.push(say.firstListedLeads(at, say.inTask(no), own.leads[0] as string, others(own.guessed)));
    if (own.leads.length > 1)
      out.unsure.push(say.severalLeadOne(at, no, own.leads, others(own.leads.slice(1))));
  }
  for (const words of source.attribution.unused) out.unsure.push(say.unusedAttribution(at, words));
  const bracket = own ? undefined : unitLikeBracket(source.text);
  if (responsible.unit === TO_BE_NAMED && track.leads.length > 0)
    out.unsure.push(say.taskWithoutUnit(at, no, bracket));
  else if (bracket !== undefined) out.unsure.push(say.bracketNotUnits(at, no, bracket, responsible.unit));
  else if (track.fromTasks && !own?.leads.length) out.unsure.push(say.unitOfOthers(at, no, responsible.unit));
  const read = readTargets(source.text, year);
  const reading = several ? ofThisYear(read) : read;
  for (const one of toTell(reading)) out.unsure.push(passedOver(at, `任务${no}`, one));
  const counted = withDeadline(out, at, no, source, reading.targets, year);
  const bound = counted.length > 0 ? [] : boundByDay(source.text, year);
  if (bound.length > 0)
    out.unsure.push(
      ask.boundByDay(
        at,
        no,
        bound.map(({ sentence }) => sentence),
      ),
    );
  const found = [...counted, ...bound];
  if (found.length > MOST_TARGETS) out.unsure.push(ask.tooManyTargets(at, no, found.length, MOST_TARGETS));
  const targets = found.slice(0, MOST_TARGETS).map((target, i): Target => {
    out.unsure.push(...targetDoubts(at, target, year));
    const called = nameOf(source).brief;
    const little = SAYS_LITTLE.test(target.name) && !called.startsWith(target.name);
    const name = little ? `${called}（${target.name}）` : target.name;
    return { id: `T${String(no).padStart(3, '0')}-${i + 1}`, ...withoutDoubts(target), name, responsible };
  });
  const { brief, cut } = nameOf(source);
  if (cut) out.cut.push(no);
  const text = source.text || `${source.heading}。`;
  // A task that is to be done by its day is there or not with all that it names.
  if (counted.length > 0 && reading.targets.length === 0) return { no, text, brief, ...units, targets };
  if (targets.length > 0) {
    const events = eventsBesides(source.text, { ...reading, targets: [...reading.targets, ...bound] }, year);
    if (events.length > 0) out.unsure.push(ask.eventsBesides(at, no, events));
    return { no, text, brief, ...units, targets };
  }
  const { ladder, words } = chooseLadder(source.heading + text);
  if (words === '') out.unsure.push(ask.ladderAssumed(at, no));
  return { no, text, brief, ...units, targets, milestones: { ladder } };
}

const nameOf = ({ heading, text, attribution }: OutlineTask): { brief: string; cut: boolean } =>
  heading ? { brief: heading, cut: false } : briefOf(withoutWho(text, attribution.raw));

/** 市发改委牵头建设… → 建设… */
function withoutWho(text: string, raw: readonly string[]): string {
  const who = raw.find((words) => words !== '' && text.startsWith(words)) ?? '';
  return text.slice(who.length).replace(/^，/, '');
}

/** 6月底前完成招标，12月20日前上线 → the last day, and the steps before it; 每月5日前 is none. */
function stagesOf(words: string, year: number): { last: Deadline | undefined; stages: string[] } {
  const parts = words.split(/[，,；;、。]/).flatMap((text) => {
    const deadline = readDeadline(text, year);
    return deadline ? [{ text, deadline }] : [];
  });
  const last = parts.reduce<Deadline | undefined>(
    (latest, { deadline }) => (latest && latest.date >= deadline.date ? latest : deadline),
    undefined,
  );
  const stages = parts.filter(({ deadline }) => deadline.date !== last?.date);
  return { last, stages: stages.map(({ text }) => text) };
}

/** 完成时限 of the task holds for its targets; a task without a number is then to be done by that day. */
function withDeadline(
  out: DraftTracks,
  at: { file: string; line: number },
  no: number,
  source: OutlineTask,
  targets: FoundTarget[],
  year: number,
): FoundTarget[] {
  const words = source.attribution.deadline;
  if (words === '') return targets;
  const { last: deadline, stages } = stagesOf(words, year);
  if (deadline && stages.length > 0)
    out.unsure.push(ask.deadlineOfStages(at, no, words, deadline.words, stages));
  if (!deadline) {
    if (/\d/.test(words) || !/持续|长期|常态|全年|每/.test(words))
      out.unsure.push(ask.deadlineUnread(at, no, words));
    return targets;
  }
  if (deadline.vague) out.unsure.push(ask.vagueDeadline(at, words, deadline.date));
  if (deadline.date === `${year}-12-31`) return targets;
  if (targets.length > 0) return targets.map((t) => (t.deadline ? t : { ...t, deadline: deadline.date }));
  if (!deadline.date.startsWith(String(year))) {
    out.unsure.push(ask.deadlineOtherYear(at, no, words));
    return targets;
  }
  const sentence = source.text.split(/[。；]/)[0] ?? source.text;
  return [
    {
      name: nameOf(source).brief,
      operator: 'yesNo',
      wording: '',
      value: 1,
      unit: '项',
      kind: 'deadline',
      schedule: { type: 'deadline' },
      deadline: deadline.date,
      sentence,
      offset: 0,
    },
  ];
}

/** The plan's own numbers, by which its readers call the tasks, where they run upwards through all of it; else counted. */
function taskNumbers(tracks: readonly OutlineTrack[]): { numbers: readonly number[]; own: boolean } {
  const tasks = tracks.flatMap((track) => track.tasks);
  const printed = tasks.map(({ number = 0 }) => number);
  const own =
    printed.every((number, i) => number > (printed[i - 1] ?? 0) && number <= MOST_TASKS) &&
    tasks.every(({ numbered }) => numbered === tasks[0]?.numbered);
  return { numbers: own ? printed : tasks.map((_, i) => i + 1), own };
}

/** Printed numbers against one run through the plan, which may begin with its goals, and against one run per track. */
function numbering(file: string, { tracks, goals }: Outline, own: boolean): Diagnostic[] {
  const list: Diagnostic[] = [];
  let last = goals.findLast(({ listed }) => listed)?.listed?.number;
  let lastKind: OutlineTask['numbered'];
  let restarts = 0;
  for (const track of tracks) {
    track.tasks.forEach((task, i) => {
      const { number, numbered } = task;
      if (number === undefined) return;
      // 4. after （2）: its row goes on from headings, not from tasks.
      const otherRow = lastKind !== undefined && numbered !== lastKind;
      lastKind = numbered;
      const expected = (last ?? 0) + 1;
      // 1 within a track, too: （1） below another 1.
      if (number === 1 && last !== undefined && (i === 0 || number !== last)) restarts += 1;
      else if (otherRow) restarts += 1;
      else if (number !== expected)
        list.push(say.taskNumberGap({ file, line: task.line }, last ?? 0, number, own));
      last = number;
    });
  }
  if (restarts > 0 && !own) list.push(say.taskNumbersRestart(file));
  if (tracks.some((track) => track.tasks.some((task) => task.number === undefined)))
    list.push(say.tasksWithoutNumber(file));
  return list;
}

function attributionWords({ attribution: { raw, deadline } }: OutlineTask): string {
  return [...raw, ...(raw.some((r) => r.includes(deadline)) ? [] : [deadline])].join('；');
}
