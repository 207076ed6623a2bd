/** UA 7.2–7.5, 7.7, 7.18; A 6.7: the structure tree, read from the file, and its agreement with pages and links. */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { is, key, type Report, streamText, textOf } from './objects.ts';

export interface StructNode {
  type: string;
  dict: PDFDict;
  parent: StructNode | undefined;
  kids: StructNode[];
  /** “page object/MCID” of its own content. */
  content: string[];
  annotations: string[];
}

const STANDARD = (
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table ' +
  'TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure ' +
  'Formula Form'
).split(' ');
/** Parent → the only children it may have. */
const CHILDREN: Record<string, string[]> = {
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  L: ['L', 'LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  TOC: ['TOC', 'TOCI', 'Caption'],
};
/** Child → the parents it may have. */
const PARENTS: Record<string, string[]> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  LBody: ['LI'],
  TOCI: ['TOC'],
};

export function readStructure(pdf: PDFDocument): StructNode[] {
  const root = pdf.catalog.lookup(key('StructTreeRoot'), PDFDict);
  const nodes: StructNode[] = [];
  const resolve = (object: PDFObject | undefined): PDFObject | undefined =>
    object instanceof PDFRef ? pdf.context.lookup(object) : object;
  const visit = (dict: PDFDict, parent: StructNode | undefined): void => {
    const node: StructNode = {
      type: dict.lookup(key('S'), PDFName).decodeText(),
      dict,
      parent,
      kids: [],
      content: [],
      annotations: [],
    };
    nodes.push(node);
    parent?.kids.push(node);
    const own = dict.get(key('Pg'))?.toString();
    const kids = resolve(dict.get(key('K')));
    for (const kid of kids instanceof PDFArray ? kids.asArray() : kids ? [kids] : []) {
      const value = resolve(kid);
      if (value instanceof PDFNumber) node.content.push(`${own}/${value}`);
      else if (value instanceof PDFDict && is(value, 'Type', 'MCR'))
        node.content.push(`${value.get(key('Pg'))?.toString() ?? own}/${value.get(key('MCID'))}`);
      else if (value instanceof PDFDict && is(value, 'Type', 'OBJR'))
        node.annotations.push(`${value.get(key('Obj'))}`);
      else if (value instanceof PDFDict) visit(value, node);
    }
  };
  const top = root.lookup(key('K'));
  for (const kid of top instanceof PDFArray ? top.asArray() : top ? [top] : []) {
    const value = resolve(kid);
    if (value instanceof PDFDict) visit(value, undefined);
  }
  return nodes;
}

export function checkStructure(pdf: PDFDocument, report: Report): void {
  if (!pdf.catalog.has(key('StructTreeRoot'))) {
    report('A 6.7.3.3 structure tree');
    return;
  }
  const nodes = readStructure(pdf);
  if (nodes[0]?.type !== 'Document' || nodes.filter((node) => !node.parent).length !== 1)
    report('A 6.7.3.3 Document');
  for (const node of nodes) checkNode(node, report);
  checkHeadings(nodes, report);
  checkParentTree(pdf, nodes, report);
  checkLinks(pdf, nodes, report);
}

function checkNode(node: StructNode, report: Report): void {
  const { type, dict, parent, kids } = node;
  if (!STANDARD.includes(type)) report(`A 6.7.3.4 type ${type}`);
  if (!dict.has(key('P'))) report('UA 7.1 parent');
  const wrong = kids.find((kid) => CHILDREN[type] && !CHILDREN[type]?.includes(kid.type));
  if (wrong) report(`UA 7.2 ${wrong.type} in ${type}`);
  if (CHILDREN[type] && node.content.length > 0) report(`UA 7.2 text in ${type}`);
  if (PARENTS[type] && !PARENTS[type]?.includes(parent?.type ?? ''))
    report(`UA 7.2 ${type} in ${parent?.type}`);
  if ((type === 'Figure' || type === 'Formula') && !textOf(dict.get(key('Alt'))))
    report(`UA 7.3 ${type} without Alt`);
  if (type === 'Figure' && !attribute(dict, 'BBox')) report('UA 7.3 Figure without BBox');
  if (type === 'Note' && !dict.has(key('ID'))) report('UA 7.9 Note without ID');
  if (type === 'TH' && !attribute(dict, 'Scope')) report('UA 7.5 TH without Scope');
  if ((type === 'L' || type === 'TOC') && kids.slice(1).some((kid) => kid.type === 'Caption'))
    report(`UA 7.2 Caption within ${type}`);
  if (type === 'H') report('UA 7.4.4 H beside H1…H6');
  if (type === 'Table') checkTable(node, report);
}

function attribute(dict: PDFDict, name: string): PDFObject | undefined {
  const value = dict.lookup(key('A'));
  const all = value instanceof PDFArray ? value.asArray().map((_, i) => value.lookup(i)) : [value];
  return all.flatMap((entry) => (entry instanceof PDFDict ? (entry.lookup(key(name)) ?? []) : []))[0];
}
const span = (dict: PDFDict, name: string): number => Number(attribute(dict, name)?.toString() ?? 1);

