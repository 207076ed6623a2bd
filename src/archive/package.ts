/** Everything that goes into the package, in memory: the folder and the zip are made of it. */
import { PACKED_MANIFEST } from '../model/archive/outputs.ts';
import { SNAPSHOT } from './agreement.ts';
import { addLists, type Package } from './lists.ts';
import { catalogueOf, extensionsOf, itemFolder, metadataOf, type PackageSubject } from './metadata.ts';
import { CATALOGUE, METADATA, schemaFile } from './schemas.ts';
import { type CheckedPackage, type Finding, selfCheck } from './self-check.ts';
import * as texts from './texts.ts';
import { writeXml } from './xml.ts';

export interface PackageParts extends Omit<CheckedPackage, 'content'> {
  /** Workspace path → bytes: what the build read, and the register and originals of the period's returns. */
  snapshot: Package;
  /** Path below 其他/ → bytes: 台账/台账.xlsx, 图表数据/图表数据.xlsx. */
  workbooks: Package;
  /** manifest.json as the builds left it. */
  manifest: Uint8Array;
  software: { producers: string[]; fonts: string[] };
}

/** Out: the package with its lists, and the findings of the self-check; a finding 不通过 means it must not be used. */
export function assemble(parts: PackageParts): { files: Package; findings: Finding[] } {
  const { items, subject } = parts;
  const content: Package = new Map();
  for (const item of items) {
    const folder = itemFolder(item, subject);
    for (const { record, bytes } of item.files) content.set(`${folder}/${record.path}`, bytes);
    content.set(`${folder}/元数据.xml`, writeXml(metadataOf(item, subject)));
  }
  content.set('文件目录.XML', writeXml(catalogueOf(items, subject)));
  const extensions = extensionsOf([
    ...items.flatMap((item) => item.files.map(({ record }) => record.path)),
    ...parts.workbooks.keys(),
  ]);
  content.set('说明文件.TXT', texts.carrierNote(items, sizeOf(content), extensions, subject));
  for (const [path, bytes] of parts.workbooks) content.set(`其他/${path}`, bytes);
  for (const [path, bytes] of parts.snapshot) content.set(`${SNAPSHOT}/${path}`, bytes);
  content.set(PACKED_MANIFEST, parts.manifest);
  for (const [name, bytes] of otherFiles(parts, extensions, subject)) content.set(`其他/${name}`, bytes);
  const findings = selfCheck({ ...parts, content });
  content.set('其他/自检报告.TXT', texts.selfCheckReport(findings, subject));
  return { files: addLists(content), findings };
}

function otherFiles(
  { items, software, workbooks }: PackageParts,
  extensions: readonly string[],
  subject: PackageSubject,
): Package {
  return new Map([
    ['归档说明.TXT', texts.readme(items, [...workbooks.keys()], subject)],
    ['移交与接收登记表.TXT', texts.transferForm(items, subject)],
    ['软件环境.TXT', texts.softwareNote(software, extensions)],
    ['元数据规范说明.TXT', texts.metadataNote()],
    ['xml-schema/文件目录.xsd', schemaFile(CATALOGUE)],
    ['xml-schema/元数据.xsd', schemaFile(METADATA)],
  ]);
}

const sizeOf = (files: Package): number => [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
