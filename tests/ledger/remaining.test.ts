/** What is still to be done: by the target's own deadline, and never worked out of a value that is in doubt. */
import { describe, expect, it } from 'vitest';
import { remainingOf, remainingSentence, stagesAhead } from '../../src/compose/choice/remaining.ts';
import { buildLedger } from '../../src/ledger/build-ledger.ts';
import { plainText } from '../../src/model/document/inline.ts';
import type { Ledger, TargetRecord, TaskRecord } from '../../src/model/ledger/ledger.ts';
import type { Target } from '../../src/model/plan/target.ts';
import {
  figure,
  inputs,
  ledgerOf,
  milestoneTask,
  period,
  submission,
  target,
  task,
  track,
} from './helper.ts';

/** One target with a value in each quarter; the text of what remains at the end of the last. */
function remains(change: Partial<Target>, values: number[]): string | null {
  const returns = values.map((value, i) =>
    submission('甲厅', `2022Q${i + 1}`, {
      1: { values: { 'T001-1': figure(value, change.unit) } },
    }),
  );
  const data = inputs([track(1, [task(1, { targets: [target(change)] })])], returns);
  const ledger = ledgerOf(data, `2022Q${values.length}`);
  const found = remainingSentence(ledger.tasks[0]?.targets[0] as TargetRecord, ledger);
  return found && plainText(found.rich);
}

describe('a deadline within the year', () => {
  const change = { deadline: '2022-09-30' };
  it.each([
    [[20], '还差80个，6月底须达到67个'],
    [[20, 50], '还差50个，9月底须达到100个'],
    [[20, 50, 90], '还差10个，已逾期，尚未补齐'],
  ])('%j', (values, sentence) => {
    expect(remains(change, values)).toBe(sentence);
  });

  it('of the year’s end leaves the months up to it', () => {
    expect(remains({}, [20, 50])).toBe('还差50个，9月底须达到75个');
    expect(remains({ deadline: '2022-12-31' }, [20, 50, 70])).toBe('还差30个，10—12月月均须完成10个');
  });
});

describe('what is there already', () => {
  it('is nothing that is missing, though more than the number is asked for', () => {
    expect(remains({ operator: 'exceed' }, [30, 100])).toBeNull();
  });

  it('is not reckoned from a slip far below what was there before', () => {
    expect(remains({}, [50, 1])).toBeNull();
  });

  it('is not asked for by the end of next quarter', () => {
    expect(remains({}, [80])).toBe('还差20个，4—12月月均须完成3个');
    expect(remains({ schedule: { type: 'nodes', nodes: [null, 30, null, 100], reason: '' } }, [80])).toBe(
      '还差20个，须于年底前补齐',
    );
  });
});

describe('a share of the months that are left', () => {
  it('is told from one a month on', () => {
    expect(remains({}, [30, 60, 97])).toBe('还差3个，10—12月月均须完成1个');
    expect(remains({}, [30, 60, 98])).toBe('还差2个，须于年底前补齐');
  });

  it('is told where the next quarter asks for no more than there is', () => {
    // 25 in six months.
    expect(remains({}, [30, 75])).toBe('还差25个，7—12月月均须完成5个');
  });

  it('has no meaning for batches, nor where nodes say what is due', () => {
    expect(remains({ operator: 'batches', value: 12, unit: '批', wording: '十二批' }, [2, 4, 6])).toBe(
      '还差6批，须于年底前补齐',
    );
    const nodes: Partial<Target> = { schedule: { type: 'nodes', nodes: [null, 30, null, 100], reason: '' } };
    expect(remains(nodes, [10, 80])).toBe('还差20个，须于年底前补齐');
    expect(remains(nodes, [10, 40, 70])).toBe('还差30个，10—12月月均须完成10个');
  });

  it('is not told of what is due earlier', () => {
    const early = target({ deadline: '2022-09-30' });
    const returns = [submission('甲厅', '2022Q1', { 1: { values: { 'T001-1': figure(20) } } })];
    const ledger = ledgerOf(inputs([track(1, [task(1, { targets: [early] })])], returns), '2022Q1');
    expect(remainingOf(ledger.tasks[0]?.targets[0] as TargetRecord, ledger).monthly).toBeNull();
  });

  it('is not asked for of what counts as done: 96 of some 100', () => {
    expect(remains({ operator: 'about', wording: '左右' }, [30, 60, 96])).toBeNull();
  });
});

