/** What a cross-check on a city's number sees. A check is a pure function in its own file; index.ts lists them. */
import type { Diagnostic } from '../../../base/diagnostic.ts';
import type { AboutIndicator } from '../../../base/messages/city-checks.ts';
import type { Figure } from '../../../model/document/figure.ts';
import type { Rules } from '../../../model/plan/rules.ts';
import type { Indicator } from '../../../model/region/city.ts';

export interface CityCase {
  indicator: Indicator;
  value: Figure;
  /** The city's own for the year. */
  target: Figure | null;
  /** Latest earlier value of the year that no voiding check has spoken against. */
  last: Figure | null;
  /** Value expected at the period's end, of the target, for what accumulates. */
  expected: Figure | null;
  /** What the other cities gave for the period. */
  others: readonly number[];
  /** What the row says beside the number. */
  words: readonly string[];
  about: AboutIndicator;
  /** Those of the units: a slip is the same whoever makes it. */
  rules: Rules['checks'];
}

export interface CityCheck {
  /** Name of its file behind “city-”. */
  name: string;
  /** verify: formal texts wait until it is mended or acknowledged · notice: the reader is told. */
  effect: 'verify' | 'notice';
  /** The next quarter's value is not held against this one. */
  voids: boolean;
  run(subject: CityCase): Diagnostic[];
}

/** Whether it counts or measures: growth and shares have ranges of their own. */
export const isQuantity = ({ kind }: Indicator): boolean => kind === 'cumulative' || kind === 'stock';

/** Other places; with fewer, nothing tells what is usual. */
export const FEWEST = 3;
