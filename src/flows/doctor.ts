/** What this machine prints with: browser and fonts, and what could be better. */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { browserNotFound, browserNotStarted, NOT_ALLOWED } from '../base/messages/render.ts';
import { type FontPlaces, type FontReportLine, resolveFonts } from '../render/fonts/resolve.ts';
import { type Host, type LocatedBrowser, locateBrowsers } from '../render/pdf/locate.ts';

export interface Examination {
  browser: LocatedBrowser | undefined;
  fonts: FontReportLine[];
  diagnostics: Diagnostic[];
}

/** The first browser found and the font of every role; what is missing is a diagnostic, not an error. */
export async function examine(host: Host, places: FontPlaces, effects: Effects): Promise<Examination> {
  const browsers = await locateBrowsers(host, effects);
  const fonts = await resolveFonts(effects, places);
  const browser = browsers.found.find(({ path }) => host.mayRun?.(path) !== false);
  const refused = browsers.found.map(({ path }) => browserNotStarted(path, NOT_ALLOWED));
  const missing = refused.length > 0 ? refused : [browserNotFound(browsers.searched)];
  return {
    browser,
    fonts: fonts.value?.report ?? [],
    diagnostics: [...(browser ? [] : missing), ...fonts.diagnostics],
  };
}
