/**
 * Checks a PDF against the clauses of ISO 19005-2 (PDF/A-2a) and ISO 14289-1 (PDF/UA-1) that can be read off our kind of
 * file; docs/pdf.md lists them. Out: one line per breach, “A 6.2.3 …” or “UA 7.1 …”; none when all is well.
 */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { checkContent } from './content.ts';
import { checkFonts } from './fonts.ts';
import { is, key, type Report, textOf } from './objects.ts';
import { checkStructure } from './structure.ts';
import { checkXmp } from './xmp.ts';

export async function checkPdf(bytes: Uint8Array): Promise<string[]> {
  const breaches = new Set<string>();
  const report: Report = (breach) => breaches.add(breach);
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  checkFile(bytes, pdf, report);
  checkCatalog(pdf, report);
  checkObjects(pdf, report);
  checkXmp(pdf, report);
  const used = checkContent(pdf, report);
  checkFonts(pdf, used, report);
  checkStructure(pdf, report);
  return [...breaches];
}

function checkFile(bytes: Uint8Array, pdf: PDFDocument, report: Report): void {
  const head = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
  if (!/^%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}/.test(head)) report('A 6.1.2 header');
  if (!/%%EOF\s?$/.test(Buffer.from(bytes.subarray(-8)).toString('latin1'))) report('A 6.1.3 after %%EOF');
  const id = pdf.context.lookup(pdf.context.trailerInfo.ID);
  if (!(id instanceof PDFArray) || id.size() !== 2 || id.get(0).toString().length < 18) report('A 6.1.3 ID');
  if (pdf.context.trailerInfo.Encrypt) report('A 6.1.3 Encrypt');
}

const FORBIDDEN_IN_CATALOG = [
  'AA',
  'OpenAction',
  'AcroForm',
  'Requirements',
  'NeedsRendering',
  'Perms',
  'OCProperties',
];

function checkCatalog({ catalog, context }: PDFDocument, report: Report): void {
  for (const entry of FORBIDDEN_IN_CATALOG)
    if (catalog.has(key(entry))) report(`A 6.5/6.11 catalog ${entry}`);
  for (const entry of ['JavaScript', 'EmbeddedFiles', 'AlternatePresentations'])
    if (catalog.lookupMaybe(key('Names'), PDFDict)?.has(key(entry))) report(`A 6.5/6.8 names ${entry}`);
  const mark = catalog.lookupMaybe(key('MarkInfo'), PDFDict);
  if (mark?.get(key('Marked'))?.toString() !== 'true') report('A 6.7.2.2 Marked');
  if (mark?.get(key('Suspects'))?.toString() === 'true') report('UA 7.1 Suspects');
  if (!/^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/.test(textOf(catalog.get(key('Lang'))))) report('UA 7.2 Lang');
  const preferences = catalog.lookupMaybe(key('ViewerPreferences'), PDFDict);
  if (preferences?.get(key('DisplayDocTitle'))?.toString() !== 'true') report('UA 7.1 DisplayDocTitle');
  if (!catalog.has(key('PageLabels'))) report('house: page labels');
  checkIntent(catalog.lookupMaybe(key('OutputIntents'), PDFArray)?.lookup(0, PDFDict), report);
  if (![...context.enumerateIndirectObjects()].some(([, o]) => o instanceof PDFDict && is(o, 'Type', 'Page')))
    report('house: no page');
}

