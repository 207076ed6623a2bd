/** The readable files of a package. Lines end as Windows wants them; a mark at the start tells editors that it is UTF-8. */
import { BLANK_DATE, orBlank } from '../base/chinese/blank.ts';
import { formatDate } from '../base/chinese/date.ts';
import { VERSION } from '../base/version.ts';
import { SNAPSHOT } from './agreement.ts';
import type { ArchiveItem } from './items.ts';
import { LISTS } from './lists.ts';
import { FORMATS, itemFolder, type PackageSubject } from './metadata.ts';
import { type Finding, PROPERTIES } from './self-check.ts';

const GAP = 8;
const gap = (text: string): string => orBlank(text, GAP);

function textFile(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}

const dayOrGap = (iso: string): string => (iso === '' ? BLANK_DATE : formatDate(iso));
const demoLine = ({ settings }: PackageSubject): string[] =>
  settings.demo ? ['【演示数据】本归档包的归档信息为演示而设，不是真实档案。', ''] : [];
const fileCount = (items: readonly ArchiveItem[]): number =>
  items.reduce((sum, item) => sum + item.files.length, 0);

/** What a package holds, by extension. */
const HELD: Record<string, string> = {
  pdf: 'PDF/A-2a（正本）',
  docx: 'DOCX（定稿）',
  xlsx: 'XLSX（数据表）',
};

/** 说明文件.TXT, one for each carrier. */
export function carrierNote(
  items: readonly ArchiveItem[],
  bytes: number,
  extensions: readonly string[],
  subject: PackageSubject,
): Uint8Array {
  const { fonds, repository, carrier } = subject.settings;
  const numbers = items.map((item) => item.number);
  return textFile([
    '说明文件',
    '',
    ...demoLine(subject),
    `档案馆名称：${gap(repository.name)}`,
    `全宗号：${fonds.number}`,
    `全宗名称：${fonds.name}`,
    `立档单位名称：${fonds.creator}`,
    `载体编号：${gap(carrier.number)}`,
    `载体类型和容量：${gap('')}`,
    `年度：${[...new Set(items.map(({ year }) => year))].join('、')}`,
    `起止档号：${numbers[0]}${numbers.length > 1 ? ` 至 ${numbers.at(-1)}` : ''}`,
    `件数：${items.length}件`,
    `电子文件数：${fileCount(items)}个`,
    `字节数：${bytes}`,
    `文件格式：${[...extensions.map((extension) => HELD[extension] ?? extension), 'XML（元数据、目录）'].join('、')}`,
    '阅读所需软件：任意 PDF 阅读软件；WPS Office、Microsoft Office 或 LibreOffice；文本编辑器',
    `归档日期：${dayOrGap(subject.archivedOn)}`,
    `制作人：${gap(carrier.maker)}`,
    `检查人：${gap(carrier.checker)}`,
    `保管单位：${gap(carrier.keeper)}`,
    '填写说明：空线处由移交、接收双方人工填写。',
  ]);
}

/** By the folder below 其他/ that they lie in. */
const WORKBOOKS: Record<string, string> = {
  台账: '本期台账（XLSX）',
  图表数据: '白皮书各图表的数据（XLSX）',
};

/** 归档说明.TXT: what this is and how to check it. `workbooks`: paths below 其他/. */
export function readme(
  items: readonly ArchiveItem[],
  workbooks: readonly string[],
  subject: PackageSubject,
): Uint8Array {
  return textFile([
    '归档说明',
    '',
    ...demoLine(subject),
    `本包由 diaodu ${VERSION} 根据${subject.period}的文稿和数据生成。`,
    `PDF、Word 文件属性中的日期（${formatDate(subject.date)}）是数据截止日或者生成时指定的日期，不是起草、印发的日期；成文日期由档案人员填写，见下。`,
    '',
    '一、内容',
    ...items.flatMap((item) => [
      `  档号 ${item.number}　《${item.title}》　${formatDate(item.date)}　${item.signed}　保管期限 ${item.retention}　密级 ${item.secrecy}`,
      `    位置：${itemFolder(item, subject)}/`,
      ...item.files.map(({ record }) => `    ${record.path}${record.pages ? `（${record.pages}页）` : ''}`),
    ]),
    ...(subject.excluded.length > 0 ? [`  档案人员定为不归档的文稿：${subject.excluded.join('、')}`] : []),
    '',
    '二、文件夹',
    '  说明文件.TXT、文件目录.XML　按《电子档案移交与接收办法》附件2',
    '  电子档案/　正本 PDF，有定稿 DOCX 的一并收入，每件一份 元数据.xml（DA/T 46-2009、GB/T 33480-2016 的元素名）',
    ...Object.entries(WORKBOOKS).flatMap(([folder, what]) =>
      workbooks.some((path) => path.startsWith(`${folder}/`)) ? [`  其他/${folder}/　${what}`] : [],
    ),
    `  ${SNAPSHOT}/　生成文稿所用的计划、规则、收到的报表（原样）、疑点确认、登记簿和模板`,
    '  其他/生成清单.json　文稿和所用数据的摘要',
    '  其他/自检报告.TXT　真实性、完整性、可用性、安全性自检',
    '  其他/xml-schema/　文件目录和元数据的结构规定',
    ...LISTS.map(({ path, algorithm }) => `  ${path}　每个文件的 ${algorithm} 摘要`),
    '',
    '三、核验',
    '  diaodu archive verify <归档包.zip 或文件夹>',
    '  没有本程序时，可用 sha256sum -c 或其他摘要工具按清单核对。',
    '',
    '四、没有做的',
    '  未加盖电子印章，未检测病毒；没有写的归档信息，留空由人工填写，程序不代填。',
  ]);
}

