/** What is told of the facts of a meeting and a plan that are still open: the gaps by name, and nothing that is filled in. */
import { expect, it } from 'vitest';
import { composePack } from '../../src/compose/compose.ts';
import { isQuarter } from '../../src/model/ledger/ledger.ts';
import type { Meeting } from '../../src/model/meeting.ts';
import type { PlanDocument } from '../../src/model/plan/plan.ts';
import { openDesk, subjectOf } from '../support/bulletins.ts';

const desk = await openDesk();
const ledger = subjectOf(desk, '2022Q3');
if (!isQuarter(ledger)) throw new Error('no quarter');

/** Code → message, of the third quarter with other facts. */
const told = (meeting: Partial<Meeting>, document: Partial<PlanDocument> = {}): Map<string, string> => {
  const changed = {
    ...ledger,
    meeting: { ...ledger.meeting, ...meeting },
    plan: { ...ledger.plan, document: { ...ledger.plan.document, ...document } },
  };
  const { diagnostics } = composePack(desk.quarterly, changed, { only: ['agenda'] });
  return new Map(diagnostics.map(({ code, message }) => [code, message]));
};
const { notice, minutes, supervision } = ledger.meeting;

it('are the gaps of the meeting, in one line', () => {
  expect(told({}).get('meetingBlanks')).toContain('尚有3处未填');
  expect(told({}).get('meetingBlanks')).toContain('督办通知各单位文号（supervision.numbers）（6个单位）');
  const all = told({ date: '', place: '', decisions: [], supervision: { ...supervision, deadline: '' } });
  expect(all.get('meetingBlanks')).toContain('尚有7处未填');
  const units = Object.fromEntries(
    ['省发改委', '省教育厅', '省工信厅', '省交通运输厅', '省商务厅', '省通信管理局'].map((unit) => [
      unit,
      '1号',
    ]),
  );
  const filled = {
    notice: { ...notice, number: '1号' },
    minutes: { ...minutes, number: '1号' },
    supervision: { ...supervision, numbers: units },
  };
  expect(told(filled).has('meetingBlanks')).toBe(false);
});

it('are an agenda that takes longer than the meeting, and none that just fits', () => {
  const [, minutesLong, end = ''] =
    /合计(\d+)分钟，到(\d+:\d+)结束/.exec(told({ end: '09:01' }).get('agendaTooLong') ?? '') ?? [];
  expect(Number(minutesLong)).toBeGreaterThan(60);
  const ends = end.padStart(5, '0');
  expect(told({ end: ends }).has('agendaTooLong')).toBe(false);
  expect(told({ end: '' }).has('agendaTooLong')).toBe(false);
});

it('are what an imported plan does not print of itself, and nothing of one that does', () => {
  expect(told({}).has('planBlanks')).toBe(false);
  const message = told({}, { documentNumber: '', office: '' }).get('planBlanks');
  expect(message).toContain('文号');
  expect(message).toContain('没有填写');
  expect(message).not.toMatch(/发文机关（|issuer/);
});

it('are decisions of the last meeting that are open and that this one does not take up', () => {
  expect(told({}).has('decisionsDropped')).toBe(false);
  // Of the last meeting 4 is settled; 3 and 8 are of task 18.
  const decisions = ledger.meeting.decisions.filter(({ task }) => task === 18);
  expect(told({ decisions }).get('decisionsDropped')).toContain('第1、2、5、6、7项还没有办结');
  // Before anything is decided, nothing is dropped.
  expect(told({ decisions: [] }).has('decisionsDropped')).toBe(false);
});
