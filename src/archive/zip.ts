/** The package as one file: the same package gives the same bytes. */
import { unzipSync, type Zippable, zipSync } from 'fflate';
import { ZIP_DAY } from '../base/file-date.ts';
import { zipNames } from '../base/zip-names.ts';
import type { Package } from './lists.ts';

/** Made on Unix, with modes (rw-r--r--): of what FAT has made, unzip takes the names for those of a DOS code page, UTF-8 or not. */
const UNIX = { os: 3, attrs: (0o100644 << 16) >>> 0 };

/** @param root folder that everything stands in */
export function zipPackage(files: Package, root: string): Uint8Array {
  const entries: Zippable = {};
  for (const [path, bytes] of files) entries[`${root}/${path}`] = [bytes, { mtime: ZIP_DAY, ...UNIX }];
  return zipSync(entries, { level: 6 });
}

/**
 * Out: every entry below the one folder that holds the package, with what lies beside it and what is unsafe about the paths;
 * undefined when the file can't be read.
 */
export function unzipPackage(
  bytes: Uint8Array,
): { root: string; files: Package; beside: string[]; unsafe: string[] } | undefined {
  const written: string[] = [];
  try {
    const entries = unzipSync(bytes, {
      filter: ({ name }) => {
        written.push(name);
        return !name.endsWith('/');
      },
    });
    const names = meantNames(written);
    const unsafe = names.filter(
      (name, index) => /^\/|^[A-Za-z]:|(?:^|\/)\.\.?(?:\/|$)/.test(name) || names.indexOf(name) !== index,
    );
    const contents = new Map(
      written.flatMap((name, index) => (entries[name] ? [[names[index] ?? name, entries[name]]] : [])),
    );
    const paths = [...contents.keys()];
    const root = packageFolder(paths) ?? paths[0]?.split('/')[0] ?? '';
    const within = paths.filter((path) => path.startsWith(`${root}/`));
    const [own, common] = within.length > 0 ? [within, root.length + 1] : [paths, 0];
    const files = new Map(own.map((path) => [path.slice(common), contents.get(path) ?? new Uint8Array()]));
    return { root, files, beside: paths.filter((path) => !own.includes(path)), unsafe };
  } catch {
    return undefined;
  }
}

/**
 * What other programs mean by names in a zip that they have made of a package: those not said to be UTF-8 come as one character
 * a byte, and some write a backslash for /.
 */
function meantNames(written: readonly string[]): string[] {
  const raw = written.filter((name) => /^[\u0000-\u00ff]*$/.test(name));
  const decoded = zipNames(
    raw.map((name) => ({
      name: Uint8Array.from(name, (c) => c.charCodeAt(0)),
      extra: new Uint8Array(),
      utf8: false,
    })),
  );
  const meant = new Map(raw.map((name, index) => [name, decoded[index] ?? name]));
  return written.map((name) => (meant.get(name) ?? name).replaceAll('\\', '/'));
}

/** What every package holds at its top. */
const GUIDE = '说明文件.TXT';

/** The one folder, directly below, that holds a package; undefined where it is none or more, or the package lies here. */
export function packageFolder(paths: readonly string[]): string | undefined {
  if (paths.includes(GUIDE)) return undefined;
  const folders = paths.filter((path) => path.endsWith(`/${GUIDE}`) && path.split('/').length === 2);
  return folders.length === 1 ? folders[0]?.split('/')[0] : undefined;
}
