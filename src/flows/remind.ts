/** diaodu remind: a letter to every unit that owes something or was late, and a summary for the office. */
import { type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { unitNotConcerned } from '../base/messages/chase.ts';
import { nearest } from '../base/nearest.ts';
import { composeDocuments } from '../compose/compose.ts';
import { REMINDERS } from '../compose/documents/index.ts';
import type { DocumentKind } from '../compose/documents/kind.ts';
import { readTemplateFolder, readTheme } from '../intake/templates.ts';
import type { Document } from '../model/document.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Period } from '../model/period.ts';
import { type FontPlaces, resolveFonts } from '../render/fonts/resolve.ts';
import { FORMATS, type FormatName } from '../render/formats.ts';
import type { Host } from '../render/pdf/locate.ts';
import { openRenderer } from '../render/render.ts';
import { readReturns } from './returns.ts';

export interface RemindRequest {
  period: Period;
  /** Units to write to, by any name; all concerned when empty. */
  only: string[];
  formats: FormatName[];
  /** Output folder of the period. */
  out: string;
  host: Host;
  fontPlaces: FontPlaces;
}

export interface RemindedFile {
  document: string;
  path: string;
  format: FormatName;
  bytes: number;
  pages: number | null;
}

export interface RemindResult {
  /** Units that get a letter. */
  units: string[];
  files: RemindedFile[];
  diagnostics: Diagnostic[];
}

export async function remind(request: RemindRequest, effects: Effects): Promise<RemindResult> {
  const read = await readReturns(request.period, effects);
  const diagnostics = [...read.diagnostics];
  if (!read.value || hasErrors(diagnostics)) return { units: [], files: [], diagnostics };
  const composed = await reminders(read.value.ledger, request.only, effects);
  const { units, documents } = composed;
  diagnostics.push(...composed.diagnostics);
  const theme = await readTheme(effects);
  const fonts = await resolveFonts(effects, request.fontPlaces);
  diagnostics.push(...theme.diagnostics, ...fonts.diagnostics);
  if (!theme.value || !fonts.value || hasErrors(diagnostics)) return { units, files: [], diagnostics };

  const files: RemindedFile[] = [];
  const renderer = openRenderer(request.formats, request.host, effects);
  try {
    for (const document of documents) {
      const rendered = await renderer.render(document, theme.value, fonts.value.set);
      diagnostics.push(...rendered.diagnostics);
      if (!rendered.value || hasErrors(rendered.diagnostics)) continue;
      for (const { format, bytes, pages } of rendered.value) {
        const path = `${request.out}/催报函/${document.name}.${FORMATS[format].extension}`;
        await effects.write(path, bytes);
        files.push({ document: document.name, path, format, bytes: bytes.length, pages });
      }
    }
  } finally {
    await renderer.close();
  }
  return { units, files, diagnostics };
}

/** The letters and, when they are not for chosen units alone, the summary. */
export async function reminders(
  ledger: Ledger,
  only: readonly string[],
  effects: Effects,
): Promise<{ units: string[]; documents: Document[]; diagnostics: Diagnostic[] }> {
  const documents: Document[] = [];
  const diagnostics: Diagnostic[] = [];
  const units: string[] = [];
  for (const kind of REMINDERS) {
    if (kind.per === 'period' && only.length > 0) continue;
    const folder = await readTemplateFolder(effects, kind.name);
    diagnostics.push(...folder.diagnostics);
    if (!folder.value) continue;
    const chosen = kind.per === 'unit' ? narrowed(kind, ledger, only) : { kind, units: [], diagnostics: [] };
    const composed = composeDocuments(chosen.kind, ledger, folder.value);
    diagnostics.push(...chosen.diagnostics, ...composed.diagnostics);
    documents.push(...composed.value);
    units.push(...chosen.units);
  }
  return { units, documents, diagnostics };
}

/** The kind for the chosen units alone; a unit that owes nothing is an error, as a letter to it would be wrong. */
function narrowed(
  kind: Extract<DocumentKind, { per: 'unit' }>,
  ledger: Ledger,
  only: readonly string[],
): { kind: DocumentKind; units: string[]; diagnostics: Diagnostic[] } {
  const concerned = kind.units(ledger);
  const names = concerned.map((unit) => unit.name);
  if (only.length === 0) return { kind, units: names, diagnostics: [] };
  const chosen = concerned.filter((unit) =>
    [unit.name, unit.fullName, ...unit.aliases].some((name) => only.includes(name)),
  );
  const strangers = only.filter(
    (name) => !concerned.some((unit) => [unit.name, unit.fullName, ...unit.aliases].includes(name)),
  );
  return {
    kind: { ...kind, units: () => chosen },
    units: chosen.map((unit) => unit.name),
    diagnostics: strangers.map((name) => unitNotConcerned(name, nearest(name, names), names)),
  };
}
