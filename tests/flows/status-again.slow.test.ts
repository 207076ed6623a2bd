/** diaodu status, asked again: as it was told before while nothing has changed, worked out anew when anything has. */
import { expect, it, vi } from 'vitest';
import type { Cache, Effects } from '../../src/base/effects.ts';
import { monthStatus, status } from '../../src/flows/status/status.ts';
import { monthOf, type Period, parsePeriod } from '../../src/model/period.ts';
import { folderEffects, memoryCache, REPOSITORY, type TestEffects } from '../support/effects.ts';

const OUT = 'output/2022Q3';
const WORKBOOK = `${OUT}/报送情况.xlsx`;
const RETURN = 'data/2022/submissions/2022Q3/省工信厅.xlsx';
const quarter = { period: parsePeriod('2022Q3') as Period, out: OUT };
const month = { month: monthOf(2022, 8), out: 'output/2022-08' };

/** The repository with nothing kept but what was asked for here. */
const office = (): TestEffects => ({ ...folderEffects(), cache: memoryCache() });

it.each([
  ['of a quarter', (effects: Effects) => status(quarter, effects)],
  ['of a month', (effects: Effects) => monthStatus(month, effects)],
])('%s is told as before, of one thing that was kept', async (_, ask) => {
  const world = office();
  const before = await ask(world);
  const wrote = [...world.written];
  const asked = vi.spyOn(world.cache as Cache, 'read');
  expect(await ask(world)).toEqual(JSON.parse(JSON.stringify(before)));
  // Where it is worked out, what each return says is asked for.
  expect(asked).toHaveBeenCalledTimes(1);
  expect([...world.written]).toEqual(wrote);
});

it('sees a return that is gone', async () => {
  const world = office();
  const before = await status(quarter, world);
  const without = { ...folderEffects(REPOSITORY, { [RETURN]: undefined }), cache: world.cache as Cache };
  const after = await status(quarter, without);
  expect(after.states?.totals.received).toBe((before.states?.totals.received ?? 0) - 1);
});

it('writes its workbook again when that is gone, and tells of words in it each time', async () => {
  const world = office();
  await status(quarter, world);
  const made = world.written.get(WORKBOOK);
  world.written.delete(WORKBOOK);
  await status(quarter, world);
  expect(world.written.get(WORKBOOK)).toEqual(made);
  await world.write(WORKBOOK, new TextEncoder().encode('手改'));
  for (const time of [1, 2])
    expect([time, (await status(quarter, world)).diagnostics.map(({ code }) => code)]).toEqual([
      time,
      ['handEditsLeft'],
    ]);
});
