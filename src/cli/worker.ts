/** A thread: takes tasks one after the other and answers each. */
import { parentPort } from 'node:worker_threads';
import type { Effects } from '../base/effects.ts';
import { runTask } from '../flows/thread.ts';
import { openCache } from './cache.ts';
import { realEffects } from './effects.ts';
import type { ThreadJob, ThreadMessage, ThreadSettings } from './threads.ts';

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

const send = (message: ThreadMessage): void => parentPort?.postMessage(message);

parentPort?.on('message', ({ settings, task }: ThreadJob) => {
  runTask(task as Parameters<typeof runTask>[0], effectsOf(settings), (news) => send({ news })).then(
    (answer) => send({ answer }),
    (error) => send({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
