/** One document in several formats. */
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import type { Document } from '../model/document.ts';
import type { RenderContext } from './context.ts';
import { FORMATS, type FormatName, type Rendered } from './formats.ts';

export type RenderedFile = Rendered & { format: FormatName };

/** All formats or none: the two files of a document never differ in age. */
export async function renderDocument(
  document: Document,
  formats: readonly FormatName[],
  context: Omit<RenderContext, 'charts'>,
): Promise<Outcome<RenderedFile[]>> {
  const charts = formats.some((format) => FORMATS[format].drawsCharts) ? await drawCharts(document, context) : new Map();
  const outcomes = await Promise.all(
    formats.map(async (format) => ({ format, ...(await FORMATS[format].render(document, { ...context, charts })) })),
  );
  const diagnostics: Diagnostic[] = outcomes.flatMap((outcome) => outcome.diagnostics);
  const files = outcomes.flatMap(({ format, value }) => (value ? [{ format, ...value }] : []));
  return { value: files.length === formats.length ? files : undefined, diagnostics };
}

async function drawCharts(
  document: Document,
  { theme, fonts }: Omit<RenderContext, 'charts'>,
): Promise<ReadonlyMap<string, string>> {
  const { renderChart } = await import('./charts/svg.ts');
  const drawn = new Map<string, string>();
  for (const section of document.sections) {
    const { binding, fore } = theme.page.marginsMm;
    const across = section.orientation === 'portrait' ? theme.page.widthMm : theme.page.heightMm;
    for (const block of section.blocks)
      if (block.kind === 'chart') drawn.set(block.id, await renderChart(block.chart, theme, across - binding - fore, fonts));
  }
  return drawn;
}
