/** A thread: takes tasks one after the other and answers each. */
import { parentPort } from 'node:worker_threads';
import type { Effects } from '../base/effects.ts';
import { runTask } from '../pipeline.ts';
import { openCache } from './cache.ts';
import { realEffects } from './effects.ts';
import type { ThreadJob, ThreadSettings } from './threads.ts';

/** Of the workspace that is being worked for. */
let current: { workspace: string; effects: Effects } | undefined;

function effectsOf({ workspace, program }: ThreadSettings): Effects {
  if (current?.workspace === workspace) return current.effects;
  const effects = {
    ...realEffects(workspace, () => {}),
    ...(program === undefined ? {} : { cache: openCache(workspace, program) }),
  };
  current = { workspace, effects };
  return effects;
}

parentPort?.on('message', ({ settings, task }: ThreadJob) => {
  runTask(task as Parameters<typeof runTask>[0], effectsOf(settings)).then(
    (answer) => parentPort?.postMessage({ answer }),
    (error) =>
      parentPort?.postMessage({
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  );
});
