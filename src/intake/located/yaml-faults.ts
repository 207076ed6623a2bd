/** What is wrong with a YAML file that can't be parsed. */
import { type Document, isScalar, visit } from 'yaml';
import type { Diagnostic } from '../../base/diagnostic.ts';
import {
  yamlColon,
  yamlNotEmpty,
  yamlOpen,
  yamlQuoteInside,
  yamlSyntax,
  yamlTwice,
  yamlUnquoted,
} from '../../base/messages/files.ts';
import type { Origin } from '../../base/origin.ts';

interface Source {
  file: string;
  text: string;
  place: (offset: number) => Origin;
}

/** What the parser did not understand, told at the places that have to be mended: it tells where it gave up. */
export function faultsOf(document: Document, source: Source): Diagnostic[] {
  const near = document.errors.map((error) => source.place(error.pos[0]).line ?? 1);
  const colons = wrongColons(source.file, source.text, near);
  // What the parser says then are consequences, of places that are right.
  if (colons.length > 0) return colons;
  const filled = filledAfterAll(source.file, source.text, near);
  return filled.length > 0 ? filled : syntaxFaults(document, source);
}

/** Nothing but an empty list or group: by itself, or of a field. */
const EMPTY = /^(\s*)(?:([^\s:#-][^\s:#]*): +)?(\[\]|\{\})\s*(?:#.*)?$/;

/** “[]” or “{}” under which somebody has written after all, as our own files and hints invite to. */
function filledAfterAll(file: string, text: string, near: readonly number[]): Diagnostic[] {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, i) => {
    const [, indent = '', key, empty = ''] = EMPTY.exec(line) ?? [];
    if (empty === '') return [];
    const next = lines.findIndex((below, j) => j > i && /^\s*[^\s#]/.test(below));
    if (!near.includes(next + 1)) return [];
    const below = lines[next] ?? '';
    const inside = below.search(/\S/) > indent.length || /^\s*- /.test(below) || key === undefined;
    if (!inside) return [];
    const at = { file, line: i + 1, column: line.indexOf(empty, indent.length + (key?.length ?? 0)) + 1 };
    return [yamlNotEmpty(at, empty, next + 1)];
  });
}

/** What is never closed is told where it opens. */
function syntaxFaults(document: Document, { text, place }: Source): Diagnostic[] {
  const lineOf = (offset: number): number => place(offset).line ?? 1;
  const quotes = document.errors.flatMap(({ message, pos: [end] }) => {
    const start = message.startsWith('Missing closing') ? quoteEndingAt(document, end) : undefined;
    return start === undefined ? [] : [{ start, end }];
  });
  return document.errors.flatMap(({ code, message, pos: [offset] }, i) => {
    const before = document.errors[i - 1];
    // Having lost its way, the parser stumbles over every word that follows.
    if (code === LOST && before?.code === LOST && lineOf(offset) - lineOf(before.pos[0]) <= 1) return [];
    const quote = quotes.find(({ end }) => end === offset);
    if (quote)
      // A bracket around it ends nowhere, either, for that reason.
      return code === 'MISSING_CHAR' ? [yamlUnquoted(place(quote.start), quoteAt(text, quote.start))] : [];
    const flow = UNCLOSED.exec(message)?.[1];
    if (flow) {
      const [bracket, closing] = flow === 'sequence' ? (['[', ']'] as const) : (['{', '}'] as const);
      // It does close, but the parser took that for a bracket inside, which does not.
      if (text[offset - 1] === closing) return [];
      return [yamlOpen(place(text.lastIndexOf(bracket, offset - 1)), bracket)];
    }
    const last = text[offset - 1];
    if (message === 'Unexpected scalar at node end' && (last === '"' || last === "'"))
      return [yamlQuoteInside(place(offset - 1), last)];
    const twice = code === 'DUPLICATE_KEY' ? keyTwice(document, offset) : undefined;
    if (twice) return [yamlTwice(place(offset), twice.key, place(twice.first).line ?? 1)];
    return [yamlSyntax(place(offset), code)];
  });
}

const LOST = 'UNEXPECTED_TOKEN';

/** The key that stands there, and where the same map had it before. */
function keyTwice(document: Document, offset: number): { key: string; first: number } | undefined {
  let twice: { key: string; first: number } | undefined;
  visit(document, {
    Map: (_, { items }) => {
      const keys = items.flatMap(({ key }) => (isScalar(key) && key.range ? [key] : []));
      const here = keys.find(({ range }) => range?.[0] === offset);
      const first = keys.find(({ value }) => value === here?.value)?.range?.[0];
      if (here && first !== undefined && first < offset) twice = { key: String(here.value), first };
    },
  });
  return twice;
}

/** Where the quoted text begins that the parser takes to end there. */
function quoteEndingAt(document: Document, end: number): number | undefined {
  let start: number | undefined;
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (type?.startsWith('QUOTE') && range?.[1] === end) start = range[0];
    },
  });
  return start;
}

const quoteAt = (text: string, start: number): '"' | "'" => (text[start] === "'" ? "'" : '"');

const UNCLOSED = /^Flow (sequence|map) in block collection must be sufficiently indented and end with/;

/** A field's name at the beginning of a line, and a colon that is none for YAML; not https://. */
const WRONG_COLON = /^(\s*(?:- +)?)([A-Za-z_][\w.-]*)(：|:(?=[^\s/]))/;

/** In the lines where the parser stumbled, and those around them: a field whose colon is no colon runs into the next. */
function wrongColons(file: string, text: string, near: readonly number[]): Diagnostic[] {
  const lines = text.split(/\r?\n/);
  const suspects = new Set(near.flatMap((line) => [line - 1, line, line + 1]));
  const stumbled = lines.some((line, i) => suspects.has(i + 1) && WRONG_COLON.test(line));
  if (!stumbled) return [];
  return lines.flatMap((line, i) => {
    const [, before = '', key = '', colon = ''] = WRONG_COLON.exec(line) ?? [];
    if (key === '' || (colon === ':' && !suspects.has(i + 1))) return [];
    const at = { file, line: i + 1, column: before.length + key.length + 1 };
    return [yamlColon(at, key, colon === '：' ? '：' : ':')];
  });
}
