/** Outline tracks → the data of plan/tracks/NN.yaml, with everything that had to be assumed. */
import type { Diagnostic } from '../../../base/diagnostic.ts';
import * as say from '../../../base/messages/plan-tracks.ts';
import type { Track } from '../../../model/plan/plan.ts';
import { TO_BE_NAMED } from '../../../model/unit.ts';
import { shortNameOf } from '../outline/brief.ts';
import { withoutGroups } from '../outline/groups.ts';
import type { Outline, OutlineTask, OutlineTrack } from '../outline/shape.ts';
import { type Assigned, answeredFor, type TrackUnits, trackUnits } from './responsibility.ts';
import { draftTask, type PlanYear } from './task.ts';
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

const MOST_TASKS = 999;

/** `several`: the plan is for several years, of which `year` is drafted. */
export function draftTracks(
  file: string,
  outline: Outline,
  plan: PlanYear,
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
      const drafted = draftTask({ file, no, source: task, track: units, plan, firstLeads });
      entry.track.tasks.push(drafted.task);
      if (drafted.own) mention(out, task.line, drafted.own);
      if (drafted.cut) out.cut.push(no);
      out.unsure.push(...drafted.unsure);
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
