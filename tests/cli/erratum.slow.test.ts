/** diaodu issue and erratum, as an office uses them: handed out, corrected, built anew, held against what went out. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { copyWorkspace, filesIn, run } from '../support/command.ts';
import { hasPoppler, inspect, pageTexts } from '../support/poppler.ts';

const root = mkdtempSync(join(tmpdir(), 'diaodu-erratum-'));
const workspace = copyWorkspace(join(root, '工作区'));
const out = join(workspace, 'output/2022Q3');
const RETURN = join(workspace, 'data/2022/projects/returns/2022-09/南昌市.csv');
afterAll(() => rmSync(root, { recursive: true, force: true }));

const diaodu = (command: string, ...args: string[]) =>
  run([command, '2022Q3', '--workspace', workspace, ...args]);
const build = (...args: string[]) =>
  diaodu('build', '--only', 'targets,project-bulletin,lights', '--format', 'pdf', ...args);
const BULLETIN = '07重点项目推进情况通报（2022年三季度）.pdf';
const GOALS = '05主要目标指标完成情况（2022年三季度）.pdf';
const paper = (name: string): Buffer => readFileSync(join(out, name));

/** Pages that differ to the eye, from 1. */
function differing(was: Buffer, is: Buffer): number[] {
  const drawn = (bytes: Buffer): Buffer[] =>
    pageTexts(bytes).map((_, i) =>
      inspect(bytes, 'pdftoppm', '-r', '50', '-f', `${i + 1}`, '-l', `${i + 1}`, '@'),
    );
  const [before, after] = [drawn(was), drawn(is)];
  return after.flatMap((page, i) => (before[i]?.equals(page) ? [] : [i + 1]));
}

const wordsOf = (bytes: Uint8Array): string[] => pageTexts(bytes).map((text) => text.replace(/\s/g, ''));

describe('what was handed out and is corrected', { timeout: 300_000 }, () => {
  it('can not be told before anything was built, nor before it was handed out', async () => {
    const early = await diaodu('erratum');
    expect(early.code).toBe(1);
    expect(early.stderr).toContain('没有正式文稿的 PDF');
    expect(early.stderr).toContain('这一期没有印发留底');
    expect((await diaodu('issue')).code).toBe(1);
    expect((await diaodu('issue', '--on', '昨天')).code).toBe(2);
    expect(filesIn(join(workspace, 'data/2022/issued'))).toEqual([]);
  });

  it('is kept whole when it is handed out, once', async () => {
    const built = await build();
    expect(built.code, built.stderr).toBe(0);
    expect(built.stdout).not.toContain('diaodu erratum');
    const issued = await diaodu('issue', '--on', '2022-10-12');
    expect(issued.stdout).toMatch(/^完成：第1次印发（2022年10月12日），3份\d+页，/);
    const kept = filesIn(join(workspace, 'data/2022/issued/2022Q3/1'));
    expect(kept).toHaveLength(4);
    expect(readFileSync(join(workspace, 'data/2022/issued/2022Q3/1', BULLETIN)).equals(paper(BULLETIN))).toBe(
      true,
    );
    const again = await diaodu('issue', '--on', '2022-10-13');
    expect([again.code, again.stdout]).toEqual([0, '']);
    expect(again.stderr).toContain('与第1次（2022年10月12日）留底的完全相同');
    expect(readdirSync(join(workspace, 'data/2022/issued/2022Q3'))).toEqual(['1']);
    // Lost meanwhile, and the same paper still lies there.
    rmSync(join(workspace, 'data/2022/issued/2022Q3/1', BULLETIN));
    const restored = await diaodu('issue', '--on', '2022-10-14');
    expect([restored.code, restored.stdout]).toEqual([0, '']);
    expect(restored.stderr).toContain(`补齐：${BULLETIN}`);
    expect(filesIn(join(workspace, 'data/2022/issued/2022Q3/1'))).toEqual(kept);
  });

  it('needs no correction as long as nothing has changed', async () => {
    const { code, stdout } = await diaodu('erratum');
    expect(code).toBe(0);
    expect(stdout).toContain('3份材料的内容都没有变化，不需要更正');
    expect(readdirSync(out)).not.toContain('更正');
  });

  it('is told page by page after a number has changed, and as other programs see it', async () => {
    const was = paper(BULLETIN);
    const original = readFileSync(RETURN, 'utf8');
    expect(original).toContain(',3737,35516,');
    writeFileSync(RETURN, original.replace(',3737,35516,', ',5737,37516,'));
    const stale = await diaodu('erratum');
    expect(stale.code).toBe(1);
    expect(stale.stderr).toMatch(/文稿已不是最新：.*南昌市\.csv/);
    expect((await build()).stdout).toContain('运行 diaodu erratum 2022Q3');

    const { code, stdout } = await diaodu('erratum', '--json');
    expect(code).toBe(0);
    const { erratum, unchanged, leaves } = JSON.parse(stdout);
    expect(unchanged).toBe(2);
    expect(erratum.papers.map(({ name }: { name: string }) => `${name}.pdf`)).toEqual([BULLETIN]);
    expect(erratum.facts).toMatchObject([{ was: '35516万元', is: '37516万元', fact: { who: '南昌市' } }]);
    expect(erratum.words).toContainEqual(
      expect.objectContaining({ was: '3.55', is: '3.75', row: expect.stringMatching(/^Z002/) }),
    );
    const sheets: number[] = erratum.papers[0].pages.map(({ sheet }: { sheet: number }) => sheet);
    expect(sheets.length).toBeGreaterThan(2);
    if (!hasPoppler) return;
    const [before, after] = [wordsOf(was), wordsOf(paper(BULLETIN))];
    const seen = differing(was, paper(BULLETIN));
    // All that reads otherwise is changed, and nothing that looks the same; what only stands closer stays.
    const read = after.flatMap((text, i) => (text === before[i] ? [] : [i + 1]));
    expect(sheets.filter((sheet) => !seen.includes(sheet))).toEqual([]);
    expect(read.filter((sheet) => !sheets.includes(sheet))).toEqual([]);
    expect(seen.length).toBeGreaterThan(sheets.length);

    const leaf = readFileSync(join(workspace, leaves[0].path));
    const printed = wordsOf(leaf);
    expect(printed).toHaveLength(leaves[0].leaves * 2);
    const both = [...new Set(sheets.flatMap((sheet) => [sheet - 1 + (sheet % 2), sheet + (sheet % 2)]))];
    expect(printed.filter((text) => text !== '')).toEqual(both.flatMap((sheet) => after[sheet - 1] ?? []));
    const words = pageTexts(paper('更正/更正说明（2022年三季度）.pdf')).join('');
    expect(words).toContain('35516万元');
    expect(words).toContain('07重点项目推进情况通报');
  });

  it('is handed out once more, and needs no correction then; what corrected it stays', async () => {
    expect((await diaodu('issue')).stdout).toContain('第2次印发');
    const { stdout } = await diaodu('erratum');
    expect(stdout).toContain('与第2次印发');
    expect(stdout).toContain('不需要更正');
    expect(filesIn(join(out, '更正'))).toHaveLength(4);
  });

  it('can be told of a paper that is wanted no more, and of leaves for the office printer', async () => {
    writeFileSync(RETURN, readFileSync(RETURN, 'utf8').replace(',5737,37516,', ',3737,35516,'));
    expect((await build()).code).toBe(0);
    const missing = await diaodu('erratum', '--print');
    expect(missing.code).toBe(1);
    expect(missing.stderr).toContain('diaodu build 2022Q3 --print');
    expect((await build('--print')).code).toBe(0);
    const { code, stdout } = await diaodu('erratum', '--print');
    expect(code).toBe(0);
    expect(stdout).toContain('更正/更正说明之二（2022年三季度）.pdf');
    if (!hasPoppler) return;
    const colours = inspect(
      readFileSync(join(out, '换页', BULLETIN)),
      'pdftoppm',
      '-r',
      '20',
      '-l',
      '1',
      '@',
    );
    const pixels = colours.subarray(colours.length - 3000);
    for (let i = 0; i + 2 < pixels.length; i += 3) expect(new Set(pixels.subarray(i, i + 3)).size).toBe(1);
  });

  it('is not told of what was kept and has been spoiled', async () => {
    const kept = join(workspace, 'data/2022/issued/2022Q3/2', BULLETIN);
    writeFileSync(kept, readFileSync(kept).subarray(0, 5000));
    const spoiled = await diaodu('erratum');
    expect(spoiled.code).toBe(1);
    expect(spoiled.stderr).toMatch(/印发留底缺失或者被改动过：.*07重点项目/);
    writeFileSync(join(workspace, 'data/2022/issued/2022Q3/2/issued.json'), '{');
    const lost = await diaodu('erratum');
    expect(lost.code).toBe(1);
    expect(lost.stderr).toContain('issued.json');
    expect(lost.stderr).not.toContain('没有印发留底');
  });

  it('of other papers nothing is said', () => {
    expect(paper(GOALS).length).toBeGreaterThan(1000);
    expect(filesIn(join(out, '换页'))).toEqual([BULLETIN]);
  });
});

