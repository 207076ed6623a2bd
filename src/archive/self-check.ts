/**
 * The self-check on 真实性, 完整性, 可用性 and 安全性, after DA/T 70-2018: computed from the files that go into the package. What
 * the program cannot check it says it has not.
 */
import { formatDate } from '../base/chinese/date.ts';
import { someOf } from '../base/chinese/some-of.ts';
import { digestOf } from '../base/digest.ts';
import type { BuildInput, Scope } from '../model/archive/manifest.ts';
import { SNAPSHOT } from './agreement.ts';
import type { ArchiveItem } from './items.ts';
import type { Package } from './lists.ts';
import { extensionOf, itemFolder, type PackageSubject } from './metadata.ts';
import { officeFacts } from './office-file.ts';
import { CATALOGUE, faultOf, METADATA } from './schemas.ts';
import { partDigest } from './watch.ts';
import { readXml, textAt } from './xml.ts';

export const PROPERTIES = ['真实性', '完整性', '可用性', '安全性'] as const;
export type Property = (typeof PROPERTIES)[number];

export interface Finding {
  property: Property;
  what: string;
  result: '通过' | '不通过' | '未检测';
  /** What was compared, with counts; or what is wrong. */
  detail: string;
}

/** What the PDF says of itself; undefined when it can't be opened. */
export interface PdfReport {
  pages: number;
  title: string;
  pdfa: string;
  tagged: boolean;
  encrypted: boolean;
  notEmbedded: readonly string[];
  active: readonly string[];
}

export interface CheckedPackage {
  content: Package;
  items: readonly ArchiveItem[];
  subject: PackageSubject;
  /** Inputs of the builds, for the snapshot, and what counts of them. */
  inputs: readonly BuildInput[];
  scope: Pick<Scope, 'partOf'>;
  /** Path in the package → what the PDF says. */
  pdfs: ReadonlyMap<string, PdfReport | undefined>;
}

const EXECUTABLE = /\.(?:exe|com|bat|cmd|msi|scr|dll|vbs|js|mjs|jar|ps1|sh|lnk|hta)$/i;
/** With the folder that a package is unpacked into, Windows takes 260. */
const LONGEST_PATH = 200;

/** All checks on a package that is about to be written, property by property; what fails is told in its finding. */
export function selfCheck(checked: CheckedPackage): Finding[] {
  return [...authenticity(checked), ...completeness(checked), ...usability(checked), ...security(checked)];
}

/** Passed when `faults` is empty. */
function finding(property: Property, what: string, detail: string, faults: readonly string[]): Finding {
  const shown = someOf(faults, 5, '处', '；');
  return { property, what, result: faults.length > 0 ? '不通过' : '通过', detail: shown || detail };
}

function files({ items, subject, content }: CheckedPackage) {
  return items.flatMap((item) =>
    item.files.map(({ record }) => {
      const path = `${itemFolder(item, subject)}/${record.path}`;
      return { item, record, path, bytes: content.get(path), extension: extensionOf(record.path) };
    }),
  );
}

function authenticity(checked: CheckedPackage): Finding[] {
  const all = files(checked);
  const changed = all.filter(({ bytes, record }) => !bytes || digestOf(bytes) !== record.sha256);
  const read = checked.inputs.filter(({ path, sha256 }) => sha256 && !path.endsWith('/'));
  const strange = read.filter(({ path, sha256 }) => {
    const bytes = checked.content.get(`${SNAPSHOT}/${path}`);
    return !bytes || partDigest(path, bytes, checked.scope) !== sha256;
  });
  const titles = all.filter(({ path, record }) => {
    const pdf = checked.pdfs.get(path);
    return pdf && pdf.title !== record.title;
  });
  const metadata = checked.items.flatMap((item) => {
    const folder = itemFolder(item, checked.subject);
    const found = readXml(checked.content.get(`${folder}/元数据.xml`) ?? new Uint8Array());
    const root = 'root' in found ? found.root : undefined;
    const agrees =
      textAt(root, '档号', '档号值') === item.number &&
      textAt(root, '内容描述', '日期') === item.date &&
      textAt(root, '公文元素', '成文日期') === formatDate(item.date);
    return agrees ? [] : [`${item.number} 的元数据与归档信息不一致`];
  });
  const path = (one: { path: string }): string => one.path;
  return [
    finding(
      '真实性',
      '文稿与生成时一致',
      `${all.length}个文件的 SHA-256 摘要与生成清单相符`,
      changed.map(path),
    ),
    finding(
      '真实性',
      '数据与生成时一致',
      `${read.length}个数据和模板文件的摘要与生成清单相符`,
      strange.map(path),
    ),
    finding('真实性', '题名一致', 'PDF 内载题名与生成清单相符', titles.map(path)),
    finding('真实性', '元数据与内容一致', `${checked.items.length}件的档号、日期与归档信息相符`, metadata),
    {
      property: '真实性',
      what: '电子签名',
      result: '未检测',
      detail: '文件未签章，真实性由摘要和移交手续保证',
    },
  ];
}

