/** A month's returns on projects that say what can't be: no formal text prints them unseen. */
import { describe, expect, it } from 'vitest';
import { checkPeriod, isClear } from '../../src/flows/check/check.ts';
import { checkMonth } from '../../src/flows/check/regional-check.ts';
import { monthOf, type Period, parsePeriod } from '../../src/model/period.ts';
import { build } from '../../src/pipeline.ts';
import { folderEffects, REPOSITORY } from '../support/effects.ts';
import { machine } from '../support/machine.ts';

const DECEMBER = monthOf(2022, 12);
const Q4 = parsePeriod('2022Q4') as Period;
const FILE = 'data/2022/projects/returns/2022-12/萍乡市.csv';
const NOTES = 'data/2022/acknowledgements/2022-12.yaml';
const request = { ...machine(), only: [], formats: ['docx' as const], out: 'out' };

const original = new TextDecoder().decode(await folderEffects().read(FILE));

/** The return with 本月 and 本年累计 changed, row by row. */
function changed(change: (month: string, cumulative: string) => [string, string]): string {
  const [title = '', head = '', ...rows] = original.split('\n');
  const lines = rows.map((row) => {
    const [code, name, month, cumulative, ...rest] = row.split(',');
    if (month === undefined || cumulative === undefined) return row;
    return [code, name, ...change(month, cumulative), ...rest].join(',');
  });
  return [title, head, ...lines].join('\n');
}
const EXCHANGED = changed((month, cumulative) => [cumulative, month]);
const workspace = (text: string, notes?: string) =>
  folderEffects(REPOSITORY, { [FILE]: text, ...(notes !== undefined && { [NOTES]: notes }) });

const codes = (diagnostics: readonly { code: string }[]): string[] => diagnostics.map(({ code }) => code);

describe('exchanged columns', () => {
  it('stop the bulletin, told by city with the first few; a draft is made and tells them', async () => {
    const stopped = await build({ ...request, period: DECEMBER }, workspace(EXCHANGED));
    expect(stopped.files).toEqual([]);
    const gate = stopped.diagnostics.find(({ code }) => code === 'projectFindingsOpen');
    expect(gate?.severity).toBe('error');
    expect(gate?.hints[0]).toMatch(/^萍乡市（\d+条）：“.*两栏可能填反；.*等\d+条。$/);

    const draft = await build({ ...request, period: DECEMBER, draft: true }, workspace(EXCHANGED));
    expect(draft.files).toHaveLength(1);
    expect(draft.diagnostics.find(({ code }) => code === 'projectFindingsTold')?.severity).toBe('warning');
  });

  it('stop what prints the projects of a quarter, and nothing else of its pack', async () => {
    const pack = { ...request, period: Q4 };
    const stopped = await build({ ...pack, only: ['07'] }, workspace(EXCHANGED));
    expect([stopped.files.length, codes(stopped.diagnostics).includes('projectFindingsOpen')]).toEqual([
      0,
      true,
    ]);
    const other = await build({ ...pack, only: ['02'] }, workspace(EXCHANGED));
    expect(other.files).toHaveLength(1);
  });

  it('are errors for check, of the month and of the quarter', async () => {
    const month = await checkMonth(DECEMBER, workspace(EXCHANGED));
    expect(codes(month.diagnostics)).toContain('projectFindingsOpen');
    const own = month.groups[0]?.units.find(({ unit }) => unit === '萍乡市')?.findings ?? [];
    expect(own[0]).toMatchObject({ check: 'project-exchanged', severity: 'error' });
    expect(isClear(await checkPeriod(Q4, workspace(EXCHANGED)))).toBe(false);
    expect(isClear(await checkPeriod(Q4, folderEffects()))).toBe(true);
  });
});

it('a tenfold slip and a fall wait until the office has noted why', async () => {
  const fallen = changed((month, cumulative) => [month, cumulative === '0' ? '0' : '1']);
  const found = await checkMonth(DECEMBER, workspace(fallen));
  const findings = found.groups[0]?.units.find(({ unit }) => unit === '萍乡市')?.findings ?? [];
  const open = findings.filter(({ severity }) => severity === 'error').map(({ id }) => id);
  expect(open.length).toBeGreaterThan(1);
  const notes = open.map((finding) => `- { finding: ${finding}, reason: 已核实, by: 综合组 }`).join('\n');
  const built = await build({ ...request, period: DECEMBER }, workspace(fallen, notes));
  expect(built.files).toHaveLength(1);

  const tenfold = await checkMonth(DECEMBER, workspace(changed((month, all) => [month, `${all}0`])));
  const checks = tenfold.groups[0]?.units.flatMap((unit) => unit.findings.map(({ check }) => check));
  expect(checks).toContain('project-tenfold');
});
