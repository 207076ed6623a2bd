/** What a build notes of the workspace: what came later for other periods is none of its business. */
import { describe, expect, it } from 'vitest';
import { changedInputs, watchReads } from '../../src/archive/watch.ts';
import { scopeOf } from '../../src/intake/scope.ts';
import { parseMonth, parsePeriod, parseYear } from '../../src/model/period.ts';
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
  const scope = scopeOf(parseMonth(month) ?? { id: '2022', year: 2022 });
  const { effects, inputs } = watchReads(memoryEffects({ [RETURN]: '一' }), scope);
  for (const folder of FOLDERS) await effects.list(folder);
  await effects.read(RETURN);
  return changedInputs(inputs(), scope, memoryEffects({ [RETURN]: '一', ...added }));
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

describe('of office.yaml counts what a paper is told of it', () => {
  const OFFICE = 'data/2022/office.yaml';
  const BEFORE =
    'contact: { person: 王某 }\nreminders:\n  2022Q3: { date: 2022-10-12 }\n  2022Q4: {}\nbulletins: {}\n';
  async function changedFor(period: string, after: string): Promise<boolean> {
    const parsed = parsePeriod(period) ?? parseMonth(period) ?? parseYear(period);
    if (!parsed) throw new Error(period);
    const scope = scopeOf(parsed);
    const { effects, inputs } = watchReads(memoryEffects({ [OFFICE]: BEFORE }), scope);
    await effects.read(OFFICE);
    return (await changedInputs(inputs(), scope, memoryEffects({ [OFFICE]: after }))).length > 0;
  }
  const bulletin = BEFORE.replace('bulletins: {}', 'bulletins:\n  2022-10: { number: 第10期 }');
  it.each<[string, string, string, boolean]>([
    ['the number of a bulletin', bulletin, '2022Q3', false],
    ['the number of a bulletin', bulletin, '2022-09', false],
    ['the number of a bulletin', bulletin, '2022', false],
    ['the number of a bulletin', bulletin, '2022-10', true],
    ['a letter of the quarter', BEFORE.replace('10-12', '10-13'), '2022Q3', true],
    ['a letter of another quarter', BEFORE.replace('10-12', '10-13'), '2022Q4', false],
    ['the contact', BEFORE.replace('王某', '李某'), '2022Q3', true],
    ['the contact', BEFORE.replace('王某', '李某'), '2022-09', false],
    ['what the region is called', `region: { whole: 全市 }\n${BEFORE}`, '2022-09', true],
    ['a remark', `# 已核对\n${BEFORE}`, '2022Q3', false],
    ['a file that can no longer be read', `${BEFORE}}`, '2022Q3', true],
  ])('%s changed', async (_, after, period, changed) => {
    expect(await changedFor(period, after)).toBe(changed);
  });
});
