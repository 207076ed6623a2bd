/** 元数据.xml of an item (DA/T 46-2009, GB/T 33480-2016), and 文件目录.XML of the package. */
import { formatDate } from '../base/chinese/date.ts';
import { digestOf } from '../base/digest.ts';
import { asFileName } from '../base/file-name.ts';
import { VERSION } from '../base/version.ts';
import type { ArchiveSettings } from '../model/archive/archive.ts';
import { type ArchiveItem, commonElements, type OutputFile } from './items.ts';
import { OFFICIAL_ELEMENTS } from './schemas.ts';
import { element, textElement, type XmlElement } from './xml.ts';

/** What is the same for all items of a package. */
export interface PackageSubject {
  settings: ArchiveSettings;
  /** 2022年三季度 */
  period: string;
  /** ISO date that the files carry. */
  date: string;
  /** 归档日期, ISO; '' when left open. */
  archivedOn: string;
  /** Documents that the archivist leaves out, as named by him. */
  excluded: readonly string[];
}

/** Folder of an item below the package. */
export function itemFolder(item: ArchiveItem, { settings }: PackageSubject): string {
  return `电子档案/${item.year}/${asFileName(settings.class.name)}/${item.number}`;
}

/** A child for each value that is there. */
const fields = (values: Record<string, string>): XmlElement[] =>
  Object.entries(values).flatMap(([name, text]) => (text === '' ? [] : [textElement(name, text)]));

/** 格式信息, by extension. */
export const FORMATS: Record<string, string> = {
  pdf: 'PDF/A-2a（ISO 19005-2）',
  docx: 'Office Open XML 文档（ISO/IEC 29500）',
  xlsx: 'Office Open XML 工作簿（ISO/IEC 29500）',
};
/** In small letters, without the dot. */
export const extensionOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1).toLowerCase();
/** 稿本 of an item, as it has them. */
const VERSIONS: Record<string, string> = { pdf: '正本（PDF）', docx: '定稿（DOCX）' };
/** Kinds of file, each once. */
export const extensionsOf = (paths: readonly string[]): string[] => [...new Set(paths.map(extensionOf))];
const PROGRAM = `diaodu ${VERSION}`;

/** 元数据.xml of an item, by DA/T 46-2009; what is open is left out. Order and names are those of the standard. */
export function metadataOf(item: ArchiveItem, subject: PackageSubject): XmlElement {
  const { settings } = subject;
  const { fonds, repository } = settings;
  const id = electronicNumber(item);
  return element(
    '元数据',
    [
      textElement('聚合层次', '件'),
      element(
        '来源',
        fields({
          档案馆名称: repository.name,
          档案馆代码: repository.code,
          全宗名称: fonds.name,
          立档单位名称: fonds.creator,
        }),
      ),
      textElement('电子文件号', id),
      archivalNumber(item, settings),
      content(item),
      form(item),
      ...item.files.map((file) => electronic(file)),
      element('电子签名', [textElement('签名状态', '未签章')]),
      element('存储位置', [textElement('当前位置', itemFolder(item, subject))]),
      element('权限管理', [textElement('控制标识', secrecyOf(item).level)]),
      ...fields({ 附注: remarkOf(item, settings) }),
      element('公文元素', officialElements(item, id)),
      element('机构人员实体', fields({ 机构人员类型: '机构', 机构人员名称: fonds.creator })),
      ...business(subject),
    ],
    { 标准: 'DA/T 46-2009 GB/T 33480-2016' },
  );
}

/** 秘密★10年 → 密级 and 保密期限. */
function secrecyOf({ secrecy }: ArchiveItem): { level: string; term: string } {
  const [level = '', term = ''] = secrecy.split('★');
  return { level, term };
}

const remarkOf = ({ note }: ArchiveItem, { demo }: ArchiveSettings): string =>
  [demo ? '演示数据' : '', note].filter(Boolean).join('；');

function archivalNumber(item: ArchiveItem, { fonds, class: group }: ArchiveSettings): XmlElement {
  return element(
    '档号',
    fields({
      档号值: item.number,
      全宗号: fonds.number,
      目录号: group.catalogue,
      年度: String(item.year),
      保管期限: item.retention,
      机构或问题: group.section,
      类别号: group.code,
    }),
  );
}

