/** What a unit asks for that only cooperates on a task: printed with whose it is, and nothing else changes. */
import { read as readBook, type WorkSheet, write as writeBook } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { formContent } from '../../src/compose/forms/form.ts';
import { mattersOf } from '../../src/compose/meeting/matters.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import type { Ledger } from '../../src/model/ledger/ledger.ts';
import type { Period } from '../../src/model/period.ts';
import { SHEETS } from '../../src/model/returns/form.ts';
import { compose } from '../../src/pipeline.ts';
import { writeForm } from '../../src/render/xlsx/form.ts';
import { folderEffects } from '../support/effects.ts';
import { outline } from '../support/outline.ts';

const Q3: Period = { id: '2022Q3', year: 2022, quarter: 3 };
const UNIT = '省财政厅';
const ONLY = ['matters', 'agenda', 'chair-script', 'progress-report'];

/** The form that the unit was sent, with what it wrote into its first row. */
async function filledForm(cells: Record<string, string>): Promise<Uint8Array> {
  const inputs = (await readWorkspace(folderEffects(), 2022)).value as Inputs;
  const blank = await writeForm({ ...formContent(inputs, UNIT, Q3), receivedAt: '2022-10-08' });
  const book = readBook(blank, { type: 'array' });
  const sheet = book.Sheets[SHEETS.cooperation] as WorkSheet;
  for (const [cell, v] of Object.entries(cells)) sheet[cell] = { t: 's', v };
  return new Uint8Array(writeBook(book, { type: 'array' }) as ArrayBuffer);
}

async function papers(form?: Uint8Array) {
  const overlay = form ? { [`data/2022/submissions/2022Q3/${UNIT}.xlsx`]: form } : {};
  const made = await compose({ period: Q3, only: ONLY }, folderEffects(undefined, overlay));
  const text = (id: string): string =>
    (made.pack?.documents ?? []).flatMap((one) => (one.id === id ? [outline(one.document)] : [])).join('\n');
  return { ledger: made.subject as Ledger, text };
}

describe('a request of a unit that only cooperates', async () => {
  const before = await papers();
  const after = await papers(
    await filledForm({ E4: '已安排经费。', F4: '请提前提供经费测算。', G4: '省发改委' }),
  );
  const task = after.ledger.tasks.find(({ coordination }) => coordination.some(({ by }) => by === UNIT));

  it('stands in the list with whose it is, for which task, and that it cooperates', () => {
    const row = after
      .text('matters')
      .split('\n')
      .find((line) => line.includes('请提前提供经费测算'));
    expect(row).toContain(`${UNIT}（配合单位）`);
    expect(row).toContain(`${task?.task.no}.${task?.task.brief}（责任单位：${task?.unit}）`);
    expect(after.text('matters')).toContain('提出单位、任务责任单位和其他涉及单位配合');
    expect(before.text('matters')).not.toContain('任务责任单位和其他');
  });

  it('is counted, called and dealt with like any other', () => {
    const total = (ledger: Ledger) => mattersOf(ledger).length;
    expect(total(after.ledger)).toBe(total(before.ledger) + 1);
    for (const id of ['matters', 'chair-script', 'progress-report'])
      expect(after.text(id)).toContain(`${total(after.ledger)}项`);
    expect(after.text('agenda')).toMatch(
      new RegExp(`研究清单第${total(after.ledger)}项，涉及省发改委 \\| ${UNIT} `),
    );
    expect(after.text('chair-script')).toContain(`请${UNIT}说明清单`);
  });

  it('that names nobody is proposed to the unit that answers for the task, and the note says so', async () => {
    const { ledger, text } = await papers(await filledForm({ F4: '请提前提供经费测算。' }));
    const [own] = ledger.tasks.filter(({ coordination }) => coordination.some(({ by }) => by === UNIT));
    const row = text('matters')
      .split('\n')
      .find((line) => line.includes('请提前提供经费测算'));
    expect(row).toContain(`| ${own?.unit} | ${UNIT} |`);
    expect(text('matters')).toContain('没有写明涉及单位的，为任务责任单位');
    expect(before.text('matters')).not.toContain('没有写明涉及单位');
  });

  it('changes no verdict', () => {
    const verdicts = ({ tasks }: Ledger) => tasks.map(({ status, reason }) => [status, reason]);
    expect(verdicts(after.ledger)).toEqual(verdicts(before.ledger));
    expect(after.ledger.counts).toEqual(before.ledger.counts);
  });
});
