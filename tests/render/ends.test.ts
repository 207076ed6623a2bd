/** Last pages that are settled while the document is already being printed as it was drawn in last time. */
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Cache } from '../../src/base/effects.ts';
import type { Document } from '../../src/model/document/document.ts';
import type { Wish } from '../../src/render/pdf/print-context.ts';
import { endsSettler } from '../../src/render/settle/ends.ts';
import { aheadPrints } from '../../src/render/work/ahead.ts';
import { openLane } from '../../src/render/work/lanes.ts';
import type { Tools } from '../../src/render/work/tools.ts';
import type { TellNews } from '../../src/render/work/word-jobs.ts';
import { memoryCache, testEffects } from '../support/effects.ts';
import { testFonts } from '../support/fonts.ts';
import { documentOf, prose, sectionOf } from '../support/forms-documents.ts';
import { officialTheme as theme } from '../support/theme.ts';

/** Two sections of running text; another number makes it another document with the same name. */
const paper = (number: number): Document =>
  documentOf('report', [sectionOf('report', prose(300)), sectionOf('report', prose(300 + 90 * number))]);

/** What Word's layout is asked about, one after the other; the last is what it settles on. */
type Asked = readonly (readonly number[])[];

/** Settles a paper and tells what was printed meanwhile: how it was drawn in, and whether that is wanted. */
async function settled(document: Document, asked: Asked, cache: Cache | undefined, busy = false) {
  const prints: { closer: number[]; wish: Wish }[] = [];
  const beforeNews: number[][] = [];
  const effects = { ...testEffects(), cache };
  const tools: Tools = {
    effects,
    lanes: { pdf: openLane(1), docx: openLane(1) },
    ground: async () => 'ground',
    press: {} as Tools['press'],
    word: {
      expect: () => {},
      close: async () => {},
      ask: async (_job: unknown, _document: Document, _tree: string, _style: unknown, told?: TellNews) => {
        await setImmediate();
        beforeNews.push(...prints.map(({ closer }) => closer));
        for (const closer of asked) {
          told?.({ closer: [...closer] });
          await setImmediate();
        }
        return [...(asked.at(-1) ?? [])] as never;
      },
    },
  };
  const ahead = aheadPrints();
  const settle = endsSettler(tools, {
    open: ahead.open,
    begin: (drawn, _style, { wish }) => {
      if (busy && !wish.likely) return undefined;
      prints.push({ closer: drawn.sections.map(({ closerPt = 0 }) => closerPt), wish });
      return wish.settled.then(() => ({ value: undefined, diagnostics: [] }));
    },
  });
  const result = await settle(document, { theme, fonts: testFonts() }, document);
  await setImmediate();
  return {
    closer: result.sections.map(({ closerPt = 0 }) => closerPt),
    begun: prints.map(({ closer }) => closer),
    /** Before Word's layout had anything to say. */
    beforeNews,
    wanted: prints.filter(({ wish }) => !wish.refused).map(({ closer }) => closer),
    waits: prints.map(({ wish }) => wish.first),
  };
}

describe('a document that was drawn in before', () => {
  const STEPS: Asked = [
    [0, 0],
    [1, 0],
    [2, 0],
  ];

  it('is printed like that at once, and nothing else is when Word’s layout comes to the same', async () => {
    const cache = memoryCache();
    const first = await settled(paper(1), STEPS, cache);
    expect(first).toMatchObject({
      closer: [2, 0],
      begun: STEPS,
      beforeNews: [],
      waits: [true, false, false],
    });
    const second = await settled(paper(2), STEPS, cache);
    expect(second).toEqual({
      closer: [2, 0],
      begun: [[2, 0]],
      beforeNews: [[2, 0]],
      wanted: [[2, 0]],
      waits: [false],
    });
  });

  it('has a place even where others are printed', async () => {
    const cache = memoryCache();
    expect((await settled(paper(1), STEPS, cache, true)).begun).toEqual([]);
    expect((await settled(paper(2), STEPS, cache, true)).begun).toEqual([[2, 0]]);
  });

  it('is printed otherwise as soon as Word’s layout goes further', async () => {
    const cache = memoryCache();
    await settled(
      paper(1),
      [
        [0, 0],
        [1, 0],
      ],
      cache,
    );
    expect(await settled(paper(2), STEPS, cache)).toMatchObject({
      closer: [2, 0],
      begun: [
        [1, 0],
        [2, 0],
      ],
      wanted: [[2, 0]],
    });
    // What was learnt counts for the next.
    expect((await settled(paper(3), STEPS, cache)).begun).toEqual([[2, 0]]);
  });

  it('stays as it was while steps are tried that were of no use last time', async () => {
    const cache = memoryCache();
    const tried: Asked = [...STEPS, [0, 3]];
    await settled(paper(1), tried, cache);
    expect(await settled(paper(2), tried, cache)).toMatchObject({ begun: [[0, 3]], wanted: [[0, 3]] });
    // Of use this time: what comes after it shows that.
    expect(await settled(paper(3), [...STEPS, [2, 3]], cache)).toMatchObject({
      begun: [
        [0, 3],
        [2, 3],
      ],
      wanted: [[2, 3]],
    });
  });

  it('is printed otherwise when Word’s layout leaves it as it is', async () => {
    const cache = memoryCache();
    await settled(paper(1), STEPS, cache);
    expect(await settled(paper(2), [[0, 0]], cache)).toMatchObject({
      closer: [0, 0],
      begun: [
        [2, 0],
        [0, 0],
      ],
      wanted: [[0, 0]],
    });
  });

  it('is guessed at by nobody when it has another number of sections now', async () => {
    const cache = memoryCache();
    await settled(paper(1), STEPS, cache);
    const grown = { ...paper(2), sections: [...paper(2).sections, sectionOf('report', prose(300))] };
    expect((await settled(grown, [[0, 0, 0]], cache)).begun).toEqual([[0, 0, 0]]);
  });

  it('is asked about in vain where nothing is kept', async () => {
    for (const number of [1, 2])
      expect((await settled(paper(number), STEPS, undefined)).begun).toEqual(STEPS);
  });
});
