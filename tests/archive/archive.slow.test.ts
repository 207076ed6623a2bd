/** diaodu archive: what goes into a package, and what stops it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ArchiveItem } from '../../src/archive/items.ts';
import { itemFolder, type PackageSubject } from '../../src/archive/metadata.ts';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { VERSION } from '../../src/base/version.ts';
import { type ArchiveResult, archivePeriod } from '../../src/flows/archive/archive.ts';
import { verifyArchive } from '../../src/flows/archive/archive-verify.ts';
import type { Manifest, ManifestFile } from '../../src/model/archive/manifest.ts';
import { type Month, parseMonth, parseYear, type Year } from '../../src/model/period.ts';
import {
  type Archived,
  archive,
  archivedPaper,
  codes,
  FILLED,
  ITEM,
  NAME,
  NUMBER,
  OUT,
  SETTINGS,
  TO,
} from '../support/archived.ts';
import { REPOSITORY, type TestEffects } from '../support/effects.ts';

const ROOT = `${TO}/2022Q3归档包`;

let outputs: Archived['outputs'];
let world: Archived['world'];
let filed: ArchiveResult;
let after: TestEffects;

/** What the build says of itself, to be changed. */
const built = (): Manifest =>
  JSON.parse(new TextDecoder().decode(outputs.get(`${OUT}/manifest.json`))) as Manifest;
/** The same, of another period: what of a folder, or of office.yaml, counts is another thing for each. */
function builtAs(period: string): Manifest {
  const { builds, ...manifest } = built();
  const files = builds.map((build) => ({
    ...build,
    inputs: build.inputs.filter(({ path }) => !/(?:\/|office\.yaml)$/.test(path)),
  }));
  return { ...manifest, period, builds: files };
}
const digest = (bytes: Uint8Array = new Uint8Array()): string =>
  createHash('sha256').update(bytes).digest('hex');
const fileAt = (path: string): Uint8Array => after.written.get(`${ROOT}/${path}`) ?? new Uint8Array();
const textAt = (path: string): string => new TextDecoder().decode(fileAt(path));

beforeAll(async () => {
  ({ outputs, world, filed, after } = await archivedPaper());
}, 120_000);

