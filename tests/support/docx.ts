/** Looks into Word files: parts, paragraphs, and a readable outline of word/document.xml. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export interface XmlNode {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
  text: string;
}

/** Text of a part of the package; throws when there is none. */
export function part(bytes: Uint8Array, path: string): string {
  const data = unzipSync(bytes)[path];
  if (!data) throw new Error(`no part ${path}`);
  return strFromU8(data);
}

/** The file with one part rewritten. */
export function changedPart(bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  return zipSync({ ...unzipSync(bytes), [path]: strToU8(change(part(bytes, path))) });
}

export const partNames = (bytes: Uint8Array): string[] => Object.keys(unzipSync(bytes));

/** Machine-written XML without comments or CDATA. */
export function parseXml(xml: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const [, close, name = '', attributes = '', empty, text = ''] of xml.matchAll(
    /<(?:\?[^>]*|(\/)?([\w:]+)((?:\s[\w:]+="[^"]*")*)\s*(\/)?)>([^<]*)/g,
  )) {
    if (close) open.pop();
    else if (name) {
      const pairs = [...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
        key,
        decode(value),
      ]);
      const node: XmlNode = { name, attributes: Object.fromEntries(pairs), children: [], text: '' };
      open.at(-1)?.children.push(node);
      if (!empty) open.push(node);
    }
    const current = open.at(-1);
    if (current) current.text += decode(text);
  }
  return root;
}

const decode = (text: string): string =>
  text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? '',
  );

/** All descendants of this name, in document order. */
export function all(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

export const first = (node: XmlNode, name: string): XmlNode | undefined => all(node, name)[0];
export const val = (node: XmlNode | undefined): string => node?.attributes['w:val'] ?? '';

export const documentXml = (bytes: Uint8Array): XmlNode => parseXml(part(bytes, 'word/document.xml'));

/** What a reader sees of a paragraph: text, tabs and breaks, with the results of fields and without their codes. */
export function paragraphText(paragraph: XmlNode): string {
  return paragraph.children
    .map((child) => {
      if (child.name === 'w:t') return child.text;
      if (child.name === 'w:tab') return '\t';
      if (child.name === 'w:br') return '\n';
      return ['w:r', 'w:hyperlink'].includes(child.name) ? paragraphText(child) : '';
    })
    .join('');
}

/** Text of all paragraphs, cells included, in document order. */
export const paragraphTexts = (bytes: Uint8Array): string[] =>
  all(documentXml(bytes), 'w:p').map(paragraphText);

/** One line per paragraph and row: style, what keeps or breaks it, and its text with fields as {CODE|result}. */
export function outline(bytes: Uint8Array): string {
  const body = first(documentXml(bytes), 'w:body');
  return `${(body?.children ?? []).flatMap((node) => outlineOf(node, '')).join('\n')}\n`;
}

function outlineOf(node: XmlNode, indent: string): string[] {
  if (node.name === 'w:p') return [indent + paragraphLine(node)];
  if (node.name === 'w:sectPr') return [sectionLine(node)];
  if (node.name !== 'w:tbl') return [];
  const grid = all(node, 'w:gridCol').map((column) => column.attributes['w:w']);
  const rows = node.children.filter((child) => child.name === 'w:tr');
  return [`table ${grid.join(' ')}`, ...rows.flatMap(rowLines)];
}

function rowLines(row: XmlNode): string[] {
  const marks = ['w:tblHeader', 'w:cantSplit']
    .filter((name) => first(row, name))
    .map((name) => name.slice(2));
  const cells = row.children.filter((child) => child.name === 'w:tc');
  return [
    `  row ${marks.join(' ')}`,
    ...cells.flatMap((cell) => {
      const span = val(first(cell, 'w:gridSpan'));
      const merge = first(cell, 'w:vMerge');
      const notes = [
        ...(span ? [`span ${span}`] : []),
        ...(merge ? [`merge ${val(merge) || 'continue'}`] : []),
      ];
      const paragraphs = cell.children.filter((child) => child.name === 'w:p').map(paragraphLine);
      return [`    cell ${[...notes, paragraphs.join(' / ')].join(' ')}`];
    }),
  ];
}

function paragraphLine(paragraph: XmlNode): string {
  const properties = paragraph.children.find((child) => child.name === 'w:pPr');
  const flags = ['w:keepNext', 'w:pageBreakBefore', 'w:jc', 'w:numPr', 'w:sectPr']
    .flatMap((name) => properties?.children.filter((child) => child.name === name) ?? [])
    .map((flag) => flagText(flag));
  return `${[val(properties && first(properties, 'w:pStyle')), ...flags].join(' ')}: ${codes(paragraph)}`;
}

function flagText(flag: XmlNode): string {
  if (flag.name === 'w:numPr') return `list ${val(first(flag, 'w:numId'))}/${val(first(flag, 'w:ilvl'))}`;
  if (flag.name === 'w:sectPr') return sectionLine(flag);
  return [flag.name.slice(2), val(flag)].filter((word) => word !== '').join(' ');
}

function sectionLine(section: XmlNode): string {
  const size = first(section, 'w:pgSz')?.attributes ?? {};
  const margins = Object.entries(first(section, 'w:pgMar')?.attributes ?? {}).map(
    ([key, value]) => `${key.slice(2)} ${value}`,
  );
  return `section ${size['w:w']}×${size['w:h']} ${size['w:orient']} ${margins.join(' ')}`;
}

function codes(node: XmlNode): string {
  return node.children
    .map((child) => {
      if (child.name === 'w:fldChar')
        return { begin: '{', separate: '|', end: '}' }[child.attributes['w:fldCharType'] ?? ''];
      if (child.name === 'w:instrText') return child.text.trim();
      if (child.name === 'w:t') return child.text;
      if (child.name === 'w:tab') return '⇥';
      if (child.name === 'w:br') return '↵';
      if (child.name === 'w:bookmarkStart') return `‹${child.attributes['w:name']}:`;
      if (child.name === 'w:bookmarkEnd') return '›';
      if (child.name === 'w:drawing') return '[drawing]';
      return ['w:r', 'w:hyperlink'].includes(child.name) ? codes(child) : '';
    })
    .join('');
}

export interface CountedField {
  /** 表 or 图. */
  label: string;
  /** Where the count begins anew; null where it goes on. */
  restart: number | null;
  /** The number that is shown until Word counts. */
  shown: number;
}

/** SEQ fields, in order. */
export function countedFields(bytes: Uint8Array): CountedField[] {
  const field =
    / SEQ (\S+) \\\* ARABIC(?: \\r (\d+))? <\/w:instrText>.*?w:fldCharType="separate"\/>.*?<w:t[ >][^<]*?(\d+)<\/w:t>/g;
  return [...part(bytes, 'word/document.xml').matchAll(field)].map(([, label = '', restart, shown]) => ({
    label,
    restart: restart === undefined ? null : Number(restart),
    shown: Number(shown),
  }));
}
