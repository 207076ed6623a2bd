/** A file where a folder belongs, or a folder where a file does: read as what they should be, they would count as absent. */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { fileIsFolder, fileMissing, folderIsFile } from '../base/messages/files.ts';

const FOLDERS = ['submissions', 'meetings', 'acknowledgements', 'projects', 'cities'];
/** Those that a year may do without; that others are missing is told. */
const FILES = ['office.yaml', 'baselines.yaml'];

/** @param root data/<year> */
export async function misplaced(effects: Effects, root: string): Promise<Diagnostic[]> {
  const folders = FOLDERS.map((name) => fileInPlaceOf(`${root}/${name}`, effects));
  const files = FILES.map(async (name) => {
    const path = `${root}/${name}`;
    return (await effects.read(path)) ? [] : folderInPlaceOf(path, effects);
  });
  return (await Promise.all([...folders, ...files])).flat();
}

/** Of one folder. */
export const fileInPlaceOf = async (folder: string, effects: Effects): Promise<Diagnostic[]> =>
  (await effects.read(folder)) ? [folderIsFile(folder)] : [];

/** Of one file that can't be read; a folder that is empty is one, too. */
export async function folderInPlaceOf(file: string, effects: Effects): Promise<Diagnostic[]> {
  const slash = file.lastIndexOf('/');
  const there = (await effects.list(file.slice(0, slash))).includes(file.slice(slash + 1));
  return there ? [fileIsFolder(file)] : [];
}

/** What is wrong where a file can't be read: a folder has its name, or it is missing. */
export async function notThere(file: string, effects: Effects, example?: string): Promise<Diagnostic> {
  const [folder] = await folderInPlaceOf(file, effects);
  return folder ?? fileMissing(file, example);
}
