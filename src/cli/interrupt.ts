/** What Ctrl+C does: ends the program at once, with its browser; a command that waits may end in its own way instead. */
import { INTERRUPTED } from '../base/messages/outputs.ts';

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** In: the exit code of the signal. */
type Ending = (code: number) => void;

const atOnce: Ending = (code) => {
  // Who pressed it wonders what has become of the files; who closed the window no longer reads.
  if (code === SIGNALS.SIGINT) console.error(INTERRUPTED);
  process.exit(code);
};
let ending = atOnce;

export function listenToInterrupts(): void {
  for (const [signal, code] of Object.entries(SIGNALS)) process.on(signal, () => ending(code));
}

/** Until the returned function is called, `end` is what happens; a second signal ends the program at once. */
export function endingWith(end: () => void): () => void {
  ending = () => {
    ending = atOnce;
    end();
  };
  return () => {
    ending = atOnce;
  };
}
