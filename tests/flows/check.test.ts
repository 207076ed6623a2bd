/** diaodu check on the demonstration data, and the gate before a build. */

import { readdirSync, readFileSync } from 'node:fs';
import { read as readBook, type WorkSheet, write as writeBook } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { returnsFaulty } from '../../src/base/messages/pipeline.ts';
import { closing, draftLines, nothingFound, unitLines } from '../../src/cli/run/check.ts';
import { markDraft } from '../../src/compose/passes/draft.ts';
import { checkPeriod, isClear } from '../../src/flows/check/check.ts';
import { checkMonth } from '../../src/flows/check/regional-check.ts';
import { exportFiles } from '../../src/flows/export.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import type { Document, TitleBlock } from '../../src/model/document/document.ts';
import { monthOf, type Period, parsePeriod } from '../../src/model/period.ts';
import { SHEETS } from '../../src/model/returns/form.ts';
import { build, compose } from '../../src/pipeline.ts';
import { folderEffects, REPOSITORY } from '../support/effects.ts';
import { machine } from '../support/machine.ts';
import { outline } from '../support/outline.ts';

const Q3 = parsePeriod('2022Q3') as Period;
const ACKNOWLEDGED = 'data/2022/acknowledgements/2022Q3.yaml';
const without = (file: string) => folderEffects(REPOSITORY, { [file]: '[]' });

describe('the demonstration quarters', () => {
  it.each([
    ['2022Q1', []],
    ['2022Q2', ['unexplained/省工信厅/13']],
    [
      '2022Q3',
      [
        'falling/省工信厅/T028-2',
        'claim/省文旅厅/50',
        'conflict/省委网信办/T052-1',
        'copied/省教育厅/66',
        'unexplained/省教育厅/66',
        'magnitude-slip/省政务服务办/T089-1',
        'conflict/省通信管理局/G14',
      ],
    ],
    ['2022Q4', ['unexplained/省工信厅/30']],
  ])('%s: what is wrong, no false alarm, nothing open', async (id, ids) => {
    const result = await checkPeriod(parsePeriod(id) as Period, folderEffects());
    const found = result.units.flatMap((unit) => unit.findings.map((finding) => finding.id));
    expect(found.sort()).toEqual([...ids].sort());
    expect(result.counts.open).toBe(0);
    expect(isClear(result)).toBe(true);
  });

  it('are grouped by unit, errors first, each with its cell and what the office noted', async () => {
    const { units, counts } = await checkPeriod(Q3, folderEffects());
    expect(counts).toEqual({ error: 4, warning: 3, acknowledged: 4, open: 0 });
    const industry = units.find(({ unit }) => unit === '省工信厅');
    expect(industry?.findings).toMatchObject([
      {
        severity: 'error',
        at: 'data/2022/submissions/2022Q3/省工信厅.xlsx · 进展情况!H21',
        acknowledgement: { outcome: '继续核实', by: '领导小组办公室综合组' },
      },
    ]);
  });

  it('do not say that nothing was found of a unit whose sheet has an error', async () => {
    const path = 'data/2022/submissions/2022Q2/省科技厅.yaml';
    const broken = readFileSync(`${REPOSITORY}/${path}`, 'utf8').replace("'13'", "'见附件'");
    const effects = folderEffects(REPOSITORY, { [path]: broken });
    const Q2 = parsePeriod('2022Q2') as Period;
    const found = async (unit: string) => nothingFound(await checkPeriod(Q2, effects, unit));
    expect([await found('省科技厅'), await found('省教育厅')]).toEqual([false, true]);
  });

  it('end with what may be written down of what is open: filled in and saved, it opens the gate', async () => {
    const result = await checkPeriod(Q3, without(ACKNOWLEDGED));
    expect(isClear(result)).toBe(false);
    const lines = draftLines([result, ...result.groups]);
    expect(lines[1]).toContain(ACKNOWLEDGED);
    const blank = lines.slice(2).join('\n');
    const saved = (text: string) => checkPeriod(Q3, folderEffects(REPOSITORY, { [ACKNOWLEDGED]: text }));
    const told = (await saved(blank)).diagnostics.filter(({ at }) => at?.file === ACKNOWLEDGED);
    expect(told.map(({ message }) => message.slice(0, 8))).toEqual(
      Array(4).fill(['“reason”', '“by”（说明单']).flat(),
    );
    const filled = await saved(blank.replaceAll(/(reason|by): $/gm, '$1: 已核实'));
    expect(filled.counts).toMatchObject({ error: 4, acknowledged: 4, open: 0 });
    expect(isClear(filled)).toBe(true);
    expect(draftLines([filled, ...filled.groups])).toEqual([]);
  });

  it('show one unit or city alone, by any of its names; a name that nobody has is an error', async () => {
    const industry = await checkPeriod(Q3, folderEffects(), '江西省工业和信息化厅');
    expect(industry.units.map(({ unit }) => unit)).toEqual(['省工信厅']);
    expect(industry.counts).toMatchObject({ error: 4 });
    const city = await checkPeriod(Q3, folderEffects(), '南昌');
    expect(city.units).toEqual([]);
    const named = city.groups.flatMap(({ units }) => units.map(({ unit }) => unit));
    expect(new Set(named)).toEqual(new Set(['南昌市']));
    const nobody = await checkPeriod(Q3, folderEffects(), '省工信听');
    expect(nobody.diagnostics).toMatchObject([{ code: 'unitNotConcerned', severity: 'error' }]);
    expect(nobody.diagnostics[0]?.hints.join('')).toContain('省工信厅');
    expect(isClear(nobody)).toBe(false);
  });

  it('show of the notes on findings those on the one that is asked for', async () => {
    const note = '- { finding: city-falling/南昌市/C01, outcome: 继续核实, reason: 已去电, by: 综合组 }';
    const effects = folderEffects(REPOSITORY, {
      'data/2022/acknowledgements/cities-2022Q3.yaml': note,
    });
    const told = async (city: string): Promise<string[]> =>
      (await checkPeriod(Q3, effects, city)).groups.flatMap((group) =>
        group.diagnostics.map(({ code }) => code),
      );
    expect(await told('南昌市')).toContain('acknowledgementUnmatched');
    expect(await told('九江市')).not.toContain('acknowledgementUnmatched');
  });

  it('are not clear without their acknowledgements', async () => {
    const result = await checkPeriod(Q3, without(ACKNOWLEDGED));
    expect(result.counts).toMatchObject({ acknowledged: 0, open: 4 });
    expect(result.diagnostics.map((d) => d.code)).toContain('findingsOpen');
    expect(isClear(result)).toBe(false);
  });
});

