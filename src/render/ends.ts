/** Sections that end well: in both formats by Word's layout, then in print where the browser's differs. */
import { keyOf, remembered } from '../base/cached.ts';
import type { Outcome } from '../base/diagnostic.ts';
import type { Document } from '../model/document.ts';
import type { AheadPrints } from './ahead.ts';
import type { Style, Wish } from './context.ts';
import type { Rendered } from './formats.ts';
import { soon } from './lanes.ts';
import { canBeDrawnIn, drawnIn, type MeasureFill } from './last-page.ts';
import type { Places } from './pdf/places.ts';
import { chooseInPrint, drawnInPrint, someMayEndOtherwise } from './print-ends.ts';
import { treeText } from './store.ts';
import { askBrowser, drawnContext, type Tools } from './tools.ts';
import type { TellNews } from './word-jobs.ts';

/** Where prints are wanted at all: how they are begun before it is known which. */
export interface Printing {
  open: AheadPrints['open'];
  /** undefined: there is no place for it. */
  begin(document: Document, style: Style, wish: Wish): Promise<Outcome<Rendered>> | undefined;
}

/**
 * In: a document whose sheets are settled. Out: the same with its last pages drawn in where that is of use.
 * @param unchanged what will be rendered if nothing has to change: printed ahead
 */
export type SettleEnds = (document: Document, style: Style, unchanged?: Document) => Promise<Document>;

export function endsSettler(tools: Tools, printing: Printing | undefined): SettleEnds {
  const { effects, ground } = tools;
  return async (document, style, unchanged) => {
    if (!document.sections.some(canBeDrawnIn)) return document;
    const attempts = unchanged && printing?.open();
    const tell: TellNews | undefined =
      attempts &&
      (({ closer }) => {
        const drawn = drawnIn(unchanged, closer);
        attempts.next(treeText(drawn), (wish) => printing?.begin(drawn, style, wish));
      });
    let wanted: string | undefined;
    try {
      const digest = await ground(style, false);
      const closer = await remembered(
        effects.cache,
        (store) => keyOf(store, 'last pages', treeText(document), digest),
        () => askWord(document, style, tools, tell),
      );
      const drawn = drawnIn(document, closer);
      const printed = unchanged && drawnIn(unchanged, closer);
      const known = async (): Promise<Places | undefined> => printed && attempts?.placesOf(treeText(printed));
      const inPrint = printing ? await endsInPrint(drawn, style, tools, known) : [];
      wanted = printed && treeText(drawnInPrint(printed, inPrint));
      return drawnInPrint(drawn, inPrint);
    } finally {
      attempts?.end(wanted);
    }
  };
}

/** One job, so that its second layout does not wait behind a volume that has come in between. */
function askWord(
  document: Document,
  style: Style,
  { lanes, word }: Tools,
  tell: TellNews | undefined,
): Promise<number[]> {
  const tree = treeText(document);
  return lanes.docx.run(soon(tree.length), () => word.ask('last pages', document, tree, style, tell));
}

/**
 * In: a document as Word's layout has settled it. Out: for each section how much closer its lines stand in print; 0 for as
 * in Word, and where the browser fails: whoever prints it is told of that.
 * @param known where everything lies, if it is being printed ahead
 */
async function endsInPrint(
  document: Document,
  style: Style,
  tools: Tools,
  known: () => Promise<Places | undefined>,
): Promise<number[]> {
  if (!someMayEndOtherwise(document)) return [];
  const digest = await tools.ground(style, true);
  let failed = false;
  const measure: MeasureFill = async (asked) => {
    const { draftEnds, fillsOf } = await import('./pdf/fills.ts');
    let places = asked === document ? await known() : undefined;
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
