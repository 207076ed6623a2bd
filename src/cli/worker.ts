/** A thread: takes tasks one after the other and answers each. */
import { parentPort, workerData } from 'node:worker_threads';
import { runTask } from '../pipeline.ts';
import { openCache } from './cache.ts';
import { realEffects } from './effects.ts';
import type { ThreadSettings } from './threads.ts';

const { workspace, program } = workerData as ThreadSettings;
const effects = {
  ...realEffects(workspace, () => {}),
  ...(program === undefined ? {} : { cache: openCache(workspace, program) }),
};

parentPort?.on('message', (task) => {
  runTask(task, effects).then(
    (answer) => parentPort?.postMessage({ answer }),
    (error) =>
      parentPort?.postMessage({
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  );
});
