/** The one door of render/docx: document tree → a Word file. */
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import { addresseesTooMany } from '../../base/messages/render.ts';
import { docxMeasuredByGuess, docxPagesUnknown } from '../../base/messages/render-docx.ts';
import type { DividerBlock, Document, HeadingBlock } from '../../model/document/document.ts';
import { plainText } from '../../model/document/inline.ts';
import type { RenderContext } from '../context.ts';
import { firstPage } from '../layout/first-page.ts';
import { imprintLast } from '../layout/imprint.ts';
import { finishChart } from './finish/finish-chart.ts';
import { isLandscapeFooter, turnFooter } from './finish/finish-footer.ts';
import { finishStyles } from './finish/finish-styles.ts';
import { fontTable } from './finish/font-table.ts';
import { normalise } from './finish/normalise.ts';
import { sharedSpacing, withoutShared, withShared } from './finish/shared-spacing.ts';
import { type Pages, pagesOf, writtenNumbers } from './pages/pages.ts';
import { placeImprint } from './place-imprint.ts';
import type { Scope } from './scope.ts';
import { finishSettings } from './settings.ts';
import { isListed } from './targets.ts';
import { scopeOf, write } from './word.ts';

export interface DocxFile {
  bytes: Uint8Array;
  /** As the layout counts them; Word's own count may differ by a page. null when it could not be worked out. */
  pages: number | null;
}

/** The document as a .docx; the same document, theme and fonts give the same bytes. */
export async function renderDocx(given: Document, context: RenderContext): Promise<Outcome<DocxFile>> {
  const { theme } = context;
  const upright = imprintLast(given);
  const laid = await pagesOf(upright, context);
  const { document, pages, ...place } = placeImprint(upright, laid);
  const scope = { ...scopeOf(document, context), ...place };
  const bytes = normalise(await write(document, scope, writtenNumbers(laid)), {
    date: document.meta.date,
    part: finisher(document, scope),
  });
  const diagnostics = [
    ...(laid.measured ? [] : [docxMeasuredByGuess()]),
    ...(document.sections.some((part) => firstPage(part, theme) === 'full')
      ? [addresseesTooMany(document.meta.title)]
      : []),
    ...blanks(document, scope, laid),
  ];
  return { value: { bytes, pages }, diagnostics };
}

/** What `docx` has no option for. Parts come in the order of their paths: the document before its styles. */
function finisher(document: Document, scope: Scope): (path: string, xml: string) => string {
  let shared: ReadonlyMap<string, string> = new Map();
  return (path, xml) => {
    if (path === 'word/styles.xml') return withShared(finishStyles(xml), shared);
    if (path !== 'word/document.xml') return finishPart(path, xml, document, scope);
    shared = sharedSpacing(xml);
    return withoutShared(xml, shared);
  };
}

function finishPart(path: string, xml: string, document: Document, scope: Scope): string {
  const [, kind, n] =
    /^word\/(?:charts\/)?(chart|footer|settings|fontTable|numbering)(\d*)\.xml$/.exec(path) ?? [];
  if (kind === 'fontTable') return fontTable(scope.theme);
  if (kind === 'settings') return finishSettings(xml);
  if (kind === 'numbering')
    return xml.replaceAll('"hybridMultilevel"', '"multilevel"').replaceAll(' w:tentative="1"', '');
  if (kind === 'footer' && isLandscapeFooter(Number(n), document)) return turnFooter(xml, scope.geometry);
  const chart = kind === 'chart' ? scope.charts[Number(n) - 1] : undefined;
  return chart ? finishChart(xml, chart, scope.theme) : xml;
}

/** Headings that the contents list without a page number. */
function blanks(document: Document, scope: Scope, { numbers }: Pages): Diagnostic[] {
  const contents = document.sections
    .flatMap((part) => part.blocks)
    .filter((block) => block.kind === 'contents');
  const missing = scope.targets.listed.filter((target) => {
    const name = scope.targets.ofBlock.get(target)?.mark.name ?? '';
    return contents.some((block) => isListed(target, block)) && !numbers.get(name);
  });
  const words = (block: HeadingBlock | DividerBlock): string =>
    block.kind === 'divider' ? block.title : block.number + plainText(block.children);
  return missing.length > 0 ? [docxPagesUnknown(missing.map(words))] : [];
}
