/** Each change by hand, taken to its place in the new document. */
import * as messages from '../../base/messages/hand-edits.ts';
import type { XmlElement } from '../xml.ts';
import { type Aligned, aligned } from './aligned.ts';
import { type Block, childOf, type Paragraph, paragraphsOf, type Row, type Table, textOf } from './blocks.ts';
import { type Comments, commentsBy } from './comments.ts';
import { merged } from './merged.ts';
import {
  editParagraph,
  newParagraph,
  newRow,
  type Revisions,
  removeParagraph,
  removeRow,
  revisionsBy,
} from './revisions.ts';

/** The text of a file as it was made, as somebody left it, and as it is made now. */
export interface Three {
  base: readonly Block[];
  mine: readonly Block[];
  fresh: readonly Block[];
}

export interface Told {
  /** Places with tracked changes. */
  done: number;
  /** Places with a comment alone. */
  noted: number;
  comments: Comments;
}

interface Work {
  toMine: Aligned;
  toFresh: Aligned;
  fromMine: Map<Block | Row, Block | Row>;
  /** All paragraphs of the new document. */
  fresh: readonly Paragraph[];
  /** Texts of paragraphs and rows that the data have added. */
  added: ReadonlySet<string>;
  revisions: Revisions;
  told: Told;
  /** What has no place in the new document. */
  left: string[];
}

/** Changes the elements of `fresh`. @param besides what was changed elsewhere in the file and is only told */
export function carry({ base, mine, fresh }: Three, besides: readonly string[]): Told {
  const toMine = aligned(base, mine);
  const toFresh = aligned(base, fresh);
  const paragraphs = paragraphsOf(fresh);
  const known = new Set<Block | Row>([...toFresh.paragraphs.values(), ...toFresh.rows.values()]);
  const work: Work = {
    toMine,
    toFresh,
    fromMine: new Map(
      [...toMine.paragraphs, ...toMine.tables, ...toMine.rows].map(([was, is]) => [is, was] as const),
    ),
    fresh: paragraphs,
    added: new Set(
      [...paragraphs, ...rowsOf(fresh)].filter((one) => !known.has(one)).map(({ text }) => text),
    ),
    revisions: revisionsBy(messages.AUTHOR),
    told: { done: 0, noted: 0, comments: commentsBy(messages.AUTHOR, messages.INITIALS) },
    left: [...besides],
  };
  changeBlocks(base, work);
  addBlocks(mine, work);
  const [first] = paragraphs;
  if (work.left.length > 0 && first) {
    work.told.noted += work.left.length;
    work.told.comments.add([messages.notCarried(), ...work.left], first.element);
  }
  return work.told;
}

const rowsOf = (blocks: readonly Block[]): Row[] =>
  blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.flatMap((row) => [row, ...row.cells.flatMap(rowsOf)]) : [],
  );

function note(work: Work, line: string, at: XmlElement | undefined): void {
  if (!at) {
    work.left.push(line);
    return;
  }
  work.told.noted += 1;
  work.told.comments.add([line], at);
}

function changeBlocks(base: readonly Block[], work: Work): void {
  for (const block of base) {
    if (block.kind === 'paragraph') changeParagraph(block, work);
    else changeTable(block, work);
  }
}

function changeParagraph(was: Paragraph, work: Work): void {
  const mine = work.toMine.paragraphs.get(was);
  const fresh = work.toFresh.paragraphs.get(was);
  if (mine?.text === was.text || fresh?.text === mine?.text) return;
  if (!mine) {
    if (fresh && was.text !== '') deleteParagraph(was, fresh, work);
  } else if (!fresh) note(work, messages.changedByHand(mine.text), undefined);
  else {
    const { edits, clashes } = merged(was.text, mine.text, fresh.text);
    if (edits.length > 0) editParagraph(fresh, edits, work.revisions);
    work.told.done += edits.length;
    if (clashes > 0) note(work, messages.changedByBoth(mine.text), fresh.element);
  }
}

function deleteParagraph(was: Paragraph, fresh: Paragraph, work: Work): void {
  if (fresh.text === was.text) {
    removeParagraph(fresh, work.revisions);
    work.told.done += 1;
  } else note(work, messages.deletedByHand('段'), fresh.element);
}

