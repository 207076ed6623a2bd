/** What a page paints, piece by piece, with the marks of the forms (XObjects) that it calls taken into account. */
import {
  decodePDFRawStream,
  PDFArray,
  PDFContentStream,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { othersTurn } from '../../../base/turn.ts';
import { type Box, boxUnder, multiply } from './geometry.ts';
import { type Operator, readOperators } from './operators.ts';
import { cutIntoPieces, type Piece, type Unit } from './units.ts';

export interface PageContent {
  pieces: Piece[];
}

const name = PDFName.of;

/**
 * A form that carries marks of its own would need entries of its own in the parent tree; instead its marks move to the
 * place where the page calls it. Forms are rewritten on the way, each once.
 */
export async function readPages(pdf: PDFDocument): Promise<PageContent[]> {
  const forms = new Map<string, Form | undefined>();
  const contents: PageContent[] = [];
  for (const page of pdf.getPages()) {
    const pieces = cutIntoPieces(readOperators(pageStream(pdf, page)));
    resolveForms(pdf, pieces, page.node.Resources(), forms);
    contents.push({ pieces });
    await othersTurn();
  }
  return contents;
}

/** The page's streams one after another, as one stream. */
export function pageStream(pdf: PDFDocument, page: PDFPage): string {
  const contents = page.node.lookup(name('Contents'));
  const list =
    contents instanceof PDFArray ? contents.asArray().map((ref) => pdf.context.lookup(ref)) : [contents];
  return list.map(textOf).join('\n');
}

/** What the browser printed is raw; what was drawn on the page since, the marks of a print shop, is not yet written. */
function textOf(stream: unknown): string {
  if (stream instanceof PDFRawStream) return decoded(stream);
  return stream instanceof PDFContentStream
    ? Buffer.from(stream.getUnencodedContents()).toString('latin1')
    : '';
}

export function decoded(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}

interface Form {
  /** MCID of its first marked content. */
  mcid: number | undefined;
  shown: string;
  box: Box;
  matrix: readonly number[];
}

function resolveForms(
  pdf: PDFDocument,
  pieces: readonly Piece[],
  resources: PDFDict | undefined,
  forms: Map<string, Form | undefined>,
): void {
  const xobjects = resources?.lookupMaybe(name('XObject'), PDFDict);
  for (const piece of pieces) {
    if (piece.kind !== 'xobject') continue;
    const ref = xobjects?.get(name(piece.xobject));
    if (!(ref instanceof PDFRef)) continue;
    if (!forms.has(ref.toString())) forms.set(ref.toString(), readForm(pdf, ref, forms));
    const form = forms.get(ref.toString());
    if (!form) continue;
    piece.mcid = form.mcid ?? piece.mcid;
    piece.shown = form.shown;
    piece.box = () => boxUnder(multiply(form.matrix as unknown as Unit['ctm'], piece.ctm), form.box);
  }
}

/** undefined for an image. */
function readForm(pdf: PDFDocument, ref: PDFRef, forms: Map<string, Form | undefined>): Form | undefined {
  const stream = pdf.context.lookup(ref);
  if (!(stream instanceof PDFRawStream) || stream.dict.get(name('Subtype')) !== name('Form'))
    return undefined;
  const pieces = cutIntoPieces(readOperators(decoded(stream)));
  resolveForms(pdf, pieces, stream.dict.lookupMaybe(name('Resources'), PDFDict), forms);
  const units = pieces.filter((piece): piece is Unit => piece.kind !== 'state');
  const numbersOf = (key: string, otherwise: number[]): number[] =>
    stream.dict
      .lookupMaybe(name(key), PDFArray)
      ?.asArray()
      .map((n) => Number(n.toString())) ?? otherwise;
  writeStream(
    pdf,
    ref,
    pieces.flatMap((piece) => piece.lines),
  );
  return {
    mcid: units.find((unit) => unit.mcid !== undefined)?.mcid,
    shown: units.map((unit) => unit.shown).join(''),
    box: numbersOf('BBox', [0, 0, 0, 0]) as unknown as Box,
    matrix: numbersOf('Matrix', [1, 0, 0, 1, 0, 0]),
  };
}

/** Every page and form anew, of what `rewrite` makes of its operators. */
export function rewriteStreams(pdf: PDFDocument, rewrite: (operators: Operator[]) => string[]): void {
  for (const page of pdf.getPages()) {
    const contents = pdf.context.flateStream(
      Buffer.from(rewrite(readOperators(pageStream(pdf, page))).join('\n'), 'latin1'),
    );
    page.node.set(name('Contents'), pdf.context.register(contents));
  }
  for (const [ref, stream] of pdf.context.enumerateIndirectObjects())
    if (stream instanceof PDFRawStream && stream.dict.get(name('Subtype')) === name('Form'))
      writeStream(pdf, ref, rewrite(readOperators(decoded(stream))));
}

/** Compressed, with the entries of the stream that it replaces. */
export function writeStream(pdf: PDFDocument, ref: PDFRef, lines: readonly string[]): void {
  const stream = pdf.context.flateStream(Buffer.from(lines.join('\n'), 'latin1'));
  const old = pdf.context.lookup(ref);
  if (old instanceof PDFRawStream) {
    for (const [key, value] of old.dict.entries())
      if (!['/Length', '/Filter', '/DecodeParms'].includes(key.toString())) stream.dict.set(key, value);
  }
  pdf.context.assign(ref, stream);
}
