/** Documents in several formats, with one browser for the whole build. */
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import type { Document } from '../model/document.ts';
import type { Theme } from '../model/theme.ts';
import type { RenderContext } from './context.ts';
import { fitDocument, type Measure } from './fit.ts';
import type { FontSet } from './fonts/face.ts';
import { FORMATS, type Format, type FormatName, type Rendered } from './formats.ts';
import type { PrintBrowser } from './pdf/browser.ts';
import type { Host } from './pdf/locate.ts';

export type RenderedFile = Rendered & { format: FormatName };

export interface Renderer {
  /** All formats or none: the two files of a document never differ in age. */
  render(document: Document, theme: Theme, fonts: FontSet): Promise<Outcome<RenderedFile[]>>;
  /** Settles the sheets that must be one page: by the browser's layout, and by Word's where a Word file is asked for. */
  fit(document: Document, theme: Theme, fonts: FontSet): Promise<Outcome<Document>>;
  /** Ends the browser, if one was started. */
  close(): Promise<void>;
}

/** Starts the browser at once when a format needs it, so that it is ready when the document is. */
export function openRenderer(formats: readonly FormatName[], host: Host, effects: Effects): Renderer {
  const needs = (need: keyof Format['needs']): boolean => formats.some((name) => FORMATS[name].needs[need]);
  let started: Promise<Outcome<PrintBrowser>> | undefined;
  const browser = (): Promise<Outcome<PrintBrowser>> => {
    started ??= import('./pdf/browser.ts').then(({ openBrowser }) => openBrowser(host, effects));
    return started;
  };
  if (needs('browser')) void browser();
  return {
    render: async (document, theme, fonts) => {
      const charts = needs('charts') ? await drawCharts(document, theme, fonts) : new Map<string, string>();
      return renderAll(document, formats, { theme, fonts, effects, charts, browser });
    },
    fit: async (document, theme, fonts) => {
      if (document.form === 'book') {
        const { flowBook } = await import('./pdf/flow.ts');
        return flowBook(document, { theme, fonts, effects, charts: new Map(), browser });
      }
      if (!document.sections.some((section) => section.fit)) return { value: document, diagnostics: [] };
      const charts = await drawCharts(document, theme, fonts);
      const context = { theme, fonts, effects, charts, browser };
      const { measureSections } = await import('./pdf/measure.ts');
      const measures: Measure[] = [(sections) => measureSections(sections, document, context)];
      if (formats.includes('docx')) {
        const { measureWordSections } = await import('./docx/measure.ts');
        measures.push((sections) => measureWordSections(sections, document, context));
      }
      return fitDocument(document, measures);
    },
    close: async () => {
      await (await started)?.value?.close();
    },
  };
}

async function renderAll(
  document: Document,
  formats: readonly FormatName[],
  context: RenderContext,
): Promise<Outcome<RenderedFile[]>> {
  const outcomes = await Promise.all(
    formats.map(async (format) => ({ format, ...(await FORMATS[format].render(document, context)) })),
  );
  const diagnostics: Diagnostic[] = outcomes.flatMap((outcome) => outcome.diagnostics);
  const files = outcomes.flatMap(({ format, value }) => (value ? [{ format, ...value }] : []));
  return { value: files.length === formats.length ? files : undefined, diagnostics };
}

/** Of the text's width, for one of two charts side by side. */
const HALF = 0.484;

async function drawCharts(
  document: Document,
  theme: Theme,
  fonts: FontSet,
): Promise<ReadonlyMap<string, string>> {
  const { renderChart } = await import('./charts/svg.ts');
  const drawn = new Map<string, string>();
  const { marginsMm, widthMm, heightMm } = theme.page;
  const textWidth = {
    portrait: widthMm - marginsMm.binding - marginsMm.fore,
    // A landscape sheet is a portrait one turned: its text runs along the height.
    landscape: heightMm - marginsMm.top - marginsMm.bottom,
  };
  for (const section of document.sections) {
    const width = textWidth[section.orientation];
    for (const block of section.blocks)
      if (block.kind === 'chart')
        drawn.set(block.id, await renderChart(block.chart, theme, block.half ? width * HALF : width, fonts));
  }
  return drawn;
}
