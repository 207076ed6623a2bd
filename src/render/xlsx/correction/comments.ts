/** Cell comments: the comments part, and the VML drawing without which spreadsheet programs do not show them. */
import { parseCellRef } from 'hucre/xlsx';
import { escapeXml } from '../../../base/xml.ts';
import { RETURN_MENDED } from '../../../model/returns/form.ts';
import { addLink, addType, freeName, links, type Package } from './package.ts';
import { append, attribute, elements, firstTag, linkAttribute, tags, unescapeXml } from './xml.ts';

/** Who speaks in the comments; those of an earlier copy are replaced. */
const COMMENT_AUTHOR = '退回意见';

const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
/** Shapes of the first cluster of ids; spreadsheet programs count from here. */
const FIRST_SHAPE = 1025;
/** Children of a worksheet that come behind legacyDrawing (ECMA-376 part 1, 18.3.1.99). */
const BEHIND = [
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

/** Adds a comment to each cell of the sheet; a comment that a cell already has is kept below ours. */
export function addComments(
  pack: Package,
  sheet: string,
  namespace: string,
  linkBase: string,
  notes: ReadonlyMap<string, string>,
): void {
  const known = links(pack, sheet);
  const part =
    known.find((link) => link.type.endsWith('/comments'))?.target ??
    startComments(pack, sheet, namespace, linkBase);
  const { xml, present } = withComments(pack.text(part) ?? '', notes);
  pack.put(part, xml);
  const drawing = drawingOf(pack, sheet, linkBase);
  const before = pack.text(drawing) ?? '';
  const used = [...before.matchAll(/_x0000_s(\d+)"/g)].map((found) => Number(found[1]));
  const first = Math.max(FIRST_SHAPE, ...used.map((n) => n + 1));
  const shapes = [...notes.keys()].filter((ref) => !present.has(ref)).map((ref, i) => shape(ref, first + i));
  const end = before.lastIndexOf('</xml>');
  if (end >= 0) pack.put(drawing, before.slice(0, end) + shapes.join('') + before.slice(end));
}

function startComments(pack: Package, sheet: string, namespace: string, linkBase: string): string {
  const part = freeName(pack, 'xl/comments', '.xml');
  pack.put(
    part,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><comments xmlns="${namespace}"><authors></authors><commentList></commentList></comments>`,
  );
  addType(pack, part, COMMENTS_TYPE);
  addLink(pack, sheet, `${linkBase}/comments`, part);
  return part;
}

/** Also returns the cells that had a comment, and so have a shape. */
function withComments(
  xml: string,
  notes: ReadonlyMap<string, string>,
): { xml: string; present: Set<string> } {
  const prefix = firstTag(xml, 'comments')?.prefix ?? '';
  const authors = elements(xml, 'author').map(({ open, innerEnd }) =>
    unescapeXml(xml.slice(open.end, innerEnd)),
  );
  const own = authors.indexOf(COMMENT_AUTHOR);
  const present = new Set<string>();
  const kept = new Map<string, string>();
  let out = xml;
  for (const { open, innerEnd, end } of elements(xml, 'comment').reverse()) {
    const ref = attribute(open, 'ref') ?? '';
    const mine = own >= 0 && Number(attribute(open, 'authorId')) === own;
    present.add(ref);
    if (!mine && !notes.has(ref)) continue;
    if (!mine) kept.set(ref, plainText(xml.slice(open.end, innerEnd)));
    // Ours of an earlier copy: the cell was mended, or is told anew.
    const text = mine && !notes.has(ref) ? empty(prefix, ref, own) : '';
    out = out.slice(0, open.start) + text + out.slice(end);
  }
  const author = own >= 0 ? own : authors.length;
  if (own < 0) out = append(out, 'authors', `<${prefix}author>${COMMENT_AUTHOR}</${prefix}author>`);
  const added = [...notes].map(([ref, note]) => {
    const text = kept.has(ref) ? `${note}\n——原批注：${kept.get(ref)}` : note;
    return `<${prefix}comment ref="${ref}" authorId="${author}"><${prefix}text><${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}text></${prefix}comment>`;
  });
  return { xml: append(out, 'commentList', added.join('')), present };
}

/** Its shape stays, so its comment must. */
const empty = (p: string, ref: string, author: number): string =>
  `<${p}comment ref="${ref}" authorId="${author}"><${p}text><${p}t>${RETURN_MENDED}</${p}t></${p}text></${p}comment>`;

const plainText = (xml: string): string =>
  elements(xml, 't')
    .map(({ open, innerEnd }) => unescapeXml(xml.slice(open.end, innerEnd)))
    .join('');

const EMPTY_DRAWING =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>';

function drawingOf(pack: Package, sheet: string, linkBase: string): string {
  const present = links(pack, sheet).find((link) => link.type.endsWith('/vmlDrawing'));
  const xml = pack.text(sheet) ?? '';
  if (present && firstTag(xml, 'legacyDrawing')) return present.target;
  const part = freeName(pack, 'xl/drawings/vmlDrawing', '.vml');
  pack.put(part, EMPTY_DRAWING);
  addType(pack, part, DRAWING_TYPE);
  const id = addLink(pack, sheet, `${linkBase}/vmlDrawing`, part);
  pack.put(sheet, withDrawing(xml, id, linkBase));
  return part;
}

function withDrawing(xml: string, id: string, linkBase: string): string {
  const root = firstTag(xml, 'worksheet');
  const prefix = root?.prefix ?? '';
  const tag = `<${prefix}legacyDrawing ${linkAttribute(xml, linkBase, id)}/>`;
  let depth = 0;
  for (const part of tags(xml)) {
    const ends = part.kind === 'close' && part.name === 'worksheet';
    if (ends || (depth === 1 && part.kind !== 'close' && BEHIND.includes(part.name)))
      return xml.slice(0, part.start) + tag + xml.slice(part.start);
    if (part.kind === 'open') depth++;
    if (part.kind === 'close') depth--;
  }
  return xml;
}

/** A note beside its cell, shown when the pointer rests on it. */
function shape(ref: string, id: number): string {
  const { row, col } = parseCellRef(ref);
  const anchor = [col + 1, 12, Math.max(row - 1, 0), 4, col + 5, 20, row + 3, 10].join(', ');
  return `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:240pt;height:96pt;z-index:${id - 1024};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${col}</x:Column></x:ClientData></v:shape>`;
}
