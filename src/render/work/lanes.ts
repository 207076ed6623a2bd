/**
 * A job no longer needs the lane; as many as the lane is wide are heard.
 * @param waits for others, which may need the lane themselves: it is always heard
 */
export type Over = (waits?: boolean) => void;

/** So many jobs at a time, the largest waiting one first: what takes longest must not be begun last. */
export interface Lane {
  /** @param job may say that it no longer needs the lane before it has ended */
  run<T>(size: number, job: (over: Over) => Promise<T>): Promise<T>;
  /**
   * Something urgent is to come: until the returned function is called the smallest job is begun first, so that it will
   * not have to wait for long.
   */
  expect(): () => void;
  /** Nothing is being done, and nothing waits. */
  idle(): boolean;
  /** What has not begun never will: nobody waits for it any more. */
  close(): void;
}

/** The size of what others wait for. */
export const URGENT = Number.POSITIVE_INFINITY;

const SOON = Number.MAX_SAFE_INTEGER / 2;
/** The size of what a document of this size itself waits for: before all that is rendered, large ones first. */
export const soon = (size: number): number => size + SOON;

/** @param rests called whenever nothing is being done and nothing waits */
export function openLane(width: number, rests: () => void = () => {}): Lane {
  const waiting: { size: number; begin: () => void }[] = [];
  let running = 0;
  /** Those that have left the lane for work of their own and not ended: their memory is still held. */
  let outside = 0;
  let expected = 0;
  let closed = false;
  const idle = (): boolean => running === 0 && waiting.length === 0;
  const next = (): void => {
    if (idle()) rests();
    if (closed || running >= width || waiting.length === 0) return;
    const largest = waiting.reduce((a, b) => (b.size > a.size ? b : a));
    const chosen =
      expected === 0 || largest.size >= SOON ? largest : waiting.reduce((a, b) => (b.size < a.size ? b : a));
    waiting.splice(waiting.indexOf(chosen), 1);
    running += 1;
    chosen.begin();
  };
  const run: Lane['run'] = async (size, job) => {
    await new Promise<void>((begin) => {
      waiting.push({ size, begin });
      // Those that come in the same moment are compared before the first begins.
      queueMicrotask(next);
    });
    let left: 'working' | 'waiting' | undefined;
    const over: Over = (waits = false) => {
      if (left || (outside >= width && !waits)) return;
      left = waits ? 'waiting' : 'working';
      if (!waits) outside += 1;
      running -= 1;
      next();
    };
    try {
      return await job(over);
    } finally {
      if (!left) running -= 1;
      if (left === 'working') outside -= 1;
      next();
    }
  };
  return {
    run,
    expect: () => {
      expected += 1;
      return () => {
        expected -= 1;
      };
    },
    idle,
    close: () => {
      closed = true;
      waiting.length = 0;
    },
  };
}
