/** diaodu build --watch: builds again whenever something has been saved, with one browser that stays open. */
import { basename } from 'node:path';
import { someOf } from '../base/chinese/some-of.ts';
import { hasErrors } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { watchFailed } from '../base/messages/pipeline.ts';
import type { BuildRequest, BuildResult, BuiltFile } from '../pipeline.ts';
import { complain, notable } from './conclude.ts';
import { diskTrouble } from './disk-trouble.ts';
import { EXIT } from './exit-codes.ts';
import { endingWith } from './interrupt.ts';
import { tally } from './report.ts';
import type { Saved, Watching } from './watch.ts';

/** How many names a line holds. */
const NAMED = 3;

/** Ends with Ctrl+C. Steps of a build are not told here: a line for each saving is enough. */
export async function watchAndBuild(
  request: BuildRequest,
  { print, ...world }: Effects,
  workspace: string,
): Promise<number> {
  const { build } = await import('../flows/build.ts');
  const { openPress } = await import('../pipeline.ts');
  const effects: Effects = { ...world, print: () => {} };
  const { watchWorkspace } = await import('./watch.ts');
  const watching = await watchWorkspace(workspace);
  const end = (): void => {
    void watching.close();
  };
  const restore = endingWith(end);
  const press = openPress(request.host, effects, request.formats.includes('pdf'));
  try {
    let told = new Set<string>();
    for await (const saved of savings(watching)) {
      const started = effects.now();
      const early = (files: readonly BuiltFile[]): void => {
        const written = files.filter((file) => file.written);
        if (written.length === 0) return;
        print(`${opening(saved)}${updated(written)}，${seconds(effects.now() - started)}；汇编随后更新。`);
      };
      let result: BuildResult;
      try {
        result = await build({ ...request, press, early }, effects);
      } catch (error) {
        const refused = diskTrouble(error);
        if (!refused) throw error;
        complain([refused]);
        continue;
      }
      // What is wrong or doubtful is told once, not again with whatever else has become wrong since.
      const trouble = notable(result.diagnostics);
      complain(trouble.filter((d) => !told.has(JSON.stringify(d))));
      // A build that stops says nothing of what comes after it.
      const before = hasErrors(trouble) ? told : [];
      told = new Set([...before, ...trouble.map((d) => JSON.stringify(d))]);
      print(outcomeLine(saved, result, effects.now() - started));
    }
  } finally {
    restore();
    await watching.close();
    await press.close();
  }
  const failure = watching.failure();
  if (failure !== undefined) {
    complain([watchFailed(failure)]);
    return EXIT.data;
  }
  print('已停止。');
  return EXIT.fine;
}

/** The first build is asked for by nobody's saving. */
async function* savings(watching: Watching): AsyncGenerator<Saved[]> {
  yield [];
  for (;;) {
    const saved = await watching.next();
    if (!saved) return;
    yield saved;
  }
}

/** “10:31:07　省工信厅.xlsx 已保存：更新4个文件（04…、05…），1.8秒。” */
function outcomeLine(saved: readonly Saved[], result: BuildResult, milliseconds: number): string {
  const { files, diagnostics } = result;
  const written = files.filter((file) => file.written);
  const counted = tally(diagnostics) ? `，${tally(diagnostics)}` : '';
  const outcome = hasErrors(diagnostics)
    ? `未更新${counted}`
    : written.length === 0
      ? '文稿没有变化'
      : updated(written);
  const next = saved.length === 0 ? '等待修改，按 Ctrl+C 结束。' : '';
  return `${opening(saved)}${outcome}，${seconds(milliseconds)}。${next}`;
}

function opening(saved: readonly Saved[]): string {
  const clock = new Date().toTimeString().slice(0, 8);
  const names = (gone: boolean): string[] =>
    saved.flatMap(({ path, deleted }) => (deleted === gone ? basename(path) : []));
  const told = [
    ...(names(false).length > 0 ? [`${named(names(false))} 已保存`] : []),
    ...(names(true).length > 0 ? [`${named(names(true))} 已删除`] : []),
  ];
  return `${clock}　${told.length > 0 ? `${told.join('，')}：` : ''}`;
}

const updated = (written: readonly BuiltFile[]): string =>
  `更新${written.length}个文件（${named([...new Set(written.map(({ path }) => basename(path).replace(/\.\w+$/, '')))])}）`;

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)}秒`;

const named = (names: readonly string[]): string => someOf(names, NAMED, '个');
