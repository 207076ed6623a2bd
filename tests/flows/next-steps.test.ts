/** diaodu status of a year: what comes next for a period, how its papers stand, and what is printed of all of them. */
import { describe, expect, it } from 'vitest';
import { keepEdition } from '../../src/archive/issued/editions.ts';
import { recordBuild } from '../../src/archive/manifest.ts';
import { watchReads } from '../../src/archive/watch.ts';
import { runs, yearStatusLines } from '../../src/cli/year-status.ts';
import { nextSteps } from '../../src/flows/status/next-steps.ts';
import { type PapersState, papersState } from '../../src/flows/status/papers-state.ts';
import type { PeriodReturns } from '../../src/flows/status/year-returns.ts';
import { yearAtHand } from '../../src/flows/status/year-status.ts';
import { scopeOf } from '../../src/intake/scope.ts';
import type { ManifestFile } from '../../src/model/archive/manifest.ts';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import { memoryEffects, type TestEffects } from '../support/effects.ts';

const of = (asked: number, ...missing: string[]) => ({ asked, received: asked - missing.length, missing });
const QUARTER: PeriodReturns = {
  period: '2022Q3',
  name: '2022年三季度',
  ends: '2022-09-30',
  due: '2022-10-10',
  units: of(2),
  places: of(1),
  waiting: 0,
};
const SILENT = { ...QUARTER, units: of(2, '甲局', '乙局'), places: of(1, '丙市') };
const LATE = { ...QUARTER, units: of(2, '乙局') };
const NOTHING: PapersState = {
  forms: false,
  made: 'none',
  outdated: false,
  issued: null,
  archived: 'none',
};
const MADE: PapersState = { ...NOTHING, forms: true, made: 'formal' };
const OUT: PapersState = { ...MADE, issued: { no: 1, on: '2022-10-14', same: true } };

describe('what comes next', () => {
  it.each<[string, PeriodReturns, PapersState, string, string[]]>([
    ['nothing, of a period that is far off', SILENT, NOTHING, '2022-09-15', []],
    ['forms, two weeks before it ends', SILENT, NOTHING, '2022-09-16', ['forms']],
    ['returns, while they may still come', SILENT, { ...NOTHING, forms: true }, '2022-10-10', ['collect']],
    [
      'letters to units, from the day after',
      SILENT,
      { ...NOTHING, forms: true },
      '2022-10-11',
      ['remind', 'collect'],
    ],
    ['the last of them, before anything is written', LATE, NOTHING, '2022-10-10', ['collect']],
    ['letters, and papers without who is late', LATE, NOTHING, '2022-10-11', ['remind', 'build']],
    ['no letter to a place', { ...QUARTER, places: of(2, '丙市') }, MADE, '2022-10-11', ['collect', 'issue']],
    ['what is doubtful, first', { ...QUARTER, waiting: 2 }, NOTHING, '2022-10-11', ['check']],
    ['a draft is no paper yet', QUARTER, { ...NOTHING, made: 'draft' }, '2022-10-11', ['build']],
    ['some papers are not all', QUARTER, { ...MADE, made: 'part' }, '2022-10-11', ['build']],
    ['papers of other data', QUARTER, { ...OUT, outdated: true }, '2022-10-20', ['build']],
    ['handing out', QUARTER, MADE, '2022-10-11', ['issue']],
    ['the archive; nobody is chased any more', LATE, OUT, '2022-10-20', ['archive']],
    [
      'a correction',
      QUARTER,
      { ...OUT, issued: { no: 1, on: '2022-10-14', same: false } },
      '2022-10-20',
      ['erratum'],
    ],
    ['the archive again', QUARTER, { ...OUT, archived: 'older' }, '2022-10-20', ['archive']],
    ['nothing to keep of what is archived', QUARTER, { ...MADE, archived: 'current' }, '2022-10-20', []],
    [
      'nothing, of what was archived and put away',
      QUARTER,
      { ...NOTHING, archived: 'current' },
      '2022-10-20',
      [],
    ],
    ['nothing, when all is done', QUARTER, { ...OUT, archived: 'current' }, '2022-10-20', []],
  ])('%s', (_, returns, papers, today, steps) => {
    expect(nextSteps(returns, papers, today).map(({ step }) => step)).toEqual(steps);
  });

  it('is the book of a year, once that is over', () => {
    const year = { ...QUARTER, period: '2022', ends: '2022-12-31', due: '', units: null, places: null };
    expect(nextSteps(year, NOTHING, '2022-12-31')).toEqual([]);
    expect(nextSteps(year, NOTHING, '2023-01-01')).toEqual([{ step: 'build', why: 'none' }]);
  });
});

