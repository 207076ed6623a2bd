/** Documents that belong to no build: rendered in the house style and got ready to be put in place. */
import { manifestFile } from '../archive/manifest.ts';
import type { Output } from '../archive/outputs.ts';
import { type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { fileDate } from '../base/file-date.ts';
import type { ComposedDocument } from '../compose/compose.ts';
import { readTheme } from '../intake/templates.ts';
import type { ManifestFile } from '../model/archive/manifest.ts';
import { type FontPlaces, resolveFonts } from '../render/fonts/resolve.ts';
import type { Host } from '../render/pdf/locate.ts';
import { openRenderer } from '../render/render.ts';
import { FORMATS, type FormatName } from '../render/work/formats.ts';

export interface DocumentsRequest {
  /** Folder of templates/ that they were composed of. */
  pack: string;
  formats: readonly FormatName[];
  /** Output folder of the period. */
  out: string;
  host: Host;
  fontPlaces: FontPlaces;
}

export interface MadeDocument {
  document: ComposedDocument;
  format: FormatName;
  output: Output;
  record: ManifestFile;
}

/** @param asOf ISO date of the period, which the files bear */
export async function makeDocuments(
  documents: readonly ComposedDocument[],
  asOf: string,
  { pack, formats, out, host, fontPlaces }: DocumentsRequest,
  effects: Effects,
): Promise<{ made: MadeDocument[]; diagnostics: Diagnostic[] }> {
  const theme = await readTheme(effects);
  const fonts = await resolveFonts(effects, fontPlaces);
  const diagnostics = [...theme.diagnostics, ...fonts.diagnostics];
  if (!theme.value || !fonts.value || hasErrors(diagnostics)) return { made: [], diagnostics };
  const made: MadeDocument[] = [];
  const date = fileDate(asOf, effects);
  const renderer = openRenderer([...formats], host, effects);
  try {
    for (const composed of documents) {
      const document = { ...composed.document, meta: { ...composed.document.meta, date } };
      const rendered = await renderer.render(document, theme.value, fonts.value.set);
      diagnostics.push(...rendered.diagnostics);
      if (!rendered.value || hasErrors(rendered.diagnostics)) continue;
      for (const { format, bytes, pages } of rendered.value) {
        const name = `${document.name}.${FORMATS[format].extension}`;
        const about = { template: `${pack}/${composed.id}`, draft: false };
        const record = manifestFile(name, { bytes, pages }, document, about);
        made.push({ document: composed, format, output: { path: `${out}/${name}`, bytes }, record });
      }
    }
  } finally {
    await renderer.close();
  }
  return { made, diagnostics };
}
