/** The package as one file: the same package gives the same bytes. */
import { unzipSync, type Zippable, zipSync } from 'fflate';
import type { Package } from './lists.ts';

/** ZIP knows no time before 1980; every entry carries the same one, in whatever zone. */
const MTIME = new Date(1980, 0, 1);

/** @param root folder that everything stands in */
export function zipPackage(files: Package, root: string): Uint8Array {
  const entries: Zippable = {};
  for (const [path, bytes] of files) entries[`${root}/${path}`] = [bytes, { mtime: MTIME }];
  return zipSync(entries, { level: 6 });
}

/**
 * Out: every entry below the one folder that all stand in, with what is unsafe about the paths; undefined when the
 * file can't be read.
 */
export function unzipPackage(
  bytes: Uint8Array,
): { root: string; files: Package; unsafe: string[] } | undefined {
  const names: string[] = [];
  try {
    const entries = unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name);
        return !name.endsWith('/');
      },
    });
    const unsafe = names.filter(
      (name, index) =>
        /^[/\\]|\\|^[A-Za-z]:|(?:^|\/)\.\.?(?:\/|$)/.test(name) || names.indexOf(name) !== index,
    );
    const paths = Object.keys(entries);
    const root = paths[0]?.split('/')[0] ?? '';
    const common = paths.every((path) => path.startsWith(`${root}/`)) ? root.length + 1 : 0;
    const files = new Map(paths.map((path) => [path.slice(common), entries[path] ?? new Uint8Array()]));
    return { root, files, unsafe };
  } catch {
    return undefined;
  }
}
