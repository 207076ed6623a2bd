/** A document printed before it is known how its last pages are drawn in: as they were last time, or as is being asked. */
import type { Outcome } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { madeOnce } from '../../base/made-once.ts';
import type { Document } from '../../model/document/document.ts';
import type { Style } from '../context.ts';
import { drawnIn } from '../layout/last-page.ts';
import { drawnInPrint } from '../layout/print-ends.ts';
import type { Places } from '../pdf/places.ts';
import type { Wish } from '../pdf/print-context.ts';
import type { AheadPrints } from '../work/ahead.ts';
import type { Rendered } from '../work/formats.ts';
import { treeText } from '../work/store.ts';
import { type Closer, keepEnds, lastEnds, refutes } from './last-ends.ts';

/** Where prints are wanted at all: how they are begun before it is known which. */
export interface Printing {
  open: AheadPrints['open'];
  /**
   * @param job `tree`: the document's text
   * @returns undefined: there is no place for it
   */
  begin(
    document: Document,
    style: Style,
    job: { tree: string; wish: Wish },
  ): Promise<Outcome<Rendered>> | undefined;
}

/** Prints of one document, begun before it is known how it is drawn in. */
export interface Ahead {
  /** Begins with how it was drawn in last time. */
  guess(): Promise<void>;
  /** As long as the guess is likely, nothing else is begun. */
  begin(...closer: Closer): void;
  /** How it is drawn in in both formats is known: if the guess was another, this is begun instead. */
  settledInWord(inWord: readonly number[]): void;
  /** Where everything lies in the print that was begun last; undefined where that is another, or was not begun. */
  placesOf(...closer: Closer): Promise<Places | undefined>;
  /** Notes it for the next time, if that is news. */
  keep(chosen: Closer): Promise<void>;
  /** undefined: none is wanted. */
  end(chosen: Closer | undefined): void;
}

export function printsAhead(document: Document, style: Style, printing: Printing, effects: Effects): Ahead {
  const attempts = printing.open();
  const drawings = new Map<string, { drawn: Document; tree: string }>();
  const asDrawn = ([inWord, inPrint]: Closer): { drawn: Document; tree: string } => {
    // As in Word: none, or nought for each.
    const inBoth = inPrint.every((points) => points === 0);
    return madeOnce(drawings, `${inWord} ${inBoth ? '' : inPrint}`, () => {
      const drawn = drawnInPrint(drawnIn(document, inWord), inPrint);
      return { drawn, tree: treeText(drawn) };
    });
  };
  let known: Closer | undefined;
  let asked = false;
  let begun = false;
  /** Until it turns out to be wrong. */
  let guess: Closer | undefined;
  const print = (closer: Closer, likely = false): void => {
    const { drawn, tree } = asDrawn(closer);
    begun = true;
    attempts.next(tree, (wish) => printing.begin(drawn, style, { tree, wish }), likely);
  };
  return {
    guess: async () => {
      asked = true;
      known = await lastEnds(document, effects);
      guess = known;
      if (guess) print(guess, true);
    },
    begin: (...closer) => {
      if (guess && refutes(closer, guess)) guess = undefined;
      if (!guess) print(closer);
    },
    settledInWord: (inWord) => {
      if (!guess || String(guess[0]) === String(inWord)) return;
      guess = undefined;
      print([inWord, []]);
    },
    placesOf: (...closer) => attempts.placesOf(asDrawn(closer).tree),
    keep: async (chosen) => {
      if (asked && JSON.stringify(known) !== JSON.stringify(chosen))
        await keepEnds(document, chosen, effects);
    },
    end: (chosen) => attempts.end(begun && chosen ? asDrawn(chosen).tree : undefined),
  };
}
