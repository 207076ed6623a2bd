/** The operators of a content stream (ISO 32000-1, 7.8.2), each with its operands as written. */

/** Operators of marked content (ISO 32000-1, 14.6): they draw nothing. */
export const MARKS: ReadonlySet<string> = new Set(['BMC', 'BDC', 'EMC', 'MP', 'DP']);

export interface Operator {
  /** BT, re, Tj …; 'BI' stands for a whole inline image. */
  name: string;
  /** Operands and operator as they stand in the stream. */
  text: string;
}

/** Classes of characters (7.2.2): most of a volume's 30 million are asked for theirs, so a table answers. */
const REGULAR = 0;
const SPACE = 1;
const DELIMITER = 2;
const CLASSES = new Uint8Array(256);
for (const space of '\0\t\n\f\r ') CLASSES[space.charCodeAt(0)] = SPACE;
for (const delimiter of '()<>[]{}/%') CLASSES[delimiter.charCodeAt(0)] = DELIMITER;
const classAt = (stream: string, at: number): number | undefined => CLASSES[stream.charCodeAt(at)];

const CONSTANTS = new Set(['true', 'false', 'null']);
const HEX = /<[0-9A-Fa-f\0\t\n\f\r ]*>/y;
const END_OF_IMAGE = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g;

/** In: a decoded content stream, one character a byte. */
export function readOperators(stream: string): Operator[] {
  const operators: Operator[] = [];
  let start: number | undefined;
  for (let at = skip(stream, 0); at < stream.length; at = skip(stream, at)) {
    start ??= at;
    const from = at;
    at = tokenEnd(stream, from);
    if (!beginsOperator(stream.charCodeAt(from))) continue;
    const name = stream.slice(from, at);
    if (CONSTANTS.has(name)) continue;
    if (name === 'BI') {
      END_OF_IMAGE.lastIndex = at;
      at = END_OF_IMAGE.test(stream) ? END_OF_IMAGE.lastIndex : stream.length;
    }
    operators.push({ name, text: stream.slice(start, at) });
    start = undefined;
  }
  return operators;
}

/** The numbers among an operator's operands, in order. */
export function numbers({ name, text }: Operator): number[] {
  const values: number[] = [];
  const end = text.length - name.length;
  for (let at = 0; at < end; ) {
    while (at < end && classAt(text, at) === SPACE) at += 1;
    const from = at;
    while (at < end && classAt(text, at) !== SPACE) at += 1;
    if (at > from && text[from] !== '/') values.push(Number(text.slice(from, at)));
  }
  return values;
}

/** A letter, ' or ". */
const beginsOperator = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x27 || code === 0x22;

/** Past spaces and comments. */
function skip(stream: string, from: number): number {
  let at = from;
  for (;;) {
    while (classAt(stream, at) === SPACE) at += 1;
    if (stream[at] !== '%') return at;
    while (at < stream.length && stream[at] !== '\r' && stream[at] !== '\n') at += 1;
  }
}

function tokenEnd(stream: string, from: number): number {
  let at = from;
  switch (stream[from]) {
    case '(':
      return literalEnd(stream, from);
    case '<':
    case '>':
      if (stream[from + 1] === stream[from]) return from + 2;
      HEX.lastIndex = from;
      return HEX.test(stream) ? HEX.lastIndex : from + 1;
    case '/':
      at += 1;
      break;
    default:
      if (classAt(stream, from) === DELIMITER) return from + 1;
  }
  while (classAt(stream, at) === REGULAR) at += 1;
  return at;
}

/** Parentheses nest; a backslash takes the next character with it. */
function literalEnd(stream: string, from: number): number {
  let depth = 0;
  for (let at = from; at < stream.length; at += 1) {
    if (stream[at] === '\\') at += 1;
    else if (stream[at] === '(') depth += 1;
    else if (stream[at] === ')' && --depth === 0) return at + 1;
  }
  return stream.length;
}
