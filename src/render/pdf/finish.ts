/**
 * Last step on a printed PDF: from what the browser printed to a file that archives and screen readers take, PDF/A-2a
 * (ISO 19005-2) and PDF/UA-1 (ISO 14289-1), with nothing of the clock in it. docs/pdf.md lists the clauses.
 */
import { Duplex, type PDFDocument, PDFHexString, PDFName, PrintScaling } from '@cantoo/pdf-lib';
import { BLANK } from '../../base/chinese/blank.ts';
import { digestOf } from '../../base/digest.ts';
import type { Document } from '../../model/document/document.ts';
import type { Theme } from '../../model/document/theme.ts';
import { SRGB_NAME, srgbProfile } from './finish/icc.ts';
import { describeLinks } from './finish/links.ts';
import { forOfficePrinter } from './finish/office-print.ts';
import { restructure } from './finish/structure.ts';
import { dropUnreachable } from './finish/sweep.ts';
import { xmpPacket } from './finish/xmp.ts';

const name = PDFName.of;
const PROGRAM = 'diaodu';

/** Out: the finished bytes; the same input gives the same bytes. */
export async function finishPdf(pdf: PDFDocument, document: Document, theme: Theme): Promise<Uint8Array> {
  await restructure(pdf);
  const cards = document.sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'nameCard'));
  if (document.printer === 'office' && !cards) forOfficePrinter(pdf, theme);
  setPrinting(pdf, cards);
  describeLinks(pdf, document);
  setMetadata(pdf, document);
  setOutputIntent(pdf);
  const { catalog, context } = pdf;
  catalog.set(name('PageMode'), name('UseOutlines'));
  // A book has its own: i, ii … 1, 2 …
  if (!catalog.has(name('PageLabels')))
    catalog.set(name('PageLabels'), context.obj({ Nums: [0, { S: 'D' }] }));
  catalog.set(name('MarkInfo'), context.obj({ Marked: true }));
  const id = PDFHexString.of('0'.repeat(ID_DIGITS));
  context.trailerInfo.ID = context.obj([id, id]);
  dropUnreachable(pdf);
  const bytes = await pdf.save({
    useObjectStreams: true,
    addDefaultPage: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
  return identified(bytes);
}

/**
 * What the print dialogue starts with (ISO 32000-1, 12.2): true to size, or the 版心 shrinks; both sides, turned like the
 * leaves of a book. Cards are folded: one on each sheet.
 */
function setPrinting({ catalog }: PDFDocument, cards: boolean): void {
  const preferences = catalog.getOrCreateViewerPreferences();
  preferences.setPrintScaling(PrintScaling.None);
  preferences.setDuplex(cards ? Duplex.Simplex : Duplex.DuplexFlipLongEdge);
}

function setMetadata(pdf: PDFDocument, document: Document): void {
  const { meta } = document;
  const date = new Date(`${meta.date}T00:00:00Z`);
  pdf.setTitle(meta.title, { showInWindowTitleBar: true });
  pdf.setAuthor(meta.author);
  pdf.setSubject(meta.subject);
  pdf.setKeywords(meta.keywords);
  pdf.setCreator(PROGRAM);
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);
  pdf.setLanguage(meta.language);
  const packet = xmpPacket({
    ...meta,
    date,
    documentNumber: documentNumber(document),
    creator: PROGRAM,
    producer: pdf.getProducer() ?? '',
  });
  // Not compressed: programs look for the packet without reading the file.
  const stream = pdf.context.stream(new TextEncoder().encode(packet), { Type: 'Metadata', Subtype: 'XML' });
  pdf.catalog.set(name('Metadata'), pdf.context.register(stream));
}

/** 发文字号 of a letter, once it has one. */
function documentNumber({ sections }: Document): string {
  const letterhead = sections.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'letterhead');
  return letterhead && !letterhead.number.includes(BLANK) ? letterhead.number : '';
}

/** All colours are the screen's: what the printer writes as DeviceRGB is sRGB (ISO 19005-2, 6.2.3 and 6.2.4.3). */
function setOutputIntent({ catalog, context }: PDFDocument): void {
  const profile = context.register(context.flateStream(srgbProfile(), { N: 3 }));
  const intent = context.obj({ Type: 'OutputIntent', S: 'GTS_PDFA1' });
  for (const key of ['OutputConditionIdentifier', 'Info'])
    intent.set(name(key), PDFHexString.fromText(SRGB_NAME));
  intent.set(name('RegistryName'), PDFHexString.fromText('http://www.color.org'));
  intent.set(name('DestOutputProfile'), profile);
  catalog.set(name('OutputIntents'), context.obj([context.register(intent)]));
}

const ID_DIGITS = 32;

/** The identifier (ISO 32000-1, 14.4) is the digest of the rest of the file, written over the zeros that held its place. */
function identified(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const digest = digestOf(file).slice(0, ID_DIGITS).toUpperCase();
  const zeros = `<${'0'.repeat(ID_DIGITS)}>`;
  for (let at = file.indexOf(zeros); at >= 0; at = file.indexOf(zeros, at + 1))
    file.write(digest, at + 1, 'latin1');
  return bytes;
}