/** The findings as the archivist reads them in the package. */
export function selfCheckReport(findings: readonly Finding[], subject: PackageSubject): Uint8Array {
  const failed = findings.filter(({ result }) => result === '不通过').length;
  const open = findings.filter(({ result }) => result === '未检测').length;
  return textFile([
    '归档自检报告',
    '',
    ...demoLine(subject),
    `检测程序：diaodu ${VERSION}；检测依据：参照 DA/T 70-2018《文书类电子档案检测一般要求》中可由程序判定的项目。`,
    `结论：${findings.length}项，通过${findings.length - failed - open}项，不通过${failed}项，未检测${open}项。`,
    ...PROPERTIES.flatMap((property, index) => [
      '',
      `${'一二三四'[index]}、${property}`,
      ...findings
        .filter((finding) => finding.property === property)
        .map(({ what, result, detail }, n) => `  ${n + 1}. ${what}：${result}。${detail}。`),
    ]),
  ]);
}

/** 移交与接收登记表, with what is known filled in. */
export function transferForm(items: readonly ArchiveItem[], subject: PackageSubject): Uint8Array {
  const { carrier, fonds } = subject.settings;
  return textFile([
    '电子档案移交与接收登记表',
    '',
    ...demoLine(subject),
    `移交单位：${fonds.creator}`,
    `内容描述：${subject.period}专题调度文稿${items.length}件，电子文件${fileCount(items)}个`,
    `载体编号：${gap(carrier.number)}`,
    `数字摘要算法：${LISTS.map(({ algorithm }) => algorithm).join('、')}；摘要见 其他/ 中的清单`,
    `校验码（其他/checksums-SM3.txt 的 SHA-256 摘要，归档、核验时印出）：${gap('')}`,
    '',
    ...['准确性', '完整性', '可用性', '安全性', '载体外观'].map(
      (what) => `${what}检验：移交单位 ${gap('')}　接收单位 ${gap('')}`,
    ),
    '',
    `移交人：${gap('')}　${BLANK_DATE}　　接收人：${gap('')}　${BLANK_DATE}`,
  ]);
}

/** 软件环境.TXT */
export function softwareNote(
  facts: { producers: readonly string[]; fonts: readonly string[] },
  extensions: readonly string[],
): Uint8Array {
  return textFile([
    '软件环境',
    '',
    `生成程序：diaodu ${VERSION}`,
    `PDF 由：${facts.producers.join('、')}`,
    `PDF 所用字体（已嵌入）：${facts.fonts.join('、')}`,
    '文件格式：',
    ...extensions.map((extension) => `  .${extension}　${FORMATS[extension] ?? extension}`),
    '  .xml　XML 1.0，UTF-8；.txt　UTF-8；.yaml、.csv、.md　文本',
  ]);
}

/** Which standards the elements of the metadata come from. */
export function metadataNote(): Uint8Array {
  return textFile([
    '元数据规范说明',
    '',
    '元数据.xml 的元素名取自 DA/T 46-2009《文书类电子文件元数据方案》，“公文元素”下的元素名取自 GB/T 33480-2016《党政机关电子公文元数据规范》的18个元素，只著录文稿具有的元素。',
    '“档号值”“数字摘要算法”“数字摘要”“签名状态”是本程序增设的元素，DA/T 46-2009 中没有。',
    '元素次序和必填项见 其他/xml-schema/元数据.xsd；文件目录见 文件目录.xsd。',
    '档号、成文日期、署名、保管期限、密级由档案人员填写；电子文件号由程序按内容生成，内容相同则相同。',
    '日期写作 2022-10-12；“成文日期”按公文写法写作 2022年10月12日。',
  ]);
}
