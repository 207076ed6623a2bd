/** The build's one browser, replaced when it dies or hangs: the job at hand is then done once more, and no more. */
import type { Outcome } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { printFailed } from '../../base/messages/render.ts';
import { begun } from '../../base/turn.ts';
import type { FontSet } from '../fonts/face.ts';
import type { PrintBrowser } from './browser.ts';
import type { Host } from './locate.ts';

type Started = Promise<Outcome<PrintBrowser>>;

export interface Press {
  /** Started when first asked for. */
  browser(): Started;
  /** Runs a job that prints; what fails for the browser's sake is tried again with a fresh one. */
  print<T>(job: (browser: () => Started) => Promise<Outcome<T>>): Promise<Outcome<T>>;
  /** Has the browser read fonts while there is nothing yet to be printed, if it is being started. */
  getReady(fonts: FontSet, effects: Effects): void;
  /** Ends the browser, if one was started. */
  close(): Promise<void>;
}

/** @param ahead starts the browser at once */
export function openPress(host: Host, effects: Effects, ahead: boolean): Press {
  let current: Started | undefined;
  let closing: Promise<void> | undefined;
  const browser = (): Started => {
    current ??= import('./browser.ts').then(({ openBrowser }) => openBrowser(host, effects));
    return current;
  };
  const end = async (started: Started | undefined): Promise<void> => (await started)?.value?.close();
  /** Jobs that failed with the same browser share its successor. */
  const replace = async (failed: Started): Promise<void> => {
    if (current === failed) current = undefined;
    await end(failed);
  };
  const attempt = async <T>(
    used: Started,
    job: (browser: () => Started) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> => {
    try {
      return await job(() => used);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { value: undefined, diagnostics: [printFailed(reason)] };
    }
  };
  if (ahead) void browser();
  return {
    browser,
    print: async (job) => {
      const used = browser();
      const first = await attempt(used, job);
      if (closing || !first.diagnostics.some(({ code }) => code === 'printFailed')) return first;
      await replace(used);
      return attempt(browser(), job);
    },
    getReady: (fonts, effects) => {
      if (!current) return;
      begun(
        current.then(async ({ value }) => {
          const { loadUsualFonts } = await import('./page.ts');
          value?.getReady((page) => loadUsualFonts(page, fonts, effects));
        }),
      );
    },
    close: () => {
      closing ??= end(current);
      return closing;
    },
  };
}
