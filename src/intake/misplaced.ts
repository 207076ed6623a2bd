/** A file where a folder belongs, or a folder where a file does: read as what they should be, they would count as absent. */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { fileIsFolder, folderIsFile } from '../base/messages/files.ts';

const FOLDERS = ['submissions', 'meetings', 'acknowledgements', 'projects', 'cities'];
/** Those that a year may do without; that others are missing is told. */
const FILES = ['office.yaml', 'baselines.yaml'];

/** @param root data/<year> */
export async function misplaced(effects: Effects, root: string): Promise<Diagnostic[]> {
  const folders = FOLDERS.map((name) => fileInPlaceOf(`${root}/${name}`, effects));
  const files = FILES.map(async (name) => {
    const path = `${root}/${name}`;
    const there = (await effects.read(path)) !== undefined;
    return !there && (await effects.list(path)).length > 0 ? [fileIsFolder(path)] : [];
  });
  return (await Promise.all([...folders, ...files])).flat();
}

/** Of one folder. */
export const fileInPlaceOf = async (folder: string, effects: Effects): Promise<Diagnostic[]> =>
  (await effects.read(folder)) ? [folderIsFile(folder)] : [];
