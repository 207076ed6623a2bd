/** 提高3个百分点 over the year: it adds up from nothing, may be negative, and is no share of a whole. */
import { describe, expect, it } from 'vitest';
import { formContent } from '../../src/compose/forms/form.ts';
import { targetSentence } from '../../src/compose/texts/sentences.ts';
import { indexPlan } from '../../src/intake/plan/plan-index.ts';
import { suspects } from '../../src/intake/returns/suspects.ts';
import type { Figure } from '../../src/model/document/figure.ts';
import { plainText } from '../../src/model/document/inline.ts';
import { figure, inputs, period, recordOf, submission, target, task, track } from './helper.ts';

const subject = target({
  name: '网上可办率提高',
  wording: '',
  value: 4,
  unit: '百分点',
  kind: 'ratio',
  baseline: { value: 0, asOf: '2021-12-31', source: '年初为零', demo: false },
});
const points = (value: number): Figure => figure(value, '百分点', 1);

describe('points of change', () => {
  it.each([
    [1, 'onPace'],
    [0.5, 'behind'],
    [1.6, 'ahead'],
  ])('%d of 4 by the end of March is %s', (value, status) => {
    expect(recordOf(subject, [points(value)]).status).toBe(status);
  });

  it('are said as what they are', () => {
    expect(plainText(targetSentence(recordOf(subject, [points(1)])).rich)).toMatch(
      /1\.0个百分点，完成年度目标的25\.0%/,
    );
  });

  it('may be negative', () => {
    expect(recordOf(subject, [points(-0.5)]).findings.map(({ check }) => check)).not.toContain(
      'out-of-range',
    );
    const share = { ...subject, unit: '%' };
    expect(recordOf(share, [figure(-0.5, '%', 1)]).findings.map(({ check }) => check)).toContain(
      'out-of-range',
    );
    const form = formContent(
      inputs([track(1, [task(1, { targets: [subject] })])], []),
      '甲厅',
      period('2022Q1'),
    );
    expect(form.tasks[0]?.targets[0]?.signed).toBe(true);
  });

  it('are asked about when a fall that is promised is given as a negative number', () => {
    const fall = { ...subject, name: '单位产值能耗下降' };
    const record = recordOf(fall, [points(-0.5)]);
    expect(record.findings.map(({ check }) => check)).toContain('out-of-range');
    expect(record.status).toBe('toVerify');
  });

  it('may be written with a sign, which is a second count of anything else', () => {
    const asked = (one: typeof subject, written: Figure): string[] => {
      const { plan, units } = inputs([track(1, [task(1, { targets: [one] })])], []);
      const { provenance } = written;
      const raw = { ...provenance, raw: `+${written.value}` } as Figure['provenance'];
      const values = { [one.id]: { ...written, provenance: raw } };
      const filed = submission('甲厅', '2022Q1', { 1: { values } });
      return suspects(filed, undefined, indexPlan(plan, units)).map(({ code }) => code);
    };
    expect(asked(subject, points(0.8))).toEqual([]);
    expect(asked({ ...subject, unit: '%' }, figure(0.8, '%', 1))).toEqual(['increment']);
  });
});
