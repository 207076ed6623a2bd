/** Folders with fonts on a machine. */
import { posix, win32 } from 'node:path';
import type { Effects } from '../../base/effects.ts';
import { isHeld } from '../../base/held.ts';

export interface FontPlaces {
  /** process.platform. */
  platform: string;
  /** The user's home folder. */
  home: string;
  /** Absolute path of the workspace. */
  workspace: string;
  /** Absolute folder of an installed npm package, or undefined. */
  resolvePackage(name: string): string | undefined;
  /** Absolute folder of what was got ready of packaged fonts (prepared.ts). */
  prepared?: string | undefined;
}

/** Where `diaodu fonts` and people themselves put fonts for one workspace, relative to it. */
export const WORKSPACE_FONTS = '.diaodu/fonts';

const pathsOf = (places: FontPlaces) => (places.platform === 'win32' ? win32 : posix);

/** Folders for fonts of ours: the workspace's, then the user's for all workspaces. */
export function ownFolders(places: FontPlaces, effects: Effects): string[] {
  const { join } = pathsOf(places);
  return [join(places.workspace, WORKSPACE_FONTS), join(dataFolder(places, effects), 'fonts')];
}

/** For faces taken out of collections. */
export function extractedFolder(places: FontPlaces, effects: Effects): string {
  return pathsOf(places).join(dataFolder(places, effects), 'extracted-fonts');
}

/** The user's data folder as each system has it. */
function dataFolder(places: FontPlaces, effects: Effects): string {
  const { join } = pathsOf(places);
  const data = {
    win32: () => effects.env('LOCALAPPDATA') ?? join(places.home, 'AppData', 'Local'),
    darwin: () => join(places.home, 'Library', 'Application Support'),
  }[places.platform];
  const folder = data ? data() : effects.env('XDG_DATA_HOME') || join(places.home, '.local', 'share');
  return join(folder, 'diaodu');
}

/** Folders of the system and of office suites. */
export function systemFolders(places: FontPlaces, effects: Effects): string[] {
  const { home } = places;
  if (places.platform === 'win32') {
    const local = effects.env('LOCALAPPDATA') ?? win32.join(home, 'AppData', 'Local');
    return [
      win32.join(effects.env('WINDIR') ?? 'C:\\Windows', 'Fonts'),
      win32.join(local, 'Microsoft', 'Windows', 'Fonts'),
    ];
  }
  if (places.platform === 'darwin') {
    return [
      `${home}/Library/Fonts`,
      '/Library/Fonts',
      '/Applications/Microsoft Word.app/Contents/Resources/DFonts',
      '/Applications/wpsoffice.app/Contents/Resources/office6/fonts',
      '/System/Library/Fonts',
    ];
  }
  return [
    `${home}/.local/share/fonts`,
    `${home}/.fonts`,
    '/usr/local/share/fonts',
    '/usr/share/fonts',
    '/opt/kingsoft/wps-office/office6/fonts',
    '/opt/apps/cn.wps.wps-office-pro/files/kingsoft/wps-office/office6/fonts',
  ];
}

/** A folder that this user may not look into, as another's after “sudo”, has no fonts for them. */
function closed(error: unknown): string[] {
  if (isHeld(error)) return [];
  throw error;
}

/** How deep below a folder fonts are looked for: /usr/share/fonts/truetype/arphic/x.ttf. */
const DEPTH = 3;

/**
 * In: folders, best first. Out: lower-case file name → absolute path of all files with a font's extension; the first
 * folder that has a name wins.
 */
export async function indexFonts(
  folders: readonly string[],
  places: FontPlaces,
  effects: Effects,
): Promise<Map<string, string>> {
  const { join } = pathsOf(places);
  const index = new Map<string, string>();
  const walk = async (folder: string, depth: number): Promise<void> => {
    for (const name of await effects.list(folder).catch(closed)) {
      const key = name.toLowerCase();
      if (/\.(?:ttf|ttc|otf)$/.test(key)) {
        if (!index.has(key)) index.set(key, join(folder, name));
      } else if (depth > 1 && !name.includes('.')) await walk(join(folder, name), depth - 1);
    }
  };
  for (const folder of folders) await walk(folder, DEPTH);
  return index;
}