/** One head and one foot at most, and a body with either; a caption first or last. */
function checkParts({ kids }: StructNode, report: Report): void {
  const count = (type: string): number => kids.filter((kid) => kid.type === type).length;
  if (count('THead') > 1 || count('TFoot') > 1 || count('Caption') > 1) report('UA 7.2 parts of table twice');
  if (count('THead') + count('TFoot') > 0 && count('TBody') === 0) report('UA 7.2 table without TBody');
  if (kids.slice(1, -1).some((kid) => kid.type === 'Caption')) report('UA 7.2 Caption within table');
}

/** Every place of the grid is taken once, and every data cell has a header above it or before it. */
function checkTable(table: StructNode, report: Report): void {
  checkParts(table, report);
  const rows = table.kids.flatMap((kid) => (kid.type === 'TR' ? [kid] : kid.kids));
  const grid: StructNode[][] = rows.map(() => []);
  for (const [r, row] of rows.entries()) {
    let c = 0;
    for (const cell of row.kids) {
      while (grid[r]?.[c]) c += 1;
      for (let i = 0; i < span(cell.dict, 'RowSpan'); i += 1)
        for (let j = 0; j < span(cell.dict, 'ColSpan'); j += 1) {
          const line = grid[r + i];
          if (!line || line[c + j]) report('UA 7.2 table spans');
          else line[c + j] = cell;
        }
    }
  }
  const width = grid[0]?.length ?? 0;
  for (const line of grid)
    if (line.length !== width || [...line].includes(undefined as never)) report('UA 7.2 irregular table');
  const heads = (cell: StructNode | undefined, scope: string): boolean =>
    cell?.type === 'TH' && attribute(cell.dict, 'Scope')?.toString() === scope;
  for (const [r, line] of grid.entries())
    for (const [c, cell] of line.entries()) {
      if (cell?.type !== 'TD') continue;
      const above = grid.slice(0, r).some((upper) => heads(upper[c], '/Column'));
      if (!above && !line.slice(0, c).some((before) => heads(before, '/Row')))
        report('UA 7.5 cell without header');
    }
}

function checkHeadings(nodes: readonly StructNode[], report: Report): void {
  let before = 0;
  for (const { type } of nodes) {
    const level = Number(/^H([1-6])$/.exec(type)?.[1] ?? 0);
    if (level === 0) continue;
    if (level > before + 1) report(`UA 7.4.2 H${level} after H${before}`);
    before = level;
  }
}

/** Every marked content has its element, every element's content exists, and the parent tree leads from one to the other. */
function checkParentTree(pdf: PDFDocument, nodes: readonly StructNode[], report: Report): void {
  const root = pdf.catalog.lookup(key('StructTreeRoot'), PDFDict);
  const nums = root.lookup(key('ParentTree'), PDFDict).lookupMaybe(key('Nums'), PDFArray);
  if (!nums) {
    report('UA 7.1 parent tree in parts');
    return;
  }
  const parents = new Map<number, PDFObject>();
  for (let i = 0; i < nums.size(); i += 2)
    parents.set(nums.lookup(i, PDFNumber).asNumber(), nums.lookup(i + 1) as PDFObject);
  const owner = new Map(
    nodes.flatMap((node) => node.content.map((content) => [content, node.dict] as const)),
  );
  if (owner.size !== nodes.reduce((sum, node) => sum + node.content.length, 0))
    report('UA 7.1 content with two owners');
  let marked = 0;
  for (const page of pdf.getPages()) {
    // A blank page has nothing that could belong to an element.
    if (!page.node.has(key('Contents'))) continue;
    const list = parents.get(page.node.lookup(key('StructParents'), PDFNumber).asNumber());
    const stream = page.node.lookup(key('Contents'));
    const text = stream instanceof PDFRawStream ? streamText(stream) : '';
    for (const [, mcid] of text.matchAll(/\/MCID (\d+)/g)) {
      marked += 1;
      const node = owner.get(`${page.ref}/${mcid}`);
      if (!node) report(`UA 7.1 MCID ${mcid} without element`);
      if (!(list instanceof PDFArray) || list.lookup(Number(mcid)) !== node) report('UA 7.1 parent tree');
    }
  }
  if (marked !== owner.size) report(`UA 7.1 ${owner.size - marked} elements’ content is not painted`);
}

function checkLinks(pdf: PDFDocument, nodes: readonly StructNode[], report: Report): void {
  const owners = new Map(nodes.flatMap((node) => node.annotations.map((ref) => [ref, node] as const)));
  const dests = pdf.catalog.lookupMaybe(key('Dests'), PDFDict);
  for (const page of pdf.getPages()) {
    for (const ref of page.node.lookupMaybe(key('Annots'), PDFArray)?.asArray() ?? []) {
      const link = pdf.context.lookup(ref, PDFDict);
      if (!is(link, 'Subtype', 'Link')) report(`A 6.3.1 ${link.get(key('Subtype'))}`);
      const flags = link.lookupMaybe(key('F'), PDFNumber)?.asNumber() ?? 0;
      if (flags !== 4) report('A 6.3.2 F');
      if (!textOf(link.get(key('Contents')))) report('UA 7.18.5 Contents');
      if (owners.get(ref.toString())?.type !== 'Link') report('UA 7.18.5 link outside of Link');
      const dest = link.get(key('Dest'));
      if (!(dest instanceof PDFName) || !dests?.has(dest)) report('house: link leads nowhere');
      if (!link.has(key('StructParent'))) report('UA 7.18.1 StructParent');
    }
  }
}
