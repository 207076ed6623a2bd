/** The form of a unit with an upper limit that has no unit (PUE不高于1.25), out and back. */
import { read as readBook, type WorkSheet, write } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { formContent } from '../../src/compose/forms/form.ts';
import { indexPlan } from '../../src/intake/plan/plan-index.ts';
import { readReturn } from '../../src/intake/returns/read-return.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import type { Target } from '../../src/model/plan/target.ts';
import { writeForm } from '../../src/render/xlsx/form.ts';
import { filledForm } from '../support/filled-forms.ts';
import { FILE, FILLED, inputs, Q4, UNIT } from './sloppy.ts';

const ID = 'T013-1';
const asLimit = (target: Target): Target =>
  target.id === ID
    ? {
        ...target,
        name: 'PUE值',
        operator: 'atMost',
        wording: '不高于',
        value: 1.25,
        unit: '',
        kind: 'ratio',
      }
    : target;
const tracks = inputs.plan.tracks.map((track) => ({
  ...track,
  tasks: track.tasks.map((task) => ({ ...task, targets: task.targets.map(asLimit) })),
}));
const limited: Inputs = { ...inputs, plan: { ...inputs.plan, tracks } };
const form = await writeForm({ ...filledForm(formContent(limited, UNIT, Q4), FILLED), receivedAt: '' });

function read(written: string | number) {
  const book = readBook(form, { type: 'array' });
  const sheet = book.Sheets['进展情况'] as WorkSheet;
  const goal = Object.keys(sheet).find((at) => sheet[at]?.v === '不高于1.25') ?? '';
  const row = goal.replace(/\D/g, '');
  const value = Object.keys(sheet).find((at) => at.endsWith(row) && sheet[at]?.v === 128) ?? '';
  sheet[value] = { t: typeof written === 'number' ? 'n' : 's', v: written };
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  const { submission, diagnostics } = readReturn(FILE, bytes, {
    index: indexPlan(limited.plan, limited.units),
    period: Q4.id,
    claim: { receivedAt: '2023-01-08' },
    previous: () => undefined,
  });
  const figure = submission?.tasks.flatMap((t) => t.values).find((v) => v.target === ID)?.figure;
  const told = diagnostics.filter((d) => d.at?.cell === value && d.severity !== 'info');
  return { figure, told: told.map((d) => d.message) };
}

it.each([1.23, '1.23', '１．２３'])('takes %o', (written) => {
  expect(read(written)).toMatchObject({ figure: { value: 1.23, unit: '' }, told: [] });
});

it.each([
  ['1.23个', '“PUE值”的数值“1.23个”计量单位不对：应不带单位。'],
  ['123%', '“PUE值”的数值“123%”计量单位不对：应不带单位。'],
  ['约一点几', '应为一个不带单位的数'],
])('asks about %s', (written, message) => {
  const { figure, told } = read(written);
  expect(figure).toBeUndefined();
  expect(told.join()).toContain(message);
});
