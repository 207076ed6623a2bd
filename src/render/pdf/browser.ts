/** One headless browser per build: started with a fresh profile and no network, closed or killed at the end. */
import { posix } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import {
  BROWSER_GONE,
  browserNotFound,
  browserNotStarted,
  DIED_AT_START,
  NOT_ALLOWED,
  noAnswer,
} from '../../base/messages/render.ts';
import { begun } from '../../base/turn.ts';
import { startingChild } from './child.ts';
import { BROWSER_PACKAGE, type Child, type Host, type LocatedBrowser, locateBrowsers } from './locate.ts';
import { preparedPage, TIMEOUT_MS } from './page.ts';
import { unpackLibraries } from './shared-libraries.ts';

export interface PrintBrowser {
  /** Runs a job on a page that is nobody else's meanwhile. Pages are used again; one on which a job failed is closed. */
  onPage<T>(job: (page: Page) => Promise<T>): Promise<T>;
  /** Does on the first page what its jobs will need; the first of them waits for it. Nothing when there has been one. */
  getReady(prepare: (page: Page) => Promise<unknown>): void;
  /** Ends the browser, by its own process when it does not answer. */
  close(): Promise<void>;
}

/** A browser that has not answered by then never will. */
const START_MS = 30_000;
const CLOSE_MS = 5_000;
/** Another build may be unpacking the packaged browser at this moment; it takes about two seconds. */
const BUSY_TRIES = 40;
const BUSY_WAIT_MS = 250;

/** No lookup succeeds, nothing phones home; text is laid out at its true widths. */
const FLAGS = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-proxy-server',
  '--disable-domain-reliability',
  '--no-pings',
  '--disable-gpu',
  '--font-render-hinting=none',
];
/**
 * The sandbox needs rights that containers and the packaged browser lack; the page is our own and runs no scripts. What
 * draws on screens and what loads from networks has next to nothing to do here: as processes of their own they would
 * take 40 MB and a third of the time in which a browser starts.
 */
const LINUX_FLAGS = [
  '--no-sandbox',
  '--no-zygote',
  '--in-process-gpu',
  '--enable-features=NetworkServiceInProcess2',
];

/** Finds and starts the first browser that will start. The caller closes it. */
export async function openBrowser(host: Host, effects: Effects): Promise<Outcome<PrintBrowser>> {
  const { found, searched } = await locateBrowsers(host, effects);
  if (found.length === 0) return { value: undefined, diagnostics: [browserNotFound(searched)] };
  const diagnostics: Diagnostic[] = [];
  for (const located of found) {
    try {
      const browser = await startTwice(located, host, effects);
      const value = { ...pagesOf(browser), close: () => close(browser, host) };
      return { value, diagnostics: [] };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      diagnostics.push(browserNotStarted(located.path, reason));
    }
  }
  return { value: undefined, diagnostics };
}

/** A new page is a new process of the browser: it costs as much as printing ten pages. The first is there from the start. */
function pagesOf(browser: Browser): Pick<PrintBrowser, 'onPage' | 'getReady'> {
  const idle: Page[] = [];
  let first = true;
  let ready: Promise<Page> | undefined;
  const fresh = async (): Promise<Page> => {
    const unused = first;
    first = false;
    const [blank] = unused ? await browser.pages() : [];
    return preparedPage(blank ?? (await browser.newPage()));
  };
  const next = (): Promise<Page> => {
    const page = ready ?? fresh();
    ready = undefined;
    return page;
  };
  // A child of a browser that died may keep the connection open, and a page would wait for its answer until it gives up.
  const gone = begun(
    new Promise<never>((_, reject) => {
      const tell = (): void => reject(new Error(BROWSER_GONE));
      browser.once('disconnected', tell);
      browser.process()?.once('exit', tell);
    }),
  );
  const getReady: PrintBrowser['getReady'] = (prepare) => {
    if (!first) return;
    ready = begun(
      fresh().then(async (page) => {
        // What goes wrong will do so again in the job, which tells of it.
        await Promise.race([prepare(page), gone]).catch(() => undefined);
        return page;
      }),
    );
  };
  const onPage: PrintBrowser['onPage'] = async (job) => {
    const page = idle.pop() ?? (await Promise.race([next(), gone]));
    try {
      const made = await Promise.race([job(page), gone]);
      idle.push(page);
      return made;
    } catch (error) {
      // The browser may have gone with it, or not answer any more.
      void page.close().catch(() => undefined);
      throw error;
    }
  };
  return { onPage, getReady };
}

