/** The browser that tests print with: the one that the environment names, or the first that will start. Whoever opens it closes it. */
import type { Outcome } from '../../src/base/diagnostic.ts';
import { openBrowser, type PrintBrowser } from '../../src/render/pdf/browser.ts';
import { testEffects } from './effects.ts';

export function testBrowser(): Promise<Outcome<PrintBrowser>> {
  const path = process.env['PUPPETEER_EXECUTABLE_PATH'];
  const effects = testEffects(path ? { PUPPETEER_EXECUTABLE_PATH: path } : {});
  return openBrowser({ platform: process.platform, arch: process.arch }, effects);
}
