/** diaodu archive verify: sees every change of a package. */
import { createHash } from 'node:crypto';
import { unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { addLists, type Package } from '../../src/archive/lists.ts';
import type { ArchiveResult } from '../../src/flows/archive/archive.ts';
import { verifyArchive } from '../../src/flows/archive/archive-verify.ts';
import { archivedPaper, codes, ITEM, NAME, NUMBER } from '../support/archived.ts';
import { memoryEffects, type TestEffects } from '../support/effects.ts';
import { gbk } from '../support/gbk.ts';

let filed: ArchiveResult;
let after: TestEffects;

beforeAll(async () => {
  ({ filed, after } = await archivedPaper());
}, 120_000);

/** A zip whose names are these bytes, not said to be UTF-8: written over names of as many letters. */
function zipNamed(files: readonly { name: Uint8Array; bytes: Uint8Array }[]): Uint8Array {
  const stand = files.map(({ name }, index) => `@${index}#`.padEnd(name.length, '#'));
  const zip = zipSync(Object.fromEntries(files.map(({ bytes }, i) => [stand[i], bytes])), { level: 0 });
  const buffer = Buffer.from(zip.buffer, zip.byteOffset, zip.length);
  for (const [index, letters] of stand.entries())
    for (const at of [buffer.indexOf(letters), buffer.lastIndexOf(letters)])
      buffer.set(files[index]?.name ?? [], at);
  return zip;
}

describe('verify', () => {
  const zipOf = (files: Package): Uint8Array =>
    zipSync(Object.fromEntries([...files].map(([path, bytes]) => [`包/${path}`, bytes])), { level: 0 });
  const content = (): Package => {
    const entries = unzipSync(after.written.get(filed.zip) ?? new Uint8Array());
    return new Map(
      Object.entries(entries).map(([path, bytes]) => [path.slice('2022Q3归档包/'.length), bytes]),
    );
  };
  const verify = async (zip: Uint8Array) =>
    (await verifyArchive('包.zip', memoryEffects({ '包.zip': zip }))).diagnostics;
  const SHA = '其他/checksums-SHA256.txt';
  const SM3 = '其他/checksums-SM3.txt';
  const change = (files: Package, path: string, edit: (text: string) => string): void => {
    files.set(path, new TextEncoder().encode(edit(new TextDecoder().decode(files.get(path)))));
  };
  const withoutLists = (files: Package): Package => {
    files.delete(SHA);
    files.delete(SM3);
    return addLists(files);
  };

  it('finds one flipped bit wherever it is in the zip', async () => {
    const zip = after.written.get(filed.zip) ?? new Uint8Array();
    for (let i = 0; i < 10; i += 1) {
      const at = Math.floor(((i + 0.5) * zip.length) / 10) + (i % 7);
      const flipped = zip.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (i % 8));
      expect(codes(await verify(flipped)), `byte ${at}`).not.toEqual([]);
    }
    for (const at of [6, 10, 14, zip.length - 30, zip.length - 2]) {
      const flipped = zip.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      expect(codes(await verify(flipped)), `byte ${at}`).not.toEqual([]);
    }
  }, 120_000);

  it('names the file that is changed, lost, added or renamed', async () => {
    const pdf = `${ITEM}/${NAME}.pdf`;
    const flipped = content();
    const bytes = (flipped.get(pdf) ?? new Uint8Array()).slice();
    bytes[5000] = (bytes[5000] ?? 0) ^ 1;
    flipped.set(pdf, bytes);
    const changed = await verify(zipOf(flipped));
    expect(changed.filter((d) => d.code === 'digestDiffers').map((d) => d.at?.file)).toEqual([pdf, pdf]);

    const lost = content();
    lost.delete(pdf);
    expect((await verify(zipOf(lost))).find((d) => d.code === 'fileLost')?.at?.file).toBe(pdf);

    const added = content();
    added.set('其他/多余.txt', new Uint8Array(1));
    expect((await verify(zipOf(added))).find((d) => d.code === 'fileAdded')?.at?.file).toBe('其他/多余.txt');

    const [root, stray] = ['2022Q3归档包/', '送交说明.txt'];
    const entries = unzipSync(after.written.get(filed.zip) ?? new Uint8Array());
    const beside = await verify(zipSync({ ...entries, [stray]: new Uint8Array(1) }, { level: 0 }));
    expect(beside.map(({ code, at }) => [code, at?.file])).toEqual([['fileAdded', stray]]);
    const folder = Object.fromEntries([...content()].map(([path, bytes]) => [`柜/${root}${path}`, bytes]));
    const above = await verifyArchive('柜', memoryEffects(folder));
    expect(codes(above.diagnostics)).toEqual(['packageInside']);
    expect(above.diagnostics[0]?.hints[0]).toContain('柜/2022Q3归档包');

    const renamed = content();
    renamed.set(`${ITEM}/改名.pdf`, renamed.get(pdf) ?? new Uint8Array());
    renamed.delete(pdf);
    const found = await verify(zipOf(renamed));
    expect(found.find((d) => d.code === 'fileRenamed')).toMatchObject({
      at: { file: `${ITEM}/改名.pdf` },
      message: expect.stringContaining(pdf),
    });
    expect(codes(found)).not.toContain('fileLost');
    expect(codes(found)).not.toContain('fileAdded');
  });

  it.each<[string, string, string, (text: string) => string]>([
    [
      'a digest in the first list',
      SHA,
      'digestDiffers',
      (t) => t.replace(/^./, (c) => (c === '0' ? '1' : '0')),
    ],
    [
      'a digest in the second list',
      SM3,
      'digestDiffers',
      (t) => t.replace(/^./, (c) => (c === '0' ? '1' : '0')),
    ],
    ['a line taken from the first list', SHA, 'listsDiffer', (t) => t.replace(/^.*\n/, '')],
    ['a line taken from the second list', SM3, 'listsDiffer', (t) => t.replace(/^.*\n/, '')],
    ['a line added to the second list', SM3, 'fileLost', (t) => `${t}${'0'.repeat(64)}  龥/没有.txt\n`],
    ['lines in another order', SM3, 'listBroken', (t) => t.replace(/^(.*\n)(.*\n)/, '$2$1')],
    ['a blank in a list', SM3, 'listBroken', (t) => t.replace('\n', ' \n\n')],
    ['a list without its last line end', SM3, 'listBroken', (t) => t.trimEnd()],
  ])('finds %s', async (_, path, code, edit) => {
    const files = content();
    change(files, path, edit);
    expect(codes(await verify(zipOf(files)))).toContain(code);
  });

  it.each<[string, string, string, (text: string) => string]>([
    ['broken XML', `${ITEM}/元数据.xml`, 'xmlBroken', (t) => t.replace('</档号>', '')],
    [
      'XML that nests without end',
      `${ITEM}/元数据.xml`,
      'xmlBroken',
      (t) => t.replace('</档号>', `${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}</档号>`),
    ],
    ['an empty field', `${ITEM}/元数据.xml`, 'xmlAgainstSchema', (t) => t.replace(/<题名>.*?</, '<题名><')],
    ['an unknown element', '文件目录.XML', 'xmlAgainstSchema', (t) => t.replaceAll('备注>', '说明>')],
    [
      'another 档号',
      `${ITEM}/元数据.xml`,
      'catalogueDiffers',
      (t) => t.replace(NUMBER, '演示-2022-D30-0002'),
    ],
    ['another size', `${ITEM}/元数据.xml`, 'catalogueDiffers', (t) => t.replace(/(大小>)\d/, '$19')],
    [
      'an entry taken from the catalogue',
      '文件目录.XML',
      'catalogueDiffers',
      (t) => t.replace(/ {2}<文件>[\s\S]*?<\/文件>\n/, ''),
    ],
    [
      'another date in the catalogue',
      '文件目录.XML',
      'catalogueDiffers',
      (t) => t.replace('<日期>2022-10-12', '<日期>2021-10-12'),
    ],
    [
      'another title in the catalogue',
      '文件目录.XML',
      'catalogueDiffers',
      (t) => t.replace('<题名>', '<题名>补'),
    ],
    [
      'other data than was built of',
      '其他/数据快照/data/2022/units.yaml',
      'catalogueDiffers',
      (t) => `${t}# 补\n`,
    ],
    ['a list of what was built that is none', '其他/生成清单.json', 'builtUnreadable', (t) => t.slice(1)],
    [
      'another schema',
      '其他/xml-schema/元数据.xsd',
      'schemaOther',
      (t) => t.replace('minLength value="1"', 'minLength value="0"'),
    ],
  ])('finds %s even when the lists were made anew', async (_, path, code, edit) => {
    const files = content();
    change(files, path, edit);
    expect(codes(await verify(zipOf(withoutLists(files))))).toContain(code);
  });

  it('finds another document even when its metadata were made anew; a change in all places shows in the seal', async () => {
    const files = content();
    const pdf = `${ITEM}/${NAME}.pdf`;
    const digest = (bytes?: Uint8Array): string =>
      createHash('sha256')
        .update(bytes ?? '')
        .digest('hex');
    const bytes = (files.get(pdf) ?? new Uint8Array()).slice();
    const before = digest(bytes);
    bytes[5000] = (bytes[5000] ?? 0) ^ 1;
    files.set(pdf, bytes);
    const anew = (text: string): string => text.replace(before, digest(bytes));
    change(files, `${ITEM}/元数据.xml`, anew);
    const found = await verify(zipOf(withoutLists(files)));
    expect(found.map(({ code, at }) => [code, at?.file])).toEqual([
      ['catalogueDiffers', '其他/生成清单.json'],
    ]);
    expect(found[0]?.message).toContain(pdf);
    change(files, '其他/生成清单.json', anew);
    const folder = [...withoutLists(files)].map(([path, content]) => [`包/${path}`, content]);
    const forged = await verifyArchive('包', memoryEffects(Object.fromEntries(folder)));
    expect(forged.diagnostics).toEqual([]);
    expect(filed.seal).toMatch(/^[0-9a-f]{64}$/);
    expect(forged.seal).not.toBe(filed.seal);
    expect((await verifyArchive(filed.zip, after)).seal).toBe(filed.seal);
    expect((await verifyArchive(filed.folder, after)).seal).toBe(filed.seal);
  });

  it.each<[string, (path: string) => Uint8Array]>([
    ['in the code page of Chinese Windows', gbk],
    ['in UTF-8 without saying so', (path) => Buffer.from(path)],
    ['with backslashes', (path) => Buffer.from(path.replaceAll('/', '\\'))],
  ])('reads names that another program has written %s', async (_, encode) => {
    const files = [...content()].map(([path, bytes]) => ({ name: encode(`包/${path}`), bytes }));
    expect(codes(await verify(zipNamed(files)))).toEqual(['zipRewritten']);
  });

  it('sees an empty folder that was added', async () => {
    const more = {
      ...after,
      list: async (folder: string) => {
        const names = await after.list(folder);
        return folder === `${filed.folder}/其他` ? [...names, '新建文件夹'] : names;
      },
    };
    const { diagnostics } = await verifyArchive(filed.folder, more);
    expect(diagnostics.map((d) => [d.code, d.at?.file])).toEqual([['folderAdded', '其他/新建文件夹']]);
  });

  it('refuses paths that lead out of the folder, and what is no package', async () => {
    const files = content();
    files.set('../../外.txt', new Uint8Array(1));
    expect(codes(await verify(zipOf(files)))).toContain('entryUnsafe');
    expect(codes(await verify(new TextEncoder().encode('不是压缩包')))).toEqual(['zipUnreadable']);
    expect(codes(await verify(zipOf(new Map([['a.txt', new Uint8Array(1)]]))))).toEqual(['noPackage']);
    expect(codes((await verifyArchive('夹', memoryEffects({ '夹/a.txt': '1' }))).diagnostics)).toEqual([
      'noPackage',
    ]);
    expect(codes((await verifyArchive('没有', memoryEffects({}))).diagnostics)).toEqual(['packageMissing']);
  });
});
