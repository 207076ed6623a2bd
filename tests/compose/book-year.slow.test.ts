/** What a white paper is made of: what is missing is told by its cause, and what units did not report is told in the book. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { newYear } from '../../src/flows/plan/new-year.ts';
import { rollText } from '../../src/intake/returns/roll-forward.ts';
import { compose } from '../../src/pipeline.ts';
import { folderEffects, REPOSITORY } from '../support/effects.ts';
import { outline } from '../support/outline.ts';

type Files = Record<string, string | undefined>;
const BOOK = 'templates/white-paper/01-白皮书';
const namesIn = (folder: string): string[] => readdirSync(join(REPOSITORY, folder));
const onDisk = (path: string): string => readFileSync(join(REPOSITORY, path), 'utf8');

async function made(year: number, files: Files = {}, draft = false) {
  const period = { id: String(year), year };
  const { pack, diagnostics } = await compose({ period, only: [], draft }, folderEffects(REPOSITORY, files));
  const of = (severity: string) => diagnostics.filter((d) => d.severity === severity).map(({ code }) => code);
  const text = (pack?.documents ?? []).map(({ document }) => outline(document)).join('\n');
  return { errors: of('error'), warnings: of('warning'), diagnostics, text };
}

/** The year's files in a folder, but for some, are not there. */
const without = (folder: string, kept: (name: string) => boolean = () => false): Files =>
  Object.fromEntries(
    namesIn(folder).flatMap((name) => (kept(name) ? [] : [[`${folder}/${name}`, undefined]])),
  );

