/** Holds a package against its own lists, catalogue and metadata. */
import { type Diagnostic, distinct } from '../base/diagnostic.ts';
import { digestOf } from '../base/digest.ts';
import * as messages from '../base/messages/archive.ts';
import { PACKED_MANIFEST } from '../model/archive/outputs.ts';
import { disagreements } from './agreement.ts';
import { LISTS, type Package, readList, sealOf } from './lists.ts';
import { officeFacts } from './office-file.ts';
import { CATALOGUE, faultOf, METADATA, type Shape, schemaFile } from './schemas.ts';
import { readXml, textAt, type XmlElement } from './xml.ts';

export interface Verified {
  /** Files and items that were looked at. */
  files: number;
  items: number;
  /** By which the package can be told from another that only claims to be it (lists.ts); '' when there is none. */
  seal: string;
  diagnostics: Diagnostic[];
}

const NOTHING = new Uint8Array();

const REQUIRED = [
  '说明文件.TXT',
  '文件目录.XML',
  '其他/归档说明.TXT',
  '其他/自检报告.TXT',
  PACKED_MANIFEST,
  '其他/xml-schema/文件目录.xsd',
  '其他/xml-schema/元数据.xsd',
  ...LISTS.map(({ path }) => path),
];

/** Whether anything of a package is there at all. */
export const isPackage = (files: Package): boolean => REQUIRED.some((path) => files.has(path));

/**
 * In: the files of a package, paths below its folder. Out: how much was looked at, and what of it is missing, changed,
 * unlisted or at odds with itself.
 */
export function verifyPackage(files: Package): Verified {
  const diagnostics = REQUIRED.flatMap((path) =>
    files.has(path) ? [] : [messages.packagePartMissing(path)],
  );
  diagnostics.push(...digests(files));
  const root = catalogue(files, diagnostics);
  const listed = new Set(root?.children.map((entry) => textAt(entry, '电子档案名称')));
  const metadata = [...files.keys()].filter((path) => /^电子档案\/.*\/元数据\.xml$/.test(path));
  const items = new Map<string, XmlElement>();
  for (const path of metadata) checkMetadata(path, files, items, diagnostics);
  const documents = [...files.keys()].filter(
    (path) => path.startsWith('电子档案/') && !metadata.includes(path),
  );
  for (const path of documents.filter((document) => !listed.has(document)))
    diagnostics.push(messages.catalogueDiffers('文件目录.XML', `没有列出“${path}”`));
  for (const path of [...listed].filter((document) => !files.has(document)))
    diagnostics.push(messages.catalogueDiffers('文件目录.XML', `列出的“${path}”不在包内`));
  for (const path of documents) diagnostics.push(...usable(path, files.get(path) ?? NOTHING));
  for (const [path, shape] of [
    ['其他/xml-schema/文件目录.xsd', CATALOGUE],
    ['其他/xml-schema/元数据.xsd', METADATA],
  ] as const) {
    const bytes = files.get(path);
    if (bytes && digestOf(bytes) !== digestOf(schemaFile(shape)))
      diagnostics.push(messages.schemaOther(path));
  }
  const known = new Set(diagnostics.map(({ at }) => at?.file ?? ''));
  diagnostics.push(...disagreements(files, root, items, known));
  return {
    files: files.size,
    items: metadata.length,
    seal: sealOf(files),
    diagnostics: distinct(diagnostics),
  };
}

