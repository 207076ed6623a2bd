/** Documents take each other's place on a page of the browser, with its fonts: what is printed does not depend on it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/base/diagnostic.ts';
import { digestOf } from '../../src/base/digest.ts';
import { type Document, PLAIN_SECTION } from '../../src/model/document/document.ts';
import type { FontSet } from '../../src/render/fonts/face.ts';
import type { PrintBrowser } from '../../src/render/pdf/browser.ts';
import { testBrowser } from '../support/browser.ts';
import { printOf } from '../support/document-files.ts';
import { testEffects } from '../support/effects.ts';
import { testFonts, wholeFonts } from '../support/fonts.ts';
import { sampleCharts, sampleDocument, text } from '../support/sample-document.ts';

let browser: Outcome<PrintBrowser>;
let sample: string;
/** One for all: a page that has loaded its fonts is used again. */
const effects = testEffects();

async function digest(document: Document, fonts: FontSet = testFonts(), world = effects): Promise<string> {
  const { value, diagnostics } = await printOf(document, browser, {
    fonts,
    charts: sampleCharts,
    effects: world,
  });
  expect(diagnostics).toEqual([]);
  return digestOf(value?.bytes ?? new Uint8Array());
}

beforeAll(async () => {
  browser = await testBrowser();
  sample = await digest(sampleDocument);
});
afterAll(() => browser?.value?.close());

/** A page of the densest text: 22 lines of 28 characters. */
const fullPage: Document = {
  ...sampleDocument,
  sections: [
    {
      ...PLAIN_SECTION,
      blocks: [{ kind: 'paragraph', style: 'flush', children: [text('国'.repeat(28 * 22 * 2 + 29))] }],
    },
  ],
};

it('a file is the same, byte for byte, printed alone and after others that share its fonts', async () => {
  const fonts = wholeFonts();
  const shared = testEffects();
  const alone = await digest(fullPage, wholeFonts());
  await digest(sampleDocument, fonts, shared);
  expect(await digest(fullPage, fonts, shared)).toBe(alone);
});

describe('a page that is used again', () => {
  it('prints the same after other fonts under the same names, and those in theirs', async () => {
    const { faces } = testFonts();
    const [body, song] = [faces.body, faces.song].map((face) => ({
      ...face,
      path: faces.hei.path,
      prepared: faces.hei.prepared,
    }));
    if (!body || !song) throw new Error('no fonts');
    const others: FontSet = { faces: { ...faces, body, song }, fallbacks: [song] };
    const first = await digest(sampleDocument, others);
    expect(first).not.toBe(sample);
    expect(await digest(sampleDocument)).toBe(sample);
    expect(await digest(sampleDocument, others)).toBe(first);
  });

  it('shows nothing of a document that was refused', async () => {
    const charts = new Map([['pace', '<svg><image xlink:href="file:///etc/hostname"/></svg>']]);
    expect((await printOf(sampleDocument, browser, { charts, effects })).value).toBeUndefined();
    expect(await digest(sampleDocument)).toBe(sample);
  });
});