describe('a package', () => {
  it('is written when all is said, and passes its own checks', () => {
    expect(filed.diagnostics).toEqual([]);
    expect(filed.items).toEqual([{ number: NUMBER, title: expect.stringContaining('三季度'), files: 2 }]);
    expect(filed.findings.filter(({ result }) => result !== '通过').map(({ what }) => what)).toEqual([
      '电子签名',
      '病毒',
    ]);
  });

  it('holds the documents, the ledger and the data byte for byte', () => {
    for (const extension of ['pdf', 'docx'])
      expect(digest(fileAt(`${ITEM}/${NAME}.${extension}`))).toBe(
        digest(outputs.get(`${OUT}/${NAME}.${extension}`)),
      );
    expect(fileAt('其他/台账/台账.xlsx').length).toBeGreaterThan(10_000);
    const snapshot = [...after.written.keys()].filter((path) => path.startsWith(`${ROOT}/其他/数据快照/`));
    const names = snapshot.map((path) => path.slice(`${ROOT}/其他/数据快照/`.length));
    for (const path of [
      'data/2022/plan/goals.yaml',
      'data/2022/rules.yaml',
      'data/2022/acknowledgements/2022Q3.yaml',
      'data/2022/submissions/2022Q3/省工信厅.xlsx',
      'templates/styles/official.yaml',
      SETTINGS,
    ])
      expect(names).toContain(path);
    for (const path of names.filter((name) => name !== SETTINGS))
      expect(digest(fileAt(`其他/数据快照/${path}`)), path).toBe(
        digest(readFileSync(join(REPOSITORY, path))),
      );
  });

  it('lists every file with its SHA-256 and SM3', () => {
    const lines = (path: string): string[][] =>
      textAt(path)
        .trimEnd()
        .split('\n')
        .map((line) => line.split('  '));
    const all = [...after.written.keys()].filter((path) => path.startsWith(`${ROOT}/`)).length;
    expect(lines('其他/checksums-SHA256.txt')).toHaveLength(all - 2);
    expect(lines('其他/checksums-SM3.txt')).toHaveLength(all - 1);
    for (const [list, algorithm] of [
      ['SHA256', 'sha256'],
      ['SM3', 'sm3'],
    ] as const)
      for (const [digest, path = ''] of lines(`其他/checksums-${list}.txt`))
        expect(createHash(algorithm).update(fileAt(path)).digest('hex'), path).toBe(digest);
  });

  it('describes each item with what was given and what is printed, and leaves open what nobody said', () => {
    const metadata = textAt(`${ITEM}/元数据.xml`);
    for (const [name, value] of [
      ['档号值', NUMBER],
      ['保管期限', '30年'],
      ['密级', '内部'],
      ['日期', '2022-10-12'],
      ['成文日期', '2022年10月12日'],
      ['发文机关或签发人署名', '演示署名'],
      ['计算机文件名', `${NAME}.pdf`],
    ])
      expect(metadata).toContain(`<${name}>${value}</${name}>`);
    expect(metadata).not.toMatch(/档案馆名称|发文字号|主送机关|业务行为>归档|密级和保密期限/);
    expect(textAt('说明文件.TXT')).toMatch(/档案馆名称：＿+\r\n/);
    expect(textAt('说明文件.TXT')).toContain('【演示数据】');
    expect(textAt('文件目录.XML')).toContain(`<电子档案名称>${ITEM}/${NAME}.pdf</电子档案名称>`);
    expect(textAt('文件目录.XML')).toContain('<备注>演示数据</备注>');
    expect(textAt('其他/自检报告.TXT')).toMatch(/不通过0项，未检测2项/);
    for (const property of ['真实性', '完整性', '可用性', '安全性'])
      expect(textAt('其他/自检报告.TXT')).toContain(`、${property}`);
  });

  it('is the same folder and zip every time, and both pass verification', async () => {
    const again = world();
    await archive(again);
    expect([...again.written.keys()]).toEqual([...after.written.keys()]);
    const zip = after.written.get(filed.zip) ?? new Uint8Array();
    expect(Buffer.compare(zip, again.written.get(filed.zip) ?? new Uint8Array())).toBe(0);
    for (const path of [filed.zip, filed.folder]) {
      const verified = await verifyArchive(path, after);
      expect(verified.diagnostics).toEqual([]);
      expect(verified.items).toBe(1);
    }
  });

  it('takes the place of another one, which is kept beside it and told of', async () => {
    const before = { [filed.zip]: after.written.get(filed.zip) };
    expect((await archive(world(before))).diagnostics).toEqual([]);
    const corrected = { ...before, [SETTINGS]: FILLED.replace('signed: 演示署名', 'signed: 演示更正') };
    const again = world(corrected);
    const { diagnostics } = await archive(again);
    const kept = `${TO}/2022Q3归档包（以前的1）.zip`;
    expect(codes(diagnostics)).toEqual(['packageReplaced']);
    expect(Buffer.compare(again.written.get(kept) ?? new Uint8Array(), before[filed.zip] as Uint8Array)).toBe(
      0,
    );
    const third = world({ ...corrected, [kept]: again.written.get(kept), [filed.zip]: 'x' });
    await archive(third);
    expect([...third.written.keys()].filter((path) => path.includes('以前的'))).toEqual([
      kept,
      `${TO}/2022Q3归档包（以前的2）.zip`,
    ]);
  });

  it.each<[string, Month | Year, string]>([
    ['month', parseMonth('2022-08') as Month, '2022年8月'],
    ['year', parseYear('2022') as Year, '2022年'],
  ])('of a %s has no ledger, and says so nowhere', async (_, period, name) => {
    const out = `output/${period.id}`;
    const effects = world({
      [SETTINGS]: FILLED.replace('2022Q3:', `${period.id}:`),
      [`${out}/manifest.json`]: JSON.stringify(builtAs(period.id)),
      ...Object.fromEntries(
        [...outputs].flatMap(([path, bytes]) =>
          path.endsWith('.json') ? [] : [[path.replace(OUT, out), bytes]],
        ),
      ),
    });
    const { diagnostics, folder } = await archivePeriod({ period, out, to: `${out}归档` }, effects);
    expect(diagnostics).toEqual([]);
    const paths = [...effects.written.keys()];
    expect(paths.some((path) => path.includes('台账.xlsx'))).toBe(false);
    for (const note of ['说明文件.TXT', '其他/归档说明.TXT', '其他/软件环境.TXT']) {
      const text = new TextDecoder().decode(effects.written.get(`${folder}/${note}`));
      expect(text).not.toMatch(/台账|xlsx/i);
    }
    const readme = new TextDecoder().decode(effects.written.get(`${folder}/其他/归档说明.TXT`));
    expect(readme).toContain(`根据${name}的文稿和数据生成`);
  });

  it('of a period has the class given for it, and lies in the year that its number says', async () => {
    const number = '演示-2023-Y-0001';
    const own = '    class: { name: 白皮书 }\n    items:';
    const settings = FILLED.replace(NUMBER, number).replace('    items:', own);
    const effects = world({ [SETTINGS]: settings.replace('2022-10-12', '2023-01-12, retention: 永久') });
    const { folder, diagnostics } = await archive(effects);
    expect(diagnostics).toEqual([]);
    const metadata = effects.written.get(`${folder}/电子档案/2023/白皮书/${number}/元数据.xml`);
    const text = new TextDecoder().decode(metadata);
    expect(text).toMatch(/<年度>2023<[\s\S]*<机构或问题>演示机构</);
    const note = new TextDecoder().decode(effects.written.get(`${folder}/说明文件.TXT`));
    expect(note).toContain('年度：2023\r\n');
  });

  it('of a book goes with the data of its charts, as long as they are what was made with it', async () => {
    const period = parseYear('2022') as Year;
    const data = new Uint8Array(readFileSync(join(REPOSITORY, 'data/2022/submissions/2022Q3/省工信厅.xlsx')));
    const archiveWith = async (bytes: Uint8Array | undefined) => {
      const known = { path: '图表数据.xlsx', sha256: digest(data) };
      const files: Record<string, string | Uint8Array | undefined> = {
        [SETTINGS]: FILLED.replace('2022Q3:', `${period.id}:`),
        [`${OUT}/manifest.json`]: JSON.stringify({ ...builtAs(period.id), others: [known] }),
        [`${OUT}/图表数据.xlsx`]: bytes,
      };
      const effects = world(files);
      const result = await archivePeriod({ period, out: OUT, to: TO }, effects);
      return { ...result, effects };
    };
    expect(codes((await archiveWith(undefined)).diagnostics)).toEqual(['outputMissing']);
    expect(codes((await archiveWith(new Uint8Array([1]))).diagnostics)).toEqual(['outputChanged']);
    const { effects, folder, diagnostics } = await archiveWith(data);
    expect(diagnostics).toEqual([]);
    expect(digest(effects.written.get(`${folder}/其他/图表数据/图表数据.xlsx`))).toBe(digest(data));
    const readme = new TextDecoder().decode(effects.written.get(`${folder}/其他/归档说明.TXT`));
    expect(readme).toContain('其他/图表数据/　白皮书各图表的数据（XLSX）');
  });

  it('keeps what cities and projects sent in for the quarter, earlier versions too', async () => {
    const received = ['cities/returns/2022Q3/南昌市.v1.csv', 'projects/returns/2022-07/南昌市.v1.csv'];
    const added = Object.fromEntries(received.map((path) => [`data/2022/${path}`, '旧稿']));
    const manifest = built();
    // As a build leaves it that ran when they were there.
    for (const { inputs } of manifest.builds)
      inputs.splice(0, inputs.length, ...inputs.filter(({ path }) => !path.includes('/returns/')));
    const effects = world({ ...added, [`${OUT}/manifest.json`]: JSON.stringify(manifest) });
    const { folder } = await archive(effects);
    for (const path of received)
      expect(effects.written.has(`${folder}/其他/数据快照/data/2022/${path}`), path).toBe(true);
  });

  it('says of an item which versions it has', async () => {
    const manifest = built();
    for (const build of manifest.builds)
      build.files = build.files.filter(({ path }) => path.endsWith('.pdf'));
    const effects = world({
      [`${OUT}/manifest.json`]: JSON.stringify(manifest),
      [`${OUT}/${NAME}.docx`]: undefined,
    });
    const { folder, diagnostics } = await archive(effects);
    expect(diagnostics).toEqual([]);
    const metadata = new TextDecoder().decode(effects.written.get(`${folder}/${ITEM}/元数据.xml`));
    expect(metadata).toContain('<稿本>正本（PDF）</稿本>');
    expect(textAt(`${ITEM}/元数据.xml`)).toContain('<稿本>正本（PDF）、定稿（DOCX）</稿本>');
  });

  it('says to whom a 公文 goes, as it prints it', async () => {
    const manifest = built();
    for (const n of [0, 1]) edit(manifest, { elements: { 主送机关: '演示单位', 抄送机关: '演示成员' } }, n);
    const effects = world({ [`${OUT}/manifest.json`]: JSON.stringify(manifest) });
    const { folder } = await archive(effects);
    const metadata = new TextDecoder().decode(effects.written.get(`${folder}/${ITEM}/元数据.xml`));
    expect(metadata).toContain('<主送>演示单位</主送>');
    expect(metadata).toContain('<抄送>演示成员</抄送>');
    expect(metadata).toContain('<主送机关>演示单位</主送机关>');
  });

  it('leaves out the copies that the office prints', async () => {
    const effects = world({ [`${OUT}/打印版/${NAME}.pdf`]: '%PDF-1.7' });
    const { diagnostics, folder } = await archive(effects);
    expect(diagnostics).toEqual([]);
    expect([...effects.written.keys()].filter((path) => path.startsWith(folder))).not.toEqual([]);
    expect([...effects.written.keys()].some((path) => path.includes('打印版'))).toBe(false);
  });
});

