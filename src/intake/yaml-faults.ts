/** What is wrong with a YAML file that can't be parsed. */
import { type Document, visit } from 'yaml';
import type { Diagnostic } from '../base/diagnostic.ts';
import { yamlColon, yamlOpen, yamlQuoteInside, yamlSyntax, yamlUnquoted } from '../base/messages/files.ts';
import type { Origin } from '../base/origin.ts';

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
  return colons.length > 0 ? colons : syntaxFaults(document, source);
}

/** What is never closed is told where it opens. */
function syntaxFaults(document: Document, { text, place }: Source): Diagnostic[] {
  const quotes = document.errors.flatMap(({ message, pos: [end] }) => {
    const start = message.startsWith('Missing closing') ? quoteEndingAt(document, end) : undefined;
    return start === undefined ? [] : [{ start, end }];
  });
  return document.errors.flatMap(({ code, message, pos: [offset] }) => {
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
    const before = text[offset - 1];
    if (message === 'Unexpected scalar at node end' && (before === '"' || before === "'"))
      return [yamlQuoteInside(place(offset - 1), before)];
    return [yamlSyntax(place(offset), code)];
  });
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
