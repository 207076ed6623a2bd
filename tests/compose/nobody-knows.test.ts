/** A quarter of which hardly anything is known: what nobody has told of is not said to be well, and no paper points to what is not there. */
import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../src/model/inputs.ts';
import { bulletin, type Desk, openDesk } from '../support/bulletins.ts';
import { outline } from '../support/outline.ts';

const desk = await openDesk();
const changed = (change: Partial<Inputs>): Desk => ({ ...desk, inputs: { ...desk.inputs, ...change } });
const text = (from: Desk, id: string): string => outline(bulletin(from, '2022Q3', id));
/** The returns of the third quarter, changed. */
const returning = (change: (of: Inputs['submissions']) => Inputs['submissions']): Desk => {
  const { submissions } = desk.inputs;
  const [own, others] = [true, false].map((is) =>
    submissions.filter((one) => (one.period === '2022Q3') === is),
  );
  return changed({ submissions: [...(others ?? []), ...change(own ?? [])] });
};

describe('where no unit has returned anything', () => {
  const silent = returning(() => []);

  it('no task is said to be without delay, but none is judged so', () => {
    const unknown = '96项未报送';
    expect(text(silent, 'brief')).toContain(
      `没有评定为滞后和未启动的目标和任务，${unknown}的任务须尽快补报。`,
    );
    expect(text(silent, 'matters')).toContain(`的任务和年度目标；${unknown}的任务，补报后再作评定。`);
    expect(text(silent, 'chair-script')).toContain(`没有评定为滞后的任务，但${unknown}，有关单位要尽快补报`);
    for (const id of ['brief', 'matters', 'chair-script', 'next-quarter', 'progress-report', 'minutes-draft'])
      expect(text(silent, id)).not.toMatch(/没有(?:严重)?滞后(?:和未启动)?(?:的|任务)|各单位继续按计划推进/);
  });

  it('all units are not named one by one, and what is not judged is the rest', () => {
    const [report = '', brief = '', next = ''] = ['progress-report', 'brief', 'next-quarter'].map((id) =>
      text(silent, id),
    );
    expect(report).toContain('各单位均未按要求报送本季度进展，其牵头的96项任务无法评定。');
    expect(report).toContain('各单位应于会后一周内补报本季度进展；以后各季度按期报送');
    expect(report).toContain('应报送单位15个，均未报送。');
    expect(brief).toContain('占1.0%，比上季度减少84项；其余96项未报送，无法评定。各单位均未报送。');
    expect(brief).toContain('【达到序时的目标 1项 共15项\n无法评定14项】');
    expect(next).toContain('各单位于会后一周内补报2022年三季度进展，于2023年1月10日前报送2022年四季度进展。');
    expect(text(silent, 'minutes-draft')).toContain('；各单位于会后一周内补报2022年三季度进展；');
    expect(text(silent, 'targets')).toContain('达到序时进度及以上1项（已完成全年目标），其余14项无法评定。');
    for (const paper of [report, brief, next]) expect(paper).not.toMatch(/省委组织部、省委网信办、省发改委/);
  });

  it('at the year’s end nobody is told to hold what was reached', () => {
    const { submissions } = desk.inputs;
    const end = changed({ submissions: submissions.filter(({ period }) => period !== '2022Q4') });
    const of = (id: string): string => outline(bulletin(end, '2022Q4', id));
    expect(of('chair-script')).toContain(
      '到年末没有评定为未完成的任务，各单位要尽快补报全年进展、抓好总结。',
    );
    expect(of('progress-report')).toContain('到年末没有评定为未完成的任务，长期任务纳入下一年度计划。');
    expect(of('next-quarter')).toContain('各单位尽快补报全年进展；');
    expect(of('brief')).toContain('【未完成任务 0项 没有评定为未完成的】');
    expect(of('next-quarter')).toMatch(/没有评定为未完成的任务，\d+项未报送的任务尽快补报。/);
    const never = outline(bulletin(changed({ submissions: [] }), '2022Q4', 'next-quarter'));
    expect(never).toContain('到年末均无法评定（97项未报送）；');
  });

  it('what is left of the goals is not said, nor where it would stand', () => {
    const paper = text(silent, 'next-quarter');
    expect(paper).not.toMatch(/本期无此表|附件1|均已完成年度目标/);
    expect(paper).toContain('14项尚未完成（均无法评定），报送本季度完成数后，再测算10—12月须完成的数量。');
    expect(paper).toContain('有阶段到期，见附件。');
  });

  it('goals of which nothing was told are named once together', () => {
    const report = text(silent, 'progress-report');
    expect(report).toMatch(
      /无法评定的目标。\**本季度未报送的：数字经济规模（省统计局）、.*固定网络IPv6流量占比（省通信管理局）。/,
    );
    expect(report.match(/本季度未报送[；。]/g) ?? []).toEqual([]);
    expect(report).toContain('达到序时进度及以上1项（已完成全年目标）');
  });
});

it('what is to be held on pace stands in the first annex also where nothing has to catch up, and its note names no other', () => {
  const keeping = returning((own) => own.filter(({ unit }) => unit === '省统计局'));
  const paper = text(keeping, 'next-quarter');
  expect(paper).toContain('须完成的数量见附件1');
  expect(paper).toContain('有阶段到期，见附件2。');
  expect(paper).not.toMatch(/附件2同|本期无此表/);
});

it('the places have no matter that lags 0 times', () => {
  const { cities } = desk.inputs;
  if (!cities) throw new Error('no cities');
  const returns = cities.returns.map((one) => ({
    ...one,
    entries: one.entries.map((entry) =>
      entry.stage ? { ...entry, stage: { ...entry.stage, value: '印发' } } : entry,
    ),
  }));
  const ready = changed({ cities: { ...cities, returns } });
  for (const id of ['progress-report', 'chair-script', 'minutes-draft', 'city-bulletin'])
    expect([id, text(ready, id)]).toEqual([id, expect.not.stringMatching(/滞后(?:或未启动)?0项/)]);
});

it('the head of the report names ten tasks of one kind, not forty', () => {
  const idle = returning((own) =>
    own.map((one) => ({
      ...one,
      tasks: one.tasks.map((entry) =>
        entry.stage ? { ...entry, stage: { ...entry.stage, value: '未启动' } } : entry,
      ),
    })),
  );
  const head = /未启动：.*/.exec(text(idle, 'progress-report'))?.[0] ?? '';
  expect(head).toMatch(/等\d{2}项任务。/);
  expect(head.match(/（/g)).toHaveLength(10);
});
