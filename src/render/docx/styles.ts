/** Word's styles, made from the theme. Built-in styles keep the English names by which Word knows them. */
import {
  AlignmentType,
  type IParagraphStyleOptions,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
  LeaderType,
  LineRuleType,
  TabStopType,
  type XmlComponent,
} from 'docx';
import type { FontRole } from '../../model/document/font-role.ts';
import type { TextStyleName, Theme } from '../../model/document/theme.ts';
import type { Geometry } from './geometry.ts';
import { HEADING_LIST } from './numbering.ts';
import { ANNEX_STYLE_NAME, contentsStyle, DIVIDER_STYLE_NAME, headingStyle, STYLE } from './style-names.ts';
import { halfPoints, hex, twipsOfPt } from './units.ts';
import { element } from './xml.ts';

type ParagraphOptions = NonNullable<IParagraphStyleOptions['paragraph']>;
const LEVELS = [1, 2, 3, 4] as const;

/** Both scripts named outright: a theme font would override the East Asian one. */
export const fontsOf = (theme: Theme, role: FontRole) => ({
  ascii: theme.latinFont,
  hAnsi: theme.latinFont,
  cs: theme.latinFont,
  eastAsia: theme.officeFonts[role],
});

/** Word's styles of the theme; paragraphs refer to them by the names in style-names.ts. */
export function stylesOf(theme: Theme, geometry: Geometry): IStylesOptions {
  const run = (name: TextStyleName): IRunStylePropertiesOptions => runOf(theme, geometry, name);
  const exact = (name: TextStyleName, more: ParagraphOptions = {}): ParagraphOptions => {
    const { spacing, ...rest } = more;
    const line = twipsOfPt(theme.text[name].line);
    return { ...rest, spacing: { before: 0, after: 0, line, lineRule: LineRuleType.EXACT, ...spacing } };
  };
  const style = (
    id: string,
    name: string,
    text: TextStyleName,
    more: ParagraphOptions = {},
    next?: string,
  ): IParagraphStyleOptions => ({
    id,
    name,
    basedOn: 'Normal',
    next: next ?? id,
    quickFormat: true,
    run: run(text),
    paragraph: exact(text, more),
  });
  const line = twipsOfPt(theme.text.body.line);
  const twoCharacters = { firstLine: geometry.indent };
  const centred = { alignment: AlignmentType.CENTER };
  const keep = { keepNext: true, keepLines: true };
  const headings = LEVELS.flatMap((level) => {
    const text = `heading${level}` as const;
    const look = { ...keep, indent: twoCharacters, outlineLevel: level - 1 };
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
        { ...keep, indent: twoCharacters, outlineLevel: level },
        STYLE.body,
      ),
    ];
  });
  const contents = [1, 2, 3].map((level) =>
    style(contentsStyle(level), `toc ${level}`, 'contents', {
      indent: { left: (level - 1) * twipsOfPt(theme.text.contents.size) * 2 },
    }),
  );
  return {
    importedStyles: [documentDefaults(theme), plainTable()],
    paragraphStyles: [
      {
        id: 'Normal',
        name: 'Normal',
        quickFormat: true,
        // All other styles inherit from it, and docx can't write a spacing of nothing that would undo this one.
        run: { ...run('body'), characterSpacing: 0 },
        paragraph: exact('body'),
      },
      style(
        STYLE.title,
        'Title',
        'title',
        { ...centred, ...keep, spacing: { before: line } },
        STYLE.subtitle,
      ),
      style(STYLE.subtitle, 'Subtitle', 'subtitle', centred, STYLE.body),
      style(STYLE.mark, '版头标识', 'mark'),
      {
        ...style(STYLE.issuerMark, '发文机关标志', 'issuerMark', centred),
        run: { ...run('issuerMark'), color: hex(theme.colours.red) },
      },
      ...headings,
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
      style(STYLE.body, '公文正文', 'body', { indent: twoCharacters, alignment: AlignmentType.BOTH }),
      style(STYLE.flush, '公文正文（顶格）', 'body', { alignment: AlignmentType.BOTH }),
      style(STYLE.centre, '公文正文（居中）', 'body', centred),
      style(STYLE.right, '公文正文（居右）', 'body', { alignment: AlignmentType.RIGHT }),
      style(STYLE.list, '公文列项', 'body', { alignment: AlignmentType.BOTH }),
      style(STYLE.fine, '小字说明', 'fine', {
        alignment: AlignmentType.BOTH,
        indent: { firstLine: 2 * twipsOfPt(theme.text.fine.size) },
      }),
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
      style(STYLE.imprint, '版记', 'imprint', { alignment: AlignmentType.BOTH }),
      style(STYLE.gridLabel, '任务格行名', 'gridLabel'),
      style(STYLE.gridCell, '任务格', 'gridCell'),
      style(STYLE.coverTitle, '封面标题', 'coverTitle', centred),
      style(STYLE.coverText, '封面文字', 'coverText', centred),
      style(STYLE.divider, DIVIDER_STYLE_NAME, 'dividerTitle', { ...centred, outlineLevel: 0 }),
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
      style(STYLE.tableHead, '表头', 'tableHead', centred),
      style(STYLE.tableBody, '表文', 'tableBody'),
      style(STYLE.denseHead, '密表表头', 'denseHead', centred),
      style(STYLE.denseBody, '密表表文', 'denseBody'),
      style(STYLE.keyFigure, '关键数字', 'keyFigure', centred),
      style(STYLE.keyLabel, '关键数字名称', 'keyLabel', centred),
      style(STYLE.keyDetail, '关键数字说明', 'note', centred),
      style(STYLE.calloutTitle, '提示框标题', theme.book ? 'heading3' : 'heading1', {
        ...(theme.book ? {} : centred),
        ...keep,
      }),
      style(
        STYLE.contentsTitle,
        'TOC Heading',
        'contentsTitle',
        { ...centred, ...keep, spacing: { after: line } },
        STYLE.body,
      ),
      ...contents,
      style(STYLE.captionList, 'table of figures', 'contents'),
      {
        id: STYLE.footer,
        name: 'footer',
        basedOn: 'Normal',
        run: {
          font: fontsOf(theme, theme.page.pageNumber.font),
          size: halfPoints(theme.page.pageNumber.size),
          characterSpacing: 0,
        },
        paragraph: { spacing: { before: 0, after: 0, line: 400, lineRule: LineRuleType.EXACT } },
      },
    ],
    characterStyles: [
      { id: STYLE.strong, name: 'Strong', quickFormat: true, run: { bold: true } },
      { id: STYLE.emphasis, name: 'Emphasis', quickFormat: true, run: { font: fontsOf(theme, 'kai') } },
    ],
  };
}

