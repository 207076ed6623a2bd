/** What an archivist finds in a package besides what its lists say. */
import { expect, it } from 'vitest';
import { resolveItems } from '../../src/archive/items.ts';
import { manifestFile } from '../../src/archive/manifest.ts';
import { zipPackage } from '../../src/archive/zip.ts';
import { archiveSchema } from '../../src/model/archive/archive.ts';
import type { Document } from '../../src/model/document/document.ts';
import { sampleDocument } from '../support/sample-document.ts';

it('names in the zip are UTF-8 of a Unix program: unzip takes those of a DOS program for another code page', () => {
  const zip = zipPackage(new Map([['说明文件.TXT', new Uint8Array([1])]]), '归档包');
  const view = new DataView(zip.buffer, zip.byteOffset);
  const entry = zip.findIndex((_, i) => i < zip.length - 3 && view.getUint32(i, true) === 0x02014b50);
  expect(entry).toBeGreaterThan(0);
  expect(view.getUint8(entry + 5)).toBe(3);
  expect(view.getUint16(entry + 8, true) & 0x800).toBe(0x800);
  expect(view.getUint32(entry + 38, true) >>> 16).toBe(0o100644);
});

/** Of one paper with this mark, filed by these settings. */
function filedCodes(mark: string, item: Record<string, string> = {}, period: Record<string, string> = {}) {
  const [first] = sampleDocument.sections;
  if (!first) throw new Error('the sample has no section');
  const title = { kind: 'title' as const, lines: ['纪要'], subtitle: [], marks: [mark] };
  const marked: Document = { ...sampleDocument, sections: [{ ...first, blocks: [title] }] };
  const bytes = new Uint8Array();
  const record = manifestFile('纪要.pdf', { bytes, pages: 1 }, marked, { draft: false });
  const one = { documents: ['*'], number: '演示-1', date: '2022-10-21', signed: '演示', ...item };
  const settings = archiveSchema.parse({
    fonds: { number: '演示', name: '演示', creator: '演示' },
    class: { section: '演示', name: '演示' },
    defaults: { retention: '30年', secrecy: '内部' },
    periods: { '2022Q3': { ...period, items: [one] } },
  });
  const at = () => ({ file: 'archive.yaml' });
  return resolveItems(settings, '2022Q3', [{ record, bytes }], at).diagnostics.map(({ code }) => code);
}

it('a paper marked 代拟稿 is not filed as what was issued without a word', () => {
  expect(filedCodes('代拟稿')).toEqual(['draftFiled']);
  expect(filedCodes('会后收回')).toEqual([]);
});

it('a 档号 that says another 保管期限, and a 归档日期 before the paper, are seen', () => {
  expect(filedCodes('会后收回', { number: 'Z109-WS·2022·Y-0001' })).toEqual(['numberSaysOtherwise']);
  expect(filedCodes('会后收回', { number: 'Z109-WS·2022·D30-0001' })).toEqual([]);
  expect(filedCodes('会后收回', {}, { archivedOn: '2022-10-20' })).toEqual(['archivedTooEarly']);
  expect(filedCodes('会后收回', {}, { archivedOn: '2022-10-21' })).toEqual([]);
});
