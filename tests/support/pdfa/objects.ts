/** What the checks of PDF objects share. */
import {
  decodePDFRawStream,
  type PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';

export type Report = (breach: string) => void;

export const key = PDFName.of;

export const is = (dict: PDFDict, entry: string, value: string): boolean =>
  dict.get(key(entry)) === key(value);

export function textOf(object: PDFObject | undefined): string {
  return object instanceof PDFHexString || object instanceof PDFString ? object.decodeText() : '';
}

export function streamText(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}
