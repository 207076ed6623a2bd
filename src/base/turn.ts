/** Lets all that waits be done first, so that long work holds up nobody. */
export const othersTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Somebody waits for it later, if at all: until then a failure must not end the program. */
export function begun<T>(job: Promise<T>): Promise<T> {
  job.catch(() => undefined);
  return job;
}
