/** What a build notes of the workspace: what came later for other periods is none of its business. */
import { expect, it } from 'vitest';
import { changedInputs, watchReads } from '../../src/archive/watch.ts';
import { parseMonth } from '../../src/model/period.ts';
import { memoryEffects } from '../support/effects.ts';

const RETURN = 'data/2022/submissions/2022Q1/演示单位.yaml';
const FOLDERS = [
  'data/2022',
  'data/2022/submissions',
  'data/2022/submissions/2022Q1',
  'data/2022/acknowledgements',
  'data/2022/meetings',
  'data/2022/projects/returns',
];

/** Folders of which the paper would ask to be made again, were these files there as well. */
async function changedBy(added: Record<string, string>, month = '2022-03'): Promise<string[]> {
  const until = month ? parseMonth(month) : undefined;
  const { effects, inputs } = watchReads(memoryEffects({ [RETURN]: '一' }), until);
  for (const folder of FOLDERS) await effects.list(folder);
  await effects.read(RETURN);
  return changedInputs(inputs(), until, memoryEffects({ [RETURN]: '一', ...added }));
}

it.each([
  'data/2022/submissions/2022Q2/演示单位.yaml',
  'data/2022/acknowledgements/2022Q2.yaml',
  'data/2022/acknowledgements/cities-2022Q3.yaml',
  'data/2022/acknowledgements/2022-04.yaml',
  'data/2022/meetings/2022Q2.yaml',
  'data/2022/projects/returns/2022-04/演示市.csv',
  'data/2022/archive.yaml',
  'data/2022/white-paper.yaml',
])('%s has no influence on a paper of the first quarter', async (path) => {
  expect(await changedBy({ [path]: '后来' })).toEqual([]);
});

it.each([
  ['data/2022/submissions/2022Q1/另一单位.yaml', 'data/2022/submissions/2022Q1/'],
  // Whatever it is called, it lies among the returns of the quarter.
  ['data/2022/submissions/2022Q1/2022Q3.yaml', 'data/2022/submissions/2022Q1/'],
  ['data/2022/acknowledgements/cities-2022Q1.yaml', 'data/2022/acknowledgements/'],
  ['data/2022/projects/returns/2022-03/演示市.csv', 'data/2022/projects/returns/'],
  ['data/2022/meetings/2022年二季度.yaml', 'data/2022/meetings/'],
  [RETURN, RETURN],
])('%s has', async (path, told) => {
  expect(await changedBy({ [path]: '改' })).toEqual([told]);
});

it('a year reads what there is of all its periods', async () => {
  expect(await changedBy({ 'data/2022/meetings/2022Q4.yaml': '后来' }, '')).toEqual(['data/2022/meetings/']);
});
