/** Pages of the browser: who gets which, and what has been done on them before. */
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from '../../src/base/digest.ts';
import { PLAIN_SECTION } from '../../src/model/document/document.ts';
import type { PrintBrowser } from '../../src/render/pdf/browser.ts';
import { loadUsualFonts } from '../../src/render/pdf/page.ts';
import { renderPdf } from '../../src/render/pdf/render.ts';
import { testBrowser } from '../support/browser.ts';
import { testEffects } from '../support/effects.ts';
import { testFonts } from '../support/fonts.ts';
import { body, sampleCharts, sampleDocument, text } from '../support/sample-document.ts';
import { officialTheme as theme } from '../support/theme.ts';

async function opened(): Promise<PrintBrowser> {
  const { value } = await testBrowser();
  if (!value) throw new Error('no browser');
  return value;
}

const effects = testEffects();
/** Of characters that nearly all texts are written in. */
const usual = {
  ...sampleDocument,
  sections: [{ ...PLAIN_SECTION, blocks: [body(text('数字经济核心产业增加值'))] }],
};

async function printedBy(browser: PrintBrowser): Promise<string | undefined> {
  const shared = { theme, fonts: testFonts(), charts: sampleCharts, effects };
  const printed = await renderPdf(usual, {
    ...shared,
    browser: async () => ({ value: browser, diagnostics: [] }),
  });
  return printed.value && digestOf(printed.value.bytes);
}

describe('the first page of a browser', () => {
  let browsers: PrintBrowser[] = [];
  beforeAll(async () => {
    browsers = [await opened(), await opened()];
  });
  afterAll(() => Promise.all(browsers.map((browser) => browser.close())));

  it('is got ready, and the first job waits for it, while a second has another', async () => {
    const [browser] = browsers as [PrintBrowser, PrintBrowser];
    const done: string[] = [];
    let prepared: Page | undefined;
    browser.getReady(async (page) => {
      prepared = page;
      await setTimeout(20);
      done.push('ready');
    });
    const job = (name: string) => async (page: Page) => {
      done.push(name);
      await setTimeout(20);
      return page;
    };
    const [first, second] = await Promise.all([browser.onPage(job('first')), browser.onPage(job('second'))]);
    expect(first).toBe(prepared);
    expect(second).not.toBe(prepared);
    expect(done.indexOf('first')).toBeGreaterThan(done.indexOf('ready'));
    browser.getReady(async () => void done.push('too late'));
    await browser.onPage(async () => undefined);
    expect(done).not.toContain('too late');
  });

  it('keeps no copy of a font that was read', async () => {
    const browser = await opened();
    browsers.push(browser);
    const kept: Promise<number | string>[] = [];
    await browser.onPage(async (page) => {
      page.on('response', (response) => {
        if (response.url().endsWith('.ttf'))
          kept.push(
            response.buffer().then(
              ({ length }) => length,
              (error: Error) => error.message,
            ),
          );
      });
      await loadUsualFonts(page, testFonts(), effects);
    });
    expect(kept.length).toBeGreaterThan(2);
    for (const answer of await Promise.all(kept)) expect(answer).toMatch(/evicted/);
  });

  it('prints the same with fonts that were read before, and does not read them again', async () => {
    const [plain, ready] = browsers as [PrintBrowser, PrintBrowser];
    let begunAnew = 0;
    ready.getReady((page) => loadUsualFonts(page, testFonts(), effects));
    await ready.onPage(async (page) => {
      page.on('framenavigated', () => {
        begunAnew += 1;
      });
    });
    const printed = await printedBy(ready);
    expect(printed).toBeDefined();
    expect(begunAnew).toBe(0);
    expect(printed).toBe(await printedBy(plain));
  });
});

it('does its job when it could not be got ready', async () => {
  const browser = await opened();
  browser.getReady(() => Promise.reject(new Error('no such font')));
  expect(await browser.onPage(async () => 'done')).toBe('done');
  await browser.close();
});
