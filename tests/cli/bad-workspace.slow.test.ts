/** The command on a workspace that is not as it should be: what it says of it, and that nothing is lost. */
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandIn } from '../support/command.ts';
import { REPOSITORY } from '../support/effects.ts';

const folder = mkdtempSync(join(tmpdir(), 'diaodu-bad-workspace-'));

beforeAll(() => {
  for (const name of ['data', 'templates', 'seeds']) symlinkSync(join(REPOSITORY, name), join(folder, name));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const diaodu = commandIn(folder);

describe('diaodu', () => {
  it('says in Chinese that what should be a folder is a file', () => {
    writeFileSync(join(folder, '结果'), '');
    const build = diaodu('build', '2022Q3', '--only', '02', '--out', '结果');
    expect([build.code, build.err]).toEqual([2, '错误　--out 写的“结果”是一个文件，应是文件夹。\n']);
    const status = diaodu('status', '2022Q3', '--out', '结果');
    expect(status.code).toBe(1);
    expect(status.err).toContain('同名的位置上是文件，不是文件夹');
    // How it stands is known all the same.
    expect(status.out).toContain('2022年三季度报送情况');
  });

  it('says what is wrong with a file that the system cannot open, and shows what is in another as it is', () => {
    const workspace = join(folder, '怪文件');
    cpSync(join(REPOSITORY, 'data/2022'), join(workspace, 'data/2022'), { recursive: true });
    symlinkSync(join(REPOSITORY, 'templates'), join(workspace, 'templates'));
    const office = join(workspace, 'data/2022/office.yaml');
    rmSync(office);
    symlinkSync('office.yaml', office);
    const looped = diaodu('check', '2022Q3', '--workspace', workspace);
    expect([looped.code, looped.err]).toEqual([
      1,
      `错误　读写 ${office} 时被拒绝：这是指向自己的链接，不是文件。\n　　　→ 把它换成文件本身，再运行一次。\n`,
    ]);
    rmSync(office);
    writeFileSync(join(workspace, 'data/2022/acknowledgements/2022Q3.yaml'), '"\\e[31m\\u202e一\\n二"\n');
    const strange = diaodu('check', '2022Q3', '--workspace', workspace);
    expect(strange.code).toBe(1);
    expect(strange.err).toContain('现为〔U+001B〕[31m〔U+202E〕一⏎二。\n');
  });

  it('does not say that nobody owes anything when it could not find out', () => {
    const workspace = join(folder, '坏了的');
    cpSync(join(REPOSITORY, 'data/2022'), join(workspace, 'data/2022'), { recursive: true });
    symlinkSync(join(REPOSITORY, 'templates'), join(workspace, 'templates'));
    writeFileSync(join(workspace, 'data/2022/acknowledgements/2022Q3.yaml'), '[]\n- finding: a/b/c\n');
    const { code, out, err } = diaodu('remind', '2022Q3', '--workspace', workspace);
    expect([code, out]).toEqual([1, '未完成：0个文件，1个错误。\n']);
    expect(err).toContain('2022Q3.yaml:1:1　这里的“[]”表示没有内容，第2行起却又写了内容。');
  });

  it('leaves the last good output as it was when the data turn bad', () => {
    const bad = join(folder, 'bad');
    for (const name of ['data', 'templates', 'seeds'])
      cpSync(join(REPOSITORY, name), join(bad, name), { recursive: true });
    const build = () => diaodu('build', '2022Q1', '--only', 'agenda', '--format', 'docx', '--workspace', bad);
    expect(build().code).toBe(0);
    const before = readdirSync(join(bad, 'output/2022Q1'));
    writeFileSync(join(bad, 'data/2022/units.yaml'), '- name: [省科技厅\n');
    const second = build();
    expect(second.code).toBe(1);
    expect(second.err).toMatch(/data\/2022\/units\.yaml:\d+/);
    expect(readdirSync(join(bad, 'output/2022Q1'))).toEqual(before);
  });
});
