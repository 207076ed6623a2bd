/** What renderers are handed besides the document. */
import type { Effects } from '../base/effects.ts';
import type { Theme } from '../model/document/theme.ts';
import type { FontSet } from './fonts/face.ts';

export interface Style {
  theme: Theme;
  fonts: FontSet;
}

export interface RenderContext extends Style {
  effects: Effects;
}
