/** A command in the wrong folder, or for a year that was not begun: told once, with the way on. */
import { expect, it } from 'vitest';
import { checkPeriod } from '../../src/flows/check/check.ts';
import { checkMonth } from '../../src/flows/check/regional-check.ts';
import { collectQuarter } from '../../src/flows/collect/period-collect.ts';
import { newYear } from '../../src/flows/plan/new-year.ts';
import { status } from '../../src/flows/status/status.ts';
import { monthOf, type Period, parsePeriod } from '../../src/model/period.ts';
import { build } from '../../src/pipeline.ts';
import { folderEffects, memoryCache, memoryEffects, type TestEffects } from '../support/effects.ts';
import { machine } from '../support/machine.ts';

const quarter = (id: string): Period => parsePeriod(id) as Period;
const source = (path: string) => ({ shown: path, path, bytes: 1 });
const FORM = source('data/2022/submissions/2022Q4/省工信厅.xlsx');
const CITY = source('data/2022/cities/returns/2022Q4/南昌市.csv');
const request = { ...machine(), only: [], formats: ['docx' as const], out: 'out' };

async function errors(period: Period, effects: TestEffects): Promise<string[][]> {
  const runs = await Promise.all([
    status({ period, out: 'out' }, effects),
    checkPeriod(period, effects),
    checkMonth(monthOf(period.year, 1), effects),
    build({ ...request, period }, effects),
    // A late form is collected for its own year.
    collectQuarter({ period, sources: [FORM], received: { date: '2023-04-08' }, out: 'out' }, effects),
    collectQuarter({ period, sources: [CITY], received: { date: '2023-04-08' }, out: 'out' }, effects),
  ]);
  return runs.map(({ diagnostics }) =>
    diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code),
  );
}

it('says once that this is no workspace', async () => {
  const kept = new Map<string, Uint8Array>();
  const nowhere = { ...memoryEffects({ 'notes.txt': '' }), cache: memoryCache(kept) };
  for (const codes of await errors(quarter('2022Q4'), nowhere)) expect(codes).toEqual(['noWorkspace']);
  expect((await newYear(2023, nowhere)).diagnostics.map(({ code }) => code)).toEqual(['noWorkspace']);
  // What is kept would be a folder in somebody else's.
  expect([...kept]).toEqual([]);
});

it('says once that the year has not been begun, and how it is', async () => {
  const effects = folderEffects();
  for (const codes of await errors(quarter('2023Q1'), effects)) expect(codes).toEqual(['yearMissing']);
  const { diagnostics } = await status({ period: quarter('2023Q1'), out: 'out' }, effects);
  expect(diagnostics[0]?.hints[0]).toContain('diaodu new 2023');
  const { diagnostics: earlier } = await status({ period: quarter('2019Q1'), out: 'out' }, effects);
  expect(earlier[0]?.hints).toEqual(['核对年份：已有2022年的数据。']);
});
