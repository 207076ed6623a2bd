/** What a return leaves out is told when it is collected, and nothing else is. */
import { readFileSync } from 'node:fs';
import { read as readBook, utils, write as writeBook } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { type CollectResult, collect } from '../../src/flows/collect/collect.ts';
import { SHEETS } from '../../src/model/returns/form.ts';
import { writeForm } from '../../src/render/xlsx/form.ts';
import { folderEffects, REPOSITORY, type TestEffects } from '../support/effects.ts';
import { cellOf, content, edited, Q4, type Sheet, UNIT } from './sloppy.ts';

const FOLDER = 'data/2022/submissions/2022Q4';

/** A workspace without returns of the unit for the period. */
const workspace = (): TestEffects => folderEffects(REPOSITORY, { [`${FOLDER}/${UNIT}.xlsx`]: undefined });

function take(effects: TestEffects, bytes: Uint8Array | Record<string, Uint8Array>): Promise<CollectResult> {
  const files = bytes instanceof Uint8Array ? { 'inbox/工信厅.xlsx': bytes } : bytes;
  for (const [path, content] of Object.entries(files)) effects.written.set(path, content);
  const sources = Object.keys(files).map((path) => ({ shown: path, path, bytes: 1 }));
  return collect({ period: Q4, sources, received: { date: '2023-01-08' }, out: 'output/2022Q4' }, effects);
}

describe('collect', () => {
  it('does not say that nothing was filled in where it could not be read', async () => {
    const broken = edited((sheet) => {
      sheet[cellOf('T013-1')] = { t: 'e', v: 0x17, w: '#REF!' };
    });
    const { returns } = await take(workspace(), broken);
    const told = returns[0]?.diagnostics.find(({ code }) => code === 'leftOut')?.message;
    expect(told).toMatch(/或者填了但读不出.*T013-1/);
  });

  it('does not ask for a value that was refused, though another one of that task is missing', async () => {
    const [refused, blank] = [cellOf('T023-1'), cellOf('T023-2')];
    const bytes = edited((sheet) => {
      sheet[refused] = { t: 's', v: '见附件' };
      delete sheet[blank];
    });
    const { returns } = await take(workspace(), bytes);
    const told = returns[0]?.diagnostics ?? [];
    expect(told.filter(({ at }) => at?.cell === refused).map(({ severity }) => severity)).toContain('error');
    const left = told.find(({ code }) => code === 'leftOut')?.message;
    expect(left).toContain('T023-2');
    expect(left).not.toContain('T023-1');
  });

  it('asks at once for stages that are not named, but not for those of work that was done last quarter', async () => {
    const tasks = content.tasks.map((task) => ({
      ...task,
      stage: '',
      selfAssessment: '',
      progress: '已开展。',
    }));
    const stageless = await writeForm({ ...content, receivedAt: '', tasks });
    const told = async (effects: TestEffects): Promise<string> => {
      const { returns } = await take(effects, stageless);
      return returns[0]?.diagnostics.find(({ code }) => code === 'leftOut')?.message ?? '';
    };
    const staged = content.tasks.filter(({ stages }) => stages.length > 0).map(({ no }) => no);
    const before = { [`data/2022/submissions/2022Q3/${UNIT}.xlsx`]: undefined };
    const all = await told(folderEffects(REPOSITORY, { [`${FOLDER}/${UNIT}.xlsx`]: undefined, ...before }));
    expect(staged.filter((no) => !all.includes(`第${no}项任务的阶段`))).toEqual([]);
    const some = await told(workspace());
    const done = staged.filter((no) => !some.includes(`第${no}项任务的阶段`));
    expect(done.length).toBeGreaterThan(0);
    expect(done.length).toBeLessThan(staged.length);
  });
});

describe('a form of two tables sent as text, which has room for one', () => {
  const filed = readBook(readFileSync(`${REPOSITORY}/${FOLDER}/${UNIT}.xlsx`), { type: 'buffer' });
  const rows = (name: string) =>
    utils.sheet_to_json(filed.Sheets[name] as Sheet, { header: 1 }) as unknown[][];
  const csv = (name: string): Record<string, Uint8Array> => ({
    [`inbox/${UNIT}-${name}.csv`]: new TextEncoder().encode(utils.sheet_to_csv(filed.Sheets[name] as Sheet)),
  });
  const codes = ({ returns }: CollectResult): string[][] =>
    returns.map(({ diagnostics }) =>
      diagnostics.filter(({ severity }) => severity !== 'info').map(({ code }) => code),
    );
  const outcomes = ({ returns }: CollectResult) => returns.map(({ outcome }) => outcome);

  it('is asked for as one workbook, and that is taken', async () => {
    const effects = workspace();
    const both = await take(effects, { ...csv(SHEETS.tasks), ...csv(SHEETS.goals) });
    expect(outcomes(both)).toEqual(['refused', 'refused']);
    expect(codes(both)).toEqual([['tablesApart'], ['tablesApart']]);
    expect(both.returns[0]?.diagnostics.at(-1)?.hints[0]).toContain('放进一个工作簿');

    const book = utils.book_new();
    for (const name of [SHEETS.tasks, SHEETS.goals])
      utils.book_append_sheet(book, utils.aoa_to_sheet(rows(name)), name);
    const joined = await take(effects, new Uint8Array(writeBook(book, { type: 'array' }) as ArrayBuffer));
    const [taken] = joined.returns;
    expect(taken?.outcome).toBe('kept');
    expect([taken?.tasks, taken?.goals].map((part) => part?.filled)).toEqual([
      taken?.tasks.owed,
      taken?.goals.owed,
    ]);
  });

  it.each([
    [SHEETS.tasks, SHEETS.goals],
    [SHEETS.goals, SHEETS.tasks],
  ])('keeps %s when %s comes after it', async (first, second) => {
    const effects = workspace();
    const one = await take(effects, csv(first));
    expect(outcomes(one)).toEqual(['kept']);
    expect(codes(one)[0]).toContain('tableAlone');
    const other = await take(effects, csv(second));
    expect(outcomes(other)).toEqual(['refused']);
    expect(codes(other)[0]).toEqual(expect.arrayContaining(['tableAlone', 'contentLost']));
    expect(codes(other)[0]).not.toContain('sheetMissing');
    const places = other.returns.flatMap(({ diagnostics }) =>
      diagnostics.flatMap(({ at }) => at?.sheet ?? []),
    );
    expect(new Set(places)).not.toContain(first);
  });
});
