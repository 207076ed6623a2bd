/** Whether there is a workspace at all, and the year in it: what else is missing then need not be told file by file. */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { noWorkspace, yearMissing } from '../base/messages/files.ts';

export async function whereabouts(effects: Effects, year: number): Promise<Diagnostic[]> {
  if ((await effects.list(`data/${year}`)).length > 0) return [];
  const data = await effects.list('data');
  if (data.length === 0 && (await effects.list('templates')).length === 0) return [noWorkspace()];
  return [
    yearMissing(
      year,
      data.filter((name) => /^\d{4}$/.test(name)),
    ),
  ];
}
