/** 退回稿 of a return with errors: the unit's own file with its faulty cells marked, in the output folder until it is answered. */
import { recordOthers } from '../../archive/manifest.ts';
import { inTurn, putWorkbooks } from '../../archive/outputs.ts';
import { type Diagnostic, hasErrors } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { layAside, sameBytes } from '../../base/lay-aside.ts';
import { answeredOpen, correctionOpen } from '../../base/messages/corrections.ts';
import { shownSheets } from '../../intake/returns/plain-sheets.ts';
import { correctionCopy } from '../../render/xlsx/correction/correction.ts';
import type { CorrectionNote, CorrectionTitle } from '../../render/xlsx/correction/note.ts';
import { rebuiltWorkbook } from '../../render/xlsx/correction/rebuilt.ts';

const FOLDER = '退回';
const ANSWERED = '已改回';
const nameFor = (sender: string): string => `${sender}-退回稿.xlsx`;

export interface SentBack {
  correction: string | null;
  answered: string | null;
  told: Diagnostic[];
}

/**
 * Writes the 退回稿 of a return that counts and has errors. Once a sound version counts, the sender has nothing to correct
 * any more: then an earlier one is laid aside, with whatever the office may have noted in it. While it is open in Excel
 * neither can be done; when the return is handed in again, it is.
 * @param out output folder of the period
 * @returns paths of what is there to be sent back, and of what was laid aside; `told`: what there is to say
 */
export async function sendBack(
  { file, bytes, diagnostics }: { file: string; bytes: Uint8Array; diagnostics: readonly Diagnostic[] },
  title: CorrectionTitle,
  out: string,
  effects: Effects,
): Promise<SentBack> {
  const path = `${out}/${FOLDER}/${nameFor(title.unit)}`;
  const nothing = { correction: null, answered: null };
  if (hasErrors(diagnostics)) {
    const copy = await correctionOf(file, bytes, diagnostics, title);
    if (!copy) return { ...nothing, told: [] };
    // The office has corrected it in its place, and handed it in: it is kept as an original now.
    const there = await effects.read(path);
    if (there && sameBytes(there, bytes))
      await inTurn(effects, () => recordOthers(out, [{ path, bytes }], effects));
    const put = await putWorkbooks(out, [{ path, bytes: copy }], effects);
    if (hasErrors(put.diagnostics)) return { ...nothing, told: [correctionOpen(file, path)] };
    // What the office is writing into it concerns nobody who hands in the same return once more.
    const told = put.diagnostics.filter(({ code }) => code !== 'handEditsLeft');
    return { ...nothing, correction: path, told };
  }
  const before = await effects.read(path);
  if (!before) return { ...nothing, told: [] };
  if (!((await effects.replaceable?.(path)) ?? true)) return { ...nothing, told: [answeredOpen(file, path)] };
  // Several may have been answered in a period.
  const answered = await layAside(
    (n) => `${out}/${FOLDER}/${ANSWERED}/${nameFor(n === 1 ? title.unit : `${title.unit}（${n}）`)}`,
    before,
    effects,
  );
  await effects.remove(path);
  return { ...nothing, answered, told: [] };
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
