/** Returns that come in a zip: each file in it is treated as if it lay in the folder. */
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { collectQuarter } from '../../src/flows/collect/period-collect.ts';
import { unzipped } from '../../src/intake/zipped.ts';
import { folderEffects } from '../support/effects.ts';
import { edited, form, inputs, Q4, UNIT } from './sloppy.ts';

const FOLDER = 'data/2022/submissions/2022Q4';
const second = edited((sheet) => {
  sheet['N4'] = { t: 's', v: '另一份。' };
});

async function collected(files: Record<string, Uint8Array>, more: { unit?: string; again?: boolean } = {}) {
  const overlay: Record<string, Uint8Array | undefined> = { ...files };
  for (const unit of inputs.units) overlay[`${FOLDER}/${unit.name}.xlsx`] = undefined;
  const effects = folderEffects(undefined, overlay);
  const sources = Object.entries(files).map(([path, { length }]) => ({ shown: path, path, bytes: length }));
  const request = { period: Q4, sources, received: { date: '2023-01-08' }, out: 'output', ...more };
  const result = await collectQuarter(request, effects);
  const codes = [...result.diagnostics, ...result.returns.flatMap(({ diagnostics }) => diagnostics)]
    .filter(({ severity }) => severity === 'error')
    .map(({ code, at }) => `${code} ${at?.file}`);
  return { ...result, codes, written: effects.written };
}

/** Names are put in where the zip was made with others of the same length: fflate writes no code pages. */
function named(files: readonly (readonly [Uint8Array, Uint8Array])[], more: Zippable = {}): Uint8Array {
  const stand = (i: number, { length }: Uint8Array): string => String.fromCharCode(0x61 + i).repeat(length);
  const zip = zipSync(
    { ...Object.fromEntries(files.map(([name, bytes], i) => [stand(i, name), bytes])), ...more },
    { level: 6 },
  );
  const text = Buffer.from(zip);
  for (const [i, [name]] of files.entries())
    for (let at = text.indexOf(stand(i, name)); at >= 0; at = text.indexOf(stand(i, name), at + 1))
      text.set(name, at);
  return new Uint8Array(text);
}

/** 省工信厅.xlsx and 附件/说明.pdf as Windows' own zip writes them. */
const GBK = {
  form: Uint8Array.of(0xca, 0xa1, 0xb9, 0xa4, 0xd0, 0xc5, 0xcc, 0xfc, ...strToU8('.xlsx')),
  note: Uint8Array.of(0xb8, 0xbd, 0xbc, 0xfe, 0x5c, 0xcb, 0xb5, 0xc3, 0xf7, ...strToU8('.pdf')),
};