function checkIntent(intent: PDFDict | undefined, report: Report): void {
  if (!intent || !is(intent, 'S', 'GTS_PDFA1')) {
    report('A 6.2.3 output intent');
    return;
  }
  const profile = intent.lookup(key('DestOutputProfile'));
  if (!(profile instanceof PDFRawStream)) {
    report('A 6.2.3 profile');
    return;
  }
  const icc = Buffer.from(decodePDFRawStream(profile).decode());
  const at = (from: number, to: number): string => icc.toString('latin1', from, to);
  if (icc.readUInt32BE(0) !== icc.length || at(36, 40) !== 'acsp') report('A 6.2.3 profile header');
  if (at(12, 24) !== 'mntrRGB XYZ ' || icc.readUInt8(8) >= 5) report('A 6.2.3 profile class');
  if (profile.dict.get(key('N'))?.toString() !== '3') report('A 6.2.3 profile N');
  for (let i = 0; i < icc.readUInt32BE(128); i += 1) {
    const entry = 132 + 12 * i;
    if (icc.readUInt32BE(entry + 4) + icc.readUInt32BE(entry + 8) > icc.length) report('A 6.2.3 profile tag');
  }
}

const FILTERS = [
  'ASCIIHexDecode',
  'ASCII85Decode',
  'FlateDecode',
  'RunLengthDecode',
  'CCITTFaxDecode',
  'JBIG2Decode',
  'DCTDecode',
  'JPXDecode',
];
const BLEND =
  'Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity'.split(
    ' ',
  );

function checkObjects({ context }: PDFDocument, report: Report): void {
  const objects = context.enumerateIndirectObjects();
  if (objects.length > 8_388_607) report('A 6.1.13 indirect objects');
  for (const [, object] of objects) visit(object, report);
}

function visit(object: PDFObject, report: Report): void {
  if (object instanceof PDFArray) for (const entry of object.asArray()) visit(entry, report);
  else if (object instanceof PDFRawStream) {
    checkStream(object.dict, report);
    visit(object.dict, report);
  } else if (object instanceof PDFDict) {
    checkDict(object, report);
    for (const [name, value] of object.entries()) {
      if (name.decodeText().length > 127) report('A 6.1.13 name');
      visit(value, report);
    }
  } else if (object instanceof PDFString || object instanceof PDFHexString) {
    if (object.asBytes().length > 32_767) report('A 6.1.13 string');
    if (object instanceof PDFHexString && !/^([0-9A-Fa-f]{2})*$/.test(object.asString()))
      report('A 6.1.6 hex string');
  } else if (object instanceof PDFNumber && Math.abs(object.asNumber()) > 2_147_483_647)
    report('A 6.1.13 number');
}

function checkStream(dict: PDFDict, report: Report): void {
  for (const entry of ['F', 'FFilter', 'FDecodeParms'])
    if (dict.has(key(entry))) report(`A 6.1.7.1 ${entry}`);
  const filter = dict.lookup(key('Filter'));
  const filters = filter instanceof PDFArray ? filter.asArray() : filter ? [filter] : [];
  for (const name of filters) if (!FILTERS.includes(name.toString().slice(1))) report(`A 6.1.7.2 ${name}`);
  if (is(dict, 'Subtype', 'Image')) {
    if (dict.get(key('Interpolate'))?.toString() === 'true') report('A 6.2.8 Interpolate');
    for (const entry of ['Alternates', 'OPI']) if (dict.has(key(entry))) report(`A 6.2.8 ${entry}`);
  }
  if (is(dict, 'Subtype', 'Form'))
    for (const entry of ['OPI', 'PS', 'Ref']) if (dict.has(key(entry))) report(`A 6.2.9 ${entry}`);
  if (is(dict, 'Subtype', 'PS')) report('A 6.2.9 PostScript');
}

function checkDict(dict: PDFDict, report: Report): void {
  if (dict.has(key('AA')) || is(dict, 'S', 'JavaScript')) report('A 6.5 action');
  const action = dict.lookup(key('A'));
  if (action instanceof PDFDict && action.has(key('S')) && !is(action, 'S', 'GoTo')) report('A 6.5.1 action');
  for (const entry of ['TR', 'HTP', 'TR2'])
    if (dict.has(key(entry)) && dict.has(key('BM'))) report(`A 6.2.5 ${entry}`);
  const blend = dict.get(key('BM'));
  if (blend instanceof PDFName && !BLEND.includes(blend.decodeText())) report('A 6.2.10 blend mode');
}
