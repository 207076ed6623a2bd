/** The one door of render/docx: document tree → a Word file. */
import { Packer, Document as WordDocument } from 'docx';
import type { FontFile } from 'docx/layout';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import { docxMeasuredByGuess, docxPagesUnknown } from '../../base/messages/render-docx.ts';
import {
  type Block,
  type DividerBlock,
  type Document,
  type HeadingBlock,
  PLAIN_SECTION,
  type Section,
} from '../../model/document.ts';
import { plainText } from '../../model/inline.ts';
import { STATUS_FACES } from '../../model/status.ts';
import type { Theme } from '../../model/theme.ts';
import { chartStyle } from '../charts/specs/style.ts';
import type { RenderContext } from '../context.ts';
import { hasImprint, imprintLast, imprintPlace } from '../imprint.ts';
import { finishChart } from './finish-chart.ts';
import { isLandscapeFooter, turnFooter } from './finish-footer.ts';
import { fontTable } from './font-table.ts';
import { geometryOf } from './geometry.ts';
import { renderInline } from './inlines.ts';
import { normalise } from './normalise.ts';
import { layoutFonts, type Pages, pageEstimator } from './pages.ts';
import type { Scope } from './scope.ts';
import { section } from './sections.ts';
import { stylesOf } from './styles.ts';
import { IMPRINT_MARKS, isListed, targetsOf } from './targets.ts';
import { clean } from './text.ts';

export interface DocxFile {
  bytes: Uint8Array;
  /** As the layout counts them; Word's own count may differ by a page. null when it could not be worked out. */
  pages: number | null;
}

/** The document as a .docx; the same document, theme and fonts give the same bytes. */
export async function renderDocx(
  given: Document,
  context: Pick<RenderContext, 'theme' | 'fonts' | 'effects'>,
): Promise<Outcome<DocxFile>> {
  const { theme, fonts, effects } = context;
  const measured = await layoutFonts(fonts, theme, effects, charactersOf(given));
  const { document, ...place } = await placed(imprintLast(given), theme, fonts, measured ?? []);
  const pages = pageEstimator(measured ?? []);
  const scope = { ...scopeOf(document, theme, fonts), ...place };
  const raw = await Packer.toArrayBuffer(wordDocument(document, scope, pages));
  const bytes = normalise(new Uint8Array(raw), {
    date: document.meta.date,
    part: (path, xml) => finishPart(path, xml, document, scope),
  });
  const diagnostics = [...(measured ? [] : [docxMeasuredByGuess()]), ...blanks(document, scope, pages)];
  return { value: { bytes, pages: pages.result.pages }, diagnostics };
}

/** Where the 版记 goes, by the pages of a layout that has it in the text; after a blank page it gets a section of its own. */
async function placed(
  document: Document,
  theme: Theme,
  fonts: RenderContext['fonts'],
  measured: readonly FontFile[],
): Promise<{ document: Document } & Pick<Scope, 'imprint' | 'imprintEven'>> {
  if (!hasImprint(document)) return { document, imprint: 'here', imprintEven: true };
  const pages = pageEstimator(measured);
  const scope: Scope = { ...scopeOf(document, theme, fonts), imprint: 'measure' };
  await Packer.toArrayBuffer(wordDocument(document, scope, pages));
  const [text = 1, start] = IMPRINT_MARKS.map(({ name }) => Number(pages.result.numbers.get(name) ?? 1));
  const place = imprintPlace(text, text === start, document.form);
  if (place === 'afterBlank') return { document: afterBlank(document), imprint: 'here', imprintEven: true };
  return { document, imprint: place, imprintEven: (place === 'here' ? text : text + 1) % 2 === 0 };
}

