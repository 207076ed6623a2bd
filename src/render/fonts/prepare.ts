/** Makes what prepared.ts tells of: once, when the program is installed. */
import { posix, win32 } from 'node:path';
import type { Effects } from '../../base/effects.ts';
import { SHIPPED } from './candidates.ts';
import { usualCharacters } from './common.ts';
import { metricsOf } from './open-face.ts';
import type { FontPlaces } from './places.ts';
import { preparedNames } from './prepared.ts';
import { subsetFont } from './subset.ts';

/** Out: paths of packaged fonts that could not be got ready, which are read whole then. */
export async function prepareFonts(
  { platform, resolvePackage, prepared: folder }: FontPlaces & { prepared: string },
  effects: Effects,
): Promise<string[]> {
  const { join } = platform === 'win32' ? win32 : posix;
  const characters = usualCharacters();
  const left: string[] = [];
  for (const font of SHIPPED) {
    const home = resolvePackage(font.package);
    const path = join(home ?? font.package, font.file);
    const bytes = home === undefined ? undefined : await effects.read(path);
    const metrics = bytes && metricsOf(bytes);
    const usual = metrics && (await subsetFont({ path, covers: () => true }, characters, effects));
    const names = preparedNames(font);
    if (metrics && usual) {
      await effects.write(join(folder, names.metrics), metrics);
      await effects.write(join(folder, names.usual), usual);
    } else left.push(path);
  }
  return left;
}