/** Every file in both lists, every entry a file, every digest right; the second list covers the first. */
function digests(files: Package): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const lists = LISTS.flatMap(({ path, algorithm }) => {
    const bytes = files.get(path);
    if (!bytes) return [];
    const read = readList(bytes);
    if ('entries' in read) return [{ path, algorithm, entries: read.entries }];
    diagnostics.push(messages.listBroken(path, read.line));
    return [];
  });
  const own = LISTS.map(({ path }) => path);
  const known = new Set([...own, ...lists.flatMap(({ entries }) => [...entries.keys()])]);
  const added = new Set(
    lists.length === LISTS.length ? [...files.keys()].filter((file) => !known.has(file)) : [],
  );
  const renamed = new Set<string>();
  for (const { path, algorithm, entries } of lists) {
    const strange = new Map(
      [...added].map((file) => [digestOf(files.get(file) ?? NOTHING, algorithm), file]),
    );
    for (const [file, digest] of entries) {
      const bytes = files.get(file);
      if (!bytes && !renamed.has(file)) {
        const now = strange.get(digest);
        diagnostics.push(now === undefined ? messages.fileLost(file) : messages.fileRenamed(now, file));
        if (now === undefined) continue;
        renamed.add(file);
        added.delete(now);
      } else if (!bytes) continue;
      else if (digestOf(bytes, algorithm) !== digest)
        diagnostics.push(messages.digestDiffers(file, algorithm));
      for (const other of lists)
        if (other.path !== path && file !== other.path && !other.entries.has(file))
          diagnostics.push(messages.listsDiffer(file, path));
    }
  }
  diagnostics.push(...[...added].map(messages.fileAdded));
  const [first = '', last] = own;
  const second = lists.find(({ path }) => path === last);
  if (second && !second.entries.has(first)) diagnostics.push(messages.listsDiffer(first, '包内文件'));
  return diagnostics;
}

function parsed(
  path: string,
  files: Package,
  shape: Shape,
  diagnostics: Diagnostic[],
): XmlElement | undefined {
  const bytes = files.get(path);
  if (!bytes) return undefined;
  const read = readXml(bytes);
  if ('reason' in read) {
    diagnostics.push(messages.xmlBroken(path, read.line, read.reason));
    return undefined;
  }
  const fault = faultOf(read.root, shape);
  if (fault) diagnostics.push(messages.xmlAgainstSchema(path, fault));
  return read.root;
}

function catalogue(files: Package, diagnostics: Diagnostic[]): XmlElement | undefined {
  const root = parsed('文件目录.XML', files, CATALOGUE, diagnostics);
  for (const [index, entry] of root?.children.entries() ?? [])
    if (textAt(entry, '顺序号') !== String(index + 1))
      diagnostics.push(messages.catalogueDiffers('文件目录.XML', `第${index + 1}条的顺序号不对`));
  return root;
}

/** @param items takes the folder of the item and its metadata */
function checkMetadata(
  path: string,
  files: Package,
  items: Map<string, XmlElement>,
  diagnostics: Diagnostic[],
): void {
  const root = parsed(path, files, METADATA, diagnostics);
  if (!root) return;
  const folder = path.slice(0, path.lastIndexOf('/'));
  items.set(folder, root);
  const number = textAt(root, '档号', '档号值');
  if (!folder.endsWith(`/${number}`))
    diagnostics.push(messages.catalogueDiffers(path, `档号“${number}”与文件夹不同`));
  for (const attributes of root.children.filter(({ name }) => name === '电子属性')) {
    const file = `${folder}/${textAt(attributes, '计算机文件名')}`;
    const bytes = files.get(file);
    if (!bytes) diagnostics.push(messages.catalogueDiffers(path, `所记的“${file}”不在包内`));
    else if (
      String(bytes.length) !== textAt(attributes, '计算机文件大小') ||
      digestOf(bytes) !== textAt(attributes, '数字摘要')
    )
      diagnostics.push(messages.catalogueDiffers(path, `所记的“${file}”的大小或摘要不符`));
  }
}

/** Without opening: whole, and of the kind that its name says. */
function usable(path: string, bytes: Uint8Array): Diagnostic[] {
  if (path.endsWith('.pdf')) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    if (!text.startsWith('%PDF-1.') || !/%%EOF\s*$/.test(text))
      return [messages.fileUnusable(path, 'PDF 不完整')];
    if (!text.includes('<pdfaid:part>2</pdfaid:part>'))
      return [messages.fileUnusable(path, '没有标明 PDF/A-2')];
  }
  if (/\.(?:docx|xlsx)$/.test(path)) {
    const { fault } = officeFacts(bytes);
    if (fault) return [messages.fileUnusable(path, fault)];
  }
  return [];
}
