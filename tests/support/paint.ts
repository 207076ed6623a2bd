/** What a PDF paints, read off its content streams: sizes of text and strengths of lines, as they come out on paper. */
import { PDFArray, type PDFDict, type PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { type Operator, readOperators } from '../../src/render/pdf/finish/operators.ts';
import { streamText } from './pdfa/objects.ts';

const key = PDFName.of;

/** Operators of every page and of every form. */
export function streamsOf(pdf: PDFDocument): Operator[][] {
  const forms = [...pdf.context.enumerateIndirectObjects()].flatMap(([, object]) =>
    object instanceof PDFRawStream && object.dict.get(key('Subtype')) === key('Form') ? [object] : [],
  );
  return [
    ...pdf.getPages().map(({ node }) => readOperators(contentsOf(pdf, node))),
    ...forms.map((form) => readOperators(streamText(form))),
  ];
}

function contentsOf(pdf: PDFDocument, node: PDFDict): string {
  const contents = node.lookup(key('Contents'));
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((ref) => pdf.context.lookup(ref)) : [contents];
  return streams.map((s) => (s instanceof PDFRawStream ? streamText(s) : '')).join('\n');
}
