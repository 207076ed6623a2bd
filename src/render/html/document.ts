/** Document → one HTML page for printing, without any outside resource but the font files. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { addresseesTooMany } from '../../base/messages/render.ts';
import type { Document, Section } from '../../model/document/document.ts';
import { plainText } from '../../model/document/inline.ts';
import type { Theme } from '../../model/document/theme.ts';
import type { FontSet } from '../fonts/face.ts';
import { type FirstPage, firstPage } from '../layout/first-page.ts';
import { areCards } from '../layout/name-card.ts';
import { asPrinted, mayEndOtherwise } from '../layout/print-ends.ts';
import { blocksHtml } from './blocks.ts';
import type { ContentsEntry, HtmlContext } from './context.ts';
import { anchor, escapeAttribute, escapeText } from './escape.ts';
import { styleFace } from './styled.ts';
import { closerClass, stylesheet } from './stylesheet.ts';
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
    section.blocks.flatMap((block): ContentsEntry[] => {
      if (block.kind === 'divider') {
        const text = [block.mark, block.title].filter((part) => part !== '').join('　');
        return [{ id: block.id, level: 1, text, divider: true }];
      }
      if (block.kind !== 'heading' || !block.inContents) return [];
      const gap = /^(?:附件|附录|第.+章$)/.test(block.number) ? '　' : '';
      const text = (block.look === 'sheet' ? '' : block.number + gap) + plainText(block.children);
      return [{ id: block.id, level: block.level, text, divider: false }];
    }),
  );
}

/** Captions of numbered tables and charts, for the lists of them. */
export function captionsOf(document: Document): Record<'charts' | 'tables', ContentsEntry[]> {
  const blocks = document.sections.flatMap((section) => section.blocks);
  const entries = (kind: 'chart' | 'table'): ContentsEntry[] =>
    blocks.flatMap((block) =>
      block.kind === kind && block.number !== ''
        ? [
            {
              id: block.id,
              level: 1,
              text: `${block.number}　${plainText(block.caption)}`,
              divider: false,
            },
          ]
        : [],
    );
  return { charts: entries('chart'), tables: entries('table') };
}

export const sectionAnchor = (index: number): string => anchor(`section-${index}`);
export const endAnchor = (index: number): string => anchor(`end-${index}`);

/** Out: the page's HTML, for a page that has its fonts, and what was noticed (each problem once). Page numbers in the contents are still empty. */
export function documentHtml(
  given: Document,
  inputs: HtmlInputs,
): { html: string; diagnostics: Diagnostic[] } {
  const document = asPrinted(given);
  const problems = new Map<string, Diagnostic>();
  const context: HtmlContext = {
    ...inputs,
    name: document.name,
    contents: contentsOf(document),
    captions: captionsOf(document),
    form: document.form,
    orientation: 'portrait',
    depth: 0,
    report: (problem) => problems.set(`${problem.code} ${problem.message}`, problem),
  };
  const { meta } = document;
  const mark = printable(meta.pageMark, styleFace('note', inputs.theme, inputs.fonts), context);
  const css = stylesheet(inputs.theme, inputs.fonts, mark, document, (text) =>
    printable(text, styleFace('note', inputs.theme, inputs.fonts), context),
  );
  const sections = document.sections.map((section, index) => {
    const own = { ...context, form: section.form, orientation: section.orientation, depth: section.depth };
    const first = firstPage(section, inputs.theme);
    if (first === 'full') context.report(addresseesTooMany(meta.title));
    const blocks = blocksHtml(section.blocks, own);
    const marks = mayEndOtherwise(section, document) ? marksHtml(index) : '';
    return `<section class="${sectionClass(section, first)}" id="${sectionAnchor(index)}">\n${blocks}\n${marks}</section>`;
  });
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

/** Nothing to be seen: a print tells where lies what a link points at. */
const marksHtml = (index: number): string => {
  const links = marksOf(index).map((id) => `<a href="#${id}" hidden></a>`);
  return `<div id="${endAnchor(index)}"></div>${links.join('')}`;
};

const marksOf = (index: number): string[] => [sectionAnchor(index), endAnchor(index)];

/** Anchors at both ends of each section of which it is asked where it ends in print. */
export const endMarks = (document: Document): string[] =>
  document.sections.flatMap((section, i) => (mayEndOtherwise(section, document) ? marksOf(i) : []));

/** What the style sheet goes by. */
const sectionClass = (section: Section, first: FirstPage): string => {
  const { orientation, form, opens, numbered, leaf } = section;
  return [
    ...(areCards(section) ? ['cards'] : [orientation]),
    ...(form === 'report' ? [] : [`form-${form}`]),
    ...(opens === 'odd' ? ['opens-odd'] : []),
    ...(numbered || leaf ? [] : ['bare']),
    ...(leaf ? [`matter-${leaf.matter}`, ...(leaf.full ? ['full'] : [])] : []),
    ...(first === 'roomy' ? [] : ['tight']),
    ...(section.closerPt ? [closerClass(section.closerPt)] : []),
  ].join(' ');
};
