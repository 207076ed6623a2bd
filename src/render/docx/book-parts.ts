/** Cover, opening pages and running heads of a book in Word: pictures are groups of Word's own shapes behind the text. */
import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  HorizontalPositionRelativeFrom,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  Tab,
  TabStopType,
  TextRun,
  VerticalPositionRelativeFrom,
} from 'docx';
import { type IShapeGroupChildOptions, ShapeGroupRun } from 'docx/shapes';
import type { Document, HeadingBlock, Section } from '../../model/document/document.ts';
import type { Inline } from '../../model/document/inline.ts';
import type { Theme } from '../../model/document/theme.ts';
import { openerArt, pathOf, type Shape } from '../book/art.ts';
import { OPENER_BAND_MM, OPENER_GAP_MM, OPENER_RIGHT_MM, OPENER_TITLE_MM } from '../book/leaf.ts';
import { charactersOf } from '../layout/letter.ts';
import { POINTS_PER_MM } from '../layout/units.ts';
import { field } from './parts/fields.ts';
import { fontsOf } from './parts/run-fonts.ts';
import { halfPoints, hex, mmOfPt, mmOfTwips, pixelsOfMm, twipsOfMm, twipsOfPt } from './parts/units.ts';
import type { Scope } from './scope.ts';
import { look } from './scope.ts';
import { headingStyle, STYLE } from './styles/style-names.ts';
import { textRuns } from './text/text.ts';

export type BookStyle = NonNullable<Theme['book']>['head'];

/** Path coordinates are scaled to whole numbers. */
const PATH_SCALE = 100;

/** A picture anchored to the page's upper left corner, behind the text. In: shapes in millimetres of the page. */
export function pagePicture(shapes: readonly Shape[], name: string, scope: Scope): ParagraphChild {
  scope.drawings.count++;
  const children = shapes.map(
    (shape): IShapeGroupChildOptions => ({
      ...(shape.corner === null
        ? { type: 'rectangle' as const }
        : { type: 'custom' as const, path: scaledPath(shape) }),
      transformation: {
        offset: { left: pixelsOfMm(shape.x), top: pixelsOfMm(shape.y) },
        width: pixelsOfMm(shape.x + shape.width) - pixelsOfMm(shape.x),
        height: pixelsOfMm(shape.y + shape.height) - pixelsOfMm(shape.y),
      },
      fill: hex(shape.fill),
      line: 'none',
    }),
  );
  return new ShapeGroupRun({
    children,
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.PAGE, offset: 0 },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PAGE, offset: 0 },
      behindDocument: true,
      allowOverlap: true,
    },
    altText: { id: String(scope.drawings.count), name, description: '装饰图案' },
  }) as unknown as ParagraphChild;
}

const scaledPath = (shape: Shape): string =>
  pathOf({ ...shape, x: 0, y: 0, width: PATH_SCALE, height: PATH_SCALE });

/** A paragraph in one of the book's own styles. */
export function bookParagraph(
  nodes: readonly Inline[] | string,
  style: BookStyle,
  scope: Scope,
  options: {
    colour?: string;
    before?: number;
    after?: number;
    indent?: number;
    /** Characters by which lines after the first are drawn in. */
    hanging?: number;
    justified?: boolean;
    extra?: readonly ParagraphChild[];
  } = {},
): Paragraph {
  const run = {
    font: fontsOf(scope.theme, style.font),
    size: halfPoints(style.size),
    ...(options.colour ? { color: hex(options.colour) } : {}),
  };
  const children =
    typeof nodes === 'string'
      ? textRuns(nodes, run)
      : nodes.flatMap((node) =>
          node.kind === 'text' || node.kind === 'figure' || node.kind === 'reference'
            ? textRuns(node.text, run)
            : scope.inlines([node], look(style.font)),
        );
  return new Paragraph({
    style: STYLE.flush,
    ...(options.justified ? {} : { alignment: AlignmentType.LEFT }),
    indent: options.hanging ? hangingBy(options.hanging, style) : { firstLine: options.indent ?? 0 },
    spacing: {
      before: twipsOfPt(options.before ?? 0),
      after: twipsOfPt(options.after ?? 0),
      line: twipsOfPt(style.line),
      lineRule: LineRuleType.EXACT,
    },
    children: [...(options.extra ?? []), ...children],
  });
}

