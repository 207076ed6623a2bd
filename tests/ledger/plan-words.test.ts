/** What the plan said around a number is what every paper says: 不少于30个, 30个以上, 超过1200家. */

import { describe, expect, it } from 'vitest';
import { on } from '../../src/base/messages/ledger.ts';
import { ofPart } from '../../src/base/messages/reasons.ts';
import { formContent } from '../../src/compose/forms/form.ts';
import { targetText } from '../../src/compose/texts/target-text.ts';
import { plainText } from '../../src/model/document/inline.ts';
import type { Target } from '../../src/model/plan/target.ts';
import { figure, inputs, period, recordOf, target, task, track } from './helper.ts';

describe('at least and more than', () => {
  it.each([
    [{ wording: '不少于' }, '不少于100个'],
    [{ wording: '不低于', unit: '%', kind: 'ratio', value: 95 }, '不低于95%'],
    [{ wording: '至少' }, '至少100个'],
    [{ wording: '以上' }, '100个以上'],
    [{ wording: '' }, '100个'],
    [{ wording: '突破', operator: 'exceed' }, '突破100个'],
    [{ wording: '余', operator: 'exceed' }, '超过100个'],
  ] satisfies [Partial<Target>, string][])('%j reads %s in documents and forms', (change, words) => {
    const subject = target(change);
    expect(plainText(targetText(recordOf(subject, [figure(1, subject.unit)])).rich)).toBe(words);
    const plan = inputs([track(1, [task(1, { targets: [subject] })])], []);
    const form = formContent(plan, '甲厅', period('2022Q1'));
    expect(form.tasks[0]?.targets[0]?.goal).toBe(words);
  });

  it('is in the reason of a status, too', () => {
    const rate = { wording: '不低于', kind: 'growth', value: 15, unit: '%' } as const;
    expect(recordOf(target(rate), [figure(10, '%')]).reason).toContain('不低于15%');
  });
});

it('what is quoted within a quotation has single marks', () => {
  const target = '“高效办成一件事”事项';
  const at = { file: '某.xlsx' };
  expect(on({ unit: '市甲局', subject: '任务18', target, at })).toBe(
    '市甲局报送的任务18“‘高效办成一件事’事项”',
  );
  expect(ofPart(target, '未报送')).toBe('“‘高效办成一件事’事项”未报送');
});
