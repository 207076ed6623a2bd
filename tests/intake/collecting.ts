/** Files that are collected for the fourth quarter, in a workspace where the unit has returned nothing yet. */
import { read as readBook } from '@e965/xlsx';
import { type CollectResult, collect } from '../../src/flows/collect/collect.ts';
import { folderEffects, REPOSITORY, type TestEffects } from '../support/effects.ts';
import { cellOf, edited, Q4, UNIT } from './sloppy.ts';

export const FOLDER = 'data/2022/submissions/2022Q4';

/** Two cells that no clerk could read. */
export const faulty = edited((sheet) => {
  sheet[cellOf('T013-1')] = { t: 's', v: '见附件' };
  sheet[cellOf('T012-1', 'progress')] = { t: 's', v: '同上' };
});

/** A workspace without returns of the unit for the period. */
export const workspace = (): TestEffects =>
  folderEffects(REPOSITORY, { [`${FOLDER}/${UNIT}.xlsx`]: undefined });

export async function run(
  effects: TestEffects,
  files: Record<string, Uint8Array>,
  date = '2023-01-08',
  unit?: string,
  again = false,
): Promise<CollectResult> {
  for (const [name, bytes] of Object.entries(files)) effects.written.set(`inbox/${name}`, bytes);
  const sources = Object.entries(files).map(([name, bytes]) => ({
    shown: name,
    path: `inbox/${name}`,
    bytes: bytes.length,
  }));
  return collect(
    {
      period: Q4,
      sources,
      received: { date, time: '15:30' },
      out: 'output/2022Q4',
      again,
      ...(unit ? { unit } : {}),
    },
    effects,
  );
}

/** What goes back. */
export const copyOf = async (name: string, bytes: Uint8Array): Promise<Uint8Array> => {
  const effects = workspace();
  const { returns } = await run(effects, { [name]: bytes });
  return effects.written.get(returns[0]?.correction ?? '') ?? new Uint8Array();
};
export const commentAt = (bytes: Uint8Array, cell: string): string =>
  readBook(bytes, { type: 'array' }).Sheets['进展情况']?.[cell]?.c?.[0]?.t ?? '';
