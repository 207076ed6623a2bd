/** What outputs depend on besides their documents, as part of the keys under which they are kept. */
import { digestOfParts } from '../../base/cached.ts';
import type { Cache, Effects } from '../../base/effects.ts';
import { madeOnce } from '../../base/made-once.ts';
import type { Theme } from '../../model/document/theme.ts';
import type { Style } from '../context.ts';
import type { FontFace, FontSet } from '../fonts/face.ts';
import { type Host, locateBrowsers } from '../pdf/locate.ts';

/**
 * Digest of all that outputs of one style depend on besides their documents; '' where nothing is kept.
 * @param browser whether they depend on which browser prints them
 */
export type Ground = (style: Style, browser: boolean) => Promise<string>;

export function groundOf(host: Host, effects: Effects): Ground {
  const { cache } = effects;
  const styles = new WeakMap<Theme, WeakMap<FontSet, Promise<string>>>();
  let browsers: Promise<string> | undefined;
  return async ({ theme, fonts }, browser) => {
    if (!cache) return '';
    const ofTheme = madeOnce(styles, theme, () => new WeakMap());
    const style = madeOnce(ofTheme, fonts, () => styleDigest({ theme, fonts }, cache));
    if (browser) browsers ??= browserNames(host, effects);
    return `${await style} ${browser ? await browsers : ''}`;
  };
}

const styleDigest = async ({ theme, fonts }: Style, cache: Cache): Promise<string> =>
  digestOfParts([theme, await fontFiles(fonts, cache)]);

/** `fontFiles`, asked once for each set; '' where nothing is kept. */
export function fontFilesOf({ cache }: Pick<Effects, 'cache'>): (fonts: FontSet) => Promise<string> {
  const known = new WeakMap<FontSet, Promise<string>>();
  return async (fonts) => (cache ? madeOnce(known, fonts, () => fontFiles(fonts, cache)) : '');
}

/** Which files serve for what. Fonts are known by place, size and time of change. */
export async function fontFiles(fonts: FontSet, cache: Cache): Promise<string> {
  const describe = async ({ role, family, path, weight, standIn }: FontFace): Promise<unknown> => [
    [role, family, path, weight, standIn],
    (await cache.stamp(path)) ?? null,
  ];
  const faces = await Promise.all([...Object.values(fonts.faces), ...fonts.fallbacks].map(describe));
  return JSON.stringify(faces);
}

/** Which browsers may print here; another one may print differently. The packaged one belongs to the program. */
async function browserNames(host: Host, effects: Effects): Promise<string> {
  const { found } = await locateBrowsers(host, effects);
  const names = found.map(async ({ path, origin }) =>
    origin === 'package' ? origin : `${path} ${(await effects.cache?.stamp(path)) ?? ''}`,
  );
  return (await Promise.all(names)).join('\n');
}
