/**
 * Drops objects that nothing leads to any more: the browser's index of element names, for one, whose numbers depend on
 * what the same page of the browser showed before.
 */
import { PDFArray, PDFDict, type PDFDocument, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib';

export function dropUnreachable({ context }: PDFDocument): void {
  const reached = new Set<PDFRef>();
  const { Root, Info, Encrypt } = context.trailerInfo;
  const open: (PDFObject | undefined)[] = [Root, Info, Encrypt];
  while (open.length > 0) {
    const object = open.pop();
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue;
      reached.add(object);
      open.push(context.lookup(object));
    } else if (object instanceof PDFArray) {
      for (let i = 0; i < object.size(); i += 1) open.push(object.get(i));
    } else {
      const dict = object instanceof PDFStream ? object.dict : object;
      if (dict instanceof PDFDict) open.push(...dict.values());
    }
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}
