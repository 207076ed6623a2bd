/**
 * On a landscape page the page number keeps its place on the sheet (GB/T 9704 7.5): seen with the page upright it
 * stands at the left edge and reads downwards, near the foot on odd pages and near the head on even ones. A floating
 * table of one cell with turned text does this in Word, WPS and LibreOffice alike; it is put in last, as docx/layout
 * would take it for text in the way.
 */
import type { Document, Section } from '../../../model/document/document.ts';
import { areCards } from '../../layout/name-card.ts';
import { FOOTER_LINE_PT, type Geometry } from '../parts/geometry.ts';
import { twipsOfPt } from '../parts/units.ts';
import { STYLE } from '../styles/style-names.ts';

/** Footers of a section: odd and even, and one for the first page of a letter. */
const footersOf = (section: Section, document: Document): number =>
  document.form === 'letter' && section.blocks.some((block) => block.kind === 'letterhead') ? 3 : 2;

/** Whether word/footer<n>.xml belongs to a landscape section with a page number; docx numbers footers in the order of the sections. */
export const isLandscapeFooter = (n: number, document: Document): boolean =>
  isLandscape(
    document.sections.flatMap((section) => Array<Section>(footersOf(section, document)).fill(section))[n - 1],
  );

const isLandscape = (section: Section | undefined): boolean =>
  section?.orientation === 'landscape' && !section.leaf && !areCards(section);

/** XML of a footer with one paragraph → the same with that paragraph turned and moved to the left edge. */
export function turnFooter(xml: string, { landscape, portrait }: Geometry): string {
  const thickness = twipsOfPt(FOOTER_LINE_PT);
  const length = turnedLength(landscape);
  const place = `w:horzAnchor="page" w:vertAnchor="page" w:tblpX="${portrait.margins.footer}" w:tblpY="${landscape.margins.top}"`;
  const sides = ['top', 'left', 'bottom', 'right'];
  const open =
    `<w:tbl><w:tblPr><w:tblpPr ${place}/><w:tblOverlap w:val="never"/><w:tblW w:w="${thickness}" w:type="dxa"/>` +
    `<w:tblLayout w:type="fixed"/><w:tblCellMar>${sides.map((s) => `<w:${s} w:w="0" w:type="dxa"/>`).join('')}</w:tblCellMar></w:tblPr>` +
    `<w:tblGrid><w:gridCol w:w="${thickness}"/></w:tblGrid><w:tr><w:trPr><w:trHeight w:val="${length}" w:hRule="exact"/></w:trPr>` +
    `<w:tc><w:tcPr><w:tcW w:w="${thickness}" w:type="dxa"/><w:textDirection w:val="tbRl"/></w:tcPr>`;
  const close = `</w:tc></w:tr></w:tbl><w:p><w:pPr><w:pStyle w:val="${STYLE.footer}"/></w:pPr></w:p>`;
  return xml.replace(/<w:p>.*<\/w:p>/s, (paragraph) => open + paragraph + close);
}

/** The line runs along the short side of the sheet. */
export const turnedLength = (landscape: Geometry['landscape']): number =>
  landscape.height - landscape.margins.top - landscape.margins.bottom;
