/** What a print is handed besides the document. */
import type { Outcome } from '../../base/diagnostic.ts';
import type { RenderContext } from '../context.ts';
import type { PrintBrowser } from './browser.ts';
import type { Places } from './places.ts';

/** Of what the browser is to lay out. */
export interface PrintContext extends RenderContext {
  /** SVG of each chart block, by its id. */
  charts: ReadonlyMap<string, string>;
  /** The build's one browser; started when first asked for, unless it was started ahead. */
  browser(): Promise<Outcome<PrintBrowser>>;
  /**
   * Called when the browser is done with the document: it can print the next while this one is finished.
   * @param waits for whether it is wanted, and nobody is to be held up by that
   */
  printed?: ((waits: boolean) => void) | undefined;
  /** Of what is printed ahead; what is not wanted is not finished. */
  wish?: Wish | undefined;
}

/** What a print that is begun ahead knows of being wanted. */
export interface Wish {
  /** It is known that it is not: there is no use in going on. */
  refused: boolean;
  /** Whether it is, once that is known. */
  settled: Promise<boolean>;
  /** It is the first that is tried, and may well be followed by another: whoever is asked will soon have answered. */
  first: boolean;
  /** It will most probably be wanted: it waits for nothing until it is printed, and then it holds up nobody. */
  likely: boolean;
  /** Called when it is known where everything lies: what is decided of the document may hang on it. */
  placed(places: Places): void;
}