function completeness(checked: CheckedPackage): Finding[] {
  const all = files(checked);
  const lost = all.filter(({ bytes }) => !bytes).map(({ path }) => path);
  const stems = new Set(all.map(({ path }) => path.replace(/\.[^.]+$/, '')));
  const single = [...stems].filter((stem) => !all.some(({ path }) => path === `${stem}.pdf`));
  const catalogue = readXml(checked.content.get('文件目录.XML') ?? new Uint8Array());
  const listed =
    'root' in catalogue ? catalogue.root.children.map((entry) => textAt(entry, '电子档案名称')) : [];
  const unlisted = all.filter(({ path }) => !listed.includes(path)).map(({ path }) => path);
  const shapes = checked.items.flatMap((item) => {
    const found = readXml(
      checked.content.get(`${itemFolder(item, checked.subject)}/元数据.xml`) ?? new Uint8Array(),
    );
    const fault = 'root' in found ? faultOf(found.root, METADATA) : found.reason;
    return fault ? [`${item.number}：${fault}`] : [];
  });
  const numbers = checked.items.map((item) => item.number);
  return [
    finding('完整性', '件数和文件数', `${numbers.length}件、${all.length}个文件齐全`, lost),
    finding('完整性', '正本齐全', `${stems.size}份文稿均有 PDF 正本`, single),
    finding('完整性', '目录与文件对应', `文件目录列${listed.length}个文件，与实际相符`, [
      ...unlisted,
      ...(listed.length === all.length ? [] : ['目录条数与文件数不同']),
    ]),
    finding(
      '完整性',
      '档号不重复',
      `${numbers.length}个档号互不相同`,
      numbers.filter((n, i) => numbers.indexOf(n) !== i),
    ),
    finding('完整性', '元数据必填项', `${numbers.length}件的必填项均已著录`, shapes),
  ];
}

function usability(checked: CheckedPackage): Finding[] {
  const all = files(checked);
  const pdfs = all.filter(({ extension }) => extension === 'pdf');
  const closed = pdfs.filter(({ path }) => !checked.pdfs.get(path)).map(({ path }) => path);
  const pages = pdfs.filter(({ path, record }) => checked.pdfs.get(path)?.pages !== record.pages);
  const standard = pdfs.filter(({ path }) => {
    const pdf = checked.pdfs.get(path);
    return pdf?.pdfa !== '2A' || !pdf.tagged;
  });
  const fonts = pdfs.flatMap(({ path }) =>
    (checked.pdfs.get(path)?.notEmbedded ?? []).map((f) => `${path} 的${f}`),
  );
  const office = officePaths(checked).flatMap(([path, bytes]) => {
    const { fault } = officeFacts(bytes);
    return fault ? [`${path}：${fault}`] : [];
  });
  const xml = [...checked.content].flatMap(([path, bytes]) => {
    if (!/\.xml$/i.test(path) || path.startsWith(SNAPSHOT)) return [];
    const read = readXml(bytes);
    const fault =
      'reason' in read ? read.reason : path === '文件目录.XML' ? faultOf(read.root, CATALOGUE) : '';
    return fault ? [`${path}：${fault}`] : [];
  });
  const long = [...checked.content.keys()].filter((path) => path.length > LONGEST_PATH);
  return [
    finding('可用性', 'PDF 可以打开', `${pdfs.length}个 PDF 均能打开，页数与生成清单相符`, [
      ...closed,
      ...pages.map(({ path }) => `${path} 页数不符`),
    ]),
    finding(
      '可用性',
      '长期保存格式',
      `${pdfs.length}个 PDF 均标明 PDF/A-2a 并带结构标记`,
      standard.map(({ path }) => path),
    ),
    finding('可用性', '字体嵌入', `${pdfs.length}个 PDF 所用字体全部嵌入`, fonts),
    finding('可用性', 'Office 文件完整', `${officePaths(checked).length}个 DOCX、XLSX 结构完整`, office),
    finding('可用性', 'XML 合法', '目录和元数据格式良好，符合所附结构规定', xml),
    finding('可用性', '路径长度', `最长路径不超过${LONGEST_PATH}字`, long),
  ];
}

/** Documents and tables that the program made; what units sent in stays as it came. */
const officePaths = ({ content }: CheckedPackage): [string, Uint8Array][] =>
  [...content].filter(([path]) => /\.(?:docx|xlsx)$/i.test(path) && !path.startsWith(SNAPSHOT));

function security(checked: CheckedPackage): Finding[] {
  const pdfs = [...checked.pdfs].flatMap(([path, pdf]) => (pdf ? [{ path, pdf }] : []));
  const active = pdfs
    .filter(({ pdf }) => pdf.active.length > 0)
    .map(({ path, pdf }) => `${path} 含${pdf.active.join('、')}`);
  const locked = pdfs.filter(({ pdf }) => pdf.encrypted).map(({ path }) => path);
  const office = officePaths(checked).flatMap(([path, bytes]) => {
    const { macros, embedded, external } = officeFacts(bytes);
    return macros || embedded || external.length > 0 ? [`${path} 含宏、嵌入对象或外部链接`] : [];
  });
  const programs = [...checked.content.keys()].filter((path) => EXECUTABLE.test(path));
  const macros = [...checked.content.keys()].filter((path) => /\.(?:xlsm|docm|xls|doc)$/i.test(path));
  const received =
    macros.length > 0 ? `；数据快照中有可能带宏的报表${macros.length}份，按收到时原样保存` : '';
  return [
    finding('安全性', '无脚本、外部链接和嵌入文件', `${pdfs.length}个 PDF 均无`, active),
    finding('安全性', '未加密', `${pdfs.length}个 PDF 均未加密`, locked),
    finding('安全性', '无宏', 'DOCX、XLSX 无宏、无嵌入对象、无外部链接', office),
    finding('安全性', '无可执行文件', `包内没有可执行文件${received}`, programs),
    finding(
      '安全性',
      '密级',
      '各件均为公开或内部',
      checked.items.filter((i) => /密/.test(i.secrecy)).map((i) => i.number),
    ),
    {
      property: '安全性',
      what: '病毒',
      result: '未检测',
      detail: '本程序不含病毒库，移交前请用杀毒软件检测',
    },
  ];
}