describe('a zip', () => {
  it('is opened, whether its names are in UTF-8 or in GBK, and told of by zip and file', async () => {
    const utf8 = zipSync({ '省工信厅.xlsx': form, '附件/说明.pdf': strToU8('%PDF-1.4') });
    const silent = named([
      [strToU8('省工信厅.xlsx'), form],
      [strToU8('附件/说明.pdf'), strToU8('%PDF-1.4')],
    ]);
    const gbk = named([
      [GBK.form, form],
      [GBK.note, strToU8('%PDF-1.4')],
    ]);
    for (const zip of [utf8, silent, gbk]) {
      const { returns, codes, written } = await collected({ '收/四季度.zip': zip });
      expect(returns.map(({ file, outcome, unit }) => [file, outcome, unit])).toEqual([
        ['收/四季度.zip/省工信厅.xlsx', 'kept', UNIT],
        ['收/四季度.zip/附件/说明.pdf', 'refused', null],
      ]);
      expect(codes).toEqual(['notAReturn 收/四季度.zip/附件/说明.pdf']);
      const kept = written.get(`${FOLDER}/${UNIT}.v1.xlsx`) as Uint8Array;
      expect(Buffer.from(form).equals(kept)).toBe(true);
      const register = new TextDecoder().decode(written.get(`${FOLDER}/receipts.yaml`));
      expect(register).toContain('original: 四季度.zip/省工信厅.xlsx');
    }
  });

  it('is known by its content, as Office files are', async () => {
    const { returns } = await collected({ '收/OA导出.dat': zipSync({ 'a.xlsx': form }), '收/b.zip': form });
    expect(returns.map(({ file, outcome }) => [file, outcome])).toEqual([
      ['收/OA导出.dat/a.xlsx', 'kept'],
      ['收/b.zip', 'same'],
    ]);
  });

  it('with zips of units in it is opened twice, and no deeper', async () => {
    const inner = zipSync({ '表.xlsx': form });
    const { returns } = await collected({ '收/全部.zip': zipSync({ '省工信厅.zip': inner }) });
    expect(returns[0]).toMatchObject({ file: '收/全部.zip/省工信厅.zip/表.xlsx', outcome: 'kept' });
    const deep = zipSync({ 'b.zip': zipSync({ 'c.zip': inner }) });
    const { codes } = await collected({ '收/a.zip': deep });
    expect(codes).toEqual(['archiveFile 收/a.zip/b.zip/c.zip']);
  });

  it('holding two versions of a unit is no other than a folder that does', async () => {
    const zip = zipSync({ '1.xlsx': form, '2.xlsx': second });
    expect((await collected({ '收/a.zip': zip })).codes).toEqual([
      'twoAtOnce 收/a.zip/1.xlsx',
      'twoAtOnce 收/a.zip/2.xlsx',
    ]);
    const { returns } = await collected({ '收/a.zip': zipSync({ '1.xlsx': form }), '收/1.xlsx': form });
    expect(returns.map(({ outcome }) => outcome).sort()).toEqual(['kept', 'same']);
  });

  it('has to hold one file where the user speaks of one', async () => {
    const zip = zipSync({ '1.xlsx': form, '2.xlsx': second });
    expect((await collected({ '收/a.zip': zip }, { unit: UNIT })).codes).toEqual(['severalInZip 收/a.zip']);
    expect((await collected({ '收/a.zip': zip }, { again: true })).codes).toEqual(['severalInZip 收/a.zip']);
    const one = await collected({ '收/a.zip': zipSync({ '1.xlsx': form }) }, { unit: UNIT });
    expect(one.returns[0]?.outcome).toBe('kept');
  });

  it('that can’t be opened says why', async () => {
    const locked = zipSync({ '1.xlsx': form });
    const directory = Buffer.from(locked).lastIndexOf('PK\u0001\u0002');
    locked[directory + 8] = (locked[directory + 8] as number) | 1;
    const many = Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`${i}.txt`, strToU8('a')]));
    const { codes } = await collected({
      '收/密.zip': locked,
      '收/空.zip': zipSync({}),
      '收/夹.zip': zipSync({ 'a/': new Uint8Array() }),
      '收/多.zip': zipSync(many),
      '收/断.zip': zipSync({ '1.xlsx': form }).subarray(0, 2000),
      '收/a.rar': strToU8('Rar!'),
    });
    expect(codes).toEqual([
      'lockedZip 收/密.zip',
      'emptyZip 收/空.zip',
      'emptyZip 收/夹.zip',
      'crowdedZip 收/多.zip',
      'truncatedFile 收/断.zip',
      'archiveFile 收/a.rar',
    ]);
  });
});

describe('what lies in a zip', () => {
  it('has a harmless name, and junk is left out', () => {
    const zip = zipSync({
      '../../etc/省工信厅.xlsx': form,
      'C:/a\u001b[31m.xlsx': form,
      '__MACOSX/._b.xlsx': strToU8('x'),
      '夹/.DS_Store': strToU8('x'),
      '夹/~$b.xlsx': strToU8('x'),
    });
    expect(unzipped(zip)?.map(({ name }) => name)).toEqual(['a[31m.xlsx', 'etc/省工信厅.xlsx']);
  });

  it('is not unpacked where it is too large to be a return, or where all of it is too much', () => {
    const zeros = new Uint8Array(21 * 2 ** 20);
    expect(unzipped(zipSync({ 'a.xlsx': zeros }))).toEqual([
      { name: 'a.xlsx', size: zeros.length, bytes: undefined },
    ]);
    const zip = zipSync({ 'a.bin': zeros }, { level: 9 });
    // The directory promises more than there is.
    const end = Buffer.from(zip).lastIndexOf('PK\u0001\u0002');
    new DataView(zip.buffer).setUint32(end + 24, 300 * 2 ** 20, true);
    expect(unzipped(zip)).toBeUndefined();
    // Or less: the unpacked bytes are not believed.
    new DataView(zip.buffer).setUint32(end + 24, 100, true);
    expect(unzipped(zip)).toEqual([{ name: 'a.bin', size: 100, bytes: undefined }]);
  });

  it('is told where it is damaged, and the rest is taken', async () => {
    const zip = zipSync({ '1.xlsx': form, '2.csv': strToU8('abcdefgh') }, { level: 0 });
    const at = Buffer.from(zip).indexOf('abcdefgh');
    zip[at] = 0x7a;
    const { returns, codes } = await collected({ '收/a.zip': zip });
    expect(returns.map(({ outcome }) => outcome)).toEqual(['kept', 'refused']);
    expect(codes).toEqual(['truncatedFile 收/a.zip/2.csv']);
  });
});
