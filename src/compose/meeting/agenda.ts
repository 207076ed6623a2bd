/** The running order: who speaks when, for how long. */
import { laterBy } from '../../base/chinese/time.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import { type Matter, mattersOf } from './matters.ts';
import { reports, type Speaker, speakersOf } from './speakers.ts';

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
  /** Units with tasks that hand in their report in writing. */
  written: string[];
  minutes: number;
}

export function agendaOf(ledger: Ledger): Agenda {
  const { agenda: minutes, start } = ledger.meeting;
  const matters = mattersOf(ledger);
  const speakers = speakersOf(ledger);
  const untimed: Omit<AgendaItem, 'start' | 'end'>[] = [
    { part: 'report', speaker: null, matters: [], minutes: minutes.report },
    ...speakers
      .filter(reports)
      .map((speaker) => ({ part: 'units' as const, speaker, matters: [], minutes: minutes.unit })),
    ...speakers
      .filter((speaker) => speaker.matters > 0)
      .map((speaker) => ({
        part: 'matters' as const,
        speaker,
        matters: matters.filter((matter) => matter.coordination.by === speaker.unit),
        minutes: minutes.matter * speaker.matters,
      })),
    { part: 'speech', speaker: null, matters: [], minutes: minutes.speech },
  ];
  let passed = 0;
  const items = untimed.map((item): AgendaItem => {
    const from = passed;
    passed += item.minutes;
    const at = (elapsed: number) => (start === '' ? null : laterBy(start, elapsed));
    return { ...item, start: at(from), end: at(passed) };
  });
  const speaking = new Set(speakers.filter(reports).map((speaker) => speaker.unit));
  const written = ledger.byUnit
    .filter((record) => record.tasks.length > 0 && !speaking.has(record.unit.name))
    .map((record) => record.unit.name);
  return { items, written, minutes: passed };
}
