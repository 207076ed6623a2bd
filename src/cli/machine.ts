/** The machine as the stages want to know it. */
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, resolve } from 'node:path';
import type { BuildRequest } from '../pipeline.ts';

export const host: BuildRequest['host'] = { platform: process.platform, arch: process.arch };

export function fontPlaces(workspace: string): BuildRequest['fontPlaces'] {
  return {
    platform: process.platform,
    home: homedir(),
    workspace: resolve(workspace),
    resolvePackage: packageFolder,
  };
}

/** Folder of an installed package, found the way Node finds it, from the program's own place. */
function packageFolder(name: string): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}
