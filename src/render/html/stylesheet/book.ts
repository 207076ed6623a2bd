/** Books: pages with running heads and two counts of pages, cover and openings to the page's edges, tables of three rules. */
import type { Document, Leaf } from '../../../model/document/document.ts';
import type { Theme } from '../../../model/document/theme.ts';
import {
  firstOf,
  OPENER_BAND_MM,
  OPENER_GAP_MM,
  OPENER_NUMBER_MM,
  OPENER_RIGHT_MM,
  OPENER_TITLE_MM,
  sheetOf,
} from '../../book/leaf.ts';
import type { FontSet } from '../../fonts/face.ts';
import { MM_PER_POINT } from '../../layout/units.ts';
import { cssString } from '../escape.ts';
import { familyCss } from './faces.ts';
import { footMm, geometry, mm } from './geometry.ts';

type Book = NonNullable<Theme['book']>;
type TextStyle = Book['head'];

/** In: `mark` printed at the foot opposite the page number; `clean`: text without characters that no face has. */
export function bookCss(
  document: Document,
  theme: Theme,
  fonts: FontSet,
  mark: string,
  clean: (text: string) => string,
): string {
  const { book } = theme;
  if (!book) return '';
  return [
    ...pages(document, theme, book, fonts, mark, clean),
    blankCss(document, theme),
    textStyles(book, fonts),
    fullCss(theme, book),
    proseCss(theme, book),
    boxCss(theme, book),
    tableCss(theme, book),
  ].join('\n');
}

const pageName = (index: number): string => `leaf-${index}`;
const COUNTERS: Record<Leaf['matter'], string> = {
  cover: 'none',
  front: 'front-page',
  body: 'body-page',
};

/** One kind of page for each section: that is how the head changes with the chapter. */
function pages(
  document: Document,
  theme: Theme,
  book: Book,
  fonts: FontSet,
  mark: string,
  clean: (text: string) => string,
): string[] {
  const sheet = sheetOf(theme);
  const { marginTopMm, marginBottomMm } = geometry(theme);
  const { binding, fore, top, bottom } = theme.page.marginsMm;
  const { slug } = sheet;
  const head = (text: string, align: string): string =>
    `content:${cssString(clean(text))};${styleCss(book.head, fonts)};color:${theme.colours.ink};text-align:${align};vertical-align:bottom;padding-bottom:2pt;margin-bottom:${mm(book.headAboveMm - 4)};border-bottom:0.5pt solid ${theme.colours.rule}`;
  const small = styleCss({ ...book.head, size: theme.text.note.size, line: theme.text.note.line }, fonts);
  return document.sections.flatMap(({ leaf, orientation }, index) => {
    if (!leaf) return [];
    const name = pageName(index);
    const size =
      orientation === 'portrait'
        ? `${mm(sheet.width)} ${mm(sheet.height)}`
        : `${mm(sheet.height)} ${mm(sheet.width)}`;
    const counter = COUNTERS[leaf.matter];
    const count = counter === 'none' ? '' : `counter-increment:${counter};`;
    const use = `#d-section-${index}{page:${name}}`;
    if (leaf.full) return [`@page ${name}{size:${size};margin:${mm(slug - sheet.bleed)};${count}}`, use];
    const number = `content:${leaf.matter === 'front' ? `counter(${counter},lower-roman)` : `counter(${counter})`};${styleCss({ ...book.head, size: theme.page.pageNumber.size }, fonts)}`;
    const down = `vertical-align:top;padding-top:${mm(theme.page.pageNumber.belowMm - (theme.page.pageNumber.size * MM_PER_POINT) / 2)}`;
    const foot = (side: 'left' | 'right', away: 'left' | 'right'): string =>
      leaf.matter === 'cover'
        ? ''
        : `@bottom-${side}{${number};text-align:${side};${down}}@bottom-${away}{content:${mark === '' ? 'none' : cssString(mark)};${small};text-align:${away};${down}}`;
    const margins = (l: number, r: number): string =>
      orientation === 'portrait'
        ? `margin:${mm(marginTopMm + slug)} ${mm(r + slug)} ${mm(marginBottomMm + slug)} ${mm(l + slug)}`
        : `margin:${mm(top + slug)} ${mm(bottom + slug)} ${mm(footMm(sheet.width, top + slug, fore + slug))} ${mm(bottom + slug)}`;
    const title = document.meta.title;
    const heads =
      leaf.matter === 'cover' || leaf.head === ''
        ? ['', '']
        : [head(leaf.head, 'right'), head(title, 'left')];
    const box = (css: string, side: string): string => (css === '' ? '' : `@top-${side}{${css}}`);
    return [
      `@page ${name}{size:${size};${count}}`,
      `@page ${name}:right{${margins(binding, fore)};${box(heads[0] ?? '', 'right')}${foot('right', 'left')}}`,
      `@page ${name}:left{${margins(fore, binding)};${box(heads[1] ?? '', 'left')}${foot('left', 'right')}}`,
      use,
    ];
  });
}

