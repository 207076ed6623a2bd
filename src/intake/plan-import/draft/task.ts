/** A task of the outline → the plan's data of it, with everything that had to be assumed. */
import type { Diagnostic } from '../../../base/diagnostic.ts';
import * as ask from '../../../base/messages/plan-targets.ts';
import * as say from '../../../base/messages/plan-tracks.ts';
import type { Task } from '../../../model/plan/plan.ts';
import type { Target } from '../../../model/plan/target.ts';
import { TO_BE_NAMED } from '../../../model/unit.ts';
import { briefOf } from '../outline/brief.ts';
import type { OutlineTask } from '../outline/shape.ts';
import { unitLikeBracket } from '../owners/attribution.ts';
import { type Deadline, readDeadline } from '../targets/deadline.ts';
import { passedOver, targetDoubts, toTell, withoutDoubts } from '../targets/doubts.ts';
import { type FoundTarget, ofThisYear, type TargetReading } from '../targets/found-target.ts';
import { readTargets } from '../targets/read-targets.ts';
import { boundByDay } from '../targets/without-number.ts';
import { eventsBesides } from './events-besides.ts';
import { chooseLadder } from './ladder.ts';
import { type Assigned, type TrackUnits, taskCooperating, taskResponsibility } from './responsibility.ts';

/** The year that is drafted, and whether the plan has others. */
export interface PlanYear {
  year: number;
  several: boolean;
}

/** A task as it was found, and what it is read by. */
export interface TaskCase {
  file: string;
  no: number;
  source: OutlineTask;
  /** Of the track that it stands in. */
  track: TrackUnits;
  plan: PlanYear;
  /** Whether the first of a list of units leads (see responsibility.ts). */
  firstLeads: boolean;
}

export interface DraftedTask {
  task: Task;
  /** The units that it names itself. */
  own: Assigned | undefined;
  /** Whether its brief breaks off. */
  cut: boolean;
  unsure: Diagnostic[];
}

/** Targets of one task are numbered with one digit (see targetSchema). */
const MOST_TARGETS = 9;
/** 新增12件, 低压不超过3天, 满意率95%: of what, the task is called by. */
const SAYS_LITTLE =
  /^(?:(?:新增|净增|累计|完成|实现|建成)+|.压|(?:按[时期])?(?:群众|企业|用户|综合)?(?:满意|办结|覆盖|完成|合格|达标|使用|参与|知晓|回访|接通|响应|普及|开工|投产|竣工|入驻|可办)(?:率|度)|(?:计划)?总投资|占比|比例|比重|总数|规模|比率)$/;

const placeOf = ({ file, source }: TaskCase): { file: string; line: number } => ({ file, line: source.line });

/** What has targets is judged by them, and what has none by a ladder of stages. */
export function draftTask(given: TaskCase): DraftedTask {
  const { no, source, plan } = given;
  const { year } = plan;
  const at = placeOf(given);
  const { own, units, unsure } = unitsOf(given);
  const found = targetsOf(given);
  unsure.push(...found.unsure);
  const { brief, cut } = nameOf(source);
  const targets = found.targets.slice(0, MOST_TARGETS).map((target, i): Target => {
    unsure.push(...targetDoubts(at, target, year));
    const little = SAYS_LITTLE.test(target.name) && !brief.startsWith(target.name);
    const name = little ? `${brief}（${target.name}）` : target.name;
    const id = `T${String(no).padStart(3, '0')}-${i + 1}`;
    return { id, ...withoutDoubts(target), name, responsible: units.responsible };
  });
  const text = source.text || `${source.heading}。`;
  const task: Task = { no, text, brief, ...units, targets };
  // A task that is to be done by its day is there or not with all that it names.
  if (found.byDayAlone) return { task, own, cut, unsure };
  if (targets.length > 0) {
    const events = eventsBesides(source.text, found.reading, year);
    if (events.length > 0) unsure.push(ask.eventsBesides(at, no, events));
    return { task, own, cut, unsure };
  }
  const { ladder, words } = chooseLadder(source.heading + text);
  if (words === '') unsure.push(ask.ladderAssumed(at, no));
  return { task: { ...task, milestones: { ladder } }, own, cut, unsure };
}

