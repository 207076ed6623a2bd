/** Findings that the office has looked into. */
import { describe, expect, it } from 'vitest';
import { buildLedger } from '../../src/ledger/build-ledger.ts';
import { openFindings } from '../../src/ledger/returns/acknowledge.ts';
import type { Ledger } from '../../src/model/ledger/ledger.ts';
import type { Acknowledgement } from '../../src/model/returns/acknowledgement.ts';
import { figure, inputs, milestoneTask, period, submission, target, task, track } from './helper.ts';

const given = (change: Partial<Acknowledgement> = {}): Acknowledgement => ({
  period: '2022Q2',
  check: 'falling',
  unit: '甲厅',
  subject: 'T001-1',
  outcome: '继续核实',
  found: '',
  reason: '已请核对',
  by: '综合组',
  at: { file: 'data/2022/acknowledgements/2022Q2.yaml', line: 1, column: 3 },
  ...change,
});

function judged(acknowledgements: Acknowledgement[], values = [30, 20]) {
  const returns = values.map((value, i) =>
    submission('甲厅', `2022Q${i + 1}`, { 1: { values: { 'T001-1': value }, problems: '有' } }),
  );
  const data = inputs([track(1, [task(1, { targets: [target()] })])], returns);
  const { value, diagnostics } = buildLedger({ ...data, acknowledgements }, period(`2022Q${values.length}`));
  const ledger = value as Ledger;
  return { ledger, diagnostics, gate: openFindings(ledger).map((d) => [d.code, d.severity]) };
}

describe('the gate', () => {
  it('is an error while a doubtful value is neither mended nor acknowledged', () => {
    const { gate, ledger } = judged([]);
    expect(gate).toEqual([['findingsOpen', 'error']]);
    expect(openFindings(ledger)[0]?.message).toContain('falling/甲厅/T001-1');
  });

  it('opens for values without doubt, and for notices', () => {
    expect(judged([], [30, 50]).gate).toEqual([]);
    const notice = judged([], [25, 300]);
    expect(notice.ledger.findings.map((f) => f.effect)).toEqual(['verify']);
    expect(judged([], [90, 300])).toMatchObject({ gate: [], ledger: { findings: [{ effect: 'notice' }] } });
  });

  it.each([
    ['by its id', given()],
    ['by the task', given({ subject: '1' })],
    ['while the words named are still there', given({ found: '20个' })],
  ])('opens for a finding acknowledged %s', (_, one) => {
    const { gate, ledger, diagnostics } = judged([one]);
    expect(gate).toEqual([]);
    expect(ledger.findings[0]?.acknowledgement).toMatchObject({ reason: '已请核对', by: '综合组' });
    expect(ledger.tasks[0]?.status).toBe('toVerify');
    expect(diagnostics.map((d) => d.severity)).toEqual(['info']);
  });
});

it('what the office knows of a day makes it a proof', () => {
  const early = submission('甲厅', '2022Q1', { 1: { stage: '征求意见', evidence: '2021年12月5日' } });
  const data = inputs([track(1, [milestoneTask(1)])], [early]);
  const reached = (acknowledgements: Acknowledgement[]) =>
    buildLedger({ ...data, acknowledgements }, period('2022Q1')).value?.tasks[0];
  expect(reached([])).toMatchObject({ milestone: { reached: 1 }, findings: [{ check: 'evidence-date' }] });
  const known = given({
    check: 'evidence-date',
    subject: '1',
    period: '2022Q1',
    outcome: '确认属实',
    found: '2021年12月5日',
  });
  expect(reached([known])).toMatchObject({ milestone: { reached: 2, evidence: { value: '2021年12月5日' } } });
});

