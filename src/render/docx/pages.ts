/** Page numbers of the contents, worked out by laying the document out as Word does, with our fonts under Word's names. */
import type { Document as WordDocument } from 'docx';
import { estimatePageNumbersWith, type FontFile } from 'docx/layout';
import type { Effects } from '../../base/effects.ts';
import { FONT_ROLES, type Theme } from '../../model/theme.ts';
import type { FontSet } from '../fonts/face.ts';
import { subsetFont } from '../fonts/subset.ts';

type Estimator = NonNullable<ConstructorParameters<typeof WordDocument>[0]['pageNumbers']>;

export interface Pages {
  estimator: Estimator;
  /** Known once the document is written. */
  result: {
    pages: number | null;
    ofSections: readonly (number | undefined)[];
    numbers: ReadonlyMap<string, string>;
  };
}

/**
 * One font file under the names of all five roles: in each of them a Chinese character is one em wide, and lines are of
 * exact height. `text`: every character of the document. `undefined`: no file could be read, and text is measured by
 * guess.
 */
export async function layoutFonts(
  fonts: FontSet,
  theme: Theme,
  effects: Effects,
  text: string,
): Promise<FontFile[] | undefined> {
  const face = [fonts.faces.body, ...Object.values(fonts.faces)].find((one) => one.format === 'truetype');
  const data = face && (await subsetFont(face, text, effects));
  if (!data) return undefined;
  const names = new Set(FONT_ROLES.map((role) => theme.officeFonts[role]));
  return [...names].map((name) => ({ data, name }));
}

export function pageEstimator(fonts: readonly FontFile[]): Pages {
  const inner = estimatePageNumbersWith({ fonts, guess: true });
  const result: Pages['result'] = { pages: null, ofSections: [], numbers: new Map() };
  const estimator: Estimator = (body, context) => {
    const estimate = inner(body, context);
    result.pages = estimate.pageCount ?? null;
    result.ofSections = estimate.sectionPageCounts ?? [];
    result.numbers = estimate.bookmarks;
    return estimate;
  };
  return { estimator, result };
}
