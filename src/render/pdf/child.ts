/**
 * The process of a browser while it starts. Puppeteer hands it out only when the browser has answered, and waits for ever
 * for one that dies between two answers.
 */
import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { DIED_AT_START } from '../../base/messages/render.ts';

/** Node publishes every process of its own here, before it runs. */
const CHANNEL = 'child_process';

export interface StartingChild {
  /** Rejects when the process ends. */
  died: Promise<never>;
  process(): ChildProcess | undefined;
  /** No more are looked out for. The one that was seen still is. */
  stop(): void;
}

/** Looks out for the process that is started from this file from now on. */
export function startingChild(file: string): StartingChild {
  const children: ChildProcess[] = [];
  const ours = (): ChildProcess | undefined => children.find(({ spawnfile }) => spawnfile === file);
  let tell = (): void => undefined;
  const died = new Promise<never>((_, reject) => {
    tell = () => reject(new Error(DIED_AT_START));
  });
  died.catch(() => undefined);
  const see = (message: unknown): void => {
    const { process: child } = message as { process: ChildProcess };
    children.push(child);
    // What it is started from is known only later.
    child.once('exit', () => child === ours() && tell());
  };
  subscribe(CHANNEL, see);
  return { died, process: ours, stop: () => unsubscribe(CHANNEL, see) };
}
