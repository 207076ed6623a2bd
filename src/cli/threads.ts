/** Threads for what would hold up everything else, started when first needed. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Threads } from '../base/effects.ts';

export interface ThreadSettings {
  workspace: string;
  /** See Cache; undefined: nothing is kept. */
  program: string | undefined;
}

/** Threads that serve one workspace after another: they are quick once they have worked for a while. */
export interface ThreadPool {
  of(settings: ThreadSettings): Threads;
  close(): Promise<void>;
}

/** What a thread is sent. */
export interface ThreadJob {
  settings: ThreadSettings;
  task: unknown;
}

/** As many jobs as this machine does well at a time, within the memory that may be used (MB). */
export function defaultJobs(memoryMb: number): number {
  return Math.max(1, Math.min(availableParallelism(), MOST_JOBS, Math.floor(memoryMb / JOB_MB)));
}

const MOST_JOBS = 4;
/** A page of the browser with a volume of 200 pages, or a thread writing one. */
const JOB_MB = 500;

/** Room for young objects, half of what Node gives: 20 MiB less at a report's peak, no slower. */
const YOUNG = { maxYoungGenerationSizeMb: 24 };

/** What a thread sends: news of its job, its answer, or why there is none. */
export type ThreadMessage = { news: unknown } | { answer: unknown } | { error: string };

interface Job extends ThreadJob {
  told: ((news: unknown) => void) | undefined;
  resolve: (answer: unknown) => void;
  reject: (error: Error) => void;
}

/** @param script the thread's program, see worker.ts */
export function openPool(script: URL, most: number): ThreadPool {
  const waiting: Job[] = [];
  /** Each thread and what it is at. */
  const all = new Map<Worker, Job | undefined>();
  const begin = (worker: Worker, job: Job | undefined): void => {
    all.set(worker, job);
    if (job) worker.postMessage({ settings: job.settings, task: job.task } satisfies ThreadJob);
  };
  const lost = (worker: Worker, error: Error): void => {
    all.get(worker)?.reject(error);
    all.delete(worker);
    const next = waiting.shift();
    if (next) assign(next);
  };
  const start = (): Worker => {
    const worker = new Worker(script, { resourceLimits: YOUNG });
    worker.on('message', (message: ThreadMessage) => {
      const job = all.get(worker);
      if ('news' in message) {
        job?.told?.(message.news);
        return;
      }
      begin(worker, waiting.shift());
      if ('answer' in message) job?.resolve(message.answer);
      else job?.reject(new Error(message.error));
    });
    worker.on('error', (error: Error) => lost(worker, error));
    worker.on('exit', () => lost(worker, new Error('a thread ended by itself')));
    return worker;
  };
  const assign = (job: Job): void => {
    const idle = [...all].find(([, current]) => current === undefined)?.[0];
    if (idle) begin(idle, job);
    else if (all.size < most) begin(start(), job);
    else waiting.push(job);
  };
  return {
    of: (settings) => ({
      run: (task, told) =>
        new Promise((resolve, reject) => assign({ settings, task, told, resolve, reject })),
    }),
    close: async () => {
      for (const worker of all.keys()) worker.removeAllListeners();
      await Promise.all([...all.keys()].map((worker) => worker.terminate()));
    },
  };
}
