/** Word's styles, made from the theme. Built-in styles keep the English names by which Word knows them. */
import { type IStylesOptions, LeaderType, TabStopType, type XmlComponent } from 'docx';
import type { Theme } from '../../../model/document/theme.ts';
import type { Geometry } from '../parts/geometry.ts';
import { fontsOf } from '../parts/run-fonts.ts';
import { halfPoints } from '../parts/units.ts';
import { element } from '../parts/xml.ts';
import { paragraphStyles } from './paragraph-styles.ts';
import { STYLE } from './style-names.ts';

/** Word's styles of the theme; paragraphs refer to them by the names in style-names.ts. */
export function stylesOf(theme: Theme, geometry: Geometry): IStylesOptions {
  return {
    importedStyles: [documentDefaults(theme), plainTable()],
    paragraphStyles: paragraphStyles(theme, geometry),
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

/** The dotted line and right-hand page numbers of the contents, for text of this width in twips. */
export const contentsTab = (textWidth: number) => ({
  type: TabStopType.RIGHT,
  position: textWidth,
  leader: LeaderType.DOT,
});
