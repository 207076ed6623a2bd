/** 退回稿 of a return with errors: the unit's own file with its faulty cells marked, in the output folder until it is answered. */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { layAside } from '../base/lay-aside.ts';
import { shownSheets } from '../intake/plain-sheets.ts';
import { correctionCopy } from '../render/xlsx/correction/correction.ts';
import type { CorrectionNote, CorrectionTitle } from '../render/xlsx/correction/note.ts';
import { rebuiltWorkbook } from '../render/xlsx/correction/rebuilt.ts';

const FOLDER = '退回';
const ANSWERED = '已改回';
const nameFor = (sender: string): string => `${sender}-退回稿.xlsx`;

/**
 * Writes the 退回稿 of a return that was kept with errors. Once a sound version counts, the sender has nothing to correct
 * any more: then an earlier one is laid aside, with whatever the office may have noted in it.
 * @param out output folder of the period
 * @returns paths of what was written, and of what was laid aside
 */
export async function sendBack(
  { file, bytes, diagnostics }: { file: string; bytes: Uint8Array; diagnostics: readonly Diagnostic[] },
  title: CorrectionTitle,
  out: string,
  effects: Effects,
): Promise<{ correction: string | null; answered: string | null }> {
  const path = `${out}/${FOLDER}/${nameFor(title.unit)}`;
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    const copy = await correctionOf(file, bytes, diagnostics, title);
    if (copy) await effects.write(path, copy);
    return { correction: copy ? path : null, answered: null };
  }
  const before = await effects.read(path);
  if (!before) return { correction: null, answered: null };
  // Several may have been answered in a period.
  const answered = await layAside(
    (n) => `${out}/${FOLDER}/${ANSWERED}/${nameFor(n === 1 ? title.unit : `${title.unit}（${n}）`)}`,
    before,
    effects,
  );
  await effects.remove(path);
  return { correction: null, answered };
}

/** undefined for returns that are no spreadsheets (the office's own YAML). */
async function correctionOf(
  file: string,
  bytes: Uint8Array,
  diagnostics: readonly Diagnostic[],
  title: CorrectionTitle,
): Promise<Uint8Array | undefined> {
  const notes = diagnostics.flatMap((d): CorrectionNote[] => {
    if (d.severity === 'info') return [];
    const { sheet, cell } = d.at ?? {};
    const place = { ...(sheet ? { sheet } : {}), ...(cell ? { cell } : {}) };
    return [{ ...place, severity: d.severity, problem: d.message, hints: d.hints }];
  });
  const patched = isPackage(bytes) ? correctionCopy(bytes, notes, title) : undefined;
  if (patched) return patched;
  const sheets = shownSheets(file, bytes);
  return sheets && correctionCopy(await rebuiltWorkbook(sheets), notes, title);
}

const isPackage = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
