/** Whether there is a workspace at all, and the year in it: what else is missing then need not be told file by file. */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { noWorkspace, yearMissing } from '../base/messages/files.ts';
import { yearsThere } from './years.ts';

export async function whereabouts(effects: Effects, year: number): Promise<Diagnostic[]> {
  if ((await effects.list(`data/${year}`)).length > 0) return [];
  const folders = ['data', 'templates'].map((folder) => effects.list(folder));
  if ((await Promise.all(folders)).flat().length === 0) return [noWorkspace()];
  return [yearMissing(year, await yearsThere(effects))];
}