/** A blank page counts with what follows it, but for the ones before the first page of a count. */
function blankCss(document: Document, theme: Theme): string {
  const sheet = sheetOf(theme);
  const size = `size:${mm(sheet.width)} ${mm(sheet.height)};margin:${mm(20)}`;
  const counted = (['front', 'body'] as const).map((matter) => {
    const pages = document.sections.flatMap((section, index) =>
      section.leaf?.matter === matter && index > firstOf(document, matter)
        ? [`.blank-page:has(+#d-section-${index})`]
        : [],
    );
    return pages.length > 0 ? `${pages.join(',')}{page:blank-${matter}}` : '';
  });
  return `@page blank{${size}}
@page blank-body{${size};counter-increment:body-page}
@page blank-front{${size};counter-increment:front-page}
.blank-page{page:blank}
${counted.join('\n')}`;
}

const styleCss = ({ font, size, line }: TextStyle, fonts: FontSet): string =>
  `${familyCss(fonts.faces[font], fonts)};font-size:${size}pt;line-height:${line}pt`;

function textStyles({ opener, cover }: Book, fonts: FontSet): string {
  const rules = [
    ...Object.entries(opener).map(([name, style]) => `.b-opener-${name}{${styleCss(style, fonts)}}`),
    ...Object.entries(cover).map(([name, style]) => `.b-cover-${name}{${styleCss(style, fonts)}}`),
  ];
  return rules.join('\n');
}

/** Cover and openings: the page's own margins are none, so theirs are padding. */
function fullCss({ page, colours }: Theme, book: Book): string {
  const { bleed } = sheetOf({ page, book } as Theme);
  const [left, right] = [page.marginsMm.binding + bleed, page.marginsMm.fore + bleed];
  // Less than the page by what rounding may take, or the browser makes another page.
  const height = page.heightMm + 2 * bleed - 0.05;
  return `.art{position:absolute;left:0;top:0;width:100%;height:100%;display:block}
.book-cover{position:relative;height:${mm(height)};overflow:hidden;color:${book.paper}}
.book-cover p{text-indent:0}
.book-cover-text{position:absolute;left:${mm(left)};right:${mm(right)};bottom:${mm(64 + bleed)}}
.book-year{letter-spacing:0.02em}
.book-bar{width:28mm;height:1.6mm;background:${book.accent};margin:5mm 0 6mm}
.book-subtitle{margin-top:3mm;color:${book.pale}}
.book-cover-foot{position:absolute;left:${mm(left)};right:${mm(right)};bottom:${mm(22 + bleed)};border-top:0.6pt solid ${book.pale};padding-top:3mm;display:flex;justify-content:space-between}
.colophon{position:absolute;left:0;right:0;bottom:${mm(4)};border-top:0.6pt solid ${colours.rule};padding-top:5mm}
section.matter-cover{height:${mm(page.heightMm - page.marginsMm.top - page.marginsMm.bottom - 1)}}
section.matter-cover.full{height:auto}
.colophon p{text-indent:0}
.colophon .t-heading2{margin-bottom:3mm}
.colophon-label{color:#555}
.colophon-row{display:grid;grid-template-columns:6em 1fr}
.colophon-statement{margin-top:4mm}
.chapter-band{position:relative;height:${mm(OPENER_BAND_MM + bleed)};margin:0;overflow:hidden;color:${book.paper};text-indent:0;break-after:avoid}
.chapter-band>span{position:absolute;left:${mm(left)};right:${mm(right + OPENER_RIGHT_MM)};text-indent:0}
.chapter-number{top:${mm(OPENER_NUMBER_MM + bleed)};color:${book.pale};letter-spacing:0.12em}
.chapter-title{top:${mm(OPENER_TITLE_MM + bleed)};text-wrap:balance}
.opening{height:${mm(height - OPENER_BAND_MM - bleed - 26)};padding:${mm(OPENER_GAP_MM)} ${mm(right)} 0 ${mm(left)};display:flex;flex-direction:column;justify-content:space-between;box-sizing:border-box}
.opening p{text-indent:0}
.opening .b-opener-text{text-align:justify;text-indent:2em}
.opening-sections{columns:2;column-gap:10mm;margin:6mm 0}
.opening-sections li{text-indent:0;break-inside:avoid;border-bottom:0.4pt solid ${colours.rule};padding:2pt 0}
.opening-sections a{display:flex;justify-content:space-between}
.opening-items{display:grid;gap:5mm;border-top:1.2pt solid ${book.deep};padding-top:5mm}
.opening-item{display:flex;flex-direction:column;justify-content:flex-end;border-left:2.4pt solid ${book.accent};padding-left:3mm;text-wrap:balance}
.opening-item .b-opener-value{color:${book.deep};white-space:nowrap}
.opening-item .t-note{color:#555}`;
}

