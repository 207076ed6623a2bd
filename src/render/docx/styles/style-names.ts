/** Style ids (what paragraphs refer to). Names that a person sees in Word stand in styles.ts. */
import type { ParagraphStyle } from '../../../model/document/document.ts';

export const STYLE = {
  title: 'Title',
  subtitle: 'Subtitle',
  mark: 'GwMark',
  issuerMark: 'GwIssuerMark',
  body: 'GwBody',
  flush: 'GwFlush',
  centre: 'GwCentre',
  right: 'GwRight',
  note: 'GwNote',
  fine: 'GwFine',
  sheetLarge: 'GwSheetLarge',
  sheet: 'GwSheet',
  list: 'GwList',
  caption: 'Caption',
  unitNote: 'GwUnitNote',
  chart: 'GwChart',
  gap: 'GwGap',
  tableHead: 'GwTableHead',
  tableBody: 'GwTableBody',
  denseHead: 'GwDenseHead',
  denseBody: 'GwDenseBody',
  keyFigure: 'GwKeyFigure',
  keyLabel: 'GwKeyLabel',
  keyDetail: 'GwKeyDetail',
  calloutTitle: 'GwCalloutTitle',
  annex: 'GwAnnexHeading',
  sheetTitle: 'GwSheetTitle',
  sheetBelow: 'GwSheetBelow',
  sheetMark: 'GwSheetMark',
  sheetHead: 'GwSheetHead',
  sheetPart: 'GwSheetPart',
  imprint: 'GwImprint',
  gridLabel: 'GwGridLabel',
  gridCell: 'GwGridCell',
  coverTitle: 'GwCoverTitle',
  coverText: 'GwCoverText',
  divider: 'GwDivider',
  contentsTitle: 'TOCHeading',
  captionList: 'TableofFigures',
  footer: 'Footer',
  strong: 'Strong',
  emphasis: 'Emphasis',
} as const;

export const PARAGRAPH_STYLES: Record<ParagraphStyle, string> = {
  body: STYLE.body,
  flush: STYLE.flush,
  note: STYLE.note,
  centre: STYLE.centre,
  right: STYLE.right,
  fine: STYLE.fine,
  sheetLarge: STYLE.sheetLarge,
  sheet: STYLE.sheet,
};

/** Name of the style of annex headings, as the TOC field must write it. */
export const ANNEX_STYLE_NAME = '附件标题';

export const DIVIDER_STYLE_NAME = '隔页标题';

/**
 * Word finds headings by the built-in names `heading 1`…; the ids are those Word itself gives them. Below a divider a
 * heading has a style of its own: the level of the built-in ones can't be changed.
 */
export const headingStyle = (level: number, inContents: boolean, depth: 0 | 1 = 0): string => {
  if (depth > 0) return `GwBoundHeading${level}`;
  return inContents ? `Heading${level}` : `GwHeading${level}Unlisted`;
};

export const contentsStyle = (level: number): string => `TOC${level}`;