/** 内容描述: what it is about, whom it comes from and goes to. */
function content(item: ArchiveItem): XmlElement {
  const records = item.files.map(({ record }) => record);
  const keywords = [...new Set(records.flatMap((record) => record.keywords))];
  const printed = commonElements(item.files);
  const { level, term } = secrecyOf(item);
  return element('内容描述', [
    textElement('题名', item.title),
    ...keywords.map((word) => textElement('关键词', word)),
    ...fields({
      摘要: records[0]?.subject ?? '',
      文件编号: item.documentNumber,
      责任者: item.signed,
      日期: item.date,
      文种: item.genre,
      主送: printed['主送机关'] ?? '',
      抄送: printed['抄送机关'] ?? '',
      密级: level,
      保密期限: term,
    }),
  ]);
}

/** 形式特征; pages are counted in the 正本, of which the DOCX is another copy. */
function form({ files }: ArchiveItem): XmlElement {
  const records = files.map(({ record }) => record);
  const pages = records
    .filter(({ path }) => extensionOf(path) === 'pdf')
    .reduce((sum, record) => sum + (record.pages ?? 0), 0);
  return element(
    '形式特征',
    fields({
      文件组合类型: records.length > 1 ? '组合文件' : '单份文件',
      件数: '1',
      页数: String(pages),
      语种: '中文',
      稿本: extensionsOf(records.map(({ path }) => path))
        .map((extension) => VERSIONS[extension] ?? extension)
        .join('、'),
    }),
  );
}

/** The same for the same content. */
function electronicNumber(item: ArchiveItem): string {
  const digests = item.files.map(({ record }) => record.sha256).join('');
  return `${item.year}-${digestOf(new TextEncoder().encode(digests)).slice(0, 16)}`;
}

function electronic({ record, bytes }: OutputFile): XmlElement {
  const extension = extensionOf(record.path);
  return element(
    '电子属性',
    fields({
      格式信息: FORMATS[extension] ?? extension,
      计算机文件名: record.path,
      计算机文件大小: `${bytes.length}`,
      数字摘要算法: 'SHA-256',
      数字摘要: digestOf(bytes),
      文档创建程序: PROGRAM,
      信息系统描述: '专题调度文稿生成程序，文稿由数据和模板自动生成',
    }),
  );
}

/** What the archivist wrote goes before what is printed; they were compared before. */
function officialElements(item: ArchiveItem, id: string): XmlElement[] {
  const values: Record<string, string> = {
    ...commonElements(item.files),
    公文标识: id,
    文种: item.genre,
    发文字号: item.documentNumber,
    标题: item.title,
    发文机关或签发人署名: item.signed,
    成文日期: formatDate(item.date),
  };
  return OFFICIAL_ELEMENTS.flatMap((name) => (values[name] ? [textElement(name, values[name])] : []));
}

function business({ date, archivedOn, settings }: PackageSubject): XmlElement[] {
  const entity = (act: string, when: string, what: string): XmlElement =>
    element('业务实体', fields({ 业务状态: '已完成', 业务行为: act, 行为时间: when, 行为描述: what }));
  const made = entity('形成', date, `${PROGRAM} 由数据快照生成；时间为文件所载日期`);
  if (archivedOn === '') return [made];
  return [made, entity('归档', archivedOn, `由${settings.fonds.creator}归档`)];
}

/** One entry for each file of each item. */
export function catalogueOf(items: readonly ArchiveItem[], subject: PackageSubject): XmlElement {
  const entries = items.flatMap((item) => item.files.map((file) => ({ item, file })));
  return element(
    '文件目录',
    entries.map(({ item, file }, index) =>
      element('文件', [
        textElement('顺序号', String(index + 1)),
        textElement('档号', item.number),
        textElement('责任者', item.signed),
        textElement('题名', file.record.title),
        textElement('日期', item.date),
        textElement('密级', item.secrecy),
        textElement('电子档案名称', `${itemFolder(item, subject)}/${file.record.path}`),
        textElement('备注', remarkOf(item, subject.settings)),
      ]),
    ),
  );
}