/** Who answers for it and who takes part: those that it names, else those of its track. */
function unitsOf(given: TaskCase): {
  own: Assigned | undefined;
  units: Pick<Task, 'responsible' | 'cooperating'>;
  unsure: Diagnostic[];
} {
  const { no, source, track, firstLeads } = given;
  const at = placeOf(given);
  const unsure: Diagnostic[] = [];
  const answer = taskResponsibility(source, track, firstLeads);
  const { responsible, own } = answer;
  const cooperating = taskCooperating(answer, track);
  if (own) {
    const others = (names: string[]): say.OtherUnits => ({
      cooperating: names.filter((name) => !track.leads.includes(name)),
      leading: names.filter((name) => track.leads.includes(name)),
    });
    const [lead = '', ...further] = own.leads;
    if (own.guessed.length > 0)
      unsure.push(say.firstListedLeads(at, say.inTask(no), lead, others(own.guessed)));
    if (further.length > 0) unsure.push(say.severalLeadOne(at, no, own.leads, others(further)));
  }
  for (const words of source.attribution.unused) unsure.push(say.unusedAttribution(at, words));
  const bracket = own ? undefined : unitLikeBracket(source.text);
  if (responsible.unit === TO_BE_NAMED && track.leads.length > 0)
    unsure.push(say.taskWithoutUnit(at, no, bracket));
  else if (bracket !== undefined) unsure.push(say.bracketNotUnits(at, no, bracket, responsible.unit));
  else if (track.fromTasks && !own?.leads.length) unsure.push(say.unitOfOthers(at, no, responsible.unit));
  return { own, units: { responsible, ...(cooperating && { cooperating }) }, unsure };
}

interface TaskTargets {
  targets: FoundTarget[];
  /** What was read of its text, with what it binds to a day. */
  reading: TargetReading;
  /** Whether nothing is asked but that it be done by the day that is written beside it. */
  byDayAlone: boolean;
  unsure: Diagnostic[];
}

/** The numbers that it promises, else that it be done by its day. */
function targetsOf(given: TaskCase): TaskTargets {
  const { no, source, plan } = given;
  const at = placeOf(given);
  const read = readTargets(source.text, plan.year);
  const reading = plan.several ? ofThisYear(read) : read;
  const unsure = toTell(reading).map((one) => passedOver(at, `任务${no}`, one));
  const { targets: counted, unsure: ofDeadline } = withDeadline(given, reading.targets);
  unsure.push(...ofDeadline);
  const bound = counted.length > 0 ? [] : boundByDay(source.text, plan.year);
  const sentences = bound.map(({ sentence }) => sentence);
  if (bound.length > 0) unsure.push(ask.boundByDay(at, no, sentences));
  const targets = [...counted, ...bound];
  if (targets.length > MOST_TARGETS) unsure.push(ask.tooManyTargets(at, no, targets.length, MOST_TARGETS));
  return {
    targets,
    reading: { ...reading, targets: [...reading.targets, ...bound] },
    byDayAlone: counted.length > 0 && reading.targets.length === 0,
    unsure,
  };
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
  given: TaskCase,
  targets: FoundTarget[],
): { targets: FoundTarget[]; unsure: Diagnostic[] } {
  const { no, source } = given;
  const { year } = given.plan;
  const at = placeOf(given);
  const unsure: Diagnostic[] = [];
  const words = source.attribution.deadline;
  if (words === '') return { targets, unsure };
  const { last: deadline, stages } = stagesOf(words, year);
  if (deadline && stages.length > 0) unsure.push(ask.deadlineOfStages(at, no, words, deadline.words, stages));
  if (!deadline) {
    if (/\d/.test(words) || !/持续|长期|常态|全年|每/.test(words))
      unsure.push(ask.deadlineUnread(at, no, words));
    return { targets, unsure };
  }
  const { date } = deadline;
  if (deadline.vague) unsure.push(ask.vagueDeadline(at, words, date));
  if (date === `${year}-12-31`) return { targets, unsure };
  if (targets.length > 0)
    return { targets: targets.map((t) => (t.deadline ? t : { ...t, deadline: date })), unsure };
  if (!date.startsWith(String(year)))
    return { targets, unsure: [...unsure, ask.deadlineOtherYear(at, no, words)] };
  return { targets: [doneBy(date, source)], unsure };
}

/** That it be done by a day. */
const doneBy = (date: string, source: OutlineTask): FoundTarget => ({
  name: nameOf(source).brief,
  operator: 'yesNo',
  wording: '',
  value: 1,
  unit: '项',
  kind: 'deadline',
  schedule: { type: 'deadline' },
  deadline: date,
  sentence: source.text.split(/[。；]/)[0] ?? source.text,
  offset: 0,
});
