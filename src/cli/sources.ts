/** Files and folders named on the command line → files, folders opened up to the bottom. */
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isLeftBehind } from '../base/left-behind.ts';
import { byCodeUnit } from '../base/order.ts';

interface NamedFile {
  /** As named, for messages. */
  shown: string;
  path: string;
  bytes: number;
}

export interface NamedFiles {
  files: NamedFile[];
  missing: string[];
  /** Folders without a file. */
  empty: string[];
}

/** In order of name; a file named twice counts once. Relative to the current folder. */
export async function namedFiles(names: readonly string[]): Promise<NamedFiles> {
  const found: NamedFiles = { files: [], missing: [], empty: [] };
  const seen = new Set<string>();
  for (const name of names) {
    const before = found.files.length;
    if (!(await add(name, found, seen))) found.missing.push(name);
    else if (found.files.length === before && !seen.has(resolve(name))) found.empty.push(name);
  }
  return found;
}

async function add(name: string, found: NamedFiles, seen: Set<string>): Promise<boolean> {
  const path = resolve(name);
  const info = await stat(path).catch(() => undefined);
  if (!info) return false;
  if (info.isFile() && !seen.has(path)) {
    seen.add(path);
    found.files.push({ shown: name, path, bytes: info.size });
  }
  if (info.isDirectory()) {
    const entries = (await readdir(path)).filter((entry) => !isLeftBehind(entry)).sort(byCodeUnit);
    for (const entry of entries) await add(join(name, entry), found, seen);
  }
  return true;
}
