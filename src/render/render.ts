/**
 * Documents in several formats. What was made before of the same things is not made again; the rest is made by one
 * browser, several pages at a time, and by threads. What comes out does not depend on how many.
 */
import { keyOf, remembered } from '../base/cached.ts';
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import type { Document } from '../model/document.ts';
import type { Theme } from '../model/theme.ts';
import { type Attempts, aheadPrints } from './ahead.ts';
import { drawCharts } from './charts/draw.ts';
import type { Wish } from './context.ts';
import { chooseWritings, inWritings, type Measure } from './fit.ts';
import { charactersOf } from './fonts/characters.ts';
import type { FontSet } from './fonts/face.ts';
import { expectCharacters } from './fonts/subset.ts';
import { FORMATS, type FormatName, type Rendered } from './formats.ts';
import { filesOf, groundOf, type Style } from './ground.ts';
import { openLane, soon, URGENT } from './lanes.ts';
import { canBeDrawnIn, chooseCloser, drawnIn, type MeasureFill } from './last-page.ts';
import type { Host } from './pdf/locate.ts';
import { openPress, type Press } from './pdf/press.ts';
import { storedOutput, treeText } from './store.ts';
import { fontsTask, PREPARE, type WordAnswer, type WordNews, type WordTask, wordTask } from './thread.ts';

export type RenderedFile = Rendered & { format: FormatName };

export interface Renderer {
  /**
   * Tells of the texts of all documents to come, so that each font is subset once for all of them; again when more is
   * known. What was not told of is there all the same, for the price of another subset.
   * @param fonts in which they will be set; a thread that has nothing to do gets them ready
   */
  expect(texts: unknown, fonts?: FontSet): void;
  /** All formats or none: the two files of a document never differ in age. */
  render(document: Document, theme: Theme, fonts: FontSet): Promise<Outcome<RenderedFile[]>>;
  /**
   * Settles what depends on where pages end, for all formats alike and whichever are asked for: the sheets that must be
   * one page, by the browser's layout and by Word's; last pages of running text, by Word's.
   * @param unchanged what will be rendered if nothing has to change: a browser that has nothing else to do prints it while
   * Word's layout is waited for, and `render` takes that print if it comes to it
   */
  fit(document: Document, theme: Theme, fonts: FontSet, unchanged?: Document): Promise<Outcome<Document>>;
  /** Ends the browser, if one was started. */
  close(): Promise<void>;
}

interface Job {
  /** The document's text, by which it is known. */
  tree: string;
  /** To be called when others can have its place. */
  over(): void;
  /** Of what is printed ahead. */
  wish?: Wish;
}

type Maker = (document: Document, style: Style, job: Job) => Promise<Outcome<Rendered>>;

/**
 * Starts a thread and the browser ahead, so that they are ready when the documents are.
 * @param jobs how many pages the browser prints at a time, and with one less how many threads write Word files
 * @param press a browser that stays open; otherwise one is opened, and closed with the renderer
 */
