/** Where packages of a period lie: the last one as folder and zip, and beside it the zips that it took the place of. */
import type { Package } from '../../archive/lists.ts';
import { zipPackage } from '../../archive/zip.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { sameBytes } from '../../base/lay-aside.ts';
import { isLeftBehind } from '../../base/left-behind.ts';
import { packageReplaced, placeTaken } from '../../base/messages/archive.ts';

const BEFORE = '（以前的';

const isBefore = (name: string, file: string): boolean =>
  file.startsWith(`${name}${BEFORE}`) && file.endsWith('.zip');

/** @param name of the package. Out: an error where something else lies in the folder, which would be lost. */
export async function strangersIn(folder: string, name: string, effects: Effects): Promise<Diagnostic[]> {
  const strangers = (await effects.list(folder)).filter(
    (file) => file !== name && file !== `${name}.zip` && !isBefore(name, file) && !isLeftBehind(file),
  );
  return strangers.length > 0 ? [placeTaken(folder, strangers)] : [];
}

/** Puts the package in place, whole or not at all; a zip of other content that was there is kept, and told of. */
export async function putPackage(
  folder: string,
  name: string,
  files: Package,
  effects: Effects,
): Promise<{ folder: string; zip: string; diagnostics: Diagnostic[] }> {
  const present = await effects.list(folder);
  const zip = zipPackage(files, name);
  const whole = new Map([...files].map(([path, bytes]) => [`${name}/${path}`, bytes]));
  whole.set(`${name}.zip`, zip);
  for (const path of present.filter((file) => isBefore(name, file)))
    whole.set(path, (await effects.read(`${folder}/${path}`)) ?? new Uint8Array());
  const path = `${folder}/${name}.zip`;
  const before = await effects.read(path);
  const diagnostics: Diagnostic[] = [];
  if (before && !sameBytes(before, zip)) {
    const aside = firstFree(name, present);
    whole.set(aside, before);
    diagnostics.push(packageReplaced(path, aside));
  }
  await effects.replaceFolder(folder, whole);
  return { folder: `${folder}/${name}`, zip: path, diagnostics };
}

/** What a package is called that another takes the place of. */
function firstFree(name: string, present: readonly string[]): string {
  let n = 1;
  while (present.includes(`${name}${BEFORE}${n}）.zip`)) n += 1;
  return `${name}${BEFORE}${n}）.zip`;
}
