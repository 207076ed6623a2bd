/** The packaged browser and fonts, whatever else this machine has: the same files everywhere. */
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import type { BuildRequest } from '../../src/pipeline.ts';
import { REPOSITORY } from './effects.ts';

export function machine(): Pick<BuildRequest, 'host' | 'fontPlaces'> {
  return {
    host: { platform: process.platform, arch: process.arch },
    fontPlaces: {
      platform: process.platform,
      home: homedir(),
      workspace: resolve(REPOSITORY, 'tests'),
      resolvePackage: (name) => resolve(REPOSITORY, 'node_modules', name),
      prepared: resolve(REPOSITORY, '.build/fonts'),
    },
  };
}
