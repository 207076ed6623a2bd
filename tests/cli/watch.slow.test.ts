/** diaodu build --watch: whatever is saved, what it touches follows, told in a line each. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { REPOSITORY } from '../support/effects.ts';

const root = mkdtempSync(join(tmpdir(), 'diaodu-watch-'));
const out = join(root, 'out');
let program: ChildProcess;
let said = '';
/** All of it, not only what no line was asked for yet. */
let heard = '';

beforeAll(() => {
  for (const folder of ['data', 'templates'])
    cpSync(join(REPOSITORY, folder), join(root, folder), { recursive: true });
  const args = ['build', '2022Q3', '--only', 'agenda', '--workspace', root, '--out', out, '--watch'];
  program = spawn(process.execPath, [join(REPOSITORY, 'src/cli/bin.mjs'), ...args]);
  for (const stream of [program.stdout, program.stderr])
    stream?.on('data', (bytes) => {
      said += String(bytes);
      heard += String(bytes);
    });
});
afterAll(() => {
  program.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

/** What is said until a line matches. */
async function until(pattern: RegExp): Promise<string> {
  for (;;) {
    const found = said.split('\n').find((line) => pattern.test(line));
    if (found !== undefined) {
      said = said.slice(said.indexOf(found) + found.length);
      return found;
    }
    if (program.exitCode !== null) throw new Error(`ended with ${program.exitCode}: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** As office programs save: a new file takes the place of the old one. */
function replace(path: string, change: (text: string) => string): void {
  const before = readFileSync(path, 'utf8');
  expect(change(before)).not.toBe(before);
  writeFileSync(`${path}.tmp`, change(before));
  renameSync(`${path}.tmp`, path);
}

it('follows templates, meetings and what is put right again', { timeout: 120_000 }, async () => {
  expect(await until(/等待修改/)).toContain('更新2个文件（02会议议程（2022年三季度））');
  const folder = join(root, 'templates/meeting-pack/02-会议议程');
  const chapter = join(folder, readdirSync(folder).find((name) => name.endsWith('.md')) as string);
  const pdf = join(out, '02会议议程（2022年三季度）.pdf');

  appendFileSync(chapter, '\n\n另附一段话。\n');
  expect(await until(/已保存/)).toMatch(/\.md 已保存：更新2个文件（02会议议程（2022年三季度））/);

  // Twice in the same way: a file that was replaced is still watched.
  const meeting = join(root, 'data/2022/meetings/2022Q3.yaml');
  replace(meeting, (text) => text.replace(/^( *place: )(.*)$/m, '$1另一会议室'));
  expect(await until(/已保存/)).toMatch(/^\d\d:\d\d:\d\d　2022Q3\.yaml 已保存：更新2个文件/);
  replace(meeting, (text) => text.replace('另一会议室', '第三会议室'));
  expect(await until(/已保存/)).toContain('更新2个文件');

  const [before, time] = [readFileSync(pdf), statSync(pdf).mtimeMs];
  replace(chapter, (text) => `{{#if 坏}}${text}`);
  await until(/错误　templates\/meeting-pack\/02-会议议程\/.*模板语法有误/);
  expect(await until(/已保存/)).toMatch(/未更新，1个错误/);
  expect(readFileSync(pdf).equals(before)).toBe(true);
  replace(chapter, (text) => text.replace('{{#if 坏}}', ''));
  expect(await until(/已保存/)).toContain('文稿没有变化');
  expect(statSync(pdf).mtimeMs).toBe(time);

  rmSync(join(root, 'data/2022/submissions/2022Q3/省科技厅.xlsx'));
  expect(await until(/已删除/)).toMatch(/^\d\d:\d\d:\d\d　省科技厅\.xlsx 已删除：/);

  // What is wrong already is not told again with what becomes wrong as well, nor when that is put right.
  const fault = /02-会议议程\/.*模板语法有误/;
  replace(chapter, (text) => `{{#if 坏}}${text}`);
  await until(fault);
  await until(/已保存：未更新/);
  const since = heard.length;
  const [sound, broken] = [readFileSync(meeting, 'utf8'), /错误　data\/2022\/meetings\/2022Q3\.yaml/];
  replace(meeting, (text) => `${text}\n: {`);
  await until(broken);
  await until(/已保存：未更新/);
  replace(meeting, () => sound);
  await until(/已保存：未更新/);
  expect(heard.slice(since)).not.toMatch(fault);
  expect(heard.slice(since).match(new RegExp(broken, 'g'))).toHaveLength(1);

  program.kill('SIGINT');
  await until(/已停止/);
  await new Promise((resolve) => program.once('exit', resolve));
  expect(program.exitCode).toBe(0);
});
