/** Small Word files for tests, and what somebody sees of one who accepts or refuses all tracked changes. */
import { strToU8, zipSync } from 'fflate';
import { parseXml, part, type XmlNode } from './docx.ts';

/** A paragraph; a table by its rows. */
export type Part = string | string[][];

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';

/** @param runLength characters of a run: programs cut texts into runs as they like */
export function wordFile(
  parts: readonly Part[],
  runLength = 1000,
  more: Record<string, string> = {},
): Uint8Array {
  return wordFileOf(parts.map((one) => partXml(one, runLength)).join(''), more);
}

/** @param body XML of what stands in it · @param more other parts by their paths */
export function wordFileOf(body: string, more: Record<string, string> = {}): Uint8Array {
  const files = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
    'word/document.xml': `<w:document ${W}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(xml)])));
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const paragraphXml = (text: string, runLength = 1000, properties = ''): string =>
  `<w:p>${properties}${(text.match(new RegExp(`.{1,${runLength}}`, 'gsu')) ?? [])
    .map((run) => `<w:r><w:t xml:space="preserve">${escaped(run)}</w:t></w:r>`)
    .join('')}</w:p>`;

const partXml = (one: Part, runLength: number): string =>
  typeof one === 'string'
    ? paragraphXml(one, runLength)
    : `<w:tbl><w:tblPr/><w:tblGrid/>${one
        .map(
          (row) =>
            `<w:tr>${row.map((cell) => `<w:tc><w:tcPr/>${paragraphXml(cell, runLength)}</w:tc>`).join('')}</w:tr>`,
        )
        .join('')}</w:tbl>`;

/** The document with all tracked changes accepted, or refused. */
export function seen(bytes: Uint8Array, changes: 'accepted' | 'refused'): Part[] {
  const gone = changes === 'accepted' ? 'w:del' : 'w:ins';
  const body = parseXml(part(bytes, 'word/document.xml')).children.at(-1)?.children[0];
  return (body?.children ?? []).flatMap((node): Part[] => {
    if (node.name === 'w:p') return paragraphSeen(node, gone);
    return node.name === 'w:tbl' ? [tableSeen(node, gone)] : [];
  });
}

const child = (node: XmlNode | undefined, ...path: string[]): XmlNode | undefined =>
  path.reduce((at: XmlNode | undefined, name) => at?.children.find((one) => one.name === name), node);

function paragraphSeen(node: XmlNode, gone: string): string[] {
  const text = textSeen(node, gone);
  return text === '' && child(node, 'w:pPr', 'w:rPr', gone) ? [] : [text];
}

const textSeen = (node: XmlNode, gone: string): string =>
  node.children
    .map((one) => {
      if (one.name === gone || one.name === 'w:pPr') return '';
      if (one.name === 'w:t' || one.name === 'w:delText') return one.text;
      return one.name === 'w:tab' ? '\t' : one.name === 'w:br' ? '\n' : textSeen(one, gone);
    })
    .join('');

const tableSeen = (node: XmlNode, gone: string): string[][] =>
  node.children
    .filter(({ name }) => name === 'w:tr')
    .filter((row) => !child(row, 'w:trPr', gone))
    .map((row) =>
      row.children
        .filter(({ name }) => name === 'w:tc')
        .map((cell) =>
          cell.children
            .filter(({ name }) => name === 'w:p')
            .flatMap((one) => paragraphSeen(one, gone))
            .join('\n'),
        ),
    );

/** Texts of all comments, and the text of the paragraph beside each. */
export function commentsSeen(bytes: Uint8Array): { beside: string; text: string }[] {
  const beside = new Map<string, string>();
  const walk = (node: XmlNode): void => {
    for (const mark of node.children.filter(({ name }) => name === 'w:commentRangeStart'))
      beside.set(mark.attributes['w:id'] ?? '', textSeen(node, 'w:ins'));
    node.children.forEach(walk);
  };
  walk(parseXml(part(bytes, 'word/document.xml')));
  const root = parseXml(part(bytes, 'word/comments.xml')).children.at(-1);
  return (root?.children ?? []).map((comment) => ({
    beside: beside.get(comment.attributes['w:id'] ?? '') ?? '?',
    text: comment.children.map((line) => textSeen(line, '')).join('\n'),
  }));
}
