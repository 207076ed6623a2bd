/** Word's paragraph styles, subject by subject, in the order in which the file lists them. */
import {
  AlignmentType,
  type IParagraphStyleOptions,
  type IRunStylePropertiesOptions,
  LineRuleType,
} from 'docx';
import type { TextStyleName, Theme } from '../../../model/document/theme.ts';
import type { Geometry } from '../parts/geometry.ts';
import { fontsOf } from '../parts/run-fonts.ts';
import { halfPoints, hex, twipsOfPt } from '../parts/units.ts';
import { HEADING_LIST } from './numbering.ts';
import { ANNEX_STYLE_NAME, contentsStyle, DIVIDER_STYLE_NAME, headingStyle, STYLE } from './style-names.ts';

type Style = IParagraphStyleOptions;
type ParagraphOptions = NonNullable<Style['paragraph']>;

/** What all styles are made with. */
interface Maker {
  theme: Theme;
  run(text: TextStyleName): IRunStylePropertiesOptions;
  /** Lines of the height that the theme gives the text, and nothing above or below unless `more` says so. */
  exact(text: TextStyleName, more?: ParagraphOptions): ParagraphOptions;
  /** @param name as a person sees it in Word · @param next style of the paragraph that is begun after this one */
  style(id: string, name: string, text: TextStyleName, more?: ParagraphOptions, next?: string): Style;
  /** 首行缩进两字 of running text. */
  indent: { firstLine: number };
  /** Height of a line of running text. */
  line: number;
}

const LEVELS = [1, 2, 3, 4] as const;
const centred = { alignment: AlignmentType.CENTER };
const keep = { keepNext: true, keepLines: true };

/** All styles of paragraphs of the theme; those that Word has itself under the names by which it knows them. */
export function paragraphStyles(theme: Theme, geometry: Geometry): Style[] {
  const maker = makerOf(theme, geometry);
  return [
    ...titles(maker),
    ...headings(maker),
    ...runningText(maker),
    ...sheets(maker),
    ...imprintGridAndCovers(maker),
    ...figures(maker),
    ...tables(maker),
    ...keyFiguresAndCallouts(maker),
    ...contents(maker),
    footer(maker),
  ];
}

function makerOf(theme: Theme, geometry: Geometry): Maker {
  const run: Maker['run'] = (name) => runOf(theme, geometry, name);
  const exact: Maker['exact'] = (name, more = {}) => {
    const { spacing, ...rest } = more;
    const line = twipsOfPt(theme.text[name].line);
    return { ...rest, spacing: { before: 0, after: 0, line, lineRule: LineRuleType.EXACT, ...spacing } };
  };
  return {
    theme,
    run,
    exact,
    style: (id, name, text, more = {}, next = id) => ({
      id,
      name,
      basedOn: 'Normal',
      next,
      quickFormat: true,
      run: run(text),
      paragraph: exact(text, more),
    }),
    indent: { firstLine: geometry.indent },
    line: twipsOfPt(theme.text.body.line),
  };
}

function runOf(theme: Theme, geometry: Geometry, name: TextStyleName): IRunStylePropertiesOptions {
  const { font, size, bold } = theme.text[name];
  return {
    font: fontsOf(theme, font),
    size: halfPoints(size),
    bold,
    italics: false,
    color: hex(theme.colours.ink),
    // Only text of body size stands on the grid of 28 characters.
    characterSpacing: size === theme.text.body.size ? geometry.characterSpacing : 0,
  };
}

/** The text that all others are based on, and what stands at the head of a document. */
const titles = ({ theme, run, exact, style, line }: Maker): Style[] => [
  {
    id: 'Normal',
    name: 'Normal',
    quickFormat: true,
    // All other styles inherit from it, and docx can't write a spacing of nothing that would undo this one.
    run: { ...run('body'), characterSpacing: 0 },
    paragraph: exact('body'),
  },
  style(STYLE.title, 'Title', 'title', { ...centred, ...keep, spacing: { before: line } }, STYLE.subtitle),
  style(STYLE.subtitle, 'Subtitle', 'subtitle', centred, STYLE.body),
  style(STYLE.mark, '版头标识', 'mark'),
  {
    ...style(STYLE.issuerMark, '发文机关标志', 'issuerMark', centred),
    run: { ...run('issuerMark'), color: hex(theme.colours.red) },
  },
];

/** Three styles a level: in the contents, not in the contents, below a divider of a book. */
function headings({ theme, style, line, indent }: Maker): Style[] {
  const levels = LEVELS.flatMap((level) => {
    const text = `heading${level}` as const;
    const look = { ...keep, indent, outlineLevel: level - 1 };
    return [
      style(
        headingStyle(level, true),
        `heading ${level}`,
        text,
        { ...look, numbering: { reference: HEADING_LIST, level: level - 1 } },
        STYLE.body,
      ),
      {
        ...style(headingStyle(level, false), `标题 ${level}（不入目录）`, text, look, STYLE.body),
        basedOn: headingStyle(level, true),
      },
      style(
        headingStyle(level, true, 1),
        `汇编${level}级标题`,
        text,
        { ...keep, indent, outlineLevel: level },
        STYLE.body,
      ),
    ];
  });
  return [
    ...levels,
    {
      ...style(
        STYLE.annex,
        ANNEX_STYLE_NAME,
        'title',
        // Its lines are “附件1”, an empty one and the title: the first two as high as those of the text.
        { ...keep, outlineLevel: 0, spacing: { line, after: twipsOfPt(theme.text.title.line) } },
        STYLE.body,
      ),
      basedOn: 'Normal',
    },
  ];
}

