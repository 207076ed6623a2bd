/**
 * 席卡: the name upright below the fold and upside down above it. Text that stands on its head is beyond text boxes in
 * WPS and LibreOffice; a WordArt shape in VML is turned by all of them.
 */
import { type FileChild, Paragraph, Run } from 'docx';
import type { NameCardBlock } from '../../../model/document/document.ts';
import { INK_IN_EM } from '../../layout/letter.ts';
import { cardType } from '../../layout/name-card.ts';
import { MM_PER_POINT } from '../../layout/units.ts';
import { element } from '../parts/xml.ts';
import type { Scope } from '../scope.ts';
import { STYLE } from '../styles/style-names.ts';
import { clean } from '../text/text.ts';
import { space } from './page-break.ts';

/** Plain straight text: shape type 136 of the presets. */
const TYPE = '_x0000_t136';
/** White between the characters of a name, as text: WordArt knows no spacing that all programs read. */
const GAP = { wide: '\u3000', narrow: '\u2005' };

export function nameCard(block: NameCardBlock, scope: Scope): FileChild[] {
  const { page, officeFonts, text } = scope.theme;
  const { sizePt, gap, ems } = cardType(block.name, scope.theme);
  // The sheet lies on its side: its height is the page's width.
  const half = page.widthMm / 2 / MM_PER_POINT;
  const sheet = page.heightMm / MM_PER_POINT;
  const width = ems * sizePt;
  const height = (1 - 2 * INK_IN_EM) * sizePt;
  const name = [...clean(block.name)].join(gap >= 1 ? GAP.wide : gap > 0 ? GAP.narrow : '');
  const art = (top: number, turned: boolean) =>
    element(
      'v:shape',
      {
        type: `#${TYPE}`,
        style: `position:absolute;margin-left:${(sheet - width) / 2}pt;margin-top:${top + (half - height) / 2}pt;width:${width}pt;height:${height}pt;${turned ? 'rotation:180;' : ''}mso-position-horizontal-relative:page;mso-position-vertical-relative:page`,
        fillcolor: scope.theme.colours.ink,
        stroked: 'f',
        alt: block.name,
      },
      [
        element('v:textpath', {
          style: `font-family:${officeFonts[text.nameCard.font]};font-size:${sizePt}pt`,
          // The ink fills the shape: without, LibreOffice makes the shape as high as a line.
          trim: 't',
          string: name,
        }),
      ],
    );
  const pict = (...shapes: ReturnType<typeof element>[]) =>
    new Run({ children: [element('w:pict', {}, shapes)] });
  const type = scope.once.has(TYPE) ? [] : [shapeType()];
  scope.once.add(TYPE);
  return [
    new Paragraph({
      style: STYLE.gap,
      children: [pict(...type, art(0, true)), pict(art(half, false)), pict(fold(sheet, half))],
    }),
  ];
}

const shapeType = () =>
  element(
    'v:shapetype',
    { id: TYPE, coordsize: '21600,21600', 'o:spt': '136', adj: '10800', path: 'm@7,l@8,m@5,21600l@6,21600e' },
    [
      element(
        'v:formulas',
        {},
        [
          'sum #0 0 10800',
          'prod #0 2 1',
          'sum 21600 0 @1',
          'sum 0 0 @2',
          'sum 21600 0 @3',
          'if @0 @3 0',
          'if @0 21600 @1',
          'if @0 0 @2',
          'if @0 @4 21600',
          'mid @5 @6',
          'mid @8 @5',
          'mid @7 @8',
          'mid @6 @7',
          'sum @6 0 @5',
        ].map((eqn) => element('v:f', { eqn })),
      ),
      element('v:path', {
        textpathok: 't',
        'o:connecttype': 'custom',
        'o:connectlocs': '@9,0;@10,10800;@11,21600;@12,10800',
        'o:connectangles': '270,180,90,0',
      }),
      element('v:textpath', { on: 't', fitshape: 't' }),
    ],
  );

/** A thin line where the sheet is folded. */
const fold = (sheet: number, half: number) =>
  element('v:rect', {
    style: `position:absolute;margin-left:0;margin-top:${half}pt;width:${sheet}pt;height:0.5pt;mso-position-horizontal-relative:page;mso-position-vertical-relative:page`,
    fillcolor: '#A0A0A0',
    stroked: 'f',
  });

/** Every card but the first begins a page. */
export const nextCard = (): Paragraph => space(20, { pageBreakBefore: true });