describe('the year that is told of when none is named', () => {
  const of = async (today: string, ...files: string[]) => {
    const effects = memoryEffects(Object.fromEntries(files.map((path) => [path, ''])));
    const { year, others } = await yearAtHand(undefined, today, effects);
    return [year.year, ...others];
  };
  const PLANS = ['data/2021/plan/goals.yaml', 'data/2022/plan/goals.yaml'];

  it('is this one as soon as it has a plan, and the last one until then', async () => {
    expect(await of('2022-06-01', ...PLANS)).toEqual([2022, '2021']);
    expect(await of('2023-01-09', ...PLANS, 'data/2023/units.yaml')).toEqual([2022, '2021', '2023']);
    expect(await of('2023-03-01', ...PLANS, 'data/2023/plan/goals.yaml')).toEqual([2023, '2021', '2022']);
    expect(await of('2020-12-01', ...PLANS)).toEqual([2021, '2022']);
    expect(await of('2022-06-01')).toEqual([2022]);
  });
});

describe('how papers stand', () => {
  const quarter = parsePeriod('2022Q3') as Period;
  const RULES = 'data/2022/rules.yaml';
  const paper = (path: string, document: string, draft: boolean): ManifestFile => ({
    path,
    document,
    sha256: 'a'.repeat(64),
    bytes: 1,
    pages: 1,
    title: path,
    author: '',
    subject: '',
    keywords: [],
    elements: {},
    marks: [],
    draft,
  });

  /** A build that read the rules. */
  async function built(effects: TestEffects, ...files: ManifestFile[]): Promise<void> {
    const watched = watchReads(effects, scopeOf(quarter));
    await watched.effects.read(RULES);
    await recordBuild(
      'output/2022Q3',
      { period: '2022Q3', date: '2022-10-12', inputs: watched.inputs(), files },
      effects,
    );
  }

  const PAPER = paper('02.pdf', 'meeting-pack/agenda', false);
  const world = () => memoryEffects({ [RULES]: '演示数据' });
  const stand = (effects: TestEffects) => papersState(quarter, 'output', effects);

  it('of nothing, of letters alone, of drafts', async () => {
    expect(await stand(world())).toEqual(NOTHING);
    const letters = world();
    await built(letters, paper('催报.pdf', 'reminders/letter', false));
    expect(await stand(letters)).toEqual(NOTHING);
    const drafts = world();
    await built(drafts, paper('02.pdf', 'meeting-pack/agenda', true));
    expect(await stand(drafts)).toEqual({ ...NOTHING, made: 'draft' });
  });

  it('until what they are made of changes', async () => {
    const effects = world();
    await built(effects, PAPER);
    expect(await stand(effects)).toEqual({ ...NOTHING, made: 'formal' });
    await effects.write(RULES, new TextEncoder().encode('改过'));
    expect(await stand(effects)).toEqual({ ...NOTHING, made: 'formal', outdated: true });
  });

  it('of some of the papers, while others are never missing', async () => {
    const effects = world();
    const settings = (id: string, more = '') =>
      `id: ${id}\nlabel: 某\nname: 某\ntitle: [某]\nsubject: 某\nparts: [{ file: 正文.md }]\n${more}`;
    const template = (id: string, more?: string) =>
      effects.write(
        `templates/meeting-pack/${id}/document.yaml`,
        new TextEncoder().encode(settings(id, more)),
      );
    await template('agenda');
    await template('brief');
    await template('cities', 'needs: cities');
    await template('supervision', 'per: supervisedUnit');
    await built(effects, PAPER);
    expect(await stand(effects)).toEqual({ ...NOTHING, made: 'part' });
    await built(effects, paper('14.pdf', 'meeting-pack/brief', false));
    expect(await stand(effects)).toEqual({ ...NOTHING, made: 'formal' });
  });

  it('against what was handed out, and what lies in the archive', async () => {
    const effects = world();
    await built(effects, PAPER);
    const { path, sha256, title } = PAPER;
    const files = [{ path, sha256, title, pages: 1 }];
    await keepEdition(
      quarter,
      1,
      { program: 'diaodu', period: '2022Q3', on: '2022-10-14', files, facts: [] },
      new Map(),
      effects,
    );
    const manifest = (await effects.read('output/2022Q3/manifest.json')) as Uint8Array;
    await effects.write('output/2022Q3归档/2022Q3归档包.zip', new Uint8Array());
    await effects.write('output/2022Q3归档/2022Q3归档包/其他/生成清单.json', manifest);
    expect(await stand(effects)).toEqual({ ...OUT, forms: false, archived: 'current' });
    await built(effects, { ...PAPER, sha256: 'b'.repeat(64), marks: ['代拟稿'] });
    expect((await stand(effects)).issued?.same).toBe(true);
    await built(effects, { ...PAPER, sha256: 'b'.repeat(64) });
    expect(await stand(effects)).toEqual({
      ...OUT,
      forms: false,
      issued: { no: 1, on: '2022-10-14', same: false },
      archived: 'older',
    });
    await effects.write('output/2022Q3/manifest.json', new Uint8Array());
    expect((await stand(effects)).issued).toEqual({ no: 1, on: '2022-10-14', same: true });
  });
});