/**
 * What holds where no style says otherwise. Written by hand for autoSpaceDE/DN: no gaps between Chinese and digits, so
 * that lines break where those of the PDF do; and for what Word takes for granted but LibreOffice reads differently when
 * it is not said: without overflowPunct it now and then drops a comma at the end of a line.
 */
function documentDefaults(theme: Theme): XmlComponent {
  const { ascii, hAnsi, cs, eastAsia } = fontsOf(theme, 'body');
  const size = halfPoints(theme.text.body.size);
  return element('w:docDefaults', {}, [
    element('w:rPrDefault', {}, [
      element('w:rPr', {}, [
        element('w:rFonts', { 'w:ascii': ascii, 'w:hAnsi': hAnsi, 'w:eastAsia': eastAsia, 'w:cs': cs }),
        element('w:sz', { 'w:val': size }),
        element('w:szCs', { 'w:val': size }),
        element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN', 'w:bidi': 'ar-SA' }),
      ]),
    ]),
    element('w:pPrDefault', {}, [
      element('w:pPr', {}, [
        element('w:widowControl'),
        element('w:kinsoku'),
        element('w:overflowPunct'),
        element('w:autoSpaceDE', { 'w:val': 0 }),
        element('w:autoSpaceDN', { 'w:val': 0 }),
      ]),
    ]),
  ]);
}

/** The table style that Word takes for granted. */
const plainTable = (): XmlComponent =>
  element('w:style', { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' }, [
    element('w:name', { 'w:val': 'Normal Table' }),
    element('w:uiPriority', { 'w:val': 99 }),
    element('w:semiHidden'),
    element('w:unhideWhenUsed'),
    element('w:tblPr', {}, [
      element('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }),
      element('w:tblCellMar', {}, [
        element('w:top', { 'w:w': 0, 'w:type': 'dxa' }),
        element('w:left', { 'w:w': 108, 'w:type': 'dxa' }),
        element('w:bottom', { 'w:w': 0, 'w:type': 'dxa' }),
        element('w:right', { 'w:w': 108, 'w:type': 'dxa' }),
      ]),
    ]),
  ]);

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

/** The dotted line and right-hand page numbers of the contents, for text of this width in twips. */
export const contentsTab = (textWidth: number) => ({
  type: TabStopType.RIGHT,
  position: textWidth,
  leader: LeaderType.DOT,
});
