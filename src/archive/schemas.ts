/**
 * What 文件目录.XML and 元数据.xml are made of: element names of DA/T 46-2009 and GB/T 33480-2016, and of the list in annex 2
 * of 《电子档案移交与接收办法》. One description gives the XML schema that goes into the package, and checks what comes back.
 */
import { element, writeXml, type XmlElement } from './xml.ts';

export interface Shape {
  name: string;
  /** exactly one · none or one · any number · one or more */
  times: '1' | '?' | '*' | '+';
  /** Elements below, in order; none for text. */
  children: readonly Shape[];
  /** Text that may not be empty. */
  filled?: boolean;
}

const shape = (name: string, children: readonly Shape[], times: Shape['times'] = '1'): Shape => ({
  name,
  times,
  children,
});
/** “!题名” must be filled, “摘要?” may be absent, “关键词*” repeats. */
const texts = (list: string): Shape[] =>
  list.split(' ').map((item) => {
    const [, filled, name = '', times = '1'] = /^(!?)(.+?)([?*+]?)$/.exec(item) ?? [];
    return {
      name,
      times: (times || '1') as Shape['times'],
      children: [],
      ...(filled ? { filled: true } : {}),
    };
  });

export const CATALOGUE: Shape = shape('文件目录', [
  shape('文件', texts('!顺序号 !档号 !责任者 !题名 !日期 !密级 !电子档案名称 备注'), '+'),
]);

/** The 18 elements, in the order of the standard; those that a document does not have are left out. */
export const OFFICIAL_ELEMENTS =
  '公文标识 文种 份号 密级和保密期限 紧急程度 发文机关标志 发文字号 签发人 标题 主送机关 附件说明 发文机关或签发人署名 成文日期 附注 抄送机关 印发机关 印发日期 发布层次'.split(
    ' ',
  );

export const METADATA: Shape = shape('元数据', [
  ...texts('!聚合层次'),
  shape('来源', texts('档案馆名称? 档案馆代码? !全宗名称 !立档单位名称')),
  ...texts('!电子文件号'),
  shape('档号', texts('!档号值 !全宗号 目录号? !年度 !保管期限 !机构或问题 类别号?')),
  shape('内容描述', texts('!题名 关键词* 摘要? 文件编号? !责任者 !日期 文种? 主送? 抄送? !密级 保密期限?')),
  shape('形式特征', texts('!文件组合类型 !件数 !页数 !语种 !稿本')),
  shape(
    '电子属性',
    texts('!格式信息 !计算机文件名 !计算机文件大小 !数字摘要算法 !数字摘要 !文档创建程序 !信息系统描述'),
    '+',
  ),
  shape('电子签名', texts('!签名状态')),
  shape('存储位置', texts('!当前位置')),
  shape('权限管理', texts('!控制标识')),
  ...texts('附注?'),
  shape('公文元素', texts(OFFICIAL_ELEMENTS.map((name) => `${name}?`).join(' '))),
  shape('机构人员实体', texts('!机构人员类型 !机构人员名称')),
  shape('业务实体', texts('!业务状态 !业务行为 !行为时间 !行为描述'), '+'),
]);

/** The first thing wrong with a file, in words; '' when it keeps the shape. */
export function faultOf(node: XmlElement, expected: Shape, path = ''): string {
  const here = `${path}/${expected.name}`;
  if (node.name !== expected.name) return `应为“${expected.name}”，现为“${node.name}”`;
  if (expected.children.length === 0) {
    if (node.children.length > 0) return `${here} 不应含有下级元素`;
    return expected.filled && node.text.trim() === '' ? `${here} 为空` : '';
  }
  if (node.text.trim() !== '') return `${here} 含有多余的文字`;
  let at = 0;
  for (const child of expected.children) {
    let count = 0;
    for (let next = node.children[at]; next?.name === child.name; next = node.children[at]) {
      const fault = faultOf(next, child, here);
      if (fault) return fault;
      count += 1;
      at += 1;
      if (child.times === '1' || child.times === '?') break;
    }
    if (count === 0 && (child.times === '1' || child.times === '+')) return `${here} 缺少“${child.name}”`;
  }
  const extra = node.children[at];
  return extra ? `${here} 不应在此处出现“${extra.name}”` : '';
}

/** The shape as an XML schema. */
export function schemaFile(root: Shape): Uint8Array {
  return writeXml(
    element('xs:schema', [schemaElement(root, true)], {
      'xmlns:xs': 'http://www.w3.org/2001/XMLSchema',
      elementFormDefault: 'qualified',
    }),
  );
}

function schemaElement({ name, times, children, filled }: Shape, top = false): XmlElement {
  const occurs = top
    ? {}
    : {
        ...(times === '?' || times === '*' ? { minOccurs: '0' } : {}),
        ...(times === '*' || times === '+' ? { maxOccurs: 'unbounded' } : {}),
      };
  if (children.length > 0) {
    const parts = element(
      'xs:sequence',
      children.map((child) => schemaElement(child)),
    );
    const attributes = top ? [element('xs:attribute', [], { name: '标准', type: 'xs:string' })] : [];
    return element('xs:element', [element('xs:complexType', [parts, ...attributes])], { name, ...occurs });
  }
  if (!filled) return element('xs:element', [], { name, type: 'xs:string', ...occurs });
  const limit = element('xs:restriction', [element('xs:minLength', [], { value: '1' })], {
    base: 'xs:string',
  });
  return element('xs:element', [element('xs:simpleType', [limit])], { name, ...occurs });
}
