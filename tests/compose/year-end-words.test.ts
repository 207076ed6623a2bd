/** At the year's end what lags is 未完成, in every paper alike; the words of the statuses themselves stay. */
import { describe, expect, it } from 'vitest';
import { composePack } from '../../src/compose/compose.ts';
import { readPack } from '../../src/intake/templates.ts';
import type { Ledger } from '../../src/model/ledger/ledger.ts';
import { compose } from '../../src/pipeline.ts';
import { folderEffects } from '../support/effects.ts';
import { outline } from '../support/outline.ts';

const made = await compose({ period: { id: '2022Q4', year: 2022, quarter: 4 }, only: [] }, folderEffects());
const papers = (made.pack?.documents ?? [])
  .filter(({ id }) => id !== 'volume')
  .map((one): [string, string] => [one.id, outline(one.document)]);
const text = (id: string): string => papers.find(([name]) => name === id)?.[1] ?? '';

describe('the papers of the fourth quarter', () => {
  it.each(papers.map(([id]) => id))('%s call what is not done 未完成', (id) => {
    const now = text(id).replace(/^.*与上季度相比。.*$/m, '');
    expect(now).not.toMatch(/滞后和未启动|滞后或未启动|(?<!连续)滞后的?(?:任务|事项|目标|原因)/);
  });

  it('count the matters of the cities with one word', () => {
    expect(text('city-bulletin')).toMatch(/共27项，未完成4项/);
    expect(text('city-bulletin')).toContain('| 未完成事项 |');
    expect(text('city-bulletin')).toContain('未完成和未报送的地方');
    for (const id of ['progress-report', 'chair-script', 'minutes-draft', 'brief'])
      expect(text(id)).toMatch(/27项事项，(?:已办结23项，未完成4项|4项未完成)/);
  });
});

it('a task whose own term lies beyond the year is neither done nor undone, and the sums hold', async () => {
  const folders = (await readPack(folderEffects(), 'meeting-pack')).value;
  const real = made.subject as Ledger;
  const tasks = real.tasks.map((task, i) => (i === 0 ? { ...task, status: 'onPace' as const } : task));
  const counts = { ...real.counts, done: real.counts.done - 1, onPace: 1 };
  const only = ['progress-report', 'chair-script', 'brief', 'minutes-draft', 'next-quarter'];
  const { documents } = composePack(folders, { ...real, tasks, counts }, { only });
  for (const { id, document } of documents) {
    const now = outline(document);
    expect([id, now]).toEqual([
      id,
      expect.stringMatching(/81项[^。]*15项?[^。]*1项未到完成期限|完成81项，未完成15项，1项未到完成期限/),
    ]);
  }
});

it('an annual goal whose day lies beyond the year is due later, not beyond judgement', async () => {
  const folders = (await readPack(folderEffects(), 'meeting-pack')).value;
  const real = made.subject as Ledger;
  const first = real.goals.findIndex((goal) => goal.target && goal.status === 'done');
  const goals = real.goals.map((goal, i) => (i === first ? { ...goal, status: 'onPace' as const } : goal));
  const only = ['progress-report', 'chair-script', 'brief', 'minutes-draft', 'next-quarter'];
  const { documents } = composePack(folders, { ...real, goals }, { only });
  const said: Record<string, RegExp[]> = {
    'progress-report': [
      /已完成11项，未完成3项，未到完成期限1项/,
      /【年度目标完成 11项 未完成3项，未到期1项】/,
    ],
    'chair-script': [/已完成11项，未完成3项，未到完成期限1项/],
    'minutes-draft': [/已完成11项，未完成3项，未到完成期限1项/],
    brief: [/【已完成年度目标 11项 未完成3项\n未到期1项】/],
    'next-quarter': [/完成11项，未完成3项，未到完成期限1项/],
  };
  for (const { id, document } of documents)
    for (const words of said[id] ?? [])
      expect([id, outline(document)]).toEqual([id, expect.stringMatching(words)]);
  expect(documents.map(({ id }) => id).sort()).toEqual(Object.keys(said).sort());
});
