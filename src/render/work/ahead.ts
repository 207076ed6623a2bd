/** Prints that are begun before it is known whether they are wanted: a browser that has nothing to do costs nothing. */
import type { Outcome } from '../../base/diagnostic.ts';
import { begun } from '../../base/turn.ts';
import type { Places } from '../pdf/places.ts';
import type { Wish } from '../pdf/print-context.ts';
import type { Rendered } from './formats.ts';

type Print = Promise<Outcome<Rendered>>;

interface Attempt {
  tree: string;
  print: Print;
  /** undefined when the print has ended without them. */
  places: Promise<Places | undefined>;
  decide(wanted: boolean): void;
}

/** Attempts at one document, of which one is wanted at most. */
export interface Attempts {
  /**
   * The one before is refused, and when it has ended this one is begun; if it is the same, it goes on.
   * @param tree the document's text
   * @param begin undefined: there is no place for it
   * @param likely it does not wait until it is wanted, as the first otherwise does in the middle
   */
  next(tree: string, begin: (wish: Wish) => Print | undefined, likely?: boolean): void;
  /** Where everything lies in the one that was begun last; undefined where it is of another text, or was not printed. */
  placesOf(tree: string): Promise<Places | undefined>;
  /** It is known which one is wanted; undefined: none, since nobody could tell. */
  end(tree: string | undefined): void;
}

export interface AheadPrints {
  open(): Attempts;
  /** The print of this document, if it was begun and has not been refused. */
  of(tree: string): Print | undefined;
  /**
   * Comes when what was printed in vain for this document has ended: the page on which that is done is there sooner than a
   * new one, and takes no memory besides.
   */
  freed(tree: string): Promise<unknown>;
}

export function aheadPrints(): AheadPrints {
  const byTree = new Map<string, Print>();
  const vain = new Map<string, Promise<unknown>>();
  const start = (
    tree: string,
    begin: (wish: Wish) => Print | undefined,
    { first, likely }: Pick<Wish, 'first' | 'likely'>,
  ): Attempt | undefined => {
    const { promise, resolve } = deferred<boolean>();
    const { promise: places, resolve: placed } = deferred<Places | undefined>();
    const wish: Wish = { refused: false, settled: promise, first, likely, placed };
    const print = begin(wish);
    if (!print) return undefined;
    begun(print.finally(() => placed(undefined)));
    byTree.set(tree, begun(print));
    const decide = (wanted: boolean): void => {
      wish.refused = !wanted;
      if (!wanted) byTree.delete(tree);
      resolve(wanted);
    };
    return { tree, print, places, decide };
  };
  return {
    of: (tree) => byTree.get(tree),
    freed: async (tree) => vain.get(tree),
    open: () => {
      let latest: Promise<Attempt | undefined> = Promise.resolve(undefined);
      let over = false;
      return {
        next: (tree, begin, likely = false) => {
          latest = latest.then(async (before) => {
            if (before?.tree === tree) return before;
            before?.decide(false);
            await before?.print.catch(() => undefined);
            return over ? undefined : start(tree, begin, { first: before === undefined && !likely, likely });
          });
        },
        placesOf: async (tree) => {
          const last = await latest;
          return last?.tree === tree ? last.places : undefined;
        },
        end: (tree) => {
          over = true;
          const freed = latest.then((last) => {
            last?.decide(last.tree === tree);
            return last && last.tree !== tree ? last.print.catch(() => undefined) : undefined;
          });
          if (tree !== undefined) vain.set(tree, freed);
        },
      };
    },
  };
}

function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