describe('nothing is written, and everything missing is said at once', () => {
  async function refused(overlay: Record<string, string | Uint8Array | undefined>): Promise<Diagnostic[]> {
    const effects = world(overlay);
    const { diagnostics, zip } = await archive(effects);
    expect(zip).toBe('');
    expect([...effects.written.keys()]).toEqual([]);
    return diagnostics;
  }

  it('when the settings are as the repository has them: blank', async () => {
    const blank = readFileSync(join(REPOSITORY, SETTINGS));
    const found = await refused({ [SETTINGS]: new Uint8Array(blank) });
    expect(codes(found)).toEqual([...Array(5).fill('settingMissing'), 'documentsUnfiled']);
    const text = found.map((d) => d.message + d.hints.join('')).join('\n');
    for (const word of [
      '全宗号',
      '全宗名称',
      '立档单位名称',
      '机构或问题',
      '类别',
      '档号',
      '成文日期',
      '署名',
    ])
      expect(text).toContain(word);
    expect(found.every((d) => d.at?.file === SETTINGS)).toBe(true);
  });

  it('when a name is no beginning of one document, with those that it may mean', async () => {
    const named = (name: string): string => FILLED.replace('["*"]', `["${name}"]`);
    const begun = await archive(world({ [SETTINGS]: named('04工作进展') }));
    expect(codes(begun.diagnostics)).not.toContain('itemNamesNothing');
    expect(begun.zip).not.toBe('');
    const wrong = (await refused({ [SETTINGS]: named('04进展') })).find((d) => d.code === 'itemNamesNothing');
    expect(wrong?.hints).toEqual(['是不是想写“04工作进展情况报告（2022年三季度）”？']);
  });

  it('when an item is filed without its fields', async () => {
    const bare = 'periods: { 2022Q3: { items: [{ documents: ["*"] }] } }';
    const fields = (await refused({ [SETTINGS]: bare })).filter((d) => d.code === 'itemFieldMissing');
    for (const word of ['档号', '成文日期', '署名', '保管期限', '密级'])
      expect(fields.some((d) => d.message.includes(word))).toBe(true);
  });

  it('when there are neither settings nor outputs', async () => {
    const found = await refused({ [SETTINGS]: undefined, [`${OUT}/manifest.json`]: undefined });
    expect(codes(found)).toEqual(['nothingBuilt', 'archiveSettingsMissing']);
    expect(found.at(-1)?.hints[0]).toContain('data/2022/archive.yaml');
  });

  it.each([
    ['the whole is 秘密', 'secrecy: 内部', 'secrecy: 秘密★5年'],
    ['the whole is 机密', 'secrecy: 内部', 'secrecy: 机密'],
  ])('when %s', async (_, before, put) => {
    const found = await refused({ [SETTINGS]: FILLED.replace(before, put) });
    expect(codes(found)).toContain('secretRefused');
    expect(found.find((d) => d.code === 'secretRefused')?.message).toContain('不予归档');
  });

  it.each<[string, string, (manifest: Manifest) => void]>([
    ['a document is marked 秘密', 'secretRefused', (m) => m.builds[0]?.files[0]?.marks.push('秘密★1年')],
    ['it is a draft', 'draftNotArchived', (m) => edit(m, { draft: true })],
    ['another version built it', 'builtByOther', (m) => void Object.assign(m, { version: '0.0.1' })],
    [
      'the printed date differs',
      'printedOtherwise',
      (m) => edit(m, { elements: { 成文日期: '2022年10月9日' } }, 1),
    ],
    ['a file is not as it was built', 'outputChanged', (m) => edit(m, { sha256: '0'.repeat(64) })],
    ['a file is gone', 'outputMissing', (m) => edit(m, { path: '没有.pdf' })],
  ])('when %s', async (_, code, change) => {
    const manifest = built();
    change(manifest);
    expect(codes(await refused({ [`${OUT}/manifest.json`]: JSON.stringify(manifest) }))).toContain(code);
  });

  it('when the data have changed since, and says which', async () => {
    const rules = readFileSync(join(REPOSITORY, 'data/2022/rules.yaml'), 'utf8');
    const changed = await refused({ 'data/2022/rules.yaml': `${rules}\n# 改` });
    expect(changed.map((d) => d.message)).toEqual([expect.stringContaining('data/2022/rules.yaml')]);
    const added = await refused({ 'data/2022/submissions/2022Q3/省卫健委.yaml': 'unit: 省卫健委\n' });
    expect(added.map((d) => d.message)).toEqual([expect.stringContaining('data/2022/submissions/2022Q3/')]);
  });

  it('but not for what has come in since for later periods, or was settled of the archive itself', async () => {
    const later = {
      'data/2022/projects/returns/2023-01/南昌市.csv': '后来',
      'data/2022/submissions/2022Q4/新.yaml': '后来',
      'data/2022/acknowledgements/cities-2022Q4.yaml': '后来',
      'data/2022/说明.txt': '后来',
    };
    expect((await archive(world(later))).diagnostics).toEqual([]);
  });

  it('when an item of several documents has no title, but not when all but one are excluded', async () => {
    const manifest = built();
    const other = new Map([...outputs].map(([path, bytes]) => [path.replace(NAME, '其他'), bytes]));
    for (const build of manifest.builds)
      build.files.push(...build.files.map((file) => ({ ...file, path: file.path.replace(NAME, '其他') })));
    const two = { ...Object.fromEntries(other), [`${OUT}/manifest.json`]: JSON.stringify(manifest) };
    const untitled = await refused(two);
    expect(untitled.map((d) => d.message)).toEqual(['第1件没有填写题名（title）。']);
    const effects = world({ ...two, [SETTINGS]: FILLED.replace('items:', 'excluded: [其他]\n    items:') });
    const { diagnostics, folder } = await archive(effects);
    expect(diagnostics).toEqual([]);
    const readme = new TextDecoder().decode(effects.written.get(`${folder}/其他/归档说明.TXT`));
    expect(readme).toContain('不归档的文稿：其他');
    expect([...effects.written.keys()].some((path) => path.endsWith('/其他.pdf'))).toBe(false);
    // Somebody goes on writing in minutes that are not archived.
    await effects.write(`${OUT}/其他.docx`, new TextEncoder().encode('手改'));
    expect((await archive(effects)).diagnostics).toEqual([]);
    await effects.write(`${OUT}/${NAME}.docx`, new TextEncoder().encode('手改'));
    expect(codes((await archive(effects)).diagnostics)).toEqual(['outputChanged']);
  });

  it('but not for letters that are excluded, whatever has become of them since', async () => {
    const manifest = built();
    const [letter] = manifest.builds.flatMap(({ files }) => files);
    if (!letter) throw new Error('nothing was built');
    const path = '催报函/省某厅.docx';
    const outdated = [{ path: 'data/2022/units.yaml', sha256: '0'.repeat(64) }];
    manifest.builds.push({ ...manifest.builds[0], inputs: outdated, files: [{ ...letter, path }] } as never);
    const letters = { [`${OUT}/manifest.json`]: JSON.stringify(manifest), [`${OUT}/${path}`]: '改过' };
    expect((await refused(letters)).map(({ code }) => code)).toContain('inputsChanged');
    const left = FILLED.replace('items:', 'excluded: [催报函/]\n    items:');
    for (const more of [
      {},
      { [`${OUT}/${path}`]: undefined },
      { [`${OUT}/催报函/省某厅（原件）.docx`]: '发出' },
    ]) {
      const effects = world({ ...letters, [SETTINGS]: left, ...more });
      const { diagnostics, zip } = await archive(effects);
      expect(diagnostics).toEqual([]);
      expect((await verifyArchive(zip, effects)).diagnostics).toEqual([]);
    }
  });

  it('when something else lies where the package would be', async () => {
    const found = await refused({ [`${TO}/别的.docx`]: '内容' });
    expect(found.map((d) => d.code)).toEqual(['placeTaken']);
  });

  it('but not for what file managers and open papers leave behind', async () => {
    const effects = world({ [SETTINGS]: FILLED, [`${TO}/.DS_Store`]: 'x', [`${OUT}/~$甲.docx`]: 'x' });
    const { diagnostics } = await archive(effects);
    expect(diagnostics.filter(({ code }) => ['placeTaken', 'outputUnknown'].includes(code))).toEqual([]);
  });

  it('when a file of unknown origin lies among the outputs', async () => {
    const found = await refused({ [`${OUT}/旧稿.pdf`]: '%PDF-1.7' });
    expect(found.map((d) => [d.code, d.at?.file])).toEqual([['outputUnknown', `${OUT}/旧稿.pdf`]]);
  });

  it('when a paper changed by hand lies beside what took its place, and says what it is', async () => {
    const found = await refused({ [`${OUT}/甲（手改稿2）.docx`]: 'PK' });
    expect(found.map((d) => d.code)).toEqual(['outputAside']);
    expect(found[0]?.hints[0]).toContain('移到别的文件夹');
  });

  it.each([
    [
      'the same 档号 stands twice',
      `      - { documents: [甲], number: ${NUMBER}, date: 2022-10-12, signed: 乙 }`,
      'numberTwice',
    ],
    [
      'another period has the 档号',
      `  2022Q2:\n    items: [{ documents: ["*"], number: ${NUMBER}, date: 2022-07-12, signed: 乙 }]`,
      'numberTwice',
    ],
    [
      'a document is not there',
      '      - { documents: [没有], number: A, date: 2022-10-12, signed: 乙 }',
      'itemNamesNothing',
    ],
    [
      'a 档号 is no name for a folder',
      '      - { documents: [], number: A/B, date: 2022-10-12, signed: 乙 }',
      'numberUnusable',
    ],
    [
      'a 档号 is the name of a device to Windows',
      '      - { documents: [], number: nul, date: 2022-10-12, signed: 乙 }',
      'numberUnusable',
    ],
  ])('when %s', async (_, line, code) => {
    expect(codes(await refused({ [SETTINGS]: `${FILLED}${line}\n` }))).toContain(code);
  });
});

/** The DOCX comes first, then the PDF. */
function edit(manifest: Manifest, change: Partial<ManifestFile>, index = 0): void {
  Object.assign(manifest.builds[0]?.files[index] ?? {}, change);
}

it('a class named like a way out of the package stays a folder in it', () => {
  const subject = { settings: { class: { name: '../..' } } } as PackageSubject;
  const path = itemFolder({ number: '1', year: 2022 } as ArchiveItem, subject);
  expect(path).toBe('电子档案/2022/.._/1');
});

it('the program knows its version', () => {
  const own = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as { version: string };
  expect(VERSION).toBe(own.version);
});