describe('an acknowledgement', () => {
  it.each([
    ['another check', given({ check: 'conflict' }), 'acknowledgementUnmatched'],
    ['another unit', given({ unit: '乙局' }), 'acknowledgementUnmatched'],
    ['another check of the task', given({ check: 'conflict', subject: '1' }), 'acknowledgementUnmatched'],
    ['another unit’s task', given({ unit: '乙局', subject: '1' }), 'acknowledgementUnmatched'],
    ['a value that has changed since', given({ found: '19个' }), 'acknowledgementOutdated'],
  ])('of %s holds for nothing, and says so', (_, one, code) => {
    const { gate, diagnostics } = judged([one]);
    expect(gate).toHaveLength(1);
    expect(diagnostics.map((d) => [d.code, d.severity])).toContainEqual([code, 'warning']);
  });

  it('that names no value is asked about once its unit has handed in again', () => {
    const told = (one: Acknowledgement, times: number) => {
      const values = [30, ...Array.from({ length: times }, (_, i) => 20 + i)];
      const returns = values.map((value, i) =>
        submission(
          '甲厅',
          `2022Q${Math.min(i, 1) + 1}`,
          { 1: { values: { 'T001-1': value }, problems: '有' } },
          { file: `returns/v${i}.xlsx` },
        ),
      );
      const data = inputs([track(1, [task(1, { targets: [target()] })])], returns);
      const { diagnostics } = buildLedger({ ...data, acknowledgements: [one] }, period('2022Q2'));
      return diagnostics.filter(({ code }) => code === 'acknowledgementVague');
    };
    expect(told(given(), 1)).toEqual([]);
    expect(told(given({ found: '21个' }), 2)).toEqual([]);
    const [vague, ...more] = told(given(), 2);
    expect(more).toEqual([]);
    expect(vague).toMatchObject({ severity: 'warning', at: given().at });
    expect(vague?.message).toContain('甲厅本期报送过2次');
  });

  it('of a finding that is gone may be deleted; no finding of another subject is named instead', () => {
    const hints = (one: Parameters<typeof given>[0]) =>
      judged([given(one)]).diagnostics.find(({ code }) => code === 'acknowledgementUnmatched')?.hints ?? [];
    for (const subject of ['2', 'T001-2'])
      expect(hints({ subject })[0]).toBe('数据更正后不再有这条发现的，可以删去该说明。');
    expect(hints({ check: 'fallin', unit: '甲听' })[0]).not.toContain('是不是想写');
    for (const slip of [{ unit: '甲听' }, { check: 'fallin' }])
      expect(hints(slip)[0]).toMatch(/^是不是想写“falling\/甲厅\//);
  });

  it('takes the place of one that was written before it', () => {
    const { ledger } = judged([given(), given({ outcome: '确认属实', reason: '已核实' })]);
    expect(ledger.findings[0]?.acknowledgement?.reason).toBe('已核实');
    expect(ledger.tasks[0]?.status).toBe('farBehind');
  });

  it('that confirms a number in another unit makes it no value in the target’s', () => {
    const returned = submission('甲厅', '2022Q1', { 1: { values: { 'T001-1': figure(20, '万户') } } });
    const data = inputs([track(1, [task(1, { targets: [target()] })])], [returned]);
    const known = given({ period: '2022Q1', check: 'unit-mismatch', outcome: '确认属实' });
    const record = buildLedger({ ...data, acknowledgements: [known] }, period('2022Q1')).value?.tasks[0]
      ?.targets[0];
    expect(record?.findings[0]?.acknowledgement).toMatchObject({ outcome: '确认属实' });
    expect(record).toMatchObject({ status: 'toVerify', isVoid: true, rate: null });
  });

  it('that confirms a jump is not followed by the question whether it was ten times too much', () => {
    const slip = given({ check: 'magnitude-slip', outcome: '确认属实' });
    expect(judged([slip], [20, 1000]).ledger.findings.map(({ check }) => check)).toEqual([
      'magnitude-slip',
      'far-over',
    ]);
  });

  it('of another period neither holds nor warns', () => {
    const { gate, diagnostics } = judged([given({ period: '2022Q1' })]);
    expect(gate).toHaveLength(1);
    expect(diagnostics.map((d) => d.code)).toEqual(['fallen']);
  });

  it('that confirms a value lets it be judged like any other, in later quarters too', () => {
    const { ledger } = judged([given({ outcome: '确认属实' })]);
    expect(ledger.tasks[0]?.targets[0]).toMatchObject({ status: 'farBehind', value: { value: 20 } });
    const slip = (id: string) => given({ check: 'magnitude-slip', period: id, outcome: '确认属实' });
    const late = judged([slip('2022Q1'), slip('2022Q2')], [6000, 6100]);
    expect(late.ledger.tasks[0]?.targets[0]).toMatchObject({ status: 'done', quarterValue: { value: 100 } });
  });
});
