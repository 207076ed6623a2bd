/** Places of the last print: they save a print, and never show. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Outcome } from '../../src/base/diagnostic.ts';
import type { Cache } from '../../src/base/effects.ts';
import type { Block, Document } from '../../src/model/document/document.ts';
import type { PrintBrowser } from '../../src/render/pdf/browser.ts';
import { testBrowser } from '../support/browser.ts';
import { pdfFile } from '../support/document-files.ts';
import { memoryCache, testEffects } from '../support/effects.ts';
import { prose, volumeDocument } from '../support/forms-documents.ts';

let browser: Outcome<PrintBrowser>;
beforeAll(async () => {
  browser = await testBrowser();
});
afterAll(() => browser?.value?.close());

/** The volume with as many more paragraphs in its first material: pages after them move, and with them blank pages. */
function longer(paragraphs: number, words = ''): Document {
  const more: Block[] = Array.from({ length: paragraphs }, () => prose(300)).flat();
  const said: Block[] =
    words === '' ? [] : [{ kind: 'paragraph', style: 'body', children: [{ kind: 'text', text: words }] }];
  return {
    ...volumeDocument,
    sections: volumeDocument.sections.map((section) =>
      section.blocks.some((block) => block.kind === 'heading' && block.id === 'm1-track')
        ? { ...section, blocks: [...section.blocks, ...said, ...more] }
        : section,
    ),
  };
}

async function printCounted(
  document: Document,
  cache: Cache,
): Promise<{ bytes: Uint8Array; prints: number }> {
  let prints = 0;
  const { value } = browser;
  if (!value) throw new Error('no browser');
  const counting: PrintBrowser = {
    ...value,
    onPage: (job) =>
      value.onPage((page) =>
        job(
          new Proxy(page, {
            get: (target, name) => {
              if (name === 'pdf') prints += 1;
              const member: unknown = Reflect.get(target, name, target);
              return typeof member === 'function' ? member.bind(target) : member;
            },
          }),
        ),
      ),
  };
  const { bytes } = await pdfFile(
    document,
    { value: counting, diagnostics: [] },
    { ...testEffects(), cache },
  );
  return { bytes, prints };
}

it('saves the print that looks for places when nothing has moved, and finds out when something has', async () => {
  const cache = memoryCache();
  const same = async (document: Document): Promise<number> => {
    const { bytes, prints } = await printCounted(document, cache);
    expect(Buffer.from(bytes).equals((await pdfFile(document, browser)).bytes)).toBe(true);
    return prints;
  };
  expect(await same(longer(0, '完成投资三十七亿元。'))).toBe(2);
  expect(await same(longer(0, '完成投资三十八亿元。'))).toBe(1);
  for (const paragraphs of [3, 5, 0]) {
    expect(await same(longer(paragraphs))).toBe(3);
    expect(await same(longer(paragraphs, '另有一处改动。'))).toBe(1);
  }
});

it('does without where a print would not show a wrong guess', async () => {
  const cache = memoryCache();
  // Its second material begins on the right without a divider or a heading that the contents name.
  const untold: Document = {
    ...volumeDocument,
    sections: volumeDocument.sections.filter(({ blocks }) =>
      blocks.every((block) => block.kind !== 'divider' || block.id !== 'm2-divider'),
    ),
  };
  expect((await printCounted(untold, cache)).prints).toBe(2);
  expect((await printCounted(untold, cache)).prints).toBe(2);
});
