/** Lets all that waits be done first, so that long work holds up nobody. */
export const othersTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
