/**
 * 退回稿: the unit's own workbook with the faulty cells highlighted, a comment on each, and a sheet 退回说明. The package
 * is patched part by part; whatever is not touched stays as the unit's program wrote it.
 */
import { escapeXml } from '../../../base/xml.ts';
import { RETURN_SHEET, RETURN_WORDS } from '../../../model/returns/form.ts';
import { cellStyles, restyleCells } from './cells.ts';
import { addComments } from './comments.ts';
import { GUIDE_HEAD_ROW, guideSheetXml } from './guide.ts';
import type { CorrectionNote, CorrectionTitle } from './note.ts';
import {
  addLink,
  addType,
  dropMacros,
  freeName,
  links,
  openParts,
  type Package,
  packParts,
} from './package.ts';
import { type Mark, type Restyler, restyler } from './styles.ts';
import { append, appendAfter, attribute, firstTag, linkAttribute, tags } from './xml.ts';

const WORKBOOK = 'xl/workbook.xml';
const WORKSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
/** Larger sheets are padding; such a copy is made anew instead, see rebuilt.ts. */
const LARGEST_PART = 16 * 2 ** 20;

/** In: a workbook that was read without trouble. Out: the copy, or undefined when it can't be patched safely. */
export function correctionCopy(
  workbook: Uint8Array,
  notes: readonly CorrectionNote[],
  title: CorrectionTitle,
): Uint8Array | undefined {
  const pack = openParts(workbook);
  const book = pack.text(WORKBOOK);
  const known = links(pack, WORKBOOK);
  const stylesPart = known.find((link) => link.type.endsWith('/styles'))?.target;
  const styles = stylesPart && pack.text(stylesPart);
  const sheets = book ? sheetParts(book, known) : new Map<string, string>();
  const sizes = [...sheets.values(), stylesPart ?? ''].map((name) => pack.parts.get(name)?.length ?? 0);
  if (!book || !stylesPart || !styles || sizes.some((size) => size > LARGEST_PART)) return undefined;
  dropMacros(pack);
  const namespace = attribute({ source: firstTag(book, 'workbook')?.source ?? '' }, 'xmlns') ?? MAIN;
  const context: Context = {
    pack,
    namespace: firstTag(book, 'workbook')?.prefix ? MAIN : namespace,
    linkBase: (known.find((link) => link.type.endsWith('/worksheet'))?.type ?? '').replace(
      /\/worksheet$/,
      '',
    ),
    styles: restyler(styles),
  };
  for (const [name, part] of sheets) {
    const own = notes.filter((note) => note.sheet === name && note.cell !== undefined);
    if (name !== RETURN_SHEET) unmarkSheet(context, part, new Set(own.map((note) => note.cell)));
    if (own.length > 0) markSheet(context, part, own);
  }
  addGuide(context, sheets, guideSheetXml(context.namespace, title, notes, context.styles));
  pack.put(stylesPart, context.styles.xml());
  return packParts(pack);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

interface Context {
  pack: Package;
  namespace: string;
  /** Beginning of the types of links: …/officeDocument/2006/relationships */
  linkBase: string;
  styles: Restyler;
}

/** Sheet name → part. */
function sheetParts(book: string, known: ReturnType<typeof links>): Map<string, string> {
  const parts = new Map<string, string>();
  for (const tag of tags(book)) {
    const name = attribute(tag, 'name');
    const id = tag.name === 'sheet' ? relationId(tag) : undefined;
    const part = known.find((link) => link.id === id && link.type.endsWith('/worksheet'))?.target;
    if (name !== undefined && part) parts.set(name, part);
  }
  return parts;
}

const relationId = (tag: { source: string }): string | undefined =>
  /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(tag.source)?.[1];

/** Takes the marks of an earlier copy off cells that have been mended since. */
function unmarkSheet({ pack, styles }: Context, part: string, marked: ReadonlySet<string | undefined>): void {
  const before = pack.text(part) ?? '';
  const mended = new Map<string, number>();
  for (const { ref, style } of cellStyles(before)) {
    const plain = marked.has(ref) ? undefined : styles.unmarked(style);
    if (plain !== undefined) mended.set(ref, plain);
  }
  if (mended.size > 0)
    pack.put(
      part,
      restyleCells(before, [...mended.keys()], (ref, style) => mended.get(ref) ?? style),
    );
}

function markSheet(
  { pack, namespace, linkBase, styles }: Context,
  part: string,
  notes: readonly CorrectionNote[],
): void {
  const byCell = new Map<string, CorrectionNote[]>();
  for (const note of notes)
    byCell.set(note.cell as string, [...(byCell.get(note.cell as string) ?? []), note]);
  const mark = (ref: string): Mark =>
    byCell.get(ref)?.some((note) => note.severity === 'error') ? 'error' : 'warning';
  const xml = restyleCells(pack.text(part) ?? '', [...byCell.keys()], (ref, style) =>
    styles.marked(style, mark(ref)),
  );
  pack.put(part, xml);
  const texts = new Map([...byCell].map(([ref, own]) => [ref, own.map(noteText).join('\n')]));
  addComments(pack, part, namespace, linkBase, texts);
}

const noteText = (note: CorrectionNote): string =>
  [`【${RETURN_WORDS[note.severity]}】${note.problem}`, ...note.hints.map((hint) => `→ ${hint}`)].join('\n');

/** As the last sheet, for print areas count sheets from the front; that of an earlier copy is replaced. */
function addGuide({ pack, linkBase }: Context, sheets: ReadonlyMap<string, string>, xml: string): void {
  const present = sheets.get(RETURN_SHEET);
  if (present) {
    pack.put(present, xml);
    return;
  }
  const part = freeName(pack, 'xl/worksheets/sheet', '.xml');
  pack.put(part, xml);
  addType(pack, part, WORKSHEET_TYPE);
  const id = addLink(pack, WORKBOOK, `${linkBase}/worksheet`, part);
  const book = pack.text(WORKBOOK) ?? '';
  const prefix = firstTag(book, 'sheets')?.prefix ?? '';
  const ids = [...tags(book)]
    .filter((tag) => tag.name === 'sheet')
    .map((tag) => Number(attribute(tag, 'sheetId')));
  const entry = `<${prefix}sheet name="${escapeXml(RETURN_SHEET)}" sheetId="${Math.max(0, ...ids) + 1}" ${linkAttribute(book, linkBase, id)}/>`;
  pack.put(WORKBOOK, withHeadRepeated(append(book, 'sheets', entry), ids.length, prefix));
}

/** The guide's headings on every page that is printed. `place`: the sheet's, from 0. */
function withHeadRepeated(book: string, place: number, prefix: string): string {
  const rows = `${RETURN_SHEET}!$${GUIDE_HEAD_ROW}:$${GUIDE_HEAD_ROW}`;
  const entry = `<${prefix}definedName name="_xlnm.Print_Titles" localSheetId="${place}">${rows}</${prefix}definedName>`;
  if (firstTag(book, 'definedNames')) return append(book, 'definedNames', entry);
  // Children of a workbook have their order (ECMA-376-1, 18.2.27).
  const names = `<${prefix}definedNames>${entry}</${prefix}definedNames>`;
  return appendAfter(book, ['sheets', 'functionGroups', 'externalReferences'], names);
}
