/** Of whose returns a paper speaks follows from what it prints: what is wrong with them stops it, and no other. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import { compose } from '../../src/pipeline.ts';
import { openDesk, pack } from '../support/bulletins.ts';
import { folderEffects, REPOSITORY, type TestEffects } from '../support/effects.ts';

const Q3 = parsePeriod('2022Q3') as Period;
const FOLDER = 'templates/meeting-pack/14-领导参阅';
const NOWHERE = { projects: false, cities: false };
const PROJECTS = { projects: true, cities: false };
// What is said of cities rests on their projects, too.
const CITIES = { projects: true, cities: true };

const spokenIn = async (only: string, effects = folderEffects()) =>
  (await compose({ period: Q3, only: [only] }, effects)).spoken;

const desk = await openDesk();

describe('a paper of the quarter', () => {
  // Whom the notice, the agenda and the lists invite is no return.
  const SPEAK: Readonly<Record<string, typeof NOWHERE>> = {
    'progress-report': CITIES,
    'project-bulletin': PROJECTS,
    'city-bulletin': CITIES,
    'next-quarter': CITIES,
    'chair-script': CITIES,
    brief: CITIES,
    'minutes-draft': CITIES,
    // It binds the others.
    volume: CITIES,
  };
  const ids = desk.quarterly.map(({ settings }) => settings.id);
  it('is one of those that are known to speak of places, or none of them', () => {
    expect(ids).toEqual(expect.arrayContaining(Object.keys(SPEAK)));
  });
  it.each(ids)('%s, in a quarter and at the year’s end', (id) => {
    for (const period of ['2022Q3', '2022Q4'])
      expect(pack(desk, period, [id]).spoken).toEqual(SPEAK[id] ?? NOWHERE);
  });
  it('that cannot be written speaks of what it would be about', () => {
    const { projects: _, cities: __, ...inputs } = desk.inputs;
    const without = { ...desk, inputs };
    expect(pack(without, '2022Q3', ['project-bulletin']).spoken).toEqual(PROJECTS);
    expect(pack(without, '2022Q3', ['city-bulletin']).spoken).toEqual(CITIES);
    expect(pack(without, '2022Q1', ['decisions']).spoken).toEqual(NOWHERE);
  });
});

it('a month’s bulletin speaks of projects', () => {
  expect(pack(desk, '2022-08', []).spoken).toEqual(PROJECTS);
});

describe('an office’s own template', () => {
  const written = (text: string): TestEffects =>
    folderEffects(REPOSITORY, { [`${FOLDER}/参阅.md`]: `# 情况参阅\n\n${text}\n` });
  it.each([
    ['an investment', '完成投资{{项目.总.投资}}。', PROJECTS],
    ['an investment, from within a list', '{{#each 专项}}{{@root.项目.总.投资}}{{/each}}', PROJECTS],
    ['a box with the rate of projects', '::key-figures{name=brief}', PROJECTS],
    ['a table of cities', ':::table[排名]{name=city-ranking}\n:::', CITIES],
    ['a chart of projects', ':::chart[投资]{name=project-months}\n:::', PROJECTS],
    ['tasks alone', '共{{任务.总数}}。', NOWHERE],
  ])('that prints %s', async (_, text, spoken) => {
    expect(await spokenIn('14', written(text))).toEqual(spoken);
  });
});

describe('what can’t be read in a return', () => {
  const broken = (file: string): TestEffects => folderEffects(REPOSITORY, { [file]: '什么也不是' });
  let projects: TestEffects;
  let cities: TestEffects;
  beforeAll(() => {
    projects = broken('data/2022/projects/returns/2022-09/萍乡市.csv');
    cities = broken('data/2022/cities/returns/2022Q3/萍乡市.csv');
  });
  const errors = async (only: string, effects: TestEffects): Promise<number> =>
    (await compose({ period: Q3, only: [only] }, effects)).diagnostics.filter(
      ({ severity }) => severity === 'error',
    ).length;

  it('of projects holds up the leader’s page, which prints their rate, and not the agenda', async () => {
    expect(await errors('14', projects)).toBeGreaterThan(0);
    expect(await errors('02', projects)).toBe(0);
  });

  it('of a city holds up what prints the ranking, and not the bulletin on projects', async () => {
    expect(await errors('08', cities)).toBeGreaterThan(0);
    expect(await errors('07', cities)).toBe(0);
  });

  it('in a list holds up what would leave it out', async () => {
    const list = broken('data/2022/projects/projects.csv');
    expect([await errors('04', list), await errors('07', list), await errors('02', list)]).toEqual([
      expect.any(Number),
      expect.any(Number),
      0,
    ]);
    expect(await errors('04', list)).toBeGreaterThan(0);
  });
});