/** What would fail in the same way a second time. */
class NoUse extends Error {}

/** A browser that dies while it starts is started once more: the packaged one with libraries of its own, which the system may lack. */
async function startTwice(located: LocatedBrowser, host: Host, effects: Effects): Promise<Browser> {
  try {
    return await start(located, host, effects);
  } catch (error) {
    if (error instanceof NoUse) throw error;
    const folder = located.origin === 'package' && host.resolvePackage?.(BROWSER_PACKAGE);
    // Over a pipe the loader's own complaint is not passed on, so any failure may be for want of them.
    const libraries = folder && (await unpackLibraries(folder, posix.dirname(located.path), effects));
    if (!libraries) return start(located, host, effects);
    const kept = ['HOME', 'PATH', 'TMPDIR', 'LANG'].flatMap((name) => {
      const value = effects.env(name);
      return value === undefined ? [] : [[name, value] as const];
    });
    return start(located, host, effects, { ...Object.fromEntries(kept), LD_LIBRARY_PATH: libraries });
  }
}

async function start(
  located: LocatedBrowser,
  host: Host,
  effects: Effects,
  env?: Record<string, string>,
  tries = BUSY_TRIES,
): Promise<Browser> {
  // Puppeteer hears of it too late to say so, and the program would end.
  if (host.mayRun?.(located.path) === false) throw new NoUse(NOT_ALLOWED);
  const { launch } = await import('puppeteer');
  // Without one puppeteer makes an empty profile of its own, which stays for good when the program is killed.
  const profile = await effects.scratch?.folder();
  const stop = new AbortController();
  const child = startingChild(located.path, host);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoUse(noAnswer(START_MS / 1000))), START_MS);
  });
  try {
    const launched = launch({
      executablePath: located.path,
      ...(profile === undefined ? {} : { userDataDir: profile }),
      signal: stop.signal,
      // Whatever is asked of it later is answered in time, or the browser is replaced.
      protocolTimeout: TIMEOUT_MS,
      headless: located.shell ? 'shell' : true,
      pipe: true,
      waitForInitialPage: false,
      // Who runs the program says what Ctrl+C does; at its end the browser ends in any case.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [...FLAGS, ...(host.platform === 'linux' ? LINUX_FLAGS : [])],
      ...(env ? { env } : {}),
    });
    const answered = launched.then(async (browser) => {
      endure(browser.process());
      await browser.version();
      return browser;
    });
    return await Promise.race([answered, child.died, late]);
  } catch (error) {
    endure(child.process());
    // What is left of it would hold its pipes, for which the program would wait at its end.
    stop.abort();
    const pid = child.process()?.pid;
    if (pid !== undefined) host.killGroup?.(pid);
    // Puppeteer sees its pipe closed before the process is known to have ended.
    if (error instanceof Error && /\bclosed\b/.test(error.message)) throw new Error(DIED_AT_START);
    if (tries === 0 || !(error instanceof Error) || !error.message.includes('ETXTBSY')) throw error;
    await new Promise((resolve) => setTimeout(resolve, BUSY_WAIT_MS));
    return start(located, host, effects, env, tries - 1);
  } finally {
    clearTimeout(timer);
    child.stop();
  }
}

/** When a browser dies, its pipes may break after puppeteer has stopped listening; nobody else hears of it then. */
function endure(child: Child | null | undefined): void {
  for (const pipe of child?.stdio ?? []) pipe?.on('error', () => undefined);
}

async function close(browser: Browser, host: Host): Promise<void> {
  const child = browser.process();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, CLOSE_MS);
  });
  // A browser that has died on its own rejects; it is gone either way.
  await Promise.race([browser.close().catch(() => undefined), late]);
  clearTimeout(timer);
  if (child && child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  // Pages that hang do not see that it has gone, and hold its pipes, for which the program would wait at its end.
  if (child?.pid !== undefined) host.killGroup?.(child.pid);
}
