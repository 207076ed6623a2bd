/** Broken, locked, huge and hostile files: a clear message soon, and the others are read all the same. */
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { read, utils } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { SHEETS } from '../../src/model/returns/form.ts';
import { cellOf, collected, edited, form, TRUTH, valuesOf } from './sloppy.ts';

const codes = (bytes: Uint8Array, file = '省工信厅.xlsx'): string[] =>
  collected(bytes, file)
    .diagnostics.filter((d) => d.severity !== 'info')
    .map((d) => d.code);

/** Processor time so far: other work on the machine makes no reading slow. */
function workedMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The form with parts added, changed or (undefined) taken away. */
function repacked(change: Record<string, Uint8Array | undefined>): Uint8Array {
  const parts: Record<string, Uint8Array> = { ...unzipSync(form) };
  for (const [name, part] of Object.entries(change)) {
    if (part) parts[name] = part;
    else delete parts[name];
  }
  return zipSync(parts, { level: 3 });
}

/** The form with a part of so many megabytes of one byte: packed once, which is repeated, since packing all takes seconds. */
function bloated(name: string, megabytes: number, byte: number): Uint8Array {
  const megabyte = new Uint8Array(2 ** 20).fill(byte);
  const piece = deflateRawSync(megabyte, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const packed = Buffer.concat([...Array(megabytes).fill(piece), deflateRawSync(new Uint8Array())]);
  let crc = 0;
  for (let i = 0; i < megabytes; i++) crc = crc32(megabyte, crc);
  // Put in as it is, and called what it is in both places.
  const zip = zipSync({ ...unzipSync(form), [name]: [packed, { level: 0 }] });
  const view = new DataView(zip.buffer, zip.byteOffset);
  const stored = crc32(packed);
  for (let at = 0; at + 46 < zip.length; at++) {
    const sizes = { 67324752: 14, 33639248: 16 }[view.getUint32(at, true)];
    if (sizes === undefined || view.getUint32(at + sizes, true) !== stored) continue;
    view.setUint16(at + sizes - 6, 8, true);
    view.setUint32(at + sizes, crc, true);
    view.setUint32(at + sizes + 8, megabytes * 2 ** 20, true);
  }
  return zip;
}
const SHEET = 'xl/worksheets/sheet1.xml';
const sheetXml = new TextDecoder().decode(unzipSync(form)[SHEET]);
const withRows = (rows: string): Uint8Array =>
  repacked({ [SHEET]: strToU8(sheetXml.replace('</sheetData>', `${rows}</sheetData>`)) });

describe('hostile and broken files', () => {
  it('does not unpack a bomb', () => {
    const bomb = bloated('xl/media/a.xml', 260, 0);
    expect(bomb.length).toBeLessThan(2 ** 20);
    expect(unzipSync(bomb)['xl/media/a.xml']?.length).toBe(260 * 2 ** 20);
    expect(codes(bomb)).toEqual(['unpacksTooLarge']);
    expect(codes(bloated('xl/sharedStrings.xml', 40, 32))).toEqual(['unpacksTooLarge']);
  });

  it('does not believe a directory that promises less than there is', () => {
    const lying = bloated('xl/sharedStrings.xml', 40, 32);
    const view = new DataView(lying.buffer, lying.byteOffset);
    for (let at = 0; at + 46 < lying.length; at++) {
      if (view.getUint32(at, true) !== 0x02014b50) continue;
      if (view.getUint32(at + 24, true) === 40 * 2 ** 20) view.setUint32(at + 24, 1000, true);
    }
    expect(codes(lying)).toEqual(['truncatedFile']);
  });

  it('cuts a million empty rows and refuses a million filled ones', () => {
    const rows = (cell: string): string =>
      Array.from({ length: 1_000_000 }, (_, i) => `<row r="${i + 100}">${cell}</row>`).join('');
    const [unfilled, filled] = [withRows(rows('')), withRows(rows('<c><v>1</v></c>'))];
    // Making such files takes longer than reading them.
    const started = workedMs();
    const empty = collected(unfilled, '省工信厅.xlsx');
    expect(valuesOf(empty.submission)).toEqual(TRUTH);
    expect(empty.diagnostics.map((d) => d.code)).toContain('emptyRowsCut');
    expect(codes(filled)).toEqual(['tooManyRows']);
    expect(workedMs() - started).toBeLessThan(10_000);
  });

  it('does not look for the end of what never ends, once for each time that it begins', () => {
    const repeated = (piece: string): string => piece.repeat(2 ** 21 / piece.length);
    const odsParts: Record<string, Uint8Array> = unzipSync(edited(() => {}, 'ods' as 'xlsx'));
    const ods = (xml: string): Uint8Array => zipSync({ ...odsParts, 'content.xml': strToU8(xml) });
    const content = new TextDecoder().decode(odsParts['content.xml']);
    const comment = sheetXml.replace('<sheetData', `${repeated('<!-- ')}<sheetData`);
    const formula = (text: string): Uint8Array =>
      edited((sheet) => {
        sheet[cellOf(Object.keys(TRUTH)[0] as string)] = { t: 'n', v: 1, f: text };
      });
    const files: [Uint8Array, string][] = [
      [
        ods(content.replace('</table:table>', `${repeated('<table:table-row ')}</table:table>`)),
        '省工信厅.ods',
      ],
      [
        ods(content.replace('</table:table>', `${repeated('<table:table-cell ')}</table:table>`)),
        '省工信厅.ods',
      ],
      [ods(`${content}${repeated('<style:style>')}`), '省工信厅.ods'],
      [repacked({ [SHEET]: strToU8(comment) }), '省工信厅.xlsx'],
      [formula(repeated('[').slice(0, 200_000)), '省工信厅.xlsx'],
    ];
    for (const [bytes, file] of files) {
      const started = workedMs();
      expect(codes(bytes, file)).toEqual([]);
      expect(workedMs() - started).toBeLessThan(10_000);
    }
  });

  it('does not walk through a sheet that claims to be endless', () => {
    const claimed = sheetXml.replace(/<dimension ref="[^"]*"/, '<dimension ref="A1:XFD1048576"');
    expect(valuesOf(collected(repacked({ [SHEET]: strToU8(claimed) })).submission)).toEqual(TRUTH);
  });

  it('reads a file with a hole as it was meant, or not at all', () => {
    const read: string[] = [];
    for (let at = 30; at < form.length - 60; at += 97) {
      const holed = new Uint8Array(form);
      holed.fill(0, at, at + 60);
      const { submission } = collected(holed, '省工信厅.xlsx');
      if (submission) read.push(JSON.stringify(valuesOf(submission)));
    }
    // Only parts that nobody reads had the hole.
    expect(new Set(read)).toEqual(new Set([JSON.stringify(TRUTH)]));
    expect(read.length).toBeLessThan(form.length / 97 / 2);
  });

  it('says that a file is locked, cut off, empty or something else', () => {
    const ole = new Uint8Array(2048);
    ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const locked = new Uint8Array(ole);
    locked.set(new Uint8Array(Buffer.from('EncryptedPackage', 'utf16le')), 1024);
    expect(codes(locked)).toEqual(['encryptedFile']);
    expect(codes(ole, '省工信厅.xls')).toEqual(['brokenWorkbook']);
    expect(codes(form.subarray(0, form.length / 2))).toEqual(['truncatedFile']);
    expect(codes(form.subarray(0, 20))).toEqual(['truncatedFile']);
    expect(codes(new Uint8Array())).toEqual(['emptyFile']);
    expect(codes(strToU8('%PDF-1.7'))).toEqual(['notAReturn']);
    expect(codes(zipSync({ 'word/document.xml': strToU8('<w/>') }), '省工信厅.docx')).toEqual(['notAReturn']);
    expect(codes(zipSync({ 'a.txt': strToU8('a') }), '报表.zip')).toEqual(['archiveFile']);
    // What is to be collected is attached to it.
    expect(codes(strToU8('From: a@b\nSubject: 报表\n\n见附件'), '转发.eml')).toEqual(['mailFile']);
    expect(codes(crypto.getRandomValues(new Uint8Array(4096)))).toHaveLength(1);
    expect(codes(repacked({ [SHEET]: strToU8('<worksheet') }))).not.toEqual([]);
    expect(codes(repacked({ 'xl/workbook.xml': strToU8('<<<<') }))).not.toEqual([]);
    expect(codes(strToU8('<html><table><tr><td>序号</td></tr></table></html>'), '省工信厅.xls')).toEqual([
      'webPage',
    ]);
    const xml =
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>';
    for (const name of ['省工信厅.xls', '省工信厅.xlsx', '省工信厅.xml'])
      expect(codes(strToU8(xml), name)).toEqual(['xmlTable']);
  });

  it('goes by the content, not by the name', () => {
    expect(valuesOf(collected(form, '省工信厅.xls').submission)).toEqual(TRUTH);
    expect(valuesOf(collected(form, '省工信厅.csv').submission)).toEqual(TRUTH);
    expect(collected(form, '省工信厅.csv').diagnostics.map((d) => d.code)).toContain('wrongExtension');
  });

  it.each([',', ';', '\t'])('reads text named as a workbook, its fields between “%s”', (separator) => {
    const sheet = read(form, { type: 'array' }).Sheets[SHEETS.tasks];
    const text = utils.sheet_to_csv(sheet ?? {}, { FS: separator });
    const { submission, diagnostics } = collected(strToU8(text), '省工信厅.xls');
    expect(valuesOf(submission)).toEqual(TRUTH);
    expect(diagnostics.map((d) => d.code)).toContain('wrongExtension');
  });

  it('leaves macros, links and commands alone, and says so', () => {
    const macro = repacked({
      'xl/vbaProject.bin': new Uint8Array(100),
      'xl/externalLinks/externalLink1.xml': strToU8('<externalLink/>'),
    });
    expect(codes(macro, '省工信厅.xlsm')).toEqual(['macrosIgnored', 'externalLinks']);
    expect(valuesOf(collected(macro, '省工信厅.xlsm').submission)).toEqual(TRUTH);
    const formula = (f: string) =>
      collected(edited((sheet) => (sheet[cellOf('T013-1')] = { t: 'n', v: 128, f }))).diagnostics.filter(
        (d) => d.severity !== 'info',
      );
    expect(formula("cmd|'/C calc'!A0")).toMatchObject([
      { code: 'commandFormula', at: { cell: cellOf('T013-1') } },
    ]);
    expect(formula('WEBSERVICE("http://x")')).toMatchObject([{ code: 'commandFormula' }]);
    expect(formula('[1]Sheet1!A1')).toMatchObject([
      { code: 'externalFormula', at: { cell: cellOf('T013-1') } },
    ]);
  });

  it('tells formulas that were never computed, and texts without end', () => {
    const never = repacked({
      [SHEET]: strToU8(
        sheetXml.replace(
          new RegExp(`<c r="${cellOf('T013-1')}"[^>]*?(?:/>|>.*?</c>)`),
          (c) => `${/^<c [^>/]*/.exec(c)?.[0].replace(/ t="\w+"/, '')}><f>1+1</f></c>`,
        ),
      ),
    });
    expect(collected(never).diagnostics.filter((d) => d.severity !== 'info')).toMatchObject([
      { code: 'formulaUncomputed', at: { cell: cellOf('T013-1') } },
    ]);
    const long = edited(
      (sheet) => (sheet[cellOf('T012-1', 'progress')] = { t: 's', v: '好'.repeat(30_000) }),
    );
    expect(codes(long)).toEqual(['textTooLong']);
  });
});
