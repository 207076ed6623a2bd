/** What formal texts wait for: of whose figures they speak decides, and a draft waits for nothing. */
import { describe, expect, it } from 'vitest';
import { gate } from '../../src/ledger/gate.ts';
import { findingOf } from '../../src/ledger/returns/acknowledge.ts';
import type { CityLedger } from '../../src/model/ledger/city-ledger.ts';
import type { Ledger, YearLedger } from '../../src/model/ledger/ledger.ts';
import type { ProjectLedger } from '../../src/model/ledger/project-ledger.ts';
import { monthOf } from '../../src/model/period.ts';
import type { Acknowledgement } from '../../src/model/returns/acknowledgement.ts';
import { inputs, ledgerOf, period, submission, target, task, track } from './helper.ts';

const at = { file: 'f.csv' };
const doubt = (check: string) =>
  findingOf({ check, effect: 'verify', unit: '甲市', subject: 'Z001', message: '甲市存疑。', at });
const MARCH = monthOf(2022, 3);
const projectsWith = (...checks: string[]) =>
  ({ month: MARCH, findings: checks.map(doubt) }) as unknown as ProjectLedger;
const projects = projectsWith('project-falling');
const cities = {
  period: period('2022Q1'),
  region: { places: '设区市' },
  findings: [doubt('city-falling')],
} as unknown as CityLedger;

const quarter = (values: number[]): Ledger => ({
  ...ledgerOf(
    inputs(
      [track(1, [task(1, { targets: [target()] })])],
      values.map((value, i) => submission('甲厅', `2022Q${i + 1}`, { 1: { values: { 'T001-1': value } } })),
    ),
    `2022Q${values.length}`,
  ),
  projects,
  cities,
});
const told = (
  subject: Parameters<typeof gate>[0],
  spoken: Parameters<typeof gate>[2],
  { formal = true, noted = [] as Acknowledgement[] } = {},
) => gate(subject, noted, spoken, formal).map(({ code, severity }) => `${severity} ${code}`);

const NONE = { projects: false, cities: false };
const ALL = { projects: true, cities: true };

describe('a formal text of a quarter', () => {
  it('waits for units’ doubtful values, and for those of cities and projects that it speaks of', () => {
    const falling = quarter([30, 20]);
    expect(told(falling, NONE)).toEqual(['error findingsOpen']);
    expect(told(quarter([30, 40]), NONE)).toEqual([]);
    expect(told(falling, { projects: true, cities: false })).toEqual([
      'error findingsOpen',
      'error projectFindingsOpen',
    ]);
    expect(told(falling, { projects: false, cities: true })).toEqual([
      'error findingsOpen',
      'error cityFindingsOpen',
    ]);
  });

  it('is told of as a draft, which waits for nothing', () => {
    expect(told(quarter([30, 20]), ALL, { formal: false })).toEqual([
      'warning projectFindingsTold',
      'warning cityFindingsTold',
    ]);
  });
});

it('a book waits for those of cities and projects, where it speaks of them', () => {
  const book = { statistics: {}, projects, cities } as unknown as YearLedger;
  expect(told(book, ALL)).toEqual(['error projectFindingsOpen', 'error cityFindingsOpen']);
  expect(told(book, NONE)).toEqual([]);
});

describe('of projects', () => {
  const month = (...checks: string[]) => ({ ...quarter([30, 40]), projects: projectsWith(...checks) });
  const asked = { projects: true, cities: false };

  it('what is no figure on paper is not told; what is doubtful besides stops nothing', () => {
    expect(told(month('project-before-approval'), asked)).toEqual([]);
    expect(told(month('project-month-sum'), asked)).toEqual(['warning projectFindingsTold']);
  });

  it('nothing is told any more of what the office has noted', () => {
    const noted: Acknowledgement = {
      period: MARCH.id,
      check: 'project-month-sum',
      unit: '甲市',
      subject: 'Z001',
      outcome: '继续核实',
      found: '',
      reason: '已请核对',
      by: '综合组',
      at,
    };
    expect(told(month('project-month-sum'), asked, { noted: [noted] })).toEqual([]);
  });
});
