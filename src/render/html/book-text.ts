/** Text in a style of the theme's book part, which has no class of its own among the text styles. */
import type { Inline } from '../../model/document/inline.ts';
import type { Theme } from '../../model/document/theme.ts';
import type { HtmlContext } from './context.ts';
import { inlinesHtml } from './inlines.ts';
import { textHtml } from './text.ts';

type Style = NonNullable<Theme['book']>['head'];

export const bookText = (text: string, { font }: Style, context: HtmlContext): string =>
  textHtml(text, context.fonts.faces[font], context);

export const bookInlines = (nodes: readonly Inline[], { font }: Style, context: HtmlContext): string =>
  inlinesHtml(nodes, context.fonts.faces[font], context);
