/** When the last of all prints has left the browser: what is still being finished then needs its memory. */
export interface LastPrint {
  /** So many documents will be printed in all. */
  inAll(documents: number): void;
  /** In: what to call when a document is being printed, or has come from elsewhere; of each once. */
  begun(): () => void;
  /** Nothing is being printed, and nothing waits to be. */
  idle(): void;
}

/** @param end called once, when all documents have been begun and none is being printed */
export function lastPrint(end: () => void, isIdle: () => boolean): LastPrint {
  let expected = Number.POSITIVE_INFINITY;
  let begun = 0;
  let ended = false;
  const look = (): void => {
    if (ended || begun < expected || !isIdle()) return;
    ended = true;
    end();
  };
  return {
    inAll: (documents) => {
      expected = documents;
      look();
    },
    begun: () => {
      let counted = false;
      return () => {
        if (counted) return;
        counted = true;
        begun += 1;
        look();
      };
    },
    idle: look,
  };
}