function changeTable(was: Table, work: Work): void {
  const mine = work.toMine.tables.get(was);
  const fresh = work.toFresh.tables.get(was);
  // Columns came or went: nothing is in its place any more.
  if (!mine || !was.rows.some((row) => work.toMine.rows.has(row))) {
    if (fresh) note(work, messages.tableChanged(headOf(was)), undefined);
    return;
  }
  for (const row of was.rows) {
    if (work.toMine.rows.has(row)) {
      for (const cell of row.cells) changeBlocks(cell, work);
      continue;
    }
    const now = work.toFresh.rows.get(row);
    if (!now) continue;
    if (now.text !== row.text) {
      note(work, messages.deletedByHand('行'), paragraphsOf(now.cells.flat())[0]?.element);
      continue;
    }
    removeRow(now, work.revisions);
    work.told.done += 1;
  }
}

const headOf = ({ rows }: Table): string => rows[0]?.text.replaceAll(/\s+/g, '、') ?? '';

/** What somebody has added stands after what it stood after. */
function addBlocks(mine: readonly Block[], work: Work): void {
  const place = placeAmong(mine, (block): Block | undefined => {
    const was = work.fromMine.get(block) as Block | undefined;
    return was?.kind === 'table' ? work.toFresh.tables.get(was) : was && work.toFresh.paragraphs.get(was);
  });
  for (const block of mine) {
    if (work.fromMine.has(block)) {
      place.pass(block);
      if (block.kind === 'table') addRows(block, work);
    } else if (block.kind === 'table') work.left.push(messages.tableAdded(headOf(block)));
    else if (block.text !== '' && !work.added.has(block.text)) {
      const like = alike(block, place.at(), work);
      const put = place.put(() => newParagraph(block.text, like, work.revisions));
      if (put) work.told.done += 1;
      else work.left.push(messages.addedByHand(block.text));
    }
  }
}

/** What the new paragraph is to look like: one of its style, or the one that it follows. */
function alike({ style }: Paragraph, at: Standing | undefined, { fresh }: Work): Paragraph | undefined {
  const beside = fresh.filter(({ siblings, text }) => siblings === at?.siblings && text !== '');
  return beside.find((one) => one.style === style) ?? beside.find(({ element }) => element === at?.element);
}

function addRows(mine: Table, work: Work): void {
  const freshOf = (row: Row): Row | undefined => {
    const was = work.fromMine.get(row) as Row | undefined;
    return was && work.toFresh.rows.get(was);
  };
  const place = placeAmong(mine.rows, freshOf);
  for (const row of mine.rows) {
    if (work.fromMine.has(row)) {
      place.pass(row);
      for (const cell of row.cells) addBlocks(cell, work);
      continue;
    }
    if (row.text.trim() === '' || work.added.has(row.text)) continue;
    const like = mine.rows
      .map(freshOf)
      .find((one) => one && one.cells.length === row.cells.length && isPlain(one));
    const texts = row.cells.map(textOf);
    const put = like && place.put(() => newRow(like, texts, work.revisions));
    if (put) work.told.done += 1;
    else work.left.push(messages.addedByHand(texts.join('　')));
  }
}

/** Neither a head, nor with cells that go over several rows. */
const isPlain = ({ element }: Row): boolean =>
  !childOf(childOf(element, 'w:trPr'), 'w:tblHeader') &&
  element.children.every((cell) => !childOf(childOf(cell, 'w:tcPr'), 'w:vMerge'));

interface Standing {
  element: XmlElement;
  siblings: XmlElement[];
}

interface Place<T> {
  /** The part is known: what is added from here on stands after it. */
  pass(part: T): void;
  /** What the next addition is put beside. */
  at(): Standing | undefined;
  /** @returns false where there is no place for it */
  put(make: () => XmlElement): boolean;
}

function placeAmong<T>(parts: readonly T[], freshOf: (part: T) => Standing | undefined): Place<T> {
  let last: Standing | undefined;
  const first = parts.map(freshOf).find((one) => one !== undefined);
  return {
    pass: (part) => {
      last = freshOf(part) ?? last;
    },
    at: () => last ?? first,
    put: (make) => {
      const beside = last ?? first;
      if (!beside) return false;
      const { element, siblings } = beside;
      const made = make();
      siblings.splice(siblings.indexOf(element) + (last ? 1 : 0), 0, made);
      last = { element: made, siblings };
      return true;
    },
  };
}
