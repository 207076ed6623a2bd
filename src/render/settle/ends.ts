/** Sections that end well: in both formats by Word's layout, then in print where the browser's differs. */
import { keyOf, remembered } from '../../base/cached.ts';
import type { Document } from '../../model/document/document.ts';
import type { Style } from '../context.ts';
import { canBeDrawnIn, closerOf, drawnIn, type MeasureFill } from '../layout/last-page.ts';
import { chooseInPrint, closerInPrintOf, drawnInPrint, someMayEndOtherwise } from '../layout/print-ends.ts';
import { shapeText } from '../layout/shape.ts';
import { soon } from '../work/lanes.ts';
import { treeText } from '../work/store.ts';
import { askBrowser, drawnContext, type Tools } from '../work/tools.ts';
import type { TellNews } from '../work/word-jobs.ts';
import { type Ahead, type Printing, printsAhead } from './ends-ahead.ts';
import type { Closer } from './last-ends.ts';

/**
 * In: a document whose sheets are settled. Out: the same with its last pages drawn in where that is of use.
 * @param unchanged what will be rendered if nothing has to change: printed ahead
 */
export type SettleEnds = (document: Document, style: Style, unchanged?: Document) => Promise<Document>;

export function endsSettler(tools: Tools, printing: Printing | undefined): SettleEnds {
  return async (document, style, unchanged) => {
    if (!document.sections.some(canBeDrawnIn)) return document;
    const ahead = printing && unchanged && printsAhead(unchanged, style, printing, tools.effects);
    let chosen: Closer | undefined;
    try {
      const inWord = await endsInWord(document, style, tools, ahead);
      ahead?.settledInWord(inWord);
      const drawn = drawnIn(document, inWord);
      const inPrint = printing ? await endsInPrint(drawn, style, tools, ahead) : [];
      chosen = [inWord, inPrint];
      await ahead?.keep(chosen);
      return drawnInPrint(drawn, inPrint);
    } finally {
      ahead?.end(chosen);
    }
  };
}

/** One job, so that its second layout does not wait behind a volume that has come in between. */
async function endsInWord(
  document: Document,
  style: Style,
  { effects, ground, lanes, word }: Tools,
  ahead: Ahead | undefined,
): Promise<number[]> {
  const digest = await ground(style, false);
  const tell: TellNews | undefined = ahead && (({ closer }) => ahead.begin(closer, []));
  return remembered(
    effects.cache,
    (store) => keyOf(store, 'last pages', shapeText(document, style.fonts), digest),
    async () => {
      await ahead?.guess();
      const tree = treeText(document);
      return lanes.docx.run(soon(tree.length), () => word.ask('last pages', document, tree, style, tell));
    },
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
    const { draftEnds, fillsOf } = await import('../pdf/fills.ts');
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
    (store) => keyOf(store, 'ends in print', shapeText(document, style.fonts), digest),
    () => chooseInPrint(document, style.theme, measure),
    () => !failed,
  );
}
