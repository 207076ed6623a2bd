/** Writes the structure tree, the parent tree that leads back to it (ISO 32000-1, 14.7), and the tab order of pages. */
import { PDFDict, type PDFDocument, PDFName, type PDFObject, type PDFRef } from '@cantoo/pdf-lib';
import type { Element, Kid } from './element.ts';
import type { FigureBoxes } from './marks.ts';

const name = PDFName.of;

/** Keys of the parent tree below this are pages, by index; annotations come after them. */
export function writeTree(pdf: PDFDocument, tree: Element, boxes: FigureBoxes): void {
  const { context } = pdf;
  const pages = pdf.getPages();
  const byPage: PDFRef[][] = pages.map(() => []);
  const annotations: PDFRef[] = [];

  const kidObject = (kid: Kid, parent: PDFRef, page: number | undefined): PDFObject | undefined => {
    if (kid.kind === 'element') return write(kid, parent);
    const pageRef = pages[kid.page]?.ref;
    if (!pageRef) return undefined;
    if (kid.kind === 'content') {
      (byPage[kid.page] ?? [])[kid.mcid] = parent;
      if (kid.page === page) return context.obj(kid.mcid);
      return context.obj({ Type: 'MCR', Pg: pageRef, MCID: kid.mcid });
    }
    const annotation = context.lookup(kid.ref, PDFDict);
    annotation.set(name('StructParent'), context.obj(pages.length + annotations.length));
    annotations.push(parent);
    return context.obj({ Type: 'OBJR', Pg: pageRef, Obj: kid.ref });
  };
  const write = (node: Element, parent: PDFRef): PDFRef => {
    const ref = context.nextRef();
    const page = node.kids.find((kid) => kid.kind === 'content')?.page;
    const pageRef = page === undefined ? undefined : pages[page]?.ref;
    const dict = context.obj({ Type: 'StructElem', S: node.type, P: parent });
    if (pageRef) dict.set(name('Pg'), pageRef);
    if (node.alt) dict.set(name('Alt'), node.alt);
    const attributes = attributesOf(node, boxes);
    if (attributes) dict.set(name('A'), context.obj(attributes));
    const kids = node.kids.flatMap((kid) => kidObject(kid, ref, page) ?? []);
    const [only] = kids;
    if (only) dict.set(name('K'), kids.length === 1 ? only : context.obj(kids));
    context.assign(ref, dict);
    return ref;
  };

  const rootRef = context.nextRef();
  const root = context.obj({ Type: 'StructTreeRoot', K: write(tree, rootRef) });
  const entries: (number | PDFRef)[] = [];
  for (const [index, owners] of byPage.entries()) {
    entries.push(index, context.register(context.obj(owners)));
    pages[index]?.node.set(name('StructParents'), context.obj(index));
    pages[index]?.node.set(name('Tabs'), name('S'));
  }
  for (const [index, owner] of annotations.entries()) entries.push(pages.length + index, owner);
  root.set(name('ParentTree'), context.register(context.obj({ Nums: context.obj(entries) })));
  root.set(name('ParentTreeNextKey'), context.obj(pages.length + annotations.length));
  context.assign(rootRef, root);
  pdf.catalog.set(name('StructTreeRoot'), rootRef);
}

function attributesOf(
  node: Element,
  boxes: FigureBoxes,
): Record<string, string | number | number[]> | undefined {
  const box = boxes.get(node);
  if (box) return { O: 'Layout', BBox: box.map((value) => Math.round(value * 100) / 100) };
  const cell = {
    ...(node.scope && node.type === 'TH' ? { Scope: node.scope } : {}),
    ...(node.colSpan > 1 ? { ColSpan: node.colSpan } : {}),
    ...(node.rowSpan > 1 ? { RowSpan: node.rowSpan } : {}),
  };
  return Object.keys(cell).length > 0 ? { O: 'Table', ...cell } : undefined;
}
