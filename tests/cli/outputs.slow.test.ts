/** What a build leaves in its folder: no letter that is wanted no more, and nothing at all when the date can't be read. */
import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { epochUnreadable, staleKept, staleRemoved } from '../../src/base/messages/pipeline.ts';
import { copyWorkspace, filesIn, run } from '../support/command.ts';

const root = mkdtempSync(join(tmpdir(), 'diaodu-outputs-'));
const workspace = join(root, 'work');
const out = join(workspace, 'output/2022Q3');

beforeAll(() => copyWorkspace(workspace));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const build = (...more: string[]) =>
  run(['build', '2022Q3', '--format', 'docx', '--workspace', workspace, ...more]);

const letters = (): string[] => filesIn(out).filter((name) => name.startsWith('督办通知'));

describe('a letter that nobody is owed any more', () => {
  it('goes, unless it was changed by hand', { timeout: 200_000 }, async () => {
    expect((await build('--only', 'supervision,agenda')).code).toBe(0);
    const before = letters();
    expect(before.length).toBeGreaterThan(2);

    // What is not reported can't lag: these get other letters.
    for (const unit of ['省商务厅', '省教育厅'])
      rmSync(join(workspace, `data/2022/submissions/2022Q3/${unit}.xlsx`));
    const other = await build('--only', 'agenda');
    expect(other.code, other.stderr).toBe(0);
    expect(letters()).toEqual(before);

    // A dry run elsewhere tells which stay.
    const elsewhere = join(root, 'elsewhere');
    expect((await build('--only', 'supervision', '--out', elsewhere)).code).toBe(0);
    const wanted = filesIn(elsewhere).filter((name) => name.startsWith('督办通知'));
    const stale = before.filter((name) => !wanted.includes(name));
    expect(stale.length).toBeGreaterThan(1);
    const [touched, ...unchanged] = stale as [string, ...string[]];
    appendFileSync(join(out, touched), '批注');
    const named = (name: string): string => `output/2022Q3/${name}`;

    const { code, stdout, stderr } = await build('--only', 'supervision');
    expect(code, stderr).toBe(0);
    expect(stdout).toContain(staleRemoved(unchanged.map(named)));
    expect(stderr).toContain(staleKept([named(touched)]).message);
    expect(letters()).toEqual(before.filter((name) => !unchanged.includes(name)));
    expect(filesIn(out).some((name) => name.startsWith('02会议议程'))).toBe(true);

    // The changed one is told of each time; what is gone, once.
    const again = await build('--only', 'supervision');
    expect(again.stdout).toContain('没有变化');
    expect(again.stdout).not.toContain('已删除');
    expect(again.stderr).toContain(staleKept([named(touched)]).message);
    rmSync(join(out, touched));
    const after = await build('--only', 'supervision');
    expect(after.stderr).not.toContain('没有删除');
    expect(letters()).toEqual(wanted);
  });
});

describe('SOURCE_DATE_EPOCH', () => {
  it.each(['2022-10-18', '-1', '1e9', '99999999999999'])(
    '%s is an error, and nothing is made',
    async (value) => {
      const place = join(root, 'epoch');
      for (const command of [
        ['build', '2022Q3', '--only', 'agenda'],
        ['export', '2022Q3'],
        ['remind', '2022Q3'],
      ]) {
        const args = [...command, '--workspace', workspace, '--out', place];
        const { code, stderr } = await run(args, { SOURCE_DATE_EPOCH: value });
        expect(code).toBe(1);
        expect(stderr).toContain(epochUnreadable(value).message);
        expect(existsSync(place)).toBe(false);
      }
    },
  );
});