const runningText = ({ theme, style, indent }: Maker): Style[] => [
  style(STYLE.body, '公文正文', 'body', { indent, alignment: AlignmentType.BOTH }),
  style(STYLE.flush, '公文正文（顶格）', 'body', { alignment: AlignmentType.BOTH }),
  style(STYLE.centre, '公文正文（居中）', 'body', centred),
  style(STYLE.right, '公文正文（居右）', 'body', { alignment: AlignmentType.RIGHT }),
  style(STYLE.list, '公文列项', 'body', { alignment: AlignmentType.BOTH }),
  style(STYLE.fine, '小字说明', 'fine', {
    alignment: AlignmentType.BOTH,
    indent: { firstLine: 2 * twipsOfPt(theme.text.fine.size) },
  }),
];

/** Materials that are one page. */
const sheets = ({ theme, style }: Maker): Style[] => [
  style(STYLE.sheetLarge, '单页正文（大）', 'sheetLarge', {
    alignment: AlignmentType.BOTH,
    indent: { firstLine: 2 * twipsOfPt(theme.text.sheetLarge.size) },
  }),
  style(STYLE.sheet, '单页正文', 'sheet', {
    alignment: AlignmentType.BOTH,
    indent: { firstLine: 2 * twipsOfPt(theme.text.sheet.size) },
  }),
  style(STYLE.sheetTitle, '单页材料标题', 'sheetTitle', { ...centred, ...keep }, STYLE.sheet),
  style(STYLE.sheetBelow, '单页材料标题下', 'sheetHead', centred, STYLE.sheet),
  style(STYLE.sheetMark, '单页材料标识', 'sheetHead'),
  style(STYLE.sheetHead, '页题', 'sheetTitle', { ...centred, ...keep, outlineLevel: 0 }, STYLE.sheet),
  style(STYLE.sheetPart, '栏题', 'sheetHead', { ...keep, outlineLevel: 1 }, STYLE.sheet),
];

const imprintGridAndCovers = ({ style }: Maker): Style[] => [
  style(STYLE.imprint, '版记', 'imprint', { alignment: AlignmentType.BOTH }),
  style(STYLE.gridLabel, '任务格行名', 'gridLabel'),
  style(STYLE.gridCell, '任务格', 'gridCell'),
  style(STYLE.coverTitle, '封面标题', 'coverTitle', centred),
  style(STYLE.coverText, '封面文字', 'coverText', centred),
  style(STYLE.divider, DIVIDER_STYLE_NAME, 'dividerTitle', { ...centred, outlineLevel: 0 }),
];

/** A chart with what is written around it. */
const figures = ({ style }: Maker): Style[] => [
  style(STYLE.note, '图表注', 'note', { alignment: AlignmentType.BOTH }),
  style(STYLE.caption, 'caption', 'caption', {
    ...centred,
    ...keep,
    spacing: { before: 120, after: 40 },
  }),
  style(STYLE.unitNote, '单位注', 'note', { alignment: AlignmentType.RIGHT, keepNext: true }),
  {
    ...style(STYLE.chart, '图', 'chart', { ...centred, keepNext: true }),
    // An exact line would cut the drawing off.
    paragraph: {
      ...centred,
      keepNext: true,
      spacing: { before: 120, after: 0, line: 240, lineRule: LineRuleType.AUTO },
    },
  },
  {
    id: STYLE.gap,
    name: '间隔',
    basedOn: 'Normal',
    paragraph: { spacing: { before: 0, after: 0, line: 160, lineRule: LineRuleType.EXACT } },
  },
];

const tables = ({ style }: Maker): Style[] => [
  style(STYLE.tableHead, '表头', 'tableHead', centred),
  style(STYLE.tableBody, '表文', 'tableBody'),
  style(STYLE.denseHead, '密表表头', 'denseHead', centred),
  style(STYLE.denseBody, '密表表文', 'denseBody'),
];

const keyFiguresAndCallouts = ({ theme, style }: Maker): Style[] => [
  style(STYLE.keyFigure, '关键数字', 'keyFigure', centred),
  style(STYLE.keyLabel, '关键数字名称', 'keyLabel', centred),
  style(STYLE.keyDetail, '关键数字说明', 'note', centred),
  style(STYLE.calloutTitle, '提示框标题', theme.book ? 'heading3' : 'heading1', {
    ...(theme.book ? {} : centred),
    ...keep,
  }),
];

const contents = ({ theme, style, line }: Maker): Style[] => [
  style(
    STYLE.contentsTitle,
    'TOC Heading',
    'contentsTitle',
    { ...centred, ...keep, spacing: { after: line } },
    STYLE.body,
  ),
  ...[1, 2, 3].map((level) =>
    style(contentsStyle(level), `toc ${level}`, 'contents', {
      indent: { left: (level - 1) * twipsOfPt(theme.text.contents.size) * 2 },
    }),
  ),
  style(STYLE.captionList, 'table of figures', 'contents'),
];

const footer = ({ theme }: Maker): Style => ({
  id: STYLE.footer,
  name: 'footer',
  basedOn: 'Normal',
  run: {
    font: fontsOf(theme, theme.page.pageNumber.font),
    size: halfPoints(theme.page.pageNumber.size),
    characterSpacing: 0,
  },
  paragraph: { spacing: { before: 0, after: 0, line: 400, lineRule: LineRuleType.EXACT } },
});
