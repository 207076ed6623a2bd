/** A unit's return in YAML: what can be read of it, and what is told at its line. */
import { describe, expect, it } from 'vitest';
import { indexPlan } from '../../src/intake/plan/plan-index.ts';
import { readReturn } from '../../src/intake/returns/read-return.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import type { Submission } from '../../src/model/returns/submission.ts';
import { folderEffects } from '../support/effects.ts';

const { plan, units } = (await readWorkspace(folderEffects(), 2022)).value as Inputs;
const index = indexPlan(plan, units);

/** The unit's return for the second quarter; what it says, and what is told besides what was converted. */
function read(unit: string, body: string, before?: Submission) {
  const file = `${unit}.yaml`;
  const text = `unit: ${unit}\nperiod: 2022Q2\nreceivedAt: 2022-07-05\n${body}`;
  const { submission, diagnostics } = readReturn(file, new TextEncoder().encode(text), {
    index,
    period: '2022Q2',
    claim: {},
    previous: () => before,
  });
  const told = diagnostics.map((d) => `${d.code} ${d.at?.line}`);
  return { submission, told, messages: diagnostics.map((d) => d.message) };
}

describe('a return in YAML', () => {
  it('of a unit that answers for goals alone need not speak of tasks', () => {
    const { submission, told } = read('省统计局', `goals:\n  - { goal: G01, values: { G01: 0.5 } }\n`);
    expect(told).toEqual([]);
    expect([submission?.tasks, submission?.goals.length]).toEqual([[], 1]);
  });

  it('loses only what there is no place for', () => {
    const { submission, told } = read(
      '省科技厅',
      `tasks:
  - { task: 1, progress: 在办, stage: 征求意见, evidence: 2022年2月30日来文 }
  - { task: 2, progress: 在办, evidence: 赣科字〔2022〕5号（2月30日） }
goals:
  - { goal: G99, progress: 在办 }
  - { goal: G01, progress: 在办 }
  - { goal: G01, progress: 又在办 }
cooperation:
  - { task: 98, coordination: [] }
  - { task: 3, coordination: [{ matter: 请支持经费, with: [省财政厅] }] }
`,
    );
    expect(told).toEqual([
      'stageNotExpected 5',
      'noSuchDay 5',
      'noSuchDay 6',
      'unknownGoal 8',
      'goalNotOwned 9',
      'goalTwice 10',
      'unknownTask 12',
    ]);
    expect(submission?.tasks.map(({ task, stage, evidence }) => [task, stage, evidence?.value])).toEqual([
      [1, null, undefined],
      [2, null, '赣科字〔2022〕5号（2月30日）'],
    ]);
    expect(submission?.goals.map(({ goal, progress }) => [goal, progress?.value])).toEqual([['G01', '在办']]);
    expect(submission?.cooperation).toMatchObject([
      { task: 3, at: { line: 13 }, coordination: [{ matter: { value: '请支持经费' }, with: ['省财政厅'] }] },
    ]);
  });
});

describe('a number that may mean two', () => {
  const unitOf = (id: string): string => {
    const tasks = plan.tracks.flatMap((track) => track.tasks);
    return tasks.find((task) => task.targets.some((target) => target.id === id))?.responsible.unit ?? '';
  };
  const reading = (id: string, written: string, before?: Submission) => {
    const no = Number(id.slice(1, 4));
    const { submission, told, messages } = read(
      unitOf(id),
      `tasks: [{ task: ${no}, progress: 在办, values: { ${id}: ${written} } }]\n`,
      before,
    );
    return { submission, value: submission?.tasks[0]?.values[0]?.figure, told, message: messages[0] };
  };

  it.each([
    ['T089-1', '5000万', 5000, '万条', '读作5000万条（与已知的1亿条相近）'],
    ['T018-2', '0.05万', 500, '亿元', '读作500亿元（与已知的500亿元相近）'],
    ['T018-2', '450亿', 450, '亿元', ''],
    ['T086-1', '0.95', 95, '%', '按小数形式的百分数读作95%（与已知的92%相近）'],
  ])('%s: %s is what the known number is like', (id, written, value, unit, note) => {
    const { value: figure, message = '' } = reading(id, written);
    expect(figure).toMatchObject({ value, unit });
    expect(message).toContain(note);
  });

  it.each([
    ['T018-2', '1.2万', 'magnitudeAmbiguous', '分不清是1.2万元还是12000亿元'],
    ['T086-1', '1', 'percentAmbiguous', '100%'],
  ])('%s: %s is like none, and is asked about', (id, written, code, words) => {
    const { value, told, message } = reading(id, written);
    expect(value).toBeUndefined();
    expect(told).toEqual([`${code} 4`]);
    expect(message).toContain(words);
  });

  it('is told with the known number that it is like, be it not that of last quarter', () => {
    const before = reading('T086-1', '9%').submission;
    const { value, message } = reading('T086-1', '0.95', before);
    expect(value).toMatchObject({ value: 95, unit: '%' });
    expect(message).toContain('（与已知的92%相近）');
  });
});
