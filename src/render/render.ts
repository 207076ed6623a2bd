/**
 * Documents in several formats. What was made before of the same things is not made again; the rest is made by one
 * browser, several pages at a time, and by threads. What comes out does not depend on how many.
 */
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { begun } from '../base/turn.ts';
import type { Document } from '../model/document/document.ts';
import type { Theme } from '../model/document/theme.ts';
import { charactersOf } from './fonts/characters.ts';
import type { FontSet } from './fonts/face.ts';
import { allPrepared } from './fonts/prepared.ts';
import { expectCharacters } from './fonts/subset.ts';
import { recipientsPlaced } from './layout/first-page.ts';
import type { Host } from './pdf/locate.ts';
import { openPress, type Press } from './pdf/press.ts';
import { endsSettler } from './settle/ends.ts';
import type { Printing } from './settle/ends-ahead.ts';
import { settleFlow } from './settle/flow.ts';
import { settleSheets } from './settle/sheets.ts';
import { aheadPrints } from './work/ahead.ts';
import { FORMATS, type FormatName, type Rendered } from './work/formats.ts';
import { groundOf } from './work/ground.ts';
import { type Lane, openLane } from './work/lanes.ts';
import { lastPrint } from './work/last-print.ts';
import { fileMaker, type MakeFile } from './work/make-file.ts';
import { treeText } from './work/store.ts';
import type { Tools } from './work/tools.ts';
import { openWordDesk } from './work/word-desk.ts';

export type RenderedFile = Rendered & { format: FormatName };

export interface Renderer {
  /** Tells of the fonts as soon as they are known: a browser that has nothing to do reads them. */
  getReady(fonts: FontSet): void;
  /**
   * Tells of the texts of all documents to come, so that each font is subset once for all of them; again when more is
   * known. What was not told of is there all the same, for the price of another subset.
   * @param fonts in which they will be set; a thread that has nothing to do gets them ready
   */
  expect(texts: unknown, fonts: FontSet): void;
  /** All formats or none: the two files of a document never differ in age. */
  render(document: Document, theme: Theme, fonts: FontSet): Promise<Outcome<RenderedFile[]>>;
  /**
   * Settles what depends on where pages end, for all formats alike and whichever are asked for: where 主送 stand, the sheets that must be
   * one page, by the browser's layout and by Word's; last pages of running text, by Word's.
   * @param final from the settled document to the one that is rendered: a browser that has nothing else to do prints that while
   * Word's layout is waited for, and `render` takes the print if it comes to it
   */
  fit(
    document: Document,
    theme: Theme,
    fonts: FontSet,
    final?: (settled: Document) => Document,
  ): Promise<Outcome<Document>>;
  /** So many documents will be rendered in all: with the last of them printed the browser ends, unless it is to stay open. */
  inAll(documents: number): void;
  /** Ends the browser, if one was started. */
  close(): Promise<void>;
}

/** Prints that are likely to be wanted, until that is known: they are held in memory. */
const MOST_GUESSED = 3;

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
  const printed = formats.some((name) => FORMATS[name].printed);
  const press = kept ?? openPress(host, effects, printed);
  const word = openWordDesk(effects);
  // While one page is printed, the next is prepared.
  const pdf = openLane(Math.max(2, jobs), () => last.idle());
  const last = lastPrint(() => kept ?? begun(press.close()), pdf.idle);
  const lanes = { pdf, docx: openLane(Math.max(1, jobs - 1)) };
  const ground = groundOf(host, effects);
  const tools: Tools = { effects, lanes, press, word, ground };

  const make = fileMaker(tools);
  const ahead = aheadPrints();
  const printing: Printing = { open: ahead.open, begin: beginAhead(make, lanes.pdf) };
  const settleEnds = endsSettler(tools, formats.includes('pdf') ? printing : undefined);

  return {
    getReady: (fonts) => press.getReady(fonts, effects),
    expect: (texts, fonts) => {
      const characters = allPrepared(fonts) ? [] : [...charactersOf(texts)];
      expectCharacters(characters, effects);
      word.expect(characters, fonts);
    },
    render: async (document, theme, fonts) => {
      const style = { theme, fonts };
      const tree = treeText(document);
      const wanted = document.printer ? formats.filter((format) => format === 'pdf') : formats;
      const printOf = async (): Promise<Outcome<Rendered>> => {
        const entered = last.begun();
        const early = ahead.of(tree);
        if (early) entered();
        else await ahead.freed(tree);
        return early ?? make('pdf', document, style, { tree, entered });
      };
      const outcomes = await Promise.all(
        wanted.map(async (format) => ({
          format,
          ...(await (format === 'pdf' ? printOf() : make(format, document, style, { tree }))),
        })),
      );
      const diagnostics: Diagnostic[] = outcomes.flatMap((outcome) => outcome.diagnostics);
      const files = outcomes.flatMap(({ format, value }) => (value ? [{ format, ...value }] : []));
      return { value: files.length === wanted.length ? files : undefined, diagnostics };
    },
    fit: async (document, theme, fonts, final) => {
      const style = { theme, fonts };
      const sheets = await settleSheets(recipientsPlaced(document, theme), style, tools);
      if (!sheets.value) return sheets;
      const { value, diagnostics } = await settleFlow(sheets.value, style, tools);
      return {
        value: value && (await settleEnds(value, style, final?.(value))),
        diagnostics: [...sheets.diagnostics, ...diagnostics],
      };
    },
    inAll: last.inAll,
    close: async () => {
      lanes.pdf.close();
      lanes.docx.close();
      await word.close();
      if (!kept) await press.close();
    },
  };
}

/** Prints ahead where a page of the browser is free, and a few that are likely to be wanted even where none is. */
function beginAhead(make: MakeFile, pdf: Lane): Printing['begin'] {
  let guessed = 0;
  return (document, style, job) => {
    const { likely, settled } = job.wish;
    if (likely ? guessed >= MOST_GUESSED : !pdf.idle()) return undefined;
    if (likely) {
      guessed += 1;
      void settled.then(() => (guessed -= 1));
    }
    return make('pdf', document, style, job);
  };
}
