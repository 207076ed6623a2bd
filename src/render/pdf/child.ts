/**
 * The process of a browser while it starts. Puppeteer hands it out only when the browser has answered, and waits for ever
 * for one that dies between two answers.
 */
import { DIED_AT_START } from '../../base/messages/render.ts';
import { begun } from '../../base/turn.ts';
import type { Child, Host } from './locate.ts';

export interface StartingChild {
  /** Rejects when the process ends. */
  died: Promise<never>;
  process(): Child | undefined;
  /** No more are looked out for. The one that was seen still is. */
  stop(): void;
}

/** Looks out for the process that is started from this file from now on. */
export function startingChild(file: string, { onChild }: Host): StartingChild {
  const children: Child[] = [];
  const ours = (): Child | undefined => children.find(({ spawnfile }) => spawnfile === file);
  let tell = (): void => undefined;
  const died = begun(
    new Promise<never>((_, reject) => {
      tell = () => reject(new Error(DIED_AT_START));
    }),
  );
  const stop = onChild?.((child) => {
    children.push(child);
    // What it is started from is known only later.
    child.once('exit', () => child === ours() && tell());
  });
  return { died, process: ours, stop: () => stop?.() };
}