const hangingBy = (characters: number, { size }: BookStyle): { left: number; hanging: number } => {
  const twips = twipsOfPt(characters * size);
  return { left: twips, hanging: twips };
};

/** Heads and feet of a book's section; every section brings its own, or Word would repeat those of the one before. */
export function bookMargins(document: Document, part: Section, scope: Scope) {
  const { leaf } = part;
  const bare = leaf === undefined || leaf.full || leaf.matter === 'cover';
  const head = (text: string, side: 'odd' | 'even'): Header =>
    new Header({ children: [bare || text === '' ? empty() : headLine(text, side, scope)] });
  const foot = (side: 'odd' | 'even'): Footer =>
    new Footer({ children: [bare ? empty() : footLine(side, document.meta.pageMark, scope)] });
  return {
    headers: { default: head(leaf?.head ?? '', 'odd'), even: head(document.meta.title, 'even') },
    footers: { default: foot('odd'), even: foot('even') },
  };
}

const empty = (): Paragraph => new Paragraph({ style: STYLE.footer, children: [new TextRun('')] });

function headLine(text: string, side: 'odd' | 'even', { theme }: Scope): Paragraph {
  const style = theme.book?.head ?? theme.text.note;
  return new Paragraph({
    style: STYLE.footer,
    alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 2, color: hex(theme.colours.rule) } },
    spacing: { line: twipsOfPt(style.line), lineRule: LineRuleType.EXACT },
    children: textRuns(text, { font: fontsOf(theme, style.font), size: halfPoints(style.size) }),
  });
}

function footLine(side: 'odd' | 'even', mark: string, { theme, textWidth }: Scope): Paragraph {
  const words = textRuns(mark, { size: halfPoints(theme.text.note.size) });
  const number = field('PAGE', [new TextRun('1')]);
  const tab = new TextRun({ children: [new Tab()] });
  return new Paragraph({
    style: STYLE.footer,
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
    children: side === 'odd' ? [...words, tab, ...number] : [...number, tab, ...words],
  });
}

/**
 * Number and title on the band of a chapter's opening page, one paragraph, so one entry in the contents. Its lines are as high
 * as the title's; the picture's paragraph is as high as what is left above them.
 */
export function chapterHead(
  block: HeadingBlock,
  scope: Scope,
  marked: (block: HeadingBlock, scope: Scope, children: ParagraphChild[]) => ParagraphChild[],
): Paragraph[] {
  const { page, book } = scope.theme;
  if (!book) return [];
  const { number, title } = book.opener;
  const seed = Number(/\d+/.exec(block.id)?.[0] ?? 1);
  const picture = pagePicture(
    openerArt(page.widthMm, OPENER_BAND_MM, seed, book),
    `${block.number}图案`,
    scope,
  );
  const run = (style: BookStyle, colour: string) => ({
    font: fontsOf(scope.theme, style.font),
    size: halfPoints(style.size),
    color: hex(colour),
  });
  const titleText = block.children.map((node) => ('text' in node ? node.text : '')).join('');
  const lineMm = mmOfPt(title.line);
  const roomMm = mmOfTwips(scope.textWidth) - OPENER_RIGHT_MM;
  const lines = Math.max(1, Math.ceil((charactersOf(titleText) * mmOfPt(title.size)) / roomMm));
  const aboveMm = OPENER_TITLE_MM - lineMm - mmOfTwips(scope.geometry.portrait.margins.top);
  const belowMm = OPENER_BAND_MM + OPENER_GAP_MM - OPENER_TITLE_MM - lines * lineMm;
  return [
    bookParagraph('', { ...number, line: POINTS_PER_MM * Math.max(1, aboveMm) }, scope, { extra: [picture] }),
    new Paragraph({
      style: headingStyle(1, true, scope.depth),
      numbering: false,
      alignment: AlignmentType.LEFT,
      indent: { firstLine: 0, right: twipsOfMm(OPENER_RIGHT_MM) },
      spacing: {
        before: 0,
        line: twipsOfPt(title.line),
        lineRule: LineRuleType.EXACT,
        after: twipsOfMm(Math.max(0, belowMm)),
      },
      children: marked(block, scope, [
        ...textRuns(`${block.number}\u3000`, run(number, book.pale)),
        new TextRun({ break: 1 }),
        ...textRuns(titleText, run(title, book.paper)),
      ]),
    }),
  ];
}
