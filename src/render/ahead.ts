/** Prints that are begun before it is known whether they are wanted: a browser that has nothing to do costs nothing. */
import type { Outcome } from '../base/diagnostic.ts';
import { begun } from '../base/turn.ts';
import type { Wish } from './context.ts';
import type { Rendered } from './formats.ts';

type Print = Promise<Outcome<Rendered>>;

interface Attempt {
  tree: string;
  print: Print;
  decide(wanted: boolean): void;
}

/** Attempts at one document, of which one is wanted at most. */
export interface Attempts {
  /**
   * The one before is refused, and when it has ended this one is begun.
   * @param tree the document's text
   * @param begin undefined: there is no place for it
   */
  next(tree: string, begin: (wish: Wish) => Print | undefined): void;
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
    first: boolean,
  ): Attempt | undefined => {
    const { promise, resolve } = deferred();
    const wish: Wish = { refused: false, settled: promise, first };
    const print = begin(wish);
    if (!print) return undefined;
    byTree.set(tree, begun(print));
    const decide = (wanted: boolean): void => {
      wish.refused = !wanted;
      if (!wanted) byTree.delete(tree);
      resolve(wanted);
    };
    return { tree, print, decide };
  };
  return {
    of: (tree) => byTree.get(tree),
    freed: async (tree) => vain.get(tree),
    open: () => {
      let latest: Promise<Attempt | undefined> = Promise.resolve(undefined);
      let over = false;
      return {
        next: (tree, begin) => {
          latest = latest.then(async (before) => {
            before?.decide(false);
            await before?.print.catch(() => undefined);
            return over ? undefined : start(tree, begin, before === undefined);
          });
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

function deferred(): { promise: Promise<boolean>; resolve: (value: boolean) => void } {
  let resolve: (value: boolean) => void = () => {};
  const promise = new Promise<boolean>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
