/** A plan that comes out in May is first reported on in summer: nothing is compared with a spring nobody was asked about. */
import { describe, expect, it } from 'vitest';
import { cityStatus } from '../../src/flows/status/regional-status.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import { BLANK_MEETING } from '../../src/model/meeting.ts';
import { bulletin, type Desk, openDesk, subjectOf } from '../support/bulletins.ts';
import { outline } from '../support/outline.ts';

const desk = await openDesk();
const text = (from: Desk, period: string, id: string): string => outline(bulletin(from, period, id));

/** The year as if the first returns were those of the second quarter. */
function fromSummer(inputs: Inputs): Inputs {
  const { cities, projects } = inputs;
  return {
    ...inputs,
    submissions: inputs.submissions.filter((one) => one.period > '2022Q1'),
    meetings: new Map([...inputs.meetings].filter(([id]) => id > '2022Q1')),
    cities: cities && { ...cities, returns: cities.returns.filter((one) => one.period > '2022Q1') },
    projects: projects && {
      ...projects,
      returns: projects.returns.filter((one) => one.month > '2022-03'),
    },
  };
}
const late: Desk = { ...desk, inputs: fromSummer(desk.inputs) };

it('no place owes a quarter that nobody reported for', () => {
  const owed = ({ inputs }: Desk) =>
    cityStatus({ value: inputs, diagnostics: [] }, { id: '2022Q3', year: 2022, quarter: 3 })
      .states?.cities.filter((one) => one.owedEarlier.length > 0)
      .map((one) => [one.city, ...one.owedEarlier]);
  expect(owed(late)).toEqual([['萍乡市', '2022年二季度']]);
});

it('what was reported of one month of a quarter is not called the quarter’s', () => {
  const { projects } = desk.inputs;
  if (!projects) throw new Error('no projects');
  const from = (first: string): Desk => {
    const returns = projects.returns.filter(({ month }) => month >= first);
    return { ...desk, inputs: { ...desk.inputs, projects: { ...projects, returns } } };
  };
  const both = (first: string): string =>
    text(from(first), '2022-06', 'monthly-bulletin') + text(from(first), '2022Q2', 'project-bulletin');
  expect(both('2022-06')).not.toMatch(/二季度完成投资|其中本季度/);
  expect(both('2022-04')).toMatch(/二季度完成投资[\s\S]*其中本季度完成投资/);
});

describe('the first quarter that anybody reported for', () => {
  it.each(['progress-report', 'targets', 'task-ledger', 'matters', 'chair-script', 'minutes-draft', 'brief'])(
    '%s compares with nothing',
    (id) => {
      const paper = text(late, '2022Q2', id);
      expect(paper).not.toMatch(/比上季度|\| 上季度 \||补报或核实后|\| 3月底 \||本期无此[图表]/);
      // The full year has a quarter before.
      expect(text(desk, '2022Q2', 'progress-report')).toContain('与上季度相比');
    },
  );

  it('has no column for a quarter of which nothing is known', () => {
    expect(text(late, '2022Q2', 'targets')).not.toContain('| 一季度 |');
    expect(text(late, '2022Q2', 'targets')).toContain('| 上半年 |');
    expect(text(desk, '2022Q2', 'targets')).toContain('| 一季度 | 上半年 |');
  });

  it('follows no meeting, also where a draft of one lies unused', () => {
    expect(() => bulletin(late, '2022Q2', 'decisions')).toThrow();
    const draft = new Map([...late.inputs.meetings, ['2022Q1', BLANK_MEETING] as const]);
    const drafted = { ...late, inputs: { ...late.inputs, meetings: draft } };
    expect(() => bulletin(drafted, '2022Q2', 'decisions')).toThrow();
    expect(bulletin(desk, '2022Q2', 'decisions')).toBeDefined();
  });

  it('owes no month before', () => {
    const months = (from: Desk) =>
      subjectOf(from, '2022Q2').projects?.owedEarlier.map(({ month }) => month.id);
    const silent = { ...desk.inputs.projects, returns: [] } as Inputs['projects'];
    expect(months(late)).not.toContain('2022-03');
    expect(months({ ...desk, inputs: { ...desk.inputs, projects: silent } })).toEqual([]);
  });
});

it('the quarter after compares with the first, and the year begins there', () => {
  const report = text(late, '2022Q3', 'progress-report');
  expect(report).toContain('与上季度相比');
  expect(report).not.toMatch(/一季度末|本期无此[图表]/);
  expect(report).toMatch(/二季度末/);
  expect(report).toContain('各季度末完成率与序时进度的差距');
});
