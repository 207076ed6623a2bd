/** What the pages of a finished PDF hold: marked texts, drawings, the number at the foot. */
import { PDFDict, type PDFDocument, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { readOperators } from '../finish/operators.ts';
import { pageStream } from '../finish/page-content.ts';
import { type Glyphs, glyphsOf, shownBy } from './glyphs.ts';

const name = PDFName.of;
const MCID = /\/MCID\s+(\d+)/;
const FOOTER = /\/Subtype\s*\/Footer/;
/** 1, 23, iv: what else stands at the foot are words. */
const NUMBER = /\d+|[ivxlc]+/;
/** Paths, colours and how they are painted; a clip and the place on the page tell nothing. */
const DRAWS = new Set('m l c v y h S s f F f* B B* b b* rg RG g G k K scn SCN w d'.split(' '));

export interface PageContent {
  /** MCID → the text that it marks. */
  marked: Map<number, string>;
  /** Shapes and colours of its figures, wherever these lie on the page. */
  drawn: string[];
  /** Page number as it is printed, without dashes. */
  number: string;
}

interface Mark {
  mcid: number | undefined;
  foot: boolean;
  figure: boolean;
}

/** Page by page. */
export function contentOf(pdf: PDFDocument): PageContent[] {
  const readers = new Map<PDFObject, Glyphs>();
  return pdf.getPages().map((page) => {
    const fonts = page.node.Resources()?.lookupMaybe(name('Font'), PDFDict);
    const marked = new Map<number, string>();
    const drawn: string[] = [];
    let foot = '';
    const marks: Mark[] = [];
    let glyphs: Glyphs = () => '';
    for (const { name: operator, text } of readOperators(pageStream(pdf, page))) {
      const mark = marks.at(-1);
      if (operator === 'BDC' || operator === 'BMC') marks.push(markIn(text));
      else if (operator === 'EMC') marks.pop();
      else if (operator === 'Tf') {
        const font = fonts?.lookupMaybe(name(text.slice(1).split(/\s/)[0] ?? ''), PDFDict);
        if (font) glyphs = readers.get(font) ?? glyphsOf(font);
        if (font) readers.set(font, glyphs);
      } else if (operator === 'Tj' || operator === 'TJ') {
        if (mark?.foot) foot += shownBy(text, glyphs);
        else if (mark?.mcid !== undefined)
          marked.set(mark.mcid, (marked.get(mark.mcid) ?? '') + shownBy(text, glyphs));
      } else if (mark?.figure && DRAWS.has(operator)) drawn.push(text);
    }
    return { marked, drawn, number: NUMBER.exec(foot)?.[0] ?? '' };
  });
}

const markIn = (text: string): Mark => {
  const mcid = MCID.exec(text)?.[1];
  return {
    mcid: mcid === undefined ? undefined : Number(mcid),
    foot: FOOTER.test(text),
    figure: text.startsWith('/Figure'),
  };
};
