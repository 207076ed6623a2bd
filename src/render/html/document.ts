/** Document → one HTML page for printing, without any outside resource but the font files. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Document, Section } from '../../model/document.ts';
import { plainText } from '../../model/inline.ts';
import type { Theme } from '../../model/theme.ts';
import type { FontSet } from '../fonts/face.ts';
import { blockHtml } from './blocks.ts';
import type { ContentsEntry, HtmlContext } from './context.ts';
import { anchor, escapeAttribute, escapeText } from './escape.ts';
import { styleFace } from './styled.ts';
import { stylesheet } from './stylesheet.ts';
import { printable } from './text.ts';

export interface HtmlInputs {
  theme: Theme;
  fonts: FontSet;
  /** Chart id → finished SVG. */
  charts: ReadonlyMap<string, string>;
}

/** Headings of the table of contents, in order, with their numbers. */
export function contentsOf(document: Document): ContentsEntry[] {
  return document.sections.flatMap((section) =>
    section.blocks.flatMap((block) => {
      if (block.kind !== 'heading' || !block.inContents) return [];
      const gap = block.number.startsWith('附件') ? '　' : '';
      return [{ id: block.id, level: block.level, text: block.number + gap + plainText(block.children) }];
    }),
  );
}

export const sectionAnchor = (index: number): string => anchor(`section-${index}`);

/**
 * Out: the page's HTML and what was noticed (each problem once). Page numbers in the contents are still empty. `linked`:
 * with links to every section on a last page, so that the print tells where sections begin.
 */
export function documentHtml(
  document: Document,
  inputs: HtmlInputs,
  { linked = false }: { linked?: boolean } = {},
): { html: string; diagnostics: Diagnostic[] } {
  const problems = new Map<string, Diagnostic>();
  const context: HtmlContext = {
    ...inputs,
    contents: contentsOf(document),
    report: (problem) => problems.set(`${problem.code} ${problem.message}`, problem),
  };
  const { meta } = document;
  const mark = printable(meta.pageMark, styleFace('note', inputs.theme, inputs.fonts), context);
  const css = stylesheet(inputs.theme, inputs.fonts, mark, document);
  const sections = document.sections.map((section, index) => {
    const blocks = section.blocks.map((block) => blockHtml(block, context)).join('\n');
    const id = linked ? ` id="${sectionAnchor(index)}"` : '';
    return `<section class="${sectionClass(section)}"${id}>\n${blocks}\n</section>`;
  });
  if (linked) sections.push(links(document.sections.length));
  const html = `<!doctype html>
<html lang="${escapeAttribute(meta.language)}">
<head>
<meta charset="utf-8">
<title>${escapeText(meta.title)}</title>
<style>
${css}
</style>
</head>
<body>
${sections.join('\n')}
</body>
</html>
`;
  return { html, diagnostics: [...problems.values()] };
}

/** What the style sheet goes by. */
const sectionClass = ({ orientation, form, opens, numbered }: Section): string =>
  [
    orientation,
    ...(form === 'report' ? [] : [`form-${form}`]),
    ...(opens === 'odd' ? ['opens-odd'] : []),
    ...(numbered ? [] : ['unnumbered']),
  ].join(' ');

function links(count: number): string {
  const all = Array.from({ length: count + 1 }, (_, i) => `<a href="#${sectionAnchor(i)}">${i}</a>`);
  return `<section class="portrait" id="${sectionAnchor(count)}">${all.join('')}</section>`;
}
