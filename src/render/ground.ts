/** What outputs depend on besides their documents, as part of the keys under which they are kept. */
import type { Effects } from '../base/effects.ts';
import type { Theme } from '../model/theme.ts';
import type { FontSet } from './fonts/face.ts';
import { type Host, locateBrowsers } from './pdf/locate.ts';
import { fontFiles, styleDigest } from './store.ts';

export interface Style {
  theme: Theme;
  fonts: FontSet;
}

/** Digest of all that outputs of one style depend on besides their documents; '' where nothing is kept. */
export function groundOf(host: Host, effects: Effects): (style: Style, browser: boolean) => Promise<string> {
  const { cache } = effects;
  const styles = new WeakMap<Theme, WeakMap<FontSet, Promise<string>>>();
  let browsers: Promise<string> | undefined;
  return async ({ theme, fonts }, browser) => {
    if (!cache) return '';
    const ofTheme = styles.get(theme) ?? new WeakMap<FontSet, Promise<string>>();
    styles.set(theme, ofTheme);
    const style = ofTheme.get(fonts) ?? styleDigest(theme, fonts, cache);
    ofTheme.set(fonts, style);
    if (browser) browsers ??= browserNames(host, effects);
    return `${await style} ${browser ? await browsers : ''}`;
  };
}

/** Digest of the font files; '' where nothing is kept. */
export function filesOf({ cache }: Effects): (fonts: FontSet) => Promise<string> {
  const known = new WeakMap<FontSet, Promise<string>>();
  return (fonts) => {
    const files = known.get(fonts) ?? (cache ? fontFiles(fonts, cache) : Promise.resolve(''));
    known.set(fonts, files);
    return files;
  };
}

/** Which browsers may print here; another one may print differently. The packaged one belongs to the program. */
async function browserNames(host: Host, effects: Effects): Promise<string> {
  const { found } = await locateBrowsers(host, effects);
  const names = found.map(async ({ path, origin }) =>
    origin === 'package' ? origin : `${path} ${(await effects.cache?.stamp(path)) ?? ''}`,
  );
  return (await Promise.all(names)).join('\n');
}