describe('the build', () => {
  const request = {
    ...machine(),
    period: Q3,
    only: ['agenda'],
    formats: ['docx' as const],
    out: 'out',
  };

  it('stops at open findings and writes nothing', async () => {
    const effects = without(ACKNOWLEDGED);
    const { files, diagnostics } = await build(request, effects);
    expect(files).toEqual([]);
    expect(effects.written.size).toBe(0);
    expect(diagnostics.filter((d) => d.severity === 'error').map((d) => d.code)).toEqual(['findingsOpen']);
  });

  it('goes on with --draft, under a name of its own', async () => {
    const effects = without(ACKNOWLEDGED);
    const { files, diagnostics } = await build({ ...request, draft: true }, effects);
    expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
    expect(files).toHaveLength(1);
    expect(files[0]?.path).toMatch(/（征求意见稿）\.docx$/);
  });

  it('waits until somebody answers for all of the plan, but a draft goes out and invites nobody called 待定', async () => {
    const [goals, track] = ['data/2022/plan/goals.yaml', 'data/2022/plan/tracks/03.yaml'];
    const nobody = (file: string): string =>
      readFileSync(`${REPOSITORY}/${file}`, 'utf8').replace(
        /unit: [^,]+(, assignedBy: \w+(?:, reason: .+)? \})/,
        'unit: 待定$1',
      );
    const effects = () => folderEffects(REPOSITORY, { [goals]: nobody(goals), [track]: nobody(track) });
    const formal = effects();
    const stopped = await build(request, formal);
    expect([stopped.files, formal.written.size]).toEqual([[], 0]);
    const errors = stopped.diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ at, message }) => [at?.file, message])).toEqual([
      [
        goals,
        expect.stringMatching(/^年度目标“数字经济规模”、.*占GDP比重”（第\d+行）的责任单位还是“待定”。$/),
      ],
      [track, '任务17的责任单位还是“待定”。'],
    ]);
    expect(isClear(await checkPeriod(Q3, effects()))).toBe(false);
    const draft = { ...request, draft: true, only: ['attendees', 'meeting-notice'] };
    const { files, diagnostics } = await build(draft, effects());
    expect(files).toHaveLength(2);
    expect(diagnostics.filter(({ code }) => code === 'unitPending')).toHaveLength(2);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { pack } = await compose(draft, effects());
    const papers = pack?.documents.map(({ document }) => outline(document)) ?? [];
    expect(papers).toHaveLength(2);
    expect(papers.join('')).not.toContain('待定');
    const report = { ...draft, only: ['progress-report', 'track-pages'] };
    const { pack: rest } = await compose(report, effects());
    const said = rest?.documents.map(({ document }) => outline(document)).join('') ?? '';
    expect(said).toContain('由待确定的责任单位补报');
    expect(said).not.toMatch(/[由请]待定|待定未报送/);
    expect(said).toContain('数字经济规模（待定）：责任单位尚未确定，本季度无人填报');
    const { files: tables } = await exportFiles({ period: Q3, only: ['csv'] }, effects());
    const rows = tables.map(([, bytes]) => new TextDecoder().decode(bytes)).join('');
    expect(rows).toContain('责任单位尚未确定，本季度无人填报');
    expect(rows).not.toContain('待定本季度');
  });

  it('waits for the correction of a faulty return, but a draft goes out without what could not be read', async () => {
    const path = 'data/2022/submissions/2022Q3/省工信厅.xlsx';
    const effects = folderEffects();
    const book = readBook((await effects.read(path)) as Uint8Array, { type: 'array', cellNF: true });
    (book.Sheets[SHEETS.tasks] as WorkSheet).H7 = { t: 's', v: '见附件' };
    const faulty = new Uint8Array(writeBook(book, { type: 'array' }) as ArrayBuffer);
    const stopped = await build(request, folderEffects(REPOSITORY, { [path]: faulty }));
    expect(stopped.files).toEqual([]);
    expect(stopped.diagnostics).toContainEqual(
      returnsFaulty([{ period: '2022Q3', name: '省工信厅', errors: 1 }]),
    );
    const draft = await build({ ...request, draft: true }, folderEffects(REPOSITORY, { [path]: faulty }));
    expect(draft.files).toHaveLength(1);
    expect(draft.diagnostics.find((d) => d.code === 'unreadableValue')).toMatchObject({
      severity: 'warning',
      at: { file: path, cell: 'H7' },
    });
    // What was written there is not silence.
    const { pack } = await compose(
      { ...request, draft: true, only: ['task-ledger'] },
      folderEffects(REPOSITORY, { [path]: faulty }),
    );
    const line = outline(pack?.documents[0]?.document as Document)
      .split('\n')
      .find((one) => one.includes('所填“见附件”无法识别'));
    expect(line).toContain('待核实');
    expect(line).not.toContain('未报送');
  });

  it('prints what was acknowledged in the method note', async () => {
    const { pack } = await compose({ ...request, only: ['progress-report'] }, folderEffects());
    expect(outline(pack?.documents[0]?.document as Document)).toContain(
      '期末数不应减少。继续核实：上线企业数减少，已请省工信厅核对平台账户的清理情况（领导小组办公室综合组）。',
    );
  });

  it('marks a draft on its first page and on every page', async () => {
    const { pack } = await compose({ ...request, only: ['progress-report'] }, folderEffects());
    const plain = pack?.documents[0]?.document as Document;
    const draft = markDraft(plain);
    const title = draft.sections[0]?.blocks.find((block): block is TitleBlock => block.kind === 'title');
    expect(title?.marks).toContain('征求意见稿');
    expect(draft.meta.pageMark).toBe('征求意见稿　演示数据');
    expect(markDraft({ ...plain, meta: { ...plain.meta, pageMark: '' } }).meta.pageMark).toBe('征求意见稿');
    expect(plain.meta.pageMark).toBe('演示数据');
  });

  it('settles the pages of a draft with the marks that they will bear', async () => {
    const { pack } = await compose({ ...request, only: ['track-pages'], draft: true }, folderEffects());
    const sections = pack?.documents[0]?.document.sections ?? [];
    const writings = sections.flatMap(({ blocks, fit }) => [blocks, ...(fit?.variants ?? [])]);
    const titles = writings.flat().filter((block): block is TitleBlock => block.kind === 'title');
    expect(titles.length).toBeGreaterThan(sections.length);
    for (const { marks } of titles) expect(marks.filter((mark) => mark === '征求意见稿')).toHaveLength(1);
  });
});

