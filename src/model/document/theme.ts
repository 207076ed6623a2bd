/**
 * Typography as data: templates/styles/<name>.yaml. CSS and Word styles are both made from it. Sizes in points,
 * page measures in millimetres. Values follow GB/T 9704-2012; the file says which clause.
 */
import { z } from 'zod';
import { TONES } from './chart.ts';
import { FONT_ROLES } from './font-role.ts';

const role = z.enum(FONT_ROLES);
const colour = z.string().regex(/^#[0-9A-F]{6}$/, '颜色应写作 #RRGGBB（大写）');

/** What no paper goes beyond: a slip of the keyboard would end in the libraries that lay out pages. */
const mm = z.number().min(0).max(1000);
const points = z.number().min(0).max(500);

/** 小五: what is smaller can't be read at arm's length. Notes alone may be. */
const SMALLEST_SIZE = 9;

const styleFrom = (smallest: number) =>
  z.strictObject({
    font: role,
    size: points.min(smallest),
    /** Exact line pitch in points. */
    line: points.min(6),
    bold: z.boolean().default(false),
  });
const textStyle = styleFrom(SMALLEST_SIZE);
const noteStyle = styleFrom(6);

/** A page with less room than a line of a table needs is none. */
const LEAST_MM = 40;

const PATTERNS = [
  'solid',
  'none',
  'diagonal',
  'backDiagonal',
  'cross',
  'dots',
  'horizontal',
  'vertical',
] as const;
export type Pattern = (typeof PATTERNS)[number];

export const themeSchema = z.strictObject({
  name: z.string(),
  page: z
    .strictObject({
      widthMm: mm,
      heightMm: mm,
      /** Ink box of the text, portrait. */
      marginsMm: z.strictObject({ top: mm, binding: mm, fore: mm, bottom: mm }),
      charactersPerLine: z.number().int().min(1).max(200),
      linesPerPage: z.number().int().min(1).max(200),
      pageNumber: z.strictObject({
        font: role,
        size: points,
        belowMm: mm,
        sideCharacters: z.number().min(0).max(20),
      }),
    })
    .refine(({ heightMm, marginsMm: { top, bottom } }) => heightMm - top - bottom >= LEAST_MM, {
      path: ['marginsMm', 'top'],
      error: `天头（top）、地脚（bottom）之间应留出不少于${LEAST_MM}毫米的版心`,
    })
    .refine(({ widthMm, marginsMm: { binding, fore } }) => widthMm - binding - fore >= LEAST_MM, {
      path: ['marginsMm', 'binding'],
      error: `订口（binding）、切口（fore）之间应留出不少于${LEAST_MM}毫米的版心`,
    }),
  /** 信函格式, GB/T 9704-2012 10.1. */
  letter: z.strictObject({
    /** Upper edge of the 发文机关标志 from the upper edge of the page. */
    markTopMm: mm,
    /** From the mark to the first red double rule. */
    ruleBelowMarkMm: mm,
    /** The second one, from the lower edge of the page. */
    ruleAboveEdgeMm: mm,
    ruleLengthMm: mm,
    /** Strengths of the two lines and the white between them, points. */
    thickPt: points,
    thinPt: points,
    betweenPt: points,
  }),
  /** 文件式、纪要、简报的版头, GB/T 9704-2012 7.2 and 10.3. */
  masthead: z.strictObject({
    /** Upper edge of the mark from the upper edge of the 版心. */
    markBelowMm: mm,
    /** From the line above it to the red rule. */
    ruleBelowMm: mm,
    rulePt: points,
    /** A mark that would have to be smaller than this to fill one line takes two. */
    leastMarkPt: points,
  }),
  /** 版记, 7.4.1: strengths of the outer rules and those between. */
  imprint: z.strictObject({ outerMm: mm, innerMm: mm }),
  /** 席卡: the largest size of a name, and what is left free at either side of the sheet. */
  nameCard: z.strictObject({ sizePt: points, sideMm: mm }),
  /** Names written into DOCX: what Word and WPS find on an office PC. */
  officeFonts: z.record(role, z.string()),
  /** Latin letters and digits in DOCX. */
  latinFont: z.string(),
  text: z.strictObject({
    title: textStyle,
    subtitle: textStyle,
    heading1: textStyle,
    heading2: textStyle,
    heading3: textStyle,
    heading4: textStyle,
    body: textStyle,
    note: noteStyle,
    fine: textStyle,
    /** Prose and heads of sheets. */
    sheetLarge: textStyle,
    sheet: textStyle,
    sheetTitle: textStyle,
    sheetHead: textStyle,
    caption: textStyle,
    tableHead: textStyle,
    tableBody: textStyle,
    denseHead: textStyle,
    denseBody: textStyle,
    contentsTitle: textStyle,
    contents: textStyle,
    keyFigure: textStyle,
    keyLabel: textStyle,
    mark: textStyle,
    /** 发文机关标志: the largest size; a long name is set smaller so that it fills one line. */
    issuerMark: textStyle,
    chart: textStyle,
    imprint: textStyle,
    gridLabel: textStyle,
    gridCell: textStyle,
    coverTitle: textStyle,
    coverText: textStyle,
    dividerMark: textStyle,
    dividerTitle: textStyle,
    nameCard: textStyle,
  }),
  /** Of a book: colours of covers and openers, and the running head. */
  book: z
    .strictObject({
      deep: colour,
      accent: colour,
      pale: colour,
      paper: colour,
      /** Beyond the trim on every side, for crop marks and bleed; 0 unless for a print shop. */
      slugMm: mm.default(0),
      bleedMm: mm,
      /** Baseline of the running head above the 版心, and its size. */
      headAboveMm: mm,
      head: textStyle,
      opener: z.strictObject({ number: textStyle, title: textStyle, text: textStyle, value: textStyle }),
      cover: z.strictObject({ year: textStyle, title: textStyle, text: textStyle }),
    })
    .optional(),
  colours: z.strictObject({ ink: colour, red: colour, rule: colour, headFill: colour, boxFill: colour }),
  /** Fill of chart series and status cells: told apart in grey, see grey.ts. Cells of the grid have no pattern. */
  tones: z.record(z.enum(TONES), z.strictObject({ colour, pattern: z.enum(PATTERNS) })),
});
export type Theme = z.infer<typeof themeSchema>;
export type TextStyleName = keyof Theme['text'];