/** Headings stand at the left edge; the body keeps its indent. */
function proseCss({ text, colours }: Theme, book: Book): string {
  const line = text.body.line;
  return `.form-book h1,.form-book h2,.form-book h3,.form-book h4{text-indent:0;letter-spacing:0;text-align:left}
.form-book h2{margin:${line}pt 0 ${line / 3}pt;color:${book.deep}}
.form-book h3{margin:${line / 2}pt 0 ${line / 6}pt}
.form-book h4{text-indent:2em}
.form-book .page-break{break-after:auto;position:absolute}
.form-book .page-break+*{break-before:page}
.form-book h2:first-child,.form-book .page-break+h2{margin-top:0}
.front-head{color:${book.deep};margin-bottom:${1.5 * line}pt;padding-bottom:${line / 3}pt;border-bottom:1.2pt solid ${book.deep}}
.form-book p{orphans:2;widows:2}
.note-mark{font-size:75%;line-height:0;vertical-align:0.35em}
.form-book .t-note{color:#444}
.form-book ul.grid li{padding-left:1.2em;text-indent:-1.2em}
.form-book ul.grid li::before{content:"■";color:${book.accent};font-size:60%;margin-right:1.1em;vertical-align:0.25em}
.form-book .contents .t-contentsTitle{text-align:left;color:${book.deep};padding-bottom:6pt;border-bottom:1.2pt solid ${book.deep};margin-bottom:12pt}
.form-book .contents+.contents{margin-top:${line}pt}
.form-book .contents li{break-inside:avoid}
.form-book .contents-1{margin-top:5pt;font-weight:inherit;color:${colours.ink}}
.form-book .contents.captions ol{font-size:10pt}
.form-book .contents.captions li{margin-top:0}
.form-book .contents.captions a>span:first-child{max-width:86%;text-wrap:balance}`;
}

function boxCss({ colours }: Theme, book: Book): string {
  return `.form-book figure{margin:10pt 0 12pt}
.form-book figure .caption{margin-top:4pt}
figure.half{display:inline-block;width:48.4%;vertical-align:top}
figure.half+figure.half{float:right}
figure.half+figure.half+*{clear:both}
.form-book .key-figure{border:0;border-top:1.6pt solid ${book.deep};background:${colours.boxFill};padding:7pt 5pt;text-wrap:balance}
.form-book .key-figure .t-keyFigure{color:${book.deep}}
.form-book .key-figures.grid-look{gap:9pt}
.form-book .key-figures.grid-look .key-figure{text-align:left;padding:10pt 9pt 12pt;min-height:33mm}
.form-book .grid-look .t-keyFigure{font-size:22pt;line-height:32pt;margin:2pt 0}
.form-book .grid-look .t-keyLabel{min-height:29pt}
.form-book .key-figures.pull{display:block;margin:12pt 0}
.form-book .pull .key-figure{display:grid;grid-template-columns:auto 1fr;column-gap:14pt;align-items:center;text-align:left;border:0;border-left:3pt solid ${book.accent};background:none;padding:4pt 0 4pt 12pt}
.form-book .pull .t-keyFigure{grid-row:1/3;font-size:30pt;line-height:38pt;white-space:nowrap}
.form-book .pull .t-keyLabel{grid-column:2;grid-row:1;align-self:end;font-size:11pt}
.form-book .pull .t-note{grid-column:2;grid-row:2;align-self:start}
.form-book .callout{border:0;border-left:3pt solid ${book.deep};background:${colours.boxFill};padding:8pt 12pt}
.form-book .callout-title{text-align:left;margin-bottom:4pt;color:${book.deep};font-size:12pt;line-height:18pt}`;
}

function tableCss({ colours }: Theme, book: Book): string {
  const thin = `0.4pt solid ${colours.rule}`;
  const thick = `1.2pt solid ${book.deep}`;
  return `.form-book th,.form-book td{border-right:0;border-bottom:${thin}}
.form-book .edge{border-left:0}
.form-book thead tr:first-child th,.form-book table>tbody:nth-child(2) tr:first-child>*{border-top:${thick}}
.form-book thead tr:last-child th{border-bottom:0.8pt solid ${book.deep}}
.form-book tbody:last-child tr:is(:last-child,:has(+.room)):not(.room)>*{border-bottom:${thick}}
.form-book .table{margin:10pt 0 12pt}`;
}
