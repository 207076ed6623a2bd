/** What Word's layout is worked out with: one of our font files, and the estimator of pages that measures with it. */
import type { Document as WordDocument } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import type { Effects } from '../../../base/effects.ts';
import { madeOnce } from '../../../base/made-once.ts';
import type { Document } from '../../../model/document/document.ts';
import { FONT_ROLES } from '../../../model/document/font-role.ts';
import type { RenderContext } from '../../context.ts';
import { charactersOf } from '../../fonts/characters.ts';
import type { FontSet } from '../../fonts/face.ts';
import { subsetFont } from '../../fonts/subset.ts';

export type Estimator = NonNullable<ConstructorParameters<typeof WordDocument>[0]['pageNumbers']>;

/** The font file that pages are measured with, with the characters of `texts` and of all that is expected. */
export const measuringFont = (
  { faces }: FontSet,
  texts: unknown,
  effects: Effects,
): Promise<Uint8Array | undefined> => subsetFont(faces.body, charactersOf(texts), effects);

const estimators = new WeakMap<Uint8Array, Estimator>();
const byGuess = estimatePageNumbersWith({ guess: true });

/**
 * One font file under the names of all five roles: in each of them a Chinese character is one em wide, and lines are of
 * exact height.
 * @returns measuredIn: path of that file; '' where none could be read, and text is measured by guess
 */
export async function estimatorFor(
  { sections }: Document,
  { fonts, theme, effects }: RenderContext,
): Promise<{ estimator: Estimator; measuredIn: string }> {
  const data = await measuringFont(fonts, sections, effects);
  if (!data) return { estimator: byGuess, measuredIn: '' };
  const estimator = madeOnce(estimators, data, () => {
    const names = new Set(FONT_ROLES.map((role) => theme.officeFonts[role]));
    return estimatePageNumbersWith({ fonts: [...names].map((name) => ({ data, name })), guess: true });
  });
  return { estimator, measuredIn: fonts.faces.body.path };
}
