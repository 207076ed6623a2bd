/** XML → a small tree. Entities of a DTD are not expanded by the parser, so a document cannot grow while it is read. */
import { SaxesParser } from 'saxes';

export interface XmlElement {
  /** With its prefix: w:p. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
}

/** Elements in each other: a paragraph of a plan has some ten around it. */
export const DEEPEST = 200;

/** The root element; or why there is none: the text is not well-formed, or absurdly nested. */
export function parseXml(bytes: Uint8Array): XmlElement | 'broken' | 'nested' {
  const top: XmlElement = { name: '', attributes: {}, children: [] };
  const stack = [top];
  let fault: 'broken' | 'nested' | undefined;
  const parser = new SaxesParser();
  parser.on('error', () => {
    fault ??= 'broken';
  });
  parser.on('opentag', (tag) => {
    const element: XmlElement = { name: tag.name, attributes: tag.attributes, children: [] };
    stack.at(-1)?.children.push(element);
    if (stack.length < DEEPEST) stack.push(element);
    else fault ??= 'nested';
  });
  parser.on('closetag', () => {
    stack.pop();
  });
  const text = (part: string): void => {
    stack.at(-1)?.children.push(part);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  const source = new TextDecoder().decode(bytes);
  const CHUNK = 65_536;
  for (let at = 0; at < source.length && !fault; at += CHUNK) parser.write(source.slice(at, at + CHUNK));
  if (!fault) parser.close();
  const root = top.children.find((child): child is XmlElement => typeof child !== 'string');
  return fault ?? root ?? 'broken';
}

export function elements(parent: XmlElement | undefined, name?: string): XmlElement[] {
  return (parent?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && (!name || child.name === name),
  );
}

export function first(parent: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((at, name) => elements(at, name)[0], parent);
}

/** w:val of the element that the path leads to. */
export function val(parent: XmlElement | undefined, ...path: string[]): string | undefined {
  return first(parent, ...path)?.attributes['w:val'];
}
