/**
 * A workbook in the open document format (.ods) made safe before anything parses it, as package.ts does for .xlsx: sizes
 * are checked twice, only the parts that hold cells are kept, and repetitions (a row “repeated” a million times in one
 * line of XML) are cut where empty and refused where filled.
 */
import { zipSync } from 'fflate';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import {
  emptyRowsCut,
  encryptedFile,
  externalLinks,
  macrosIgnored,
  tooManyRows,
  truncatedFile,
  unpacksTooLarge,
} from '../../base/messages/sent-files.ts';
import { picturesIgnored } from '../../base/messages/slips.ts';
import { withWholeCharacters } from './character-references.ts';
import { LIMITS, type SafePackage, unpack } from './package.ts';
import { MOST_COLUMNS, MOST_ROWS } from './sheet.ts';
import { type ZipEntry, zipDirectory } from './zip-directory.ts';

const CONTENT = 'content.xml';
const NEEDED: readonly string[] = [CONTENT, 'styles.xml', 'meta.xml', 'mimetype', 'META-INF/manifest.xml'];
const SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet';
/** Filled cells of a workbook, repetitions counted; the whole project list has some thousands. */
const MOST_CELLS = 200_000;

/** undefined for what is no open document spreadsheet. */
export function openOdsPackage(file: string, bytes: Uint8Array): Outcome<SafePackage> | undefined {
  const entries = zipDirectory(bytes);
  const find = (name: string): ZipEntry | undefined => entries?.find((entry) => entry.name === name);
  const mimetype = find('mimetype');
  const type = mimetype && mimetype.size < 200 ? unpack(bytes, mimetype) : undefined;
  if (!entries || !find(CONTENT) || !type || !Buffer.from(type).toString('latin1').startsWith(SPREADSHEET))
    return undefined;
  const refuse = (...diagnostics: Diagnostic[]): Outcome<SafePackage> => ({ value: undefined, diagnostics });
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > LIMITS.all || entries.length > LIMITS.entries)
    return refuse(unpacksTooLarge(file, total, LIMITS.all));
  const diagnostics: Diagnostic[] = [];
  const parts: Record<string, Uint8Array> = {};
  for (const name of NEEDED) {
    const entry = find(name);
    if (!entry) continue;
    if (entry.size > LIMITS.part) return refuse(unpacksTooLarge(file, entry.size, LIMITS.part));
    const part = unpack(bytes, entry);
    if (!part) return refuse(truncatedFile(file));
    parts[name] = part;
  }
  const text = (name: string): string => Buffer.from(parts[name] ?? []).toString('utf8');
  if (text('META-INF/manifest.xml').includes('encryption-data')) return refuse(encryptedFile(file));
  const names = entries.map((entry) => entry.name);
  if (names.some((name) => /^(?:Basic|Scripts)\//.test(name))) diagnostics.push(macrosIgnored(file));
  const content = text(CONTENT);
  if (/<table:(?:table-source|cell-range-source)\b|formula="[^"]*(?:file:|https?:)/.test(content))
    diagnostics.push(externalLinks(file));
  if (/<draw:(?:frame|custom-shape|text-box)\b/.test(content)) diagnostics.push(picturesIgnored(file));
  const tamed = tame(content);
  if (tamed === undefined) return refuse(tooManyRows({ file }, MOST_ROWS));
  if (tamed.cut) diagnostics.push(emptyRowsCut({ file }, MOST_ROWS));
  parts[CONTENT] = Buffer.from(withWholeCharacters(tamed.xml), 'utf8');
  return { value: { zip: zipSync(parts, { level: 0 }), parts }, diagnostics };
}

/** A tag that never ends stops at the next one: each looked for to the end of the file would take hours. */
const ROW = /<table:table-row\b[^<>]*>/g;
const CELL = /<table:(?:covered-)?table-cell\b[^<>]*>/g;
const REPEATED = /number-(?:rows|columns)-repeated="(\d+)"/;
/** What makes a cell more than a format: a value, a formula, or something inside it. */
const FILLED = /office:(?:value|string-value|boolean-value|date-value|time-value)|table:formula|[^/]>$/;

const times = (tag: string): number => Number(REPEATED.exec(tag)?.[1] ?? 1);
const once = (tag: string): string => tag.replace(REPEATED, (found) => found.replace(/\d+/, '1'));

/** Empty repetitions beyond what is read are cut to one; undefined when more is filled in than is read. */
function tame(xml: string): { xml: string; cut: boolean } | undefined {
  const starts = [...xml.matchAll(ROW)].map((found) => found.index);
  const pieces = [xml.slice(0, starts[0] ?? xml.length)];
  let cut = false;
  let filled = 0;
  let rows = 0;
  for (const [i, start] of starts.entries()) {
    const piece = xml.slice(start, starts[i + 1] ?? xml.length);
    const tag = piece.slice(0, piece.indexOf('>') + 1);
    let own = 0;
    const narrowed = piece.slice(tag.length).replace(CELL, (cell) => {
      if (FILLED.test(cell)) own += times(cell);
      else if (times(cell) > MOST_COLUMNS) return once(cell);
      return cell;
    });
    filled += own * times(tag);
    rows += own > 0 || times(tag) < MOST_ROWS ? times(tag) : 1;
    if (own > MOST_COLUMNS || filled > MOST_CELLS) return undefined;
    if (own > 0 && times(tag) > MOST_ROWS) return undefined;
    const tall = times(tag) >= MOST_ROWS || (own === 0 && rows > MOST_ROWS);
    cut ||= tall && i < starts.length - 1;
    pieces.push(tall ? once(tag) : tag, narrowed);
  }
  return { xml: pieces.join(''), cut };
}
