/** Sections that end well: in both formats by Word's layout, then in print where the browser's differs. */
import { keyOf, remembered } from '../base/cached.ts';
import type { Outcome } from '../base/diagnostic.ts';
import { madeOnce } from '../base/made-once.ts';
import type { Document } from '../model/document.ts';
import type { AheadPrints } from './ahead.ts';
import type { Style, Wish } from './context.ts';
import type { Rendered } from './formats.ts';
import { soon } from './lanes.ts';
import { canBeDrawnIn, closerOf, drawnIn, type MeasureFill } from './last-page.ts';
import type { Places } from './pdf/places.ts';
import { chooseInPrint, closerInPrintOf, drawnInPrint, someMayEndOtherwise } from './print-ends.ts';
import { treeText } from './store.ts';
import { askBrowser, drawnContext, type Tools } from './tools.ts';
import type { TellNews } from './word-jobs.ts';

/** Where prints are wanted at all: how they are begun before it is known which. */
export interface Printing {
  open: AheadPrints['open'];
  /**
   * @param tree the document's text
   * @returns undefined: there is no place for it
   */
  begin(
    document: Document,
    style: Style,
    job: { tree: string; wish: Wish },
  ): Promise<Outcome<Rendered>> | undefined;
}

/**
 * In: a document whose sheets are settled. Out: the same with its last pages drawn in where that is of use.
 * @param unchanged what will be rendered if nothing has to change: printed ahead
 */
export type SettleEnds = (document: Document, style: Style, unchanged?: Document) => Promise<Document>;

export function endsSettler(tools: Tools, printing: Printing | undefined): SettleEnds {
  return async (document, style, unchanged) => {
    if (!document.sections.some(canBeDrawnIn)) return document;
    const ahead = printing && unchanged && printsAhead(unchanged, style, printing);
    let chosen: Closer | undefined;
    try {
      const inWord = await endsInWord(document, style, tools, ahead);
      const drawn = drawnIn(document, inWord);
      const inPrint = printing ? await endsInPrint(drawn, style, tools, ahead) : [];
      chosen = [inWord, inPrint];
      return drawnInPrint(drawn, inPrint);
    } finally {
      ahead?.end(chosen);
    }
  };
}

/** For each section by how many points its lines stand closer in both formats, and by how many in print. */
type Closer = [inWord: readonly number[], inPrint: readonly number[]];

/** Prints of one document, begun before it is known how it is drawn in. */
interface Ahead {
  begin(...closer: Closer): void;
  /** Where everything lies in the print that was begun last; undefined where that is another, or was not begun. */
  placesOf(...closer: Closer): Promise<Places | undefined>;
  /** undefined: none is wanted. */
  end(chosen: Closer | undefined): void;
}

function printsAhead(document: Document, style: Style, printing: Printing): Ahead {
  const attempts = printing.open();
  const known = new Map<string, { drawn: Document; tree: string }>();
  const asDrawn = ([inWord, inPrint]: Closer): { drawn: Document; tree: string } => {
    // As in Word: none, or nought for each.
    const inBoth = inPrint.every((points) => points === 0);
    return madeOnce(known, `${inWord} ${inBoth ? '' : inPrint}`, () => {
      const drawn = drawnInPrint(drawnIn(document, inWord), inPrint);
      return { drawn, tree: treeText(drawn) };
    });
  };
  return {
    begin: (...closer) => {
      const { drawn, tree } = asDrawn(closer);
      attempts.next(tree, (wish) => printing.begin(drawn, style, { tree, wish }));
    },
    placesOf: (...closer) => attempts.placesOf(asDrawn(closer).tree),
    end: (chosen) => attempts.end(chosen && asDrawn(chosen).tree),
  };
}

/** One job, so that its second layout does not wait behind a volume that has come in between. */
async function endsInWord(
  document: Document,
  style: Style,
  { effects, ground, lanes, word }: Tools,
  ahead: Ahead | undefined,
): Promise<number[]> {
  const tree = treeText(document);
  const digest = await ground(style, false);
  const tell: TellNews | undefined = ahead && (({ closer }) => ahead.begin(closer, []));
  return remembered(
    effects.cache,
    (store) => keyOf(store, 'last pages', tree, digest),
    () => lanes.docx.run(soon(tree.length), () => word.ask('last pages', document, tree, style, tell)),
  );
}

/**
 * In: a document as Word's layout has settled it. Out: for each section how much closer its lines stand in print; 0 for as
 * in Word, and where the browser fails: whoever prints it is told of that.
 */
async function endsInPrint(
  document: Document,
  style: Style,
  tools: Tools,
  ahead: Ahead | undefined,
): Promise<number[]> {
  if (!someMayEndOtherwise(document)) return [];
  const digest = await tools.ground(style, true);
  let failed = false;
  const measure: MeasureFill = async (asked) => {
    const { draftEnds, fillsOf } = await import('./pdf/fills.ts');
    const closer: Closer = [closerOf(asked), closerInPrintOf(asked)];
    // Whether a step is enough its print shows, and goes on to be the one that is wanted.
    if (asked !== document) ahead?.begin(...closer);
    let places = await ahead?.placesOf(...closer);
    if (!places) {
      const context = await drawnContext(asked, style, tools);
      places = (await askBrowser(tools, (browser) => draftEnds(asked, { ...context, browser }))).value;
    }
    failed ||= !places;
    return places ? fillsOf(asked, style.theme, places) : [];
  };
  return remembered(
    tools.effects.cache,
    (store) => keyOf(store, 'ends in print', treeText(document), digest),
    () => chooseInPrint(document, style.theme, measure),
    () => !failed,
  );
}
