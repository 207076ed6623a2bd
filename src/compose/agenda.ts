/** The running order: who speaks when, for how long. Units that must act come first. */

import { laterBy } from '../base/chinese/time.ts';
import { groupBy } from '../base/group.ts';
import type { Ledger, TaskRecord, UnitRecord } from '../model/ledger.ts';
import { STATUS_FACES } from '../model/status.ts';
import { isLagging } from './lagging.ts';
import { type Matter, mattersOf } from './matters.ts';

/** Why a unit speaks: red lights · asks for coordination · handed in nothing · lags. */
type Reason = 'red' | 'matters' | 'silent' | 'lagging';

export interface Speaker {
  unit: string;
  reason: Reason;
  tasks: TaskRecord[];
  red: TaskRecord[];
  lagging: TaskRecord[];
  matters: Matter[];
}

export interface AgendaItem {
  /** Part of the agenda: 通报情况, 单位汇报, 研究协调事项, 讲话. */
  part: 'report' | 'units' | 'matters' | 'speech';
  /** null for the office and the chair. */
  speaker: Speaker | null;
  /** Of the unit, for `matters`. */
  matters: Matter[];
  minutes: number;
  /** 24-hour clock; null when the start of the meeting is not known. */
  start: string | null;
  end: string | null;
}

export interface Agenda {
  items: AgendaItem[];
  /** Units of the plan's tasks that hand in their report in writing. */
  written: string[];
  minutes: number;
}

const isRed = (task: TaskRecord): boolean => STATUS_FACES[task.status].light === 'red';

export function agendaOf(ledger: Ledger): Agenda {
  const { agenda: minutes, start } = ledger.meeting;
  const matters = mattersOf(ledger);
  const speakers = speakersOf(ledger, matters);
  const timeless: Omit<AgendaItem, 'start' | 'end'>[] = [
    { part: 'report', speaker: null, matters: [], minutes: minutes.report },
    ...speakers.map((speaker) => ({ part: 'units' as const, speaker, matters: [], minutes: minutes.unit })),
    ...speakers
      .filter((speaker) => speaker.matters.length > 0)
      .map((speaker) => ({
        part: 'matters' as const,
        speaker,
        matters: speaker.matters,
        minutes: minutes.matter * speaker.matters.length,
      })),
    { part: 'speech', speaker: null, matters: [], minutes: minutes.speech },
  ];
  let passed = 0;
  const items = timeless.map((item): AgendaItem => {
    const from = passed;
    passed += item.minutes;
    return {
      ...item,
      start: start === '' ? null : laterBy(start, from),
      end: start === '' ? null : laterBy(start, passed),
    };
  });
  const speaking = new Set(speakers.map((speaker) => speaker.unit));
  return {
    items,
    written: ledger.byUnit.map((record) => record.unit.name).filter((name) => !speaking.has(name)),
    minutes: passed,
  };
}

/** Red lights first, most of them in front; then owners of matters, silent units, other lagging ones; else plan order. */
function speakersOf(ledger: Ledger, matters: readonly Matter[]): Speaker[] {
  const byOwner = groupBy(matters, (matter) => matter.task.unit);
  const speakers = ledger.byUnit.flatMap((record) => {
    const speaker = speakerOf(record, byOwner.get(record.unit.name) ?? []);
    return speaker ? [speaker] : [];
  });
  const of = (reason: Reason): Speaker[] => speakers.filter((speaker) => speaker.reason === reason);
  return [
    ...of('red').sort((a, b) => b.red.length - a.red.length),
    ...of('matters'),
    ...of('silent'),
    ...of('lagging'),
  ];
}

function speakerOf({ unit, tasks }: UnitRecord, matters: Matter[]): Speaker | null {
  const red = tasks.filter(isRed);
  const lagging = tasks.filter(isLagging);
  const silent = tasks.length > 0 && tasks.every((task) => task.status === 'notReported');
  const reason =
    red.length > 0
      ? 'red'
      : matters.length > 0
        ? 'matters'
        : silent
          ? 'silent'
          : lagging.length > 0
            ? 'lagging'
            : null;
  return reason && { unit: unit.name, reason, tasks, red, lagging, matters };
}
