/** Whether a package tells the same of its documents and data in all places: catalogue, metadata, the list of what was built. */
import type { Diagnostic } from '../base/diagnostic.ts';
import { digestOf } from '../base/digest.ts';
import * as messages from '../base/messages/archive.ts';
import { builtSchema } from '../model/archive/manifest.ts';
import { PACKED_MANIFEST } from '../model/archive/outputs.ts';
import { jsonRecord } from './json-record.ts';
import type { Package } from './lists.ts';
import { textAt, type XmlElement } from './xml.ts';

export const SNAPSHOT = '其他/数据快照';
const CATALOGUE_FILE = '文件目录.XML';

/** Its digest in the list is of the part that the period is told, which another program may cut out otherwise. */
const IN_PART = /^data\/\d{4}\/office\.yaml$/;

/**
 * In: the roots that can be read; `items`: folder of an item → its metadata.
 * @param known files of which something is told already
 */
export function disagreements(
  files: Package,
  catalogue: XmlElement | undefined,
  items: ReadonlyMap<string, XmlElement>,
  known: ReadonlySet<string>,
): Diagnostic[] {
  const told = (catalogue?.children ?? []).flatMap((entry) => entryDiffers(entry, items));
  const bytes = files.get(PACKED_MANIFEST);
  return bytes ? [...told, ...builtDiffers(bytes, files, catalogue, items, known)] : told;
}

/** The folder of an item that a file lies in. */
const itemOf = (path: string, items: ReadonlyMap<string, unknown>): string | undefined =>
  [...items.keys()].find((folder) => path.startsWith(`${folder}/`));

function entryDiffers(entry: XmlElement, items: ReadonlyMap<string, XmlElement>): Diagnostic[] {
  const path = textAt(entry, '电子档案名称');
  const metadata = items.get(itemOf(path, items) ?? '');
  if (!metadata) return [];
  const pairs: [name: string, catalogued: string, described: string][] = [
    ['档号', textAt(entry, '档号'), textAt(metadata, '档号', '档号值')],
    ['责任者', textAt(entry, '责任者'), textAt(metadata, '内容描述', '责任者')],
    ['日期', textAt(entry, '日期'), textAt(metadata, '内容描述', '日期')],
    ['密级', textAt(entry, '密级').replace(/★.*$/, ''), textAt(metadata, '内容描述', '密级')],
  ];
  return pairs
    .filter(([, catalogued, described]) => catalogued !== described)
    .map(([name, catalogued, described]) =>
      messages.catalogueDiffers(
        CATALOGUE_FILE,
        `“${path}”的${name}写的是“${catalogued}”，该件的 元数据.xml 写的是“${described}”`,
      ),
    );
}

function builtDiffers(
  bytes: Uint8Array,
  files: Package,
  catalogue: XmlElement | undefined,
  items: ReadonlyMap<string, XmlElement>,
  known: ReadonlySet<string>,
): Diagnostic[] {
  const builds = jsonRecord(bytes, builtSchema)?.builds;
  if (!builds) return [messages.builtUnreadable(PACKED_MANIFEST)];
  const made = new Map(builds.flatMap((build) => build.files).map((file) => [file.path, file]));
  const titles = new Map(
    (catalogue?.children ?? []).map((entry) => [textAt(entry, '电子档案名称'), textAt(entry, '题名')]),
  );
  const differ = (what: string): Diagnostic => messages.catalogueDiffers(PACKED_MANIFEST, what);
  const documents = [...files].flatMap(([path, content]) => {
    const folder = itemOf(path, items);
    const name = folder === undefined ? '' : path.slice(folder.length + 1);
    if (folder === undefined || name === '元数据.xml' || known.has(path)) return [];
    const record = made.get(name);
    if (!record) return [differ(`没有列出“${path}”`)];
    const title = titles.get(path);
    return [
      ...(record.sha256 === digestOf(content) ? [] : [differ(`所记的“${path}”的摘要不符`)]),
      ...(title === undefined || title === record.title
        ? []
        : [differ(`“${path}”的题名是“${record.title}”，${CATALOGUE_FILE} 写的是“${title}”`)]),
    ];
  });
  const data = builds.flatMap(({ inputs }) =>
    inputs.flatMap(({ path, sha256 }) => {
      const content = files.get(`${SNAPSHOT}/${path}`);
      if (!sha256 || path.endsWith('/') || IN_PART.test(path)) return [];
      if (known.has(`${SNAPSHOT}/${path}`)) return [];
      if (!content) return [differ(`所记的“${SNAPSHOT}/${path}”不在包内`)];
      return digestOf(content) === sha256 ? [] : [differ(`所记的“${SNAPSHOT}/${path}”的摘要不符`)];
    }),
  );
  return [...documents, ...data];
}
