/** 退回稿 of a return with errors: the unit's own file with its faulty cells marked. */
import type { Diagnostic } from '../base/diagnostic.ts';
import { shownSheets } from '../intake/plain-sheets.ts';
import { correctionCopy } from '../render/xlsx/correction/correction.ts';
import type { CorrectionNote, CorrectionTitle } from '../render/xlsx/correction/note.ts';
import { rebuiltWorkbook } from '../render/xlsx/correction/rebuilt.ts';

/** undefined for returns that are no spreadsheets (the office's own YAML). */
export async function correctionOf(
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