export function openRenderer(
  formats: readonly FormatName[],
  host: Host,
  effects: Effects,
  { jobs = 1, press: kept }: { jobs?: number | undefined; press?: Press | undefined } = {},
): Renderer {
  const { cache } = effects;
  const needsBrowser = formats.some((name) => FORMATS[name].needs.browser);
  const press = kept ?? openPress(host, effects, needsBrowser && !effects.threads);
  let closed = false;
  // One after the other: both at once would take the time from the reading of what was handed in. A thread that cannot
  // start is told of by the first document that needs it.
  effects.threads
    ?.run(PREPARE)
    .catch(() => undefined)
    .then(() => {
      if (needsBrowser && !kept && !closed) void press.browser();
    });
  // While one page is printed, the next is prepared.
  const lanes = { pdf: openLane(Math.max(2, jobs)), docx: openLane(Math.max(1, jobs - 1)) };
  const ground = groundOf(host, effects);
  const files = filesOf(effects);
  let expected: readonly number[] = [];
  let gettingReady: Promise<unknown> = Promise.resolve();

  const contextFor = async (document: Document, { theme, fonts }: Style, charts: boolean) => ({
    theme,
    fonts,
    effects,
    charts: charts
      ? await drawCharts(document, theme, fonts, { cache, ground: await ground({ theme, fonts }, false) })
      : new Map<string, string>(),
  });

  const makePdf: Maker = async (document, style, { over, wish }) => {
    const context = await contextFor(document, style, true);
    return press.print((browser) =>
      FORMATS.pdf.render(document, { ...context, browser, printed: over, wish }),
    );
  };
  const inThread = async (
    kind: WordTask['kind'],
    tree: string,
    style: Style,
    told?: (news: WordNews) => void,
  ): Promise<WordAnswer | undefined> =>
    effects.threads &&
    ((await effects.threads.run(
      wordTask(kind, tree, style, await files(style.fonts), expected),
      told as (news: unknown) => void,
    )) as WordAnswer);
  const makeDocx: Maker = async (document, style, { tree }) => {
    const answer = await inThread('render', tree, style);
    if (answer && 'file' in answer) return answer.file;
    const context = await contextFor(document, style, false);
    return FORMATS.docx.render(document, { ...context, browser: press.browser });
  };
  const makers = { pdf: makePdf, docx: makeDocx } satisfies Record<FormatName, Maker>;

  /** Word's layout on the pages as they are, here where there are no threads. */
  const fillsHere =
    (style: Style): MeasureFill =>
    async (document) =>
      (await import('./docx/measure.ts')).measureWord(document, { ...style, effects });

  const wordFills =
    (style: Style): MeasureFill =>
    (document) =>
      lanes.docx.run(URGENT, async () => {
        const answer = await inThread('measure', treeText(document), style);
        return answer && 'fills' in answer ? answer.fills : fillsHere(style)(document);
      });

  /** One job, so that its second layout does not wait behind a volume that has come in between. */
  const closerIn = (
    document: Document,
    tree: string,
    style: Style,
    told?: (news: WordNews) => void,
  ): Promise<number[]> =>
    lanes.docx.run(soon(tree.length), async () => {
      const answer = await inThread('last pages', tree, style, told);
      return answer && 'closer' in answer
        ? answer.closer
        : chooseCloser(document, style.theme, fillsHere(style));
    });

  const choose = async (document: Document, style: Style): Promise<Outcome<number[]>> => {
    const context = await contextFor(document, style, true);
    const { measureSections } = await import('./pdf/measure.ts');
    const browserPages: Measure = (sections) =>
      lanes.pdf.run(URGENT, () =>
        press.print((browser) => measureSections(sections, document, { ...context, browser })),
      );
    const fills = wordFills(style);
    const wordPages: Measure = async (sections) => ({
      value: (await fills({ ...document, sections: [...sections] })).map(({ pages }) => pages),
      diagnostics: [],
    });
    return chooseWritings(document, [browserPages, wordPages]);
  };

  /** Sheets that must be one page in the writing that is. */
  const settleSheets = async (document: Document, style: Style): Promise<Outcome<Document>> => {
    if (!document.sections.some((section) => section.fit)) return { value: document, diagnostics: [] };
    const digest = await ground(style, true);
    const { value, diagnostics } = await remembered(
      cache,
      (store) => keyOf(store, 'fit', treeText(document), digest),
      async () => {
        const arrived = [lanes.pdf.expect(), lanes.docx.expect()];
        try {
          return await choose(document, style);
        } finally {
          for (const end of arrived) end();
        }
      },
      (made) => made.value !== undefined,
    );
    return { value: value && inWritings(document, value), diagnostics };
  };

  const make = async (
    format: FormatName,
    document: Document,
    style: Style,
    { tree, wish }: Omit<Job, 'over'>,
  ) =>
    storedOutput(effects, [format, tree, await ground(style, FORMATS[format].needs.browser)], () =>
      lanes[format].run(tree.length, (over) =>
        makers[format](document, style, { tree, over, ...(wish && { wish }) }),
      ),
    );

  const ahead = aheadPrints();
  /** In: a document and, for each section, by how much it may be drawn in. */
  const printAhead = (document: Document, style: Style, attempts: Attempts, closer: readonly number[]) => {
    const drawn = drawnIn(document, closer);
    const tree = treeText(drawn);
    attempts.next(tree, (wish) =>
      formats.includes('pdf') && lanes.pdf.idle() ? make('pdf', drawn, style, { tree, wish }) : undefined,
    );
  };

  /** Running text and long tables that end well. */
  const settleLastPages = async (
    document: Document,
    style: Style,
    unchanged: Document | undefined,
  ): Promise<Document> => {
    if (!document.sections.some(canBeDrawnIn)) return document;
    const tree = treeText(document);
    const digest = await ground(style, false);
    const closer = await remembered(
      cache,
      (store) => keyOf(store, 'last pages', tree, digest),
      async () => {
        if (!unchanged) return closerIn(document, tree, style);
        const attempts = ahead.open();
        // The thread has the question before charts are drawn for the print, which holds up everything here.
        const chosen = await closerIn(document, tree, style, ({ closer }) =>
          printAhead(unchanged, style, attempts, closer),
        );
        attempts.end(treeText(drawnIn(unchanged, chosen)));
        return chosen;
      },
    );
    return drawnIn(document, closer);
  };

  return {
    expect: (texts, fonts) => {
      expected = [...charactersOf(texts)];
      expectCharacters(expected, effects);
      if (!fonts || !effects.threads) return;
      const { threads } = effects;
      gettingReady = files(fonts)
        .then((digest) => threads.run(fontsTask(fonts, digest, expected)))
        .catch(() => undefined);
    },
    render: async (document, theme, fonts) => {
      const style = { theme, fonts };
      const tree = treeText(document);
      const wanted = document.printer ? formats.filter((format) => format === 'pdf') : formats;
      const outcomes = await Promise.all(
        wanted.map(async (format) => {
          const printed = format === 'pdf' ? ahead.of(tree) : undefined;
          return { format, ...(await (printed ?? make(format, document, style, { tree }))) };
        }),
      );
      const diagnostics: Diagnostic[] = outcomes.flatMap((outcome) => outcome.diagnostics);
      const files = outcomes.flatMap(({ format, value }) => (value ? [{ format, ...value }] : []));
      return { value: files.length === wanted.length ? files : undefined, diagnostics };
    },
    fit: async (document, theme, fonts, unchanged) => {
      if (document.form === 'book') {
        const { flowBook } = await import('./pdf/flow.ts');
        return lanes.pdf.run(URGENT, () =>
          press.print((browser) => flowBook(document, { theme, fonts, effects, charts: new Map(), browser })),
        );
      }
      const style = { theme, fonts };
      const { value, diagnostics } = await settleSheets(document, style);
      return {
        value: value && (await settleLastPages(value, style, value === document ? unchanged : undefined)),
        diagnostics,
      };
    },
    close: async () => {
      closed = true;
      lanes.pdf.close();
      lanes.docx.close();
      // Ended in the middle it would leave what it keeps half-written.
      await gettingReady;
      if (!kept) await press.close();
    },
  };
}
