/** A target that a notice changes in the year: each quarter is judged by what was in force at its end. */
import { describe, expect, it } from 'vitest';
import type { Target } from '../../src/model/plan/target.ts';
import { recordOf, target } from './helper.ts';

const revised = (value: number, from: number, since: string): Target =>
  target({ value, revised: [{ since, from: { value: from, sentence: `新建平台${from}个以上` } }] });

describe('a quarter before the change', () => {
  it('is judged as if there were none, and knows of none', () => {
    const then = recordOf(target({ value: 100 }), [20, 45]);
    expect(recordOf(revised(60, 100, '2022-07-01'), [20, 45])).toEqual({
      ...then,
      target: { ...then.target, sentence: '新建平台100个以上' },
      planned: { ...then.planned, provenance: { ...then.planned.provenance, sentence: '新建平台100个以上' } },
    });
  });
});

describe('a quarter that ends on the day of the change or later', () => {
  it('is judged by the new target; what was printed of the quarters before stays', () => {
    const record = recordOf(revised(60, 100, '2022-06-30'), [20, 45]);
    expect(record.planned.value).toBe(60);
    expect(record.rate?.value).toBe(75);
    expect(record.gap?.value).toBe(25);
    expect(record.gaps.map((gap) => gap?.value)).toEqual([-5, 25]);
    expect(record.status).toBe('ahead');
    expect(record.expectedNext).toBe(45);
    expect(record.revisions?.map(({ before, after }) => [before.planned.value, after.planned.value])).toEqual(
      [[100, 60]],
    );
  });

  it('of several changes takes the last so far', () => {
    const twice: Target = target({
      value: 60,
      revised: [
        { since: '2022-04-20', from: { value: 100, sentence: '100个' } },
        { since: '2022-08-15', by: '某〔2022〕9号', from: { value: 80, sentence: '80个' } },
      ],
    });
    expect(recordOf(twice, [20]).planned.value).toBe(100);
    expect(recordOf(twice, [20, 40]).rate?.value).toBe(50);
    const third = recordOf(twice, [20, 40, 45]);
    expect(third.rate?.value).toBe(75);
    expect(third.revisions?.map(({ by, before }) => [by, before.planned.value])).toEqual([
      ['', 100],
      ['某〔2022〕9号', 80],
    ]);
  });

  it('has no upper end left of a range that was not one before', () => {
    const range: Target = target({
      operator: 'range',
      value: 2,
      upper: 3,
      revised: [{ since: '2022-05-01', from: { value: 5, operator: 'atLeast', sentence: '5个以上' } }],
    });
    expect(recordOf(range, [1]).target).not.toHaveProperty('upper');
    expect(recordOf(range, [1, 2]).target.upper).toBe(3);
  });
});

describe('what had been done, and nobody tells of again', () => {
  const silent = { progress: '继续推进。' };

  it('is not done any more when more is asked for', () => {
    const record = recordOf(revised(150, 100, '2022-05-01'), [100, silent]);
    expect([record.previousStatus, record.status, record.carried]).toEqual(['done', 'notReported', false]);
  });

  it('stays done when less is', () => {
    const record = recordOf(revised(80, 100, '2022-05-01'), [100, silent]);
    expect([record.status, record.carried]).toEqual(['done', true]);
  });
});
