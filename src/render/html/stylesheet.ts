/** Theme + fonts → CSS. Each part stands in its own file under stylesheet/. */
import type { Theme } from '../../model/theme.ts';
import type { FontSet } from '../fonts/face.ts';
import { boxesCss } from './stylesheet/boxes.ts';
import { facesCss } from './stylesheet/faces.ts';
import { pageCss } from './stylesheet/page.ts';
import { proseCss } from './stylesheet/prose.ts';
import { tableCss } from './stylesheet/table.ts';

/** In: `pageMark` already free of characters that no face has; '' for none. */
export function stylesheet(theme: Theme, fonts: FontSet, pageMark: string): string {
  return [
    facesCss(theme, fonts),
    pageCss(theme, fonts, pageMark),
    proseCss(theme),
    tableCss(theme),
    boxesCss(theme),
  ].join('\n');
}
