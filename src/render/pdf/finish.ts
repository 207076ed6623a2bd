/** Last step on a printed PDF: metadata from the document, nothing from the clock. */
import { type PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { DocumentMeta } from '../../model/document.ts';

/** Out: the finished bytes; the same input gives the same bytes. */
export function finishPdf(pdf: PDFDocument, meta: DocumentMeta): Promise<Uint8Array> {
  const date = new Date(`${meta.date}T00:00:00Z`);
  pdf.setTitle(meta.title, { showInWindowTitleBar: true });
  pdf.setAuthor(meta.author);
  pdf.setSubject(meta.subject);
  pdf.setKeywords(meta.keywords);
  pdf.setCreator('diaodu');
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);
  pdf.setLanguage(meta.language);
  pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
  return pdf.save({
    useObjectStreams: true,
    addDefaultPage: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
}