it('what has no baseline is said once, with all names, and not beside what else is wrong', async () => {
  const file = 'data/2022/plan/goals.yaml';
  const goals = readFileSync(`${REPOSITORY}/${file}`, 'utf8').replace(
    /^\s+baseline:(?: .*\n|\n(?:\s{8,}.*\n)+)/gm,
    '',
  );
  const { units } = await checkPeriod(Q3, folderEffects(REPOSITORY, { [file]: goals }));
  const wanting = units.flatMap(({ findings }) => findings.filter(({ check }) => check === 'no-baseline'));
  expect(wanting.length).toBeGreaterThan(2);
  const told = unitLines(units);
  const text = told.join('\n');
  expect(text.match(/没有年初基数/g)).toHaveLength(1);
  expect(text).toContain(`提醒（${wanting.length}条）　时点数、占比没有年初基数的共${wanting.length}项`);
  expect(text).toMatch(/^　{4}省通信管理局：年度目标“[^”]+”、年度目标“/m);
  expect(text).not.toMatch(/编号 no-baseline/);
  // One alone is said like any other.
  const [one] = wanting;
  expect(unitLines([{ unit: '省通信管理局', findings: one ? [one] : [] }]).join()).toContain(
    '编号 no-baseline/',
  );
});

describe('the last line of a check', () => {
  const Q4 = parsePeriod('2022Q4') as Period;
  const DECEMBER = monthOf(2022, 12);
  const path = 'data/2022/projects/returns/2022-12/赣州市.csv';
  const reported = (total: string) =>
    folderEffects(REPOSITORY, {
      [path]: readFileSync(`${REPOSITORY}/${path}`, 'utf8').replace(/(Z051,[^,]*,2088,)23660/, `$1${total}`),
    });
  const quarter = async (total: string, unit?: string) => {
    const result = await checkPeriod(Q4, reported(total), unit);
    return { said: closing(result), clear: isClear(result) };
  };
  const month = async (total: string) => {
    const result = await checkMonth(DECEMBER, reported(total));
    return { said: closing({ ...result, units: [] }), clear: isClear(result) };
  };

  it('counts an error of a project, and says what waits for it', async () => {
    const ends = /：错误1条、.*已作说明0条；1条错误待处理，处理前不能生成正式文稿。$/;
    // One that fell, one that cannot be read.
    for (const one of [await quarter('2366'), await quarter('见附件'), await month('见附件')])
      expect(one).toEqual({ said: expect.stringMatching(ends), clear: false });
  });

  it('says of one unit alone that others have errors', async () => {
    expect(await quarter('2366', '省工信厅')).toEqual({
      said: '2022Q4（省工信厅）：错误0条、提醒1条，已作说明0条；其他单位或地方还有错误待处理，处理前不能生成正式文稿。',
      clear: false,
    });
  });

  it('counts the warnings on projects with the others; nothing waits for them', async () => {
    expect(await quarter('23660')).toEqual({
      said: '2022Q4：错误0条、提醒4条，已作说明0条。',
      clear: true,
    });
    expect(await month('23660')).toEqual({ said: '2022-12：错误0条、提醒3条，已作说明0条。', clear: true });
  });

  it('stands below the same warning as of a quarter where nobody knows what the region is called', async () => {
    const files = readdirSync(`${REPOSITORY}/data/2022/plan`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => `data/2022/plan/${name}`);
    // Nothing in it is called after a place any more.
    const nameless = [...files, 'data/2022/units.yaml', 'data/2022/cities/cities.yaml'].map((file) => [
      file,
      readFileSync(`${REPOSITORY}/${file}`, 'utf8').replace(/江西省|省|市|新区/g, ''),
    ]);
    const effects = folderEffects(REPOSITORY, Object.fromEntries(nameless));
    const { diagnostics } = await checkMonth(DECEMBER, effects);
    expect(diagnostics.map(({ code }) => code)).toContain('regionUnknown');
  });
});

it('shows how a target of a place is written with a place of the office’s own', async () => {
  const [INDICATORS, CITIES] = ['data/2022/cities/indicators.yaml', 'data/2022/cities/cities.yaml'];
  const read = (path: string) => readFileSync(`${REPOSITORY}/${path}`, 'utf8');
  const overlay = {
    [INDICATORS]: read(INDICATORS).replace(/ {4}targets:\n(?: {6}.*\n)+/g, ''),
    [CITIES]: read(CITIES).replaceAll('南昌', '福州'),
  };
  const { diagnostics } = await readWorkspace(folderEffects(REPOSITORY, overlay), 2022, { cities: true });
  const missing = diagnostics.find(({ code }) => code === 'cityTargetsMissing');
  expect(missing?.hints.join()).toContain('如 福州市: { value: 3000');
});
