/** What the documents of a build share: fonts, house styles, and what each is given at last. */
import { type Asked, sameAnswers, traceEffects } from '../archive/trace.ts';
import type { Outcome } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { fileDate } from '../base/file-date.ts';
import { madeOnce } from '../base/made-once.ts';
import { readTheme } from '../intake/templates.ts';
import type { Document } from '../model/document/document.ts';
import type { Theme } from '../model/document/theme.ts';
import { withSlug } from '../render/book/slug.ts';
import { resolveFonts } from '../render/fonts/resolve.ts';
import type { Press } from '../render/pdf/press.ts';
import { fontFiles } from '../render/work/ground.ts';
import type { BuildRequest } from './request.ts';

type Fonts = Awaited<ReturnType<typeof resolveFonts>>;
const keptFonts = new WeakMap<Press, { places: string; asked: Asked[]; files: string; fonts: Fonts }>();

/** Opening font files takes a moment: builds that share a browser share them as long as they are the same files. */
export async function fontsFor({ press, fontPlaces }: BuildRequest, effects: Effects): Promise<Fonts> {
  if (!press || !effects.cache) return resolveFonts(effects, fontPlaces);
  const places = JSON.stringify({ ...fontPlaces, resolvePackage: undefined });
  const kept = keptFonts.get(press);
  if (kept?.places === places && (await sameAnswers(kept.asked, effects))) return kept.fonts;
  const traced = traceEffects(effects);
  const resolved = await resolveFonts(traced.effects, fontPlaces);
  const asked = traced.asked();
  if (!asked || !resolved.value) return resolved;
  // Another workspace has mostly the same fonts: then what was made of them serves on.
  const files = await fontFiles(resolved.value.set, effects.cache);
  const fonts =
    kept?.fonts.value && kept.files === files
      ? { ...resolved, value: { ...resolved.value, set: kept.fonts.value.set } }
      : resolved;
  keptFonts.set(press, { places, asked, files, fonts });
  return fonts;
}

/** House styles by name, each read when the first document asks for it. */
export function openThemes(
  { printShop }: BuildRequest,
  effects: Effects,
): (style: string) => Promise<Outcome<Theme>> {
  const known = new Map<string, Promise<Outcome<Theme>>>();
  const read = async (style: string): Promise<Outcome<Theme>> => {
    const theme = await readTheme(effects, style);
    return theme.value && printShop ? { ...theme, value: withSlug(theme.value) } : theme;
  };
  return (style) => madeOnce(known, style, () => read(style));
}

/** From the settled document to the one that is printed: the date that its files bear, the printer. */
export const finalIn =
  ({ print }: BuildRequest, effects: Effects) =>
  (settled: Document): Document => ({
    ...settled,
    meta: { ...settled.meta, date: fileDate(settled.meta.date, effects) },
    ...(print && { printer: 'office' as const }),
  });
