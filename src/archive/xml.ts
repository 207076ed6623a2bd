/** XML of the package: written from, and read back into, plain elements. */
import { SaxesParser } from 'saxes';
import { escapeXml } from '../base/xml.ts';

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/** An element that holds text alone. */
export function textElement(name: string, text: string): XmlElement {
  return { name, attributes: {}, children: [], text };
}

/** An element that holds elements alone. */
export function element(
  name: string,
  children: XmlElement[],
  attributes: Record<string, string> = {},
): XmlElement {
  return { name, attributes, children, text: '' };
}

/** With an element a line, to be read by people too. */
export function writeXml(root: XmlElement): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${lines(root, '').join('\n')}\n`);
}

/** Without anything between the elements, where blanks would mean something. */
export function writeCompactXml(root: XmlElement): Uint8Array {
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${compact(root)}`,
  );
}

function compact({ name, attributes, children, text }: XmlElement): string {
  const open = `<${name}${written(attributes)}`;
  const content = children.length > 0 ? children.map(compact).join('') : escapeXml(text);
  return content === '' ? `${open}/>` : `${open}>${content}</${name}>`;
}

const written = (attributes: XmlElement['attributes']): string =>
  Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join('');

function lines(node: XmlElement, indent: string): string[] {
  const open = `${indent}<${node.name}${written(node.attributes)}`;
  if (node.children.length === 0)
    return [node.text === '' ? `${open}/>` : `${open}>${escapeXml(node.text)}</${node.name}>`];
  return [
    `${open}>`,
    ...node.children.flatMap((child) => lines(child, `${indent}  `)),
    `${indent}</${node.name}>`,
  ];
}

/** Far more than any office program nests, and few enough for whoever walks down the tree. */
const DEEPEST = 1000;

/** In: a file. Out: its root, or where and why it can't be read. */
export function readXml(bytes: Uint8Array): { root: XmlElement } | { line: number; reason: string } {
  const parser = new SaxesParser();
  const top = element('', []);
  const open = [top];
  let fault: { line: number; reason: string } | undefined;
  parser.on('error', (error) => {
    fault ??= { line: parser.line, reason: error.message.replace(/^[\d:]+\s*/, '') };
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > DEEPEST) fault ??= { line: parser.line, reason: `嵌套超过${DEEPEST}层` };
    const node = element(name, [], { ...attributes });
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => {
    const node = open.at(-1);
    if (node) node.text += text;
  });
  try {
    parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close();
  } catch {
    return { line: 1, reason: '不是 UTF-8 编码' };
  }
  if (fault) return fault;
  const [root] = top.children;
  return root ? { root } : { line: 1, reason: '没有内容' };
}

/** Text of the element below `node` by names. */
export function textAt(node: XmlElement | undefined, ...path: string[]): string {
  const found = path.reduce(
    (at, name) => at?.children.find((child) => child.name === name),
    node as XmlElement | undefined,
  );
  return found?.text ?? '';
}
