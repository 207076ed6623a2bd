/** What the pages of a finished PDF hold: marked texts, heads, drawings, the number at the foot. */
import { PDFDict, PDFName, type PDFObject, type PDFPage, PDFRawStream } from '@cantoo/pdf-lib';
import { digestOf } from '../../../base/digest.ts';
import { madeOnce } from '../../../base/made-once.ts';
import { type Operator, readOperators } from '../finish/operators.ts';
import { decoded } from '../finish/page-content.ts';
import { type Glyphs, glyphsOf, shownBy } from './glyphs.ts';

const name = PDFName.of;
const MCID = /\/MCID\s+(\d+)/;
const FOOTER = /\/Subtype\s*\/Footer/;
const HEADER = /\/Subtype\s*\/Header/;
/** — 1 —, 23, iv: what else stands at the foot are words. */
const NUMBER = /^[—\-\s]*(\d+|[ivxlc]+)[—\-\s]*$/;
/** Paths, colours and how they are painted; a clip and the place on the page tell nothing. */
const DRAWS = new Set('m l c v y h S s f F f* B B* b b* rg RG g G k K scn SCN w d'.split(' '));

export interface PageContent {
  /** MCID → the text that it marks. */
  marked: Map<number, string>;
  /** Running heads, and heads of tables that are printed again. */
  heads: string;
  /** Shapes and colours of its figures, wherever these lie on the page, and its pictures. */
  drawn: string[];
  /** Page number as it is printed, without dashes. */
  number: string;
}

/** Fonts that pages share are read once. Out: takes a page and what its stream paints. */
export function contentReader(): (page: PDFPage, operators: readonly Operator[]) => PageContent {
  const readers = new Map<PDFObject, Glyphs>();
  return (page, operators) => {
    const found: Found = { marked: new Map(), heads: '', drawn: [], foot: [] };
    read({ operators, resources: page.node.Resources() }, NO_MARK, found, readers);
    const { foot, ...content } = found;
    const number = foot.map((text) => NUMBER.exec(text)?.[1]).find((one) => one !== undefined);
    return { ...content, number: number ?? '' };
  };
}

interface Found extends Omit<PageContent, 'number'> {
  /** One for each text object: what stands at the foot side by side is told apart by it. */
  foot: string[];
}

interface Source {
  operators: readonly Operator[];
  resources: PDFDict | undefined;
}

/** @param outer the mark that it stands in: a form has none of its own */
function read(
  { operators, resources }: Source,
  outer: Mark,
  found: Found,
  readers: Map<PDFObject, Glyphs>,
): void {
  const { marked, drawn, foot } = found;
  const resource = (kind: string, operands: string): PDFObject | undefined =>
    resources?.lookupMaybe(name(kind), PDFDict)?.lookup(name(operands.slice(1).split(/\s/)[0] ?? ''));
  const marks: Mark[] = [outer];
  let glyphs: Glyphs = () => '';
  for (const { name: operator, text } of operators) {
    const mark = marks.at(-1) ?? outer;
    if (operator === 'BDC' || operator === 'BMC') marks.push(markIn(text));
    else if (operator === 'EMC') marks.pop();
    else if (operator === 'BT') foot.push('');
    else if (operator === 'Tf') {
      const font = resource('Font', text);
      if (font instanceof PDFDict) glyphs = madeOnce(readers, font, () => glyphsOf(font));
    } else if (operator === 'Tj' || operator === 'TJ') {
      const shown = shownBy(text, glyphs);
      if (mark.foot) foot.push(`${foot.pop() ?? ''}${shown}`);
      else if (mark.head) found.heads += shown;
      else if (mark.mcid !== undefined) marked.set(mark.mcid, (marked.get(mark.mcid) ?? '') + shown);
    } else if (operator === 'Do') {
      const painted = resource('XObject', text);
      if (!(painted instanceof PDFRawStream)) continue;
      if (painted.dict.get(name('Subtype')) !== name('Form')) drawn.push(digestOf(painted.contents));
      else {
        const own = painted.dict.lookupMaybe(name('Resources'), PDFDict);
        const inside = { operators: readOperators(decoded(painted)), resources: own ?? resources };
        read(inside, mark, found, readers);
      }
    } else if (mark.figure && DRAWS.has(operator)) drawn.push(text);
  }
}

interface Mark {
  mcid: number | undefined;
  foot: boolean;
  head: boolean;
  figure: boolean;
}

const NO_MARK: Mark = { mcid: undefined, foot: false, head: false, figure: false };

const markIn = (text: string): Mark => {
  const mcid = MCID.exec(text)?.[1];
  return {
    mcid: mcid === undefined ? undefined : Number(mcid),
    foot: FOOTER.test(text),
    head: HEADER.test(text),
    figure: text.startsWith('/Figure'),
  };
};
