/** So many jobs at a time, the largest waiting one first: what takes longest must not be begun last. */
export interface Lane {
  run<T>(size: number, job: () => Promise<T>): Promise<T>;
  /** What has not begun never will: nobody waits for it any more. */
  close(): void;
}

export function openLane(width: number): Lane {
  const waiting: { size: number; begin: () => void }[] = [];
  let running = 0;
  let closed = false;
  const next = (): void => {
    if (closed || running >= width || waiting.length === 0) return;
    const largest = waiting.reduce((a, b) => (b.size > a.size ? b : a));
    waiting.splice(waiting.indexOf(largest), 1);
    running += 1;
    largest.begin();
  };
  const run: Lane['run'] = async (size, job) => {
    await new Promise<void>((begin) => {
      waiting.push({ size, begin });
      // Those that come in the same moment are compared before the first begins.
      queueMicrotask(next);
    });
    try {
      return await job();
    } finally {
      running -= 1;
      next();
    }
  };
  return {
    run,
    close: () => {
      closed = true;
      waiting.length = 0;
    },
  };
}