describe('a book of a year that has a plan and little else', () => {
  const DATA = ['bookWithoutReturns', 'bookWithoutProjects', 'bookWithoutCityReturns'];
  let begun: Files;
  beforeAll(async () => {
    const effects = folderEffects();
    await newYear(2023, effects);
    const plan = ['', '/tracks'].flatMap((folder) =>
      namesIn(`data/2022/plan${folder}`)
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => `plan${folder}/${name}`),
    );
    begun = {
      ...Object.fromEntries(
        [...effects.written].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]),
      ),
      ...Object.fromEntries(plan.map((name) => [`data/2023/${name}`, rollText(onDisk(`data/2022/${name}`))])),
    };
  });

  it('is refused for its causes, each once, in the order in which they are mended', async () => {
    const { errors, diagnostics, text } = await made(2023, begun);
    expect(errors).toEqual(['cityTargetsMissing', ...DATA, 'bookWithoutStatistics']);
    expect(text).toBe('');
    for (const { hints } of diagnostics) expect(hints.length).toBeGreaterThan(0);
    // The cities' targets of a new year are one thing to fill in.
    expect(diagnostics.filter(({ code }) => code.startsWith('cityTarget'))).toHaveLength(1);
  });

  it('waits for the statistics, told once, and is shown where facts of years gone by are typed', async () => {
    const { diagnostics } = await made(2023, begun);
    expect(diagnostics.find(({ code }) => code === 'bookWithoutStatistics')?.message).toContain('city-va');
    const typed = diagnostics.filter(({ code }) => code === 'bookYearsTyped');
    expect(typed).toHaveLength(1);
    expect(typed[0]?.message).toContain('最近的是2022年的');
    expect(typed[0]?.hints.join()).toContain('02-数字产业化.md第20行');
  });

  it('is refused where its templates ask for the statistics of the year before', async () => {
    const templates = namesIn(BOOK).map((name) => [
      `${BOOK}/${name}`,
      onDisk(`${BOOK}/${name}`).replaceAll('@本年', '@2022'),
    ]);
    const { errors } = await made(2023, { ...begun, ...Object.fromEntries(templates) });
    expect(errors).toEqual(['cityTargetsMissing', ...DATA, 'bookOfOtherYear']);
  });

  it('needs no projects where its templates do without them', async () => {
    const guarded = namesIn(BOOK).map((name) => {
      const text = onDisk(`${BOOK}/${name}`);
      return [
        `${BOOK}/${name}`,
        name.endsWith('.md')
          ? text.replace(/\{\{(?:#if |#each )?项目\.[^}]*\}\}/g, '{{#if 项目}}有{{/if}}')
          : text,
      ];
    });
    expect((await made(2023, { ...begun, ...Object.fromEntries(guarded) })).errors).not.toContain(
      'bookWithoutProjects',
    );
  });
});

describe('a book of a year', () => {
  const RETURNS = 'data/2022/submissions/2022Q4';

  it('is made of its data, without a word on what is missing', async () => {
    const { errors, warnings, text } = await made(2022);
    expect(errors).toEqual([]);
    expect(warnings.filter((code) => code.startsWith('book'))).toEqual([]);
    expect(text).not.toContain('没有报送的单位');
  });

  it('is refused where no unit has returned the last quarter; a draft is made and says so', async () => {
    const files = without(RETURNS);
    expect((await made(2022, files)).errors).toEqual(['bookWithoutReturns']);
    const draft = await made(2022, files, true);
    expect(draft.errors).toEqual([]);
    expect(draft.warnings).toContain('bookWithoutReturns');
    // Who makes a draft need not be told how to.
    expect(draft.diagnostics.flatMap(({ hints }) => hints).join()).not.toContain('--draft');
    expect(draft.text).toContain('四季度没有报送的单位有15个：');
    expect(/.{0,40}(?:undefined|NaN).{0,20}/.exec(draft.text)?.[0]).toBeUndefined();
  });

  it('names the units and cities that did not report, and does not take their silence for 0', async () => {
    const cities = 'data/2022/cities/returns/2022Q4';
    const { errors, warnings, text } = await made(2022, {
      ...without(RETURNS, (name) => !/省工信厅|省卫健委/.test(name)),
      ...without(cities, (name) => !name.startsWith('萍乡市')),
    });
    expect(errors).toEqual([]);
    expect(warnings.filter((code) => code.startsWith('book'))).toEqual([
      'bookUnitsSilent',
      'bookCitiesSilent',
    ]);
    expect(text).toMatch(/四季度没有报送的单位有2个：省工信厅、省卫健委，其任务和目标列为未报送/);
    expect(text).toContain('未报送，不排名');
    expect(text).not.toContain('第—位');
    expect(text).toMatch(/\| — \| 萍乡市 \| — \| — \|/);
    expect(text).not.toMatch(/萍乡市\d+项指标中/);
  });

  it('says whose investment is that of an earlier month', async () => {
    const december = 'data/2022/projects/returns/2022-12';
    const told = /未报送12月月报|未报12月|未报送，沿用最近一次报送的累计数/;
    expect((await made(2022)).text).not.toMatch(told);
    const { errors, text } = await made(
      2022,
      without(december, (name) => !name.startsWith('萍乡市')),
    );
    expect(errors).toEqual([]);
    expect(text).toContain('萍乡市未报送12月月报，其数沿用最近一次报送的累计数。');
    expect(text).toContain('部分地方沿用以前月份的数');
    expect(text.match(/未报12月，沿用上次报送数/g)).toHaveLength(1);
    expect(text).toContain('注：萍乡市未报送，沿用最近一次报送的累计数。');
  });

  it.each([
    ['the cities', 'data/2022/cities/returns/2022Q4', 'bookWithoutCityReturns'],
    ['the projects at the year’s end', 'data/2022/projects/returns/2022-12', 'bookWithoutMonth'],
  ])('is refused where nothing is known of %s', async (_, folder, code) => {
    expect((await made(2022, without(folder))).errors).toEqual([code]);
  });

  it('tells a number that is not registered once, and no chart that could not be drawn of it', async () => {
    const file = `${BOOK}/05-数据价值化.md`;
    const asks = '{{数 "nothing@2022"}}';
    const chart = '{{见 "gone"}}\n\n::chart[图]{kind=column id=gone series=nothing years=2018-2022}\n';
    const { diagnostics } = await made(2022, { [file]: `# 数据价值化\n\n${asks}${asks}\n\n${chart}` });
    const own = diagnostics.filter(({ severity, at }) => severity === 'error' && at?.file === file);
    expect(own.map(({ message }) => message)).toEqual([
      '没有统计数据“nothing@2022”。',
      expect.stringContaining('nothing'),
    ]);
    expect(own[0]?.hints.join('')).toContain('模板中还有1处引用');
  });
});