describe('what is compared with the target every quarter', () => {
  const growth: Partial<Target> = {
    kind: 'growth',
    value: 20,
    unit: '%',
    schedule: { type: 'level', reason: '' },
  };
  it.each([
    [[16], '还差4个百分点，6月底须达到20%'],
    [[16, 18], '还差2个百分点，9月底须达到20%'],
    [[16, 18, 19], '还差1个百分点，须于年底前补齐'],
  ])('is behind until it is there: %j', (values, sentence) => {
    expect(remains(growth, values)).toBe(sentence);
  });
});

describe('a pace that nobody has seen', () => {
  const beyond = '，是前三季度月均的3.0倍，按前期进度难以完成';
  it('begins at three times what was done in a month, also where that is an endless fraction', () => {
    expect(remains({ value: 180 }, [30, 60, 90])).toBe(`还差90个，10—12月月均须完成30个${beyond}`);
    expect(remains({ value: 120 }, [20, 40, 60])).toBe(`还差60个，10—12月月均须完成20个${beyond}`);
    expect(remains({ value: 179 }, [30, 60, 90])).toContain('3.0倍');
    expect(remains({ value: 177 }, [30, 60, 90])).toBe('还差87个，10—12月月均须完成29个');
  });

  it('is no matter of a few things a month', () => {
    expect(remains({ value: 60 }, [10, 20, 30])).toBe(`还差30个，10—12月月均须完成10个${beyond}`);
    expect(remains({ value: 54 }, [9, 18, 27])).toBe('还差27个，10—12月月均须完成9个');
  });

  it('counts what adds up from nought, whatever the year began with', () => {
    const baseline = { value: 80, asOf: '2021-12-31', source: '', demo: false };
    expect(remains({ value: 180, baseline }, [30, 60, 90])).toBe(`还差90个，10—12月月均须完成30个${beyond}`);
  });
});

describe('stages ahead', () => {
  const stages = (quarter: number) => {
    const ledger = ledgerOf(
      inputs(
        [track(1, [milestoneTask(1)])],
        [submission('甲厅', `2022Q${quarter}`, { 1: { stage: '起草' } })],
      ),
      `2022Q${quarter}`,
    );
    return stagesAhead(ledger.tasks[0] as TaskRecord, ledger).map(({ stage, overdue }) => [stage, overdue]);
  };
  it('are those that come due by the last day of the next quarter; late from their own day on', () => {
    expect(stages(1)).toEqual([['征求意见', false]]);
    expect(stages(2)).toEqual([
      ['征求意见', true],
      ['送审', false],
    ]);
  });
});

describe('a value in doubt', () => {
  const judged = (values: number[], unit: string, outcome: '继续核实' | '确认属实'): TargetRecord[] => {
    const returns = values.map((value, i) =>
      submission('甲厅', `2022Q${i + 1}`, {
        1: { values: { 'T001-1': figure(value, unit) }, problems: '有' },
      }),
    );
    const data = inputs([track(1, [task(1, { targets: [target()] })])], returns);
    const acknowledgement = {
      period: '2022Q2',
      unit: '甲厅',
      subject: 'T001-1',
      outcome,
      found: '',
      reason: '已请核对',
      by: '综合组',
      at: { file: 'a.yaml', line: 1, column: 1 },
    };
    const acknowledgements = ['falling', 'magnitude', 'jump', 'over-target', 'unit'].map((check) => ({
      ...acknowledgement,
      check,
    }));
    return values.map((_, i) => {
      const ledger = buildLedger({ ...data, acknowledgements }, period(`2022Q${i + 1}`)).value as Ledger;
      const record = ledger.tasks[0]?.targets[0] as TargetRecord;
      if (record.isVoid) expect(remainingOf(record, ledger).missing).toBeNull();
      return record;
    });
  };

  it('is shown, and nothing is worked out of it, then or next quarter', () => {
    const [first, second, third] = judged([20, 300, 60], '个', '继续核实');
    expect(first).toMatchObject({ isVoid: false });
    expect(second).toMatchObject({ isVoid: true, value: { value: 300 }, rate: null });
    expect(third).toMatchObject({ isVoid: false, quarterValue: null });
    expect(third?.history.map((value) => value?.value)).toEqual([20, undefined, 60]);
  });

  it('in a unit that is not the target’s stays so, whatever is said of it', () => {
    const [, second] = judged([30, 20], '亿元', '确认属实');
    expect(second).toMatchObject({ isVoid: true, status: 'toVerify', rate: null });
  });
});
