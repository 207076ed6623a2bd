/**
 * Lines that a paper's paragraphs stand closer by (last-page.ts) are written on each of them, as sections differ. Where all
 * paragraphs of a style agree, they are the style's: who restyles it then restyles the file, and a new paragraph is like the
 * others.
 */
import { STYLE } from '../styles/style-names.ts';

/** Those that may stand closer; chapter heads and the like say of each paragraph where it stands. */
const CLOSER = new RegExp(
  `^(?:${STYLE.body}|${STYLE.list}|${STYLE.fine}|${STYLE.denseHead}|${STYLE.denseBody}|(?:Gw\\w*)?Heading\\d\\w*)$`,
);
const PARAGRAPH = /<w:p><w:pPr><w:pStyle w:val="([^"]+)"\/>(.*?)<\/w:pPr>/g;
/** As `closer` of scope.ts writes it; what has room above or below has its own reason for it. */
const SPACING = /<w:spacing w:after="0" w:before="0" w:line="\d+" w:lineRule="exact"\/>/;
const DEFINITION = /<w:style [^>]*?w:styleId="([^"]+)".*?<\/w:style>/gs;

/** In: word/document.xml. Out: style → the spacing that each of its paragraphs has, where that is one. */
export function sharedSpacing(xml: string): ReadonlyMap<string, string> {
  const found = new Map<string, Set<string>>();
  for (const [, style = '', rest = ''] of xml.matchAll(PARAGRAPH)) {
    if (!CLOSER.test(style)) continue;
    const seen = found.get(style) ?? new Set();
    found.set(style, seen.add(SPACING.exec(rest)?.[0] ?? ''));
  }
  return new Map(
    [...found].flatMap(([style, seen]) => {
      const [only = ''] = seen;
      return seen.size === 1 && only !== '' ? [[style, only] as const] : [];
    }),
  );
}

/** word/document.xml without what its styles say now. */
export const withoutShared = (xml: string, shared: ReadonlyMap<string, string>): string =>
  xml.replace(PARAGRAPH, (paragraph, style: string) => {
    const spacing = shared.get(style);
    return spacing === undefined ? paragraph : paragraph.replace(spacing, '');
  });

/** word/styles.xml with it; all styles have a spacing of their own, so none that is based on another changes with it. */
export const withShared = (xml: string, shared: ReadonlyMap<string, string>): string =>
  xml.replace(DEFINITION, (whole, style: string) => {
    const spacing = shared.get(style);
    return spacing === undefined ? whole : whole.replace(/<w:spacing [^>]*\/>/, spacing);
  });