function afterBlank(document: Document): Document {
  const own = (blocks: Block[]): Section => ({
    ...PLAIN_SECTION,
    form: document.form,
    numbered: false,
    blocks,
  });
  const last = document.sections.at(-1);
  const rest = last?.blocks.filter((block) => block.kind !== 'imprint') ?? [];
  const imprint = last?.blocks.filter((block) => block.kind === 'imprint') ?? [];
  const text = last ? [{ ...last, blocks: rest }] : [];
  const blank: Block = { kind: 'paragraph', style: 'flush', children: [] };
  return { ...document, sections: [...document.sections.slice(0, -1), ...text, own([blank]), own(imprint)] };
}

function scopeOf(document: Document, theme: Theme, fonts: RenderContext['fonts']): Scope {
  const geometry = geometryOf(theme);
  const scope: Scope = {
    theme,
    geometry,
    targets: targetsOf(document, geometry.indent),
    textWidth: geometry.portrait.textWidth,
    form: document.form,
    depth: 0,
    landscape: false,
    linesAbove: 0,
    imprint: 'here',
    imprintEven: true,
    charts: [],
    drawings: { count: 0 },
    style: chartStyle(theme, fonts),
    inlines: (nodes, look) => nodes.flatMap((node) => renderInline(node, look, scope)),
  };
  return scope;
}

function wordDocument(document: Document, scope: Scope, pages: Pages): WordDocument {
  const { meta } = document;
  return new WordDocument({
    title: clean(meta.title),
    creator: clean(meta.author),
    lastModifiedBy: clean(meta.author),
    subject: clean(meta.subject),
    keywords: meta.keywords.map(clean).join('；'),
    styles: stylesOf(scope.theme, scope.geometry),
    numbering: scope.targets.numbering.options,
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15 },
    pageNumbers: pages.estimator,
    sections: document.sections.map((part) => section(document, part, scope)),
  });
}

/** What `docx` has no option for. */
function finishPart(path: string, xml: string, document: Document, scope: Scope): string {
  const [, kind, n] =
    /^word\/(?:charts\/)?(chart|footer|settings|fontTable|numbering)(\d*)\.xml$/.exec(path) ?? [];
  if (kind === 'fontTable') return fontTable(scope.theme);
  // Binding and fore edge change sides on even pages. (docx writes a setting for backgrounds, which we have none of.)
  if (kind === 'settings') return xml.replace('<w:displayBackgroundShape/>', '<w:mirrorMargins/>');
  if (kind === 'numbering')
    return xml.replaceAll('"hybridMultilevel"', '"multilevel"').replaceAll(' w:tentative="1"', '');
  if (kind === 'footer' && isLandscapeFooter(Number(n), document)) return turnFooter(xml, scope.geometry);
  const chart = kind === 'chart' ? scope.charts[Number(n) - 1] : undefined;
  return chart ? finishChart(xml, chart, scope.theme) : xml;
}

/** Headings that the contents list without a page number. */
function blanks(document: Document, scope: Scope, pages: Pages): Diagnostic[] {
  const contents = document.sections
    .flatMap((part) => part.blocks)
    .filter((block) => block.kind === 'contents');
  const missing = scope.targets.listed.filter((target) => {
    const name = scope.targets.ofBlock.get(target)?.mark.name ?? '';
    return contents.some((block) => isListed(target, block)) && !pages.result.numbers.get(name);
  });
  const words = (block: HeadingBlock | DividerBlock): string =>
    block.kind === 'divider' ? block.title : block.number + plainText(block.children);
  return missing.length > 0 ? [docxPagesUnknown(missing.map(words))] : [];
}

/** Every character of the tree, and those that the renderer adds itself: numbers, marks, digits. */
function charactersOf(document: Document): string {
  const own = '一二三四五六七八九十百〇、（）．。：—图表附件注续目录抄送印发 　';
  const latin = Array.from({ length: 0x5f }, (_, i) => String.fromCodePoint(0x20 + i)).join('');
  const faces = Object.values(STATUS_FACES).map(({ symbol, word, short }) => symbol + word + short);
  return (
    JSON.stringify(document.sections, (key, value) => (key === 'figure' ? undefined : value)) +
    own +
    latin +
    faces.join('')
  );
}
