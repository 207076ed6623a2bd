/** The command as a user starts it: a process, its output and its exit code. */

import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/base/chinese/width.ts';
import { commandIn } from '../support/command.ts';
import { REPOSITORY } from '../support/effects.ts';

const folder = mkdtempSync(join(tmpdir(), 'diaodu-cli-'));

beforeAll(() => {
  for (const name of ['data', 'templates', 'seeds']) symlinkSync(join(REPOSITORY, name), join(folder, name));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const diaodu = commandIn(folder);

describe('diaodu', () => {
  it('helps in Chinese, with examples', () => {
    const { code, out } = diaodu('--help');
    expect(code).toBe(0);
    expect(out).toContain('用法：');
    expect(out).toContain('示例：');
    expect(out).toContain('diaodu build 2022Q3');
    expect(out).not.toMatch(/Usage|Options|Commands|display help|\[command\]/);
    expect(out).toMatch(/^ {2}archive <期> /m);
    // In the order in which an office needs them, in columns.
    const commands = [...out.matchAll(/^ {2}(forms|collect|check|build|archive|new) (.*?) {2,}\S/gm)];
    expect(commands.map(([, name]) => name)).toEqual([
      'forms',
      'collect',
      'check',
      'build',
      'archive',
      'new',
    ]);
    expect(new Set(commands.map(([line]) => displayWidth(line.slice(0, -1)))).size).toBe(1);
    expect(diaodu('archive', '--help').out).toContain('用法： diaodu archive [选项] <期>\n');
  });

  it('says what Ctrl+C means for the files', async () => {
    const bin = join(REPOSITORY, 'src/cli/bin.mjs');
    const out = join(folder, '中断');
    const run = spawn(process.execPath, [bin, 'build', '2022Q3', '--out', out], { cwd: folder });
    let err = '';
    run.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    run.stdout.once('data', () => run.kill('SIGINT'));
    const code = await new Promise((resolve) => run.on('close', resolve));
    expect([code, err]).toEqual([
      130,
      '已中断。已有的文件没有损坏，没做完的再运行一次即可，做完的不重做。\n',
    ]);
    expect(existsSync(out)).toBe(false);
  });

  it('is silent when its reader has seen enough', () => {
    const bin = join(REPOSITORY, 'src/cli/bin.mjs');
    // Nobody reads: the write comes after “true” has ended.
    const script = `(sleep 0.5; "${process.execPath}" "${bin}" --help; echo "ended $?" >&2) | true`;
    const run = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
    expect(run.stderr).toBe('ended 0\n');
  });

  it('says what to do where it is not installed yet, and “prepare” leaves npx whole', () => {
    const bare = mkdtempSync(join(tmpdir(), 'diaodu-bare-'));
    try {
      cpSync(join(REPOSITORY, 'src/cli'), join(bare, 'src/cli'), { recursive: true });
      const node = (file: string) =>
        spawnSync(process.execPath, [join(bare, 'src/cli', file)], { cwd: bare, encoding: 'utf8' });
      expect(node('bundle.mjs')).toMatchObject({ status: 0, stderr: expect.stringContaining('npm ci') });
      expect(node('bin.mjs')).toMatchObject({
        status: 3,
        stderr: expect.stringContaining('请在程序目录运行：npm ci'),
      });
    } finally {
      rmSync(bare, { recursive: true, force: true });
    }
  });

  it('helps for every command without a word of English prose', () => {
    const names = [...diaodu('--help').out.matchAll(/^ {2}([a-z]+)/gm)].map((match) => match[1] as string);
    expect(names).toContain('build');
    for (const name of names.filter((command) => command !== 'diaodu' && command !== 'help')) {
      const { code, out } = diaodu(name, '--help');
      expect(code, name).toBe(0);
      expect(out, name).toContain('用法：');
      expect(out, name).not.toMatch(/Usage|Options:|Commands:|display help|default:/);
    }
  });

  it.each([
    [['biuld'], '没有“biuld”这个命令', 'build'],
    [['build', '2022Q3', '--fromat', 'pdf'], '没有“--fromat”这个选项', '--format'],
    [['build'], '缺少参数', ''],
    [['build', '2022Q9'], '看不懂“2022Q9”是哪一期', '2022Q3'],
    [['build', '2022Q3', '--format', 'doc'], '没有“doc”这种格式', 'docx'],
    [['lint', '2022Q9'], '看不懂“2022Q9”是哪一期', '2022Q3'],
    [['remind', '2023-01'], '“2023-01”是月份，这个命令按季度使用', '2023Q1 或 2023年一季度'],
    [['export', '2022'], '“2022”是年度，这个命令按季度使用', '2022Q4 或 2022年四季度'],
    [['forms', '2022'], '“2022”是年度，这个命令按季度、月份使用', '2022-08'],
    [['forms', '2022-13'], '看不懂“2022-13”是哪一期', '2022年8月'],
    [['collect', '2022-08', '.', '--unit', '省工信厅'], '--unit', ''],
  ])('%j is a usage error, said in Chinese', (args, message, suggestion) => {
    const { code, err } = diaodu(...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).toContain(suggestion);
  });

  it('builds into the folder given, names what it wrote, and prints JSON for scripts', () => {
    const { code, out } = diaodu(
      'build',
      '2022年三季度',
      '--only',
      'agenda',
      '--format',
      'docx',
      '--out',
      'o',
      '--json',
    );
    expect(code).toBe(0);
    const result = JSON.parse(out);
    expect(result.ok).toBe(true);
    expect(result.files).toHaveLength(1);
    expect(existsSync(join(folder, result.files[0].path))).toBe(true);
    expect(result.files[0].pages).toBe(2);
    expect(readdirSync(join(folder, 'o')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('names an unknown document, a usage error, and a missing workspace, a data error', () => {
    const unknown = diaodu('build', '2022Q3', '--only', 'progres-report');
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain('是不是想写“progress-report”');
    expect(unknown.err).toContain('progress-report（04工作进展情况报告）');
    const missing = diaodu('build', '2022Q3', '--workspace', 'nowhere');
    expect(missing.code).toBe(1);
    expect(missing.err).toContain('这里不是工作区（没有 data 和 templates 文件夹）');
  });

  it('lints templates and says so by its exit code', () => {
    const clean = diaodu('lint');
    expect(clean.code).toBe(0);
    expect(clean.out).toContain('错误0条、提醒0条');
    mkdirSync(join(folder, 'w/templates/通知'), { recursive: true });
    writeFileSync(join(folder, 'w/templates/通知/正文.md'), '各单位,请按时报送。\n');
    const faulty = diaodu('lint', '--workspace', 'w');
    expect(faulty.code).toBe(1);
    expect(faulty.out).toContain('templates/通知/正文.md（1条）');
    expect(faulty.out).toContain('第1行第4字');
    expect(faulty.out).toContain('［halfWidth］');
  });
});
