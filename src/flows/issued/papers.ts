/** The formal papers of a period as they lie in the output folder, if they are those of the data as they are. */
import type { OutputFile } from '../../archive/items.ts';
import { readManifest } from '../../archive/manifest.ts';
import { changedInputs } from '../../archive/watch.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { digestOf } from '../../base/digest.ts';
import type { Effects } from '../../base/effects.ts';
import * as messages from '../../base/messages/issued.ts';
import { byCodeUnit } from '../../base/order.ts';
import { scopeOf } from '../../intake/scope.ts';
import type { ManifestFile } from '../../model/archive/manifest.ts';
import { PRINT_FOLDER, packOf } from '../../model/archive/outputs.ts';
import type { Month, Period, Year } from '../../model/period.ts';

/**
 * In order of their paths. Only PDF: pages of Word files are nowhere but in the program that shows them.
 * @param out output folder of the period; print: those of the 打印版 in it
 */
export async function formalPapers(
  period: Period | Month | Year,
  out: string,
  effects: Effects,
  print = false,
): Promise<{ papers: OutputFile[]; diagnostics: Diagnostic[] }> {
  const folder = print ? `${out}/${PRINT_FOLDER}` : out;
  const manifest = await readManifest(folder, effects);
  const again = `diaodu build ${period.id}${print ? ' --print' : ''}`;
  const formal = ({ path, document, draft }: ManifestFile): boolean =>
    path.endsWith('.pdf') && !draft && document?.startsWith(`${packOf(period)}/`) === true;
  const builds = (manifest?.period === period.id ? manifest.builds : []).filter(({ files }) =>
    files.some(formal),
  );
  if (builds.length === 0) return { papers: [], diagnostics: [messages.nothingFormal(folder, again)] };
  const changed = new Set<string>();
  for (const { inputs } of builds)
    for (const path of await changedInputs(inputs, scopeOf(period), effects)) changed.add(path);
  const papers: OutputFile[] = [];
  const spoiled: string[] = [];
  for (const record of builds.flatMap(({ files }) => files.filter(formal))) {
    const path = `${folder}/${record.path}`;
    const bytes = await effects.read(path);
    if (bytes && digestOf(bytes) === record.sha256) papers.push({ record, bytes });
    else spoiled.push(path);
  }
  return {
    papers: papers.toSorted((a, b) => byCodeUnit(a.record.path, b.record.path)),
    diagnostics: [
      ...(changed.size > 0 ? [messages.papersOutdated([...changed], again)] : []),
      ...(spoiled.length > 0 ? [messages.papersSpoiled(spoiled, again)] : []),
    ],
  };
}
