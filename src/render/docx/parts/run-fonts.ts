/** The fonts of a run of text, by what the theme uses them for. */
import type { FontRole } from '../../../model/document/font-role.ts';
import type { Theme } from '../../../model/document/theme.ts';

/** Both scripts named outright: a theme font would override the East Asian one. */
export const fontsOf = (theme: Theme, role: FontRole) => ({
  ascii: theme.latinFont,
  hAnsi: theme.latinFont,
  cs: theme.latinFont,
  eastAsia: theme.officeFonts[role],
});