describe('minutes that are filled in after the meeting', { timeout: 120_000 }, () => {
  it('are no correction of what was handed out', async () => {
    const meeting = join(workspace, 'data/2022/meetings/2022Q3.yaml');
    const made = (): ReturnType<typeof build> =>
      diaodu('build', '--only', 'targets,project-bulletin,lights,minutes-draft', '--format', 'pdf');
    expect((await made()).code).toBe(0);
    rmSync(join(workspace, 'data/2022/issued/2022Q3'), { recursive: true });
    expect((await diaodu('issue', '--on', '2022-10-18')).code).toBe(0);
    const before = readFileSync(meeting, 'utf8');
    writeFileSync(meeting, before.replace(/^( {2}number:) +# 期号.*$/m, '$1 〔2022〕3号'));
    expect(readFileSync(meeting, 'utf8')).not.toBe(before);
    const filled = await made();
    expect([filled.code, filled.stdout.includes('diaodu erratum')]).toEqual([0, false]);
    const { code, stdout } = await diaodu('erratum');
    expect(code).toBe(0);
    expect(stdout).toContain('不需要更正');
    expect(stdout).toMatch(/15会议纪要（代拟稿）（2022年三季度）有变化：是代拟稿，没有发出/);
  });
});

describe('a single paper, as of a month', { timeout: 120_000 }, () => {
  it('is not named where its pages are told', async () => {
    const month = (command: string, ...args: string[]) =>
      run([command, '2022-08', '--workspace', workspace, ...args]);
    const path = join(workspace, 'data/2022/projects/returns/2022-08/南昌市.csv');
    expect((await month('build', '--format', 'pdf')).code).toBe(0);
    expect((await month('issue', '--on', '2022-09-12')).code).toBe(0);
    const original = readFileSync(path, 'utf8');
    expect(original).toContain(',3668,31779,');
    writeFileSync(path, original.replace(',3668,31779,', ',5668,33779,'));
    expect((await month('build', '--format', 'pdf')).code).toBe(0);
    const { erratum } = JSON.parse((await month('erratum', '--format', 'pdf', '--json')).stdout);
    expect(erratum.words.length).toBeGreaterThan(5);
    for (const { places } of erratum.words) for (const { paper } of places) expect(paper).toBe('');
  });
});