describe('what is printed', () => {
  const line = (period: string, name: string, returns: Partial<PeriodReturns>, papers: PapersState) => {
    const all = { ...QUARTER, period, name, ...returns };
    return { ...all, papers, next: nextSteps(all, papers, '2022-10-20') };
  };

  it('is a line for each period that has come, and who must do what', () => {
    const lines = yearStatusLines(
      {
        year: 2022,
        place: '设区市',
        periods: [
          line('2022-08', '2022年8月', { units: null, places: of(1, '丙市'), waiting: null }, MADE),
          line('2022Q1', '2022年一季度', {}, { ...OUT, issued: { no: 2, on: '2022-04-20', same: false } }),
          line('2022Q2', '2022年二季度', {}, { ...OUT, archived: 'current' }),
          line('2022Q3', '2022年三季度', { units: of(2, '乙局'), waiting: 3 }, NOTHING),
          line(
            '2022Q4',
            '2022年四季度',
            { units: of(4, '甲', '乙', '丙', '丁'), places: of(2, '丙市') },
            MADE,
          ),
          line('2022-12', '2022年12月', { ends: '2022-12-31', units: null, places: of(1, '丙市') }, NOTHING),
        ],
        rollOver: true,
        diagnostics: [],
      },
      ['2021'],
    );
    expect(lines.join('\n')).toMatchInlineSnapshot(`
      "2022年各期办理情况

      期次                报送期限  单位  设区市  待处理  文稿    印发留底                  归档
      --------------------------------------------------------------------------------------------
      2022年8月     2022年10月10日    —     0/1      —  已生成  —                        —
      2022年一季度  2022年10月10日   2/2     1/1       0  已生成  4月20日（第2次，后有变）  —
      2022年二季度  2022年10月10日   2/2     1/1       0  已生成  10月14日                  已归档
      2022年三季度  2022年10月10日   1/2     1/1       3  —      —                        —
      2022年四季度  2022年10月10日   0/4     1/2       0  已生成  —                        —

      接下来：
        过期未报：催报 diaodu remind <期>，收到后 diaodu collect <期> 收到的表/
          2022Q3：乙局
          2022Q4：全部4个单位
        未报：收到后 diaodu collect <期> 收到的表/
          2022-08：丙市
          2022Q4：丙市
        有错误待处理：diaodu check <期>
          2022Q3
        文稿已生成，分发时留底：diaodu issue <期>
          2022-08、2022Q4
        分发以后文稿又有变化：diaodu erratum <期>，更正件发出后再 diaodu issue <期>
          2022Q1
        没有结转到2023年：diaodu new 2023
      另有2021年：diaodu status 2021"
    `);
  });

  it('names months that follow each other by the first and the last', () => {
    expect(runs(['2022-01', '2022-02', '2022Q1', '2022-05', '2022-06', '2022-07', '2022'])).toEqual([
      '2022-01',
      '2022-02',
      '2022-05至2022-07',
      '2022Q1',
      '2022',
    ]);
  });
});
