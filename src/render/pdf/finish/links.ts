/** Links say where they lead (ISO 14289-1, 7.18.5) and are printed as nothing (ISO 19005-2, 6.3.2). */
import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import type { Block, Document } from '../../../model/document/document.ts';
import { plainText } from '../../../model/document/inline.ts';
import { anchor } from '../../html/escape.ts';

const name = PDFName.of;
/** Annotation flag: Print. */
const PRINT = 4;

export function describeLinks(pdf: PDFDocument, document: Document): void {
  const places = placesOf(document);
  for (const page of pdf.getPages()) {
    const annots = page.node.lookupMaybe(name('Annots'), PDFArray);
    for (let i = 0; i < (annots?.size() ?? 0); i += 1) {
      const link = annots?.lookup(i, PDFDict);
      const target = link?.lookupMaybe(name('Dest'), PDFName)?.decodeText() ?? '';
      link?.set(name('F'), PDFNumber.of(PRINT));
      link?.set(name('Contents'), PDFHexString.fromText(`转到${places.get(target) ?? '文内位置'}`));
    }
  }
}

/** Anchor → “三、下一步工作”, “表2　…”. */
function placesOf(document: Document): Map<string, string> {
  const places = new Map<string, string>();
  for (const block of document.sections.flatMap((section) => section.blocks)) {
    if (!('id' in block)) continue;
    places.set(
      anchor(block.id),
      `“${placeName(block)
        .replaceAll(/[\t\n ]+/g, '')
        .replace(/^　/, '')}”`,
    );
  }
  return places;
}

function placeName(block: Extract<Block, { id: string }>): string {
  switch (block.kind) {
    case 'heading':
      return block.number + plainText(block.children);
    case 'divider':
      return `${block.mark}　${block.title}`;
    case 'table':
    case 'chart':
      return `${block.number}　${plainText(block.caption)}`;
  }
}
