/** diaodu build --each: one workspace after another, with the same browser and threads. */
import { existsSync, readdirSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { hasErrors } from '../base/diagnostic.ts';
import { staleRemoved } from '../base/messages/pipeline.ts';
import { byCodeUnit } from '../base/order.ts';
import type { BuildRequest, BuildResult } from '../pipeline.ts';
import { complain } from './conclude.ts';
import { diskTrouble } from './disk-trouble.ts';
import { EXIT, exitOf } from './exit-codes.ts';
import { tally } from './report.ts';
import { openScratch } from './scratch.ts';
import { usageError } from './usage.ts';
import { openThreadPool, openWorkshop } from './workshop.ts';

export interface BuildSettings {
  cache: boolean;
  jobs: number;
  json: boolean;
}

/**
 * A workspace with something wrong does not keep the others waiting: its errors are told, the rest is built, and the
 * worst exit code counts. What was finished before an interruption is not made again.
 */
export async function buildEach(
  folder: string,
  request: (workspace: string) => BuildRequest,
  settings: BuildSettings,
): Promise<number> {
  const names = workspacesIn(folder);
  if (names.length === 0)
    return usageError(`“${folder}”里没有工作区：每个工作区是一个含有 data 的子文件夹。`);
  if (isAbsolute(request(folder).out))
    return usageError('与 --each 同用时，--out 应是各工作区之内的位置，不能是绝对路径。');
  const { build } = await import('../flows/build.ts');
  const { openPress } = await import('../pipeline.ts');
  const pool = openThreadPool(settings.jobs);
  let press: BuildRequest['press'];
  // The browser outlives the workspaces, and so must its profile and its fonts.
  const scratch = openScratch();
  const results: { workspace: string; result: BuildResult }[] = [];
  try {
    for (const [i, name] of names.entries()) {
      const workspace = join(folder, name);
      const { effects, close } = openWorkshop({ workspace, print: () => {}, ...settings, pool, scratch });
      const asked = request(workspace);
      press ??= openPress(asked.host, effects, false);
      const started = effects.now();
      const result = await build({ ...asked, press }, effects)
        .catch(refused)
        .finally(close);
      results.push({ workspace, result });
      if (!settings.json) tell(`[${i + 1}/${names.length}] ${name}`, result, effects.now() - started);
    }
  } finally {
    await press?.close();
    await pool?.close();
    scratch.close();
  }
  const failed = results.filter(({ result }) => hasErrors(result.diagnostics));
  if (settings.json)
    console.log(
      JSON.stringify(
        results.map(({ workspace, result }) => ({
          workspace,
          ok: !hasErrors(result.diagnostics),
          ...result,
        })),
        null,
        2,
      ),
    );
  else
    console.log(
      `完成：${names.length - failed.length}个工作区${failed.length > 0 ? `；${failed.length}个未完成：${failed.map((one) => one.workspace).join('、')}` : ''}。`,
    );
  return Math.max(EXIT.fine, ...results.map(({ result }) => exitOf(result.diagnostics)));
}

/** What the disk refuses in one workspace is its own affair; our own faults end the run. */
function refused(error: unknown): BuildResult {
  const trouble = diskTrouble(error);
  if (!trouble) throw error;
  return { files: [], removed: [], diagnostics: [trouble] };
}

function workspacesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'data')))
    .sort(byCodeUnit);
}

/** Only errors: a hundred workspaces' reminders would hide them. `check` tells those of one. */
function tell(head: string, { files, removed, diagnostics }: BuildResult, milliseconds: number): void {
  const seconds = `${(milliseconds / 1000).toFixed(1)}秒`;
  const counted = tally(diagnostics) ? `，${tally(diagnostics)}` : '';
  console.log(
    `${head}：${hasErrors(diagnostics) ? '未完成' : `${files.length}个文件`}，${seconds}${counted}。`,
  );
  if (removed.length > 0) console.log(`　　${staleRemoved(removed)}`);
  complain(diagnostics.filter((d) => d.severity === 'error'));
}
