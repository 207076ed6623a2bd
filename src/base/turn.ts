import type { Effects } from './effects.ts';

/** Lets all that waits be done first, so that long work holds up nobody. */
export const othersTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Hands over what is read one file at a time. Files read side by side come all at once, and making out two hundred of them
 * without a break keeps everyone else waiting: the browser, which starts meanwhile, wants a dozen answers before it is ready.
 */
export function readInTurns(effects: Effects): Effects {
  let latest = Promise.resolve();
  return {
    ...effects,
    read: async (path) => {
      const bytes = await effects.read(path);
      latest = latest.then(othersTurn);
      await latest;
      return bytes;
    },
  };
}

/** Somebody waits for it later, if at all: until then a failure must not end the program. */
export function begun<T>(job: Promise<T>): Promise<T> {
  job.catch(() => undefined);
  return job;
}
