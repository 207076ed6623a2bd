/** A 6.6, UA 5: the metadata packet, and that it says what the Info dictionary says. */
import { type PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import { SaxesParser } from 'saxes';
import { key, type Report } from './objects.ts';

export function checkXmp(pdf: PDFDocument, report: Report): void {
  const stream = pdf.catalog.lookup(key('Metadata'));
  if (!(stream instanceof PDFRawStream)) {
    report('A 6.6.2.1 metadata');
    return;
  }
  if (stream.dict.has(key('Filter'))) report('house: metadata is readable');
  const packet = new TextDecoder('utf-8', { fatal: true }).decode(stream.contents);
  if (!/^<\?xpacket begin="\uFEFF?" id="W5M0MpCehiHzreSzNTczkc9d"\?>/.test(packet))
    report('A 6.6.2.1 xpacket');
  if (/<\?xpacket[^>]*(?:bytes|encoding)=/.test(packet)) report('A 6.6.2.1 xpacket attributes');
  if (!/<\?xpacket end="[rw]"\?>\s*$/.test(packet)) report('A 6.6.2.1 xpacket end');
  const values = readXml(packet, report);
  const expect = (clause: string, name: string, value: string | undefined): void => {
    if (values.get(name) !== value) report(`${clause} ${name} is ${values.get(name)}, not ${value}`);
  };
  expect('A 6.6.4', 'pdfaid:part', '2');
  expect('A 6.6.4', 'pdfaid:conformance', 'A');
  expect('UA 5', 'pdfuaid:part', '1');
  expect('A 6.6.2.3', 'pdfaSchema:namespaceURI', 'http://www.aiim.org/pdfua/ns/id/');
  expect('A 6.6.3', 'dc:title', pdf.getTitle());
  expect('A 6.6.3', 'dc:creator', pdf.getAuthor());
  expect('A 6.6.3', 'dc:description', pdf.getSubject());
  expect('A 6.6.3', 'pdf:Keywords', pdf.getKeywords());
  expect('A 6.6.3', 'pdf:Producer', pdf.getProducer());
  expect('A 6.6.3', 'xmp:CreatorTool', pdf.getCreator());
  const iso = (date: Date | undefined): string | undefined => date?.toISOString().replace('.000Z', 'Z');
  expect('A 6.6.3', 'xmp:CreateDate', iso(pdf.getCreationDate()));
  expect('A 6.6.3', 'xmp:ModifyDate', iso(pdf.getModificationDate()));
  if (!pdf.getTitle()) report('UA 7.1 title');
}

/** Text below each property; rdf containers are passed through. */
function readXml(packet: string, report: Report): Map<string, string> {
  const values = new Map<string, string>();
  const open: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => report(`A 6.6.2.1 XML ${error.message}`));
  parser.on('opentag', (tag) => open.push(tag.name));
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => {
    const property = open.findLast((name) => !name.startsWith('rdf:'));
    if (property && text.trim()) values.set(property, (values.get(property) ?? '') + text);
  });
  parser.write(packet).close();
  return values;
}
