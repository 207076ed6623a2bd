/**
 * What somebody has written into a Word file by hand, brought into the file that takes its place: as tracked changes where
 * the new text has the place still, as comments where the data have changed it, too, or it is gone.
 */
import { unzipSync, type Zippable, zipSync } from 'fflate';
import { ZIP_DAY } from '../../base/file-date.ts';
import { sideTextsChanged } from '../../base/messages/hand-edits.ts';
import { readXml, writeCompactXml, type XmlElement } from '../xml.ts';
import { readBlocks, textOf } from './blocks.ts';
import { carry } from './carry.ts';
import { COMMENTS, commentsRelation, commentsType } from './comments.ts';

export interface Carried {
  /** The new file with tracked changes and comments. */
  bytes: Uint8Array;
  /** Places with tracked changes. */
  done: number;
  /** Places with a comment alone. */
  noted: number;
}

type Parts = Record<string, Uint8Array>;

const DOCUMENT = 'word/document.xml';
const RELATIONS = 'word/_rels/document.xml.rels';
const TYPES = '[Content_Types].xml';
/** Texts beside the document: they are compared, not carried. */
const SIDE = /^word\/(?:header|footer|footnotes|endnotes)\d*\.xml$/;

/**
 * @param base the file as it was made · @param mine as somebody left it · @param fresh as it is made now
 * @returns undefined where no text was changed by hand, the new file has it all, or one of them can't be read
 */
export function carryHandEdits(base: Uint8Array, mine: Uint8Array, fresh: Uint8Array): Carried | undefined {
  const [before, theirs, parts] = [unpacked(base), unpacked(mine), unpacked(fresh)];
  const [was, is, now] = [before, theirs, parts].map((file) => rootOf(file, DOCUMENT));
  const [relations, types] = [RELATIONS, TYPES].map((path) => rootOf(parts, path));
  if (!was || !is || !now || !relations || !types || parts[COMMENTS]) return undefined;
  const besides = sideTexts(before) === sideTexts(theirs) ? [] : [sideTextsChanged()];
  const three = { base: readBlocks(was), mine: readBlocks(is), fresh: readBlocks(now) };
  const { done, noted, comments } = carry(three, besides);
  if (done + noted === 0) return undefined;
  const changed = new Map([[DOCUMENT, now]]);
  const part = comments.part();
  if (part) {
    relations.children.push(commentsRelation());
    types.children.push(commentsType());
    changed.set(RELATIONS, relations).set(TYPES, types).set(COMMENTS, part);
  }
  return { bytes: packed(parts, changed), done, noted };
}

function unpacked(bytes: Uint8Array): Parts {
  try {
    return unzipSync(bytes);
  } catch {
    return {};
  }
}

function rootOf(parts: Parts, path: string): XmlElement | undefined {
  const read = readXml(parts[path] ?? new Uint8Array());
  return 'root' in read ? read.root : undefined;
}

/** Each text once: office programs keep the same one for several kinds of pages. */
function sideTexts(parts: Parts): string {
  const roots = Object.keys(parts)
    .filter((path) => SIDE.test(path))
    .map((path) => rootOf(parts, path));
  const texts = roots.flatMap((root) => (root ? notesOf(root) : [])).filter((text) => text.trim() !== '');
  return [...new Set(texts)].sort().join('\n');
}

/** Of a footer its text, of notes each. */
const notesOf = (root: XmlElement): string[] =>
  [root, ...root.children].map((one) => textOf(readBlocks(one)));

function packed(parts: Parts, changed: ReadonlyMap<string, XmlElement>): Uint8Array {
  const out: Zippable = {};
  for (const [path, bytes] of Object.entries(parts))
    if (!changed.has(path)) out[path] = [bytes, { mtime: ZIP_DAY }];
  for (const [path, root] of changed) out[path] = [writeCompactXml(root), { mtime: ZIP_DAY }];
  const order = Object.entries(out).sort(([a], [b]) => Number(b === TYPES) - Number(a === TYPES));
  return zipSync(Object.fromEntries(order), { level: 6 });
}
