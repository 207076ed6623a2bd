/** diaodu archive verify: says of a package, folder or zip, whether it is still what was filed. */
import { isPackage, type Verified, verifyPackage } from '../../archive/verify.ts';
import { filesBelow } from '../../archive/walk.ts';
import { packageFolder, unzipPackage, zipPackage } from '../../archive/zip.ts';
import type { Effects } from '../../base/effects.ts';
import * as messages from '../../base/messages/archive.ts';

/** @param path of a .zip or of the folder that holds 说明文件.TXT */
export async function verifyArchive(path: string, effects: Effects): Promise<Verified> {
  const bytes = await effects.read(path);
  if (!bytes) {
    const empty: string[] = [];
    const files = await filesBelow(path, effects, empty);
    if (files.size === 0) return nothing(messages.packageMissing(path));
    const inside = packageFolder([...files.keys()]);
    if (inside !== undefined) return nothing(messages.packageInside(path, inside));
    if (!isPackage(files)) return nothing(messages.noPackage(path));
    const verified = verifyPackage(files);
    return { ...verified, diagnostics: [...verified.diagnostics, ...empty.map(messages.folderAdded)] };
  }
  const opened = unzipPackage(bytes);
  // A Word file is a zip, too: what was given is told by its name where no package is in it.
  if (!opened || !isPackage(opened.files)) {
    const [, extension] = /(\.[A-Za-z0-9]+)$/.exec(path) ?? [];
    if (extension === undefined || extension.toLowerCase() === '.zip')
      return nothing((opened ? messages.noPackage : messages.zipUnreadable)(path));
    return nothing(messages.fileNoPackage(path, extension));
  }
  const verified = verifyPackage(opened.files);
  const diagnostics = [
    ...opened.unsafe.map(messages.entryUnsafe),
    ...opened.beside.map(messages.fileAdded),
    ...verified.diagnostics,
  ];
  // The content may be whole though the file is not as it was written: its tables of names and times carry no digest.
  const again = zipPackage(opened.files, opened.root);
  if (diagnostics.length === 0 && Buffer.compare(again, bytes) !== 0)
    diagnostics.push(messages.zipRewritten(path));
  return { ...verified, diagnostics };
}

const nothing = (diagnostic: Verified['diagnostics'][number]): Verified => ({
  files: 0,
  items: 0,
  seal: '',
  diagnostics: [diagnostic],
});
