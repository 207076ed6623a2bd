/** data/<year>/meetings/<period>.yaml → the year's meetings, and the last one of the year before. */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { fileIsFolder } from '../base/messages/files.ts';
import * as messages from '../base/messages/meetings.ts';
import { DECISION_STATE_WORDS, type Meeting, meetingSchema } from '../model/meeting.ts';
import { endsAfter, type Month, parsePeriod, quarterBefore } from '../model/period.ts';
import type { PeriodSetting } from '../model/plan/rules.ts';
import type { Unit } from '../model/unit.ts';
import type { LocatedData } from './located/located.ts';
import { checkSchema } from './located/schema.ts';
import { keptYaml } from './located/yaml-file.ts';
import { type UnitNames, unitNames } from './plan/units.ts';
import { meetingByNames } from './renamed.ts';

interface Known {
  units: readonly Unit[];
  tasks: readonly number[];
  until?: Month | undefined;
  /** File of the last meeting of the year before; it need not be there. */
  lastYear?: string;
}

/**
 * Every file of the folder, but for meetings on later periods than asked for (`until`, see Wants). Errors with their
 * place: a decision whose number comes twice or whose units or task nobody knows, a follow-up to a decision that the meeting
 * before did not take, and a day of completion that cannot be. Units go by the names they have now.
 */
export async function readMeetings(
  effects: Effects,
  folder: string,
  periods: readonly PeriodSetting[],
  { units, tasks, until, lastYear }: Known,
): Promise<{ meetings: ReadonlyMap<string, Meeting>; diagnostics: Diagnostic[] }> {
  const meetings = new Map<string, Meeting>();
  const sources = new Map<string, LocatedData>();
  const diagnostics: Diagnostic[] = [];
  const known = periods.map((period) => period.id);
  const names = unitNames(units);
  const take = async (file: string, period: string, bytes: Uint8Array): Promise<void> => {
    const yaml = await keptYaml(file, bytes, effects);
    diagnostics.push(...yaml.diagnostics);
    if (!yaml.value || yaml.value.data === null) return;
    const checked = checkSchema(meetingSchema, yaml.value);
    diagnostics.push(...checked.diagnostics);
    if (!checked.value) return;
    meetings.set(period, checked.value);
    sources.set(period, yaml.value);
  };
  const earlier = lastYear === undefined ? undefined : await effects.read(lastYear);
  if (lastYear !== undefined && earlier) await take(lastYear, periodOf(lastYear), earlier);
  for (const [period, meeting] of meetings) meetings.set(period, meetingByNames(ofOtherPlan(meeting), names));
  for (const name of (await effects.list(folder)).filter((entry) => /^[^.~].*\.yaml$/.test(entry))) {
    const file = `${folder}/${name}`;
    const period = periodOf(name);
    if (!known.includes(period)) {
      diagnostics.push(messages.meetingPeriodUnknown({ file }, period, known));
      continue;
    }
    if (endsAfter(period, until)) continue;
    const bytes = await effects.read(file);
    if (bytes) await take(file, period, bytes);
    else diagnostics.push(fileIsFolder(file));
  }
  for (const period of known) {
    const meeting = meetings.get(period);
    const source = sources.get(period);
    if (!meeting || !source) continue;
    const parsed = parsePeriod(period);
    const before = parsed ? quarterBefore(parsed).id : '';
    const fileBefore = parsed?.quarter === 1 && lastYear ? lastYear : `${folder}/${before}.yaml`;
    diagnostics.push(
      ...checkUnits(meeting, source, names),
      ...checkTasks(meeting, source, tasks),
      ...checkNumbers(meeting, source, meetings.get(before), fileBefore),
    );
    meetings.set(period, meetingByNames(meeting, names));
  }
  return { meetings, diagnostics };
}

const periodOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1).replace(/\.yaml$/, '');

/** A meeting under the plan of the year before: its task numbers are other tasks now. */
const ofOtherPlan = (meeting: Meeting): Meeting => ({
  ...meeting,
  decisions: meeting.decisions.map((decision) => ({ ...decision, task: null })),
});

function checkUnits(meeting: Meeting, source: LocatedData, names: UnitNames): Diagnostic[] {
  const strange = (name: string, path: (string | number)[]): Diagnostic[] =>
    name === '' || names.resolve(name) !== undefined
      ? []
      : [messages.meetingUnitUnknown(source.at(path), name, names.suggest(name))];
  return [
    ...meeting.decisions.flatMap((decision, i) => [
      ...strange(decision.lead, ['decisions', i, 'lead']),
      ...decision.cooperating.flatMap((unit, j) => strange(unit, ['decisions', i, 'cooperating', j])),
    ]),
    ...Object.keys(meeting.supervision.numbers).flatMap((unit) =>
      strange(unit, ['supervision', 'numbers', unit]),
    ),
  ];
}

function checkTasks(meeting: Meeting, source: LocatedData, tasks: readonly number[]): Diagnostic[] {
  return meeting.decisions.flatMap(({ task }, i) =>
    task === null || tasks.includes(task)
      ? []
      : [messages.decisionTaskUnknown(source.at(['decisions', i, 'task']), task)],
  );
}

function checkNumbers(
  meeting: Meeting,
  source: LocatedData,
  before: Meeting | undefined,
  fileBefore: string,
): Diagnostic[] {
  const numbers = meeting.decisions.map((decision) => decision.no);
  const twice = numbers.flatMap((no, i) =>
    numbers.indexOf(no) < i ? [messages.decisionTwice(source.at(['decisions', i, 'no']), no)] : [],
  );
  const taken = before?.decisions.map((decision) => decision.no) ?? [];
  const strangers = meeting.followUps.flatMap(({ decision }, i) =>
    taken.includes(decision)
      ? []
      : [messages.decisionUnknown(source.at(['followUps', i, 'decision']), decision, taken, fileBefore)],
  );
  const unfinished = meeting.followUps.flatMap(({ state, finished }, i) =>
    finished === '' || state === 'done'
      ? []
      : [messages.notFinished(source.at(['followUps', i, 'finished']), DECISION_STATE_WORDS[state])],
  );
  // Done before it was decided, or after the meeting that hears of it: a slip of the year or the month.
  const misdated = meeting.followUps.flatMap(({ finished }, i) => {
    const early = before !== undefined && before.date !== '' && finished < before.date;
    const late = meeting.date !== '' && finished > meeting.date;
    return finished !== '' && (early || late)
      ? [messages.finishedOutside(source.at(['followUps', i, 'finished']), before?.date ?? '', meeting.date)]
      : [];
  });
  return [...twice, ...strangers, ...unfinished, ...misdated];
}
