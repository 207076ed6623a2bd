/** What a finished PDF says of itself, for those who keep it. */
import { PDFDict, type PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { openPdf } from './destinations.ts';

export interface PdfFacts {
  pages: number;
  title: string;
  producer: string;
  /** As declared in the XMP packet: 2A; '' for none. */
  pdfa: string;
  tagged: boolean;
  encrypted: boolean;
  /** Names of fonts without a font file. */
  notEmbedded: string[];
  /** Base names of all fonts, without subset tag. */
  fonts: string[];
  /** Scripts, actions that leave the file, embedded files, forms. */
  active: string[];
}

const name = PDFName.of;

/** undefined when the file can't be opened. */
export async function inspectPdf(bytes: Uint8Array): Promise<PdfFacts | undefined> {
  let pdf: PDFDocument;
  try {
    pdf = await openPdf(bytes);
  } catch {
    return undefined;
  }
  const dicts = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
  const descriptors = dicts.filter((dict) => dict.get(name('Type')) === name('FontDescriptor'));
  const metadata = pdf.catalog.lookup(name('Metadata'));
  const packet = metadata instanceof PDFRawStream ? new TextDecoder().decode(metadata.contents) : '';
  const value = (tag: string): string => new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(packet)?.[1] ?? '';
  return {
    pages: pdf.getPageCount(),
    title: pdf.getTitle() ?? '',
    producer: pdf.getProducer() ?? '',
    pdfa: value('pdfaid:part') + value('pdfaid:conformance'),
    tagged: pdf.catalog.has(name('StructTreeRoot')),
    encrypted: pdf.context.trailerInfo.Encrypt !== undefined,
    notEmbedded: descriptors.filter((dict) => !dict.has(name('FontFile2'))).map(fontName),
    fonts: [...new Set(descriptors.map(fontName))].sort(),
    active: activeParts(pdf, dicts),
  };
}

const fontName = (descriptor: PDFDict): string =>
  descriptor
    .get(name('FontName'))
    ?.toString()
    .replace(/^\/(?:[A-Z]{6}\+)?/, '') ?? '';

const ACTIONS = ['JavaScript', 'Launch', 'URI', 'GoToR', 'GoToE', 'SubmitForm', 'ImportData'];

function activeParts({ catalog }: PDFDocument, dicts: readonly PDFDict[]): string[] {
  const names = catalog.lookupMaybe(name('Names'), PDFDict);
  const actions = dicts.flatMap((dict) => [dict, dict.lookup(name('A'))]);
  return [
    ...['JavaScript', 'EmbeddedFiles'].filter((entry) => names?.has(name(entry))),
    ...['OpenAction', 'AA', 'AcroForm'].filter((entry) => catalog.has(name(entry))),
    ...ACTIONS.filter((action) =>
      actions.some((dict) => dict instanceof PDFDict && dict.get(name('S')) === name(action)),
    ),
  ];
}
