/** A browser that dies or hangs is replaced, one that never answers is reported: the command always comes to an end. */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contents, filesIn, processesNaming, type Ran, run, start, wait } from '../support/command.ts';
import { REPOSITORY } from '../support/effects.ts';

const root = mkdtempSync(join(tmpdir(), 'diaodu-browser-'));
/** Browsers of this test are known by their profile in here. */
const temporary = join(root, 'tmp');
const env = { TMPDIR: temporary };
const out = (name: string): string => join(root, name);
const args = (name: string): string[] => {
  const what = ['--only', 'agenda,attendees,decisions', '--format', 'pdf', '--no-cache'];
  return ['build', '2022Q3', ...what, '--workspace', REPOSITORY, '--out', out(name)];
};

/** A program that is started as a browser and never answers, and the build that waits for it meanwhile. */
const silent = join(root, 'silent.sh');
let waiting: Promise<Ran>;
/** The build that nobody strikes at. */
let undisturbed: Record<string, string>;

beforeAll(async () => {
  mkdirSync(temporary);
  writeFileSync(silent, '#!/bin/sh\nsleep 600\n');
  chmodSync(silent, 0o755);
  waiting = run(args('silent'), { PUPPETEER_EXECUTABLE_PATH: silent });
  expect((await run(args('whole'), env)).code).toBe(0);
  undisturbed = contents(out('whole'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Browser {
  pid: number;
  /** The first is there from the start; when there are more, documents are on them. */
  pages: number;
}

function browsers(): Browser[] {
  const all = processesNaming(temporary);
  const pages = all.filter(({ command }) => command.includes('--type=renderer')).length;
  return all
    .filter(({ command, leads }) => leads && command.includes('--user-data-dir'))
    .map(({ pid }) => ({ pid, pages }));
}

const kill = (browser: number): void => void process.kill(browser, 'SIGKILL');

/** Its pages never answer again. */
function freeze(): void {
  for (const { pid, command } of processesNaming(temporary))
    if (command.includes('--type=renderer')) process.kill(pid, 'SIGSTOP');
}

/** Runs the build and strikes at so many of its browsers as soon as they have so many pages. */
async function striking(
  name: string,
  { most, pages: enough }: { most: number; pages: number },
  strike: (browser: number) => void,
): Promise<Ran & { seen: Set<number>; struck: number }> {
  const running = start(args(name), env);
  const seen = new Set<number>();
  const struck = new Set<number>();
  let ended = false;
  const done = running.ended.finally(() => {
    ended = true;
  });
  await wait(
    () => {
      for (const { pid, pages } of browsers()) {
        seen.add(pid);
        if (pages < enough || struck.size >= most || struck.has(pid)) continue;
        struck.add(pid);
        strike(pid);
      }
      return ended;
    },
    200_000,
    40,
  );
  return { ...(await done), seen, struck: struck.size };
}

/** Struck once when it has so many pages, it has one successor, and the same files come out. */
async function expectReplaced(name: string, pages: number, strike: (browser: number) => void): Promise<void> {
  const { code, stderr, seen, struck } = await striking(name, { most: 1, pages }, strike);
  expect(struck).toBe(1);
  expect(code, stderr).toBe(0);
  expect(seen.size).toBe(2);
  expect(contents(out(name))).toEqual(undisturbed);
}

describe.skipIf(process.platform !== 'linux')('the browser', () => {
  it('is replaced when it dies, and the pages are the same', { timeout: 300_000 }, async () => {
    await expectReplaced('replaced', 2, kill);
  });

  it('is started once more when it dies as soon as it is there', { timeout: 300_000 }, async () => {
    await expectReplaced('started', 0, kill);
  });

  it('is reported when it does not start the second time either', { timeout: 60_000 }, async () => {
    const starts = join(root, 'starts');
    const dying = join(root, 'dying.sh');
    writeFileSync(dying, `#!/bin/sh\necho start >>"${starts}"\nexit 1\n`, { mode: 0o755 });
    const { code, stderr } = await run(args('dying'), { PUPPETEER_EXECUTABLE_PATH: dying });
    expect(code).toBe(1);
    expect(stderr).toContain(`浏览器“${dying}”无法启动：刚启动就退出了`);
    expect(readFileSync(starts, 'utf8')).toBe('start\nstart\n');
    expect(filesIn(out('dying'))).toEqual([]);
  });

  it('is not needed for the Word file of a paper with charts', { timeout: 60_000 }, async () => {
    const dying = join(root, 'gone.sh');
    writeFileSync(dying, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const word = ['build', '2022Q3', '--only', 'project-bulletin', '--format', 'docx', '--no-cache'];
    const { code, stderr } = await run([...word, '--workspace', REPOSITORY, '--out', out('word')], {
      PUPPETEER_EXECUTABLE_PATH: dying,
    });
    expect(code, stderr).toBe(0);
    expect(filesIn(out('word')).filter((name) => name.endsWith('.docx'))).toHaveLength(1);
  });

  it('is replaced when its pages hang', { timeout: 300_000 }, async () => {
    await expectReplaced('hung', 2, freeze);
    expect(browsers()).toEqual([]);
  });

  it('is reported when it dies again and again', { timeout: 300_000 }, async () => {
    const { code, stderr, struck } = await striking('never', { most: 99, pages: 1 }, kill);
    expect(struck).toBeGreaterThan(1);
    expect(code).toBe(1);
    expect(stderr).toMatch(/排版中断|无法启动/);
    expect(stderr).not.toContain('程序内部错误');
    expect(filesIn(out('never'))).toEqual([]);
    expect(browsers()).toEqual([]);
  });

  it('is given up when it never answers', { timeout: 120_000 }, async () => {
    const { code, stderr } = await waiting;
    expect(code).toBe(1);
    expect(stderr).toContain(`浏览器“${silent}”无法启动：启动后30秒没有应答`);
    expect(filesIn(out('silent'))).toEqual([]);
    expect(processesNaming(silent)).toEqual([]);
  });
});
