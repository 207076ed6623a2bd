/** The operators of a content stream (ISO 32000-1, 7.8.2), each with its operands as written. */

export interface Operator {
  /** BT, re, Tj …; 'BI' stands for a whole inline image. */
  name: string;
  /** Operands and operator as they stand in the stream. */
  text: string;
}

const SPACE = /[\0\t\n\f\r ]*/y;
const COMMENT = /%[^\r\n]*/y;
const WORD = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;
const NAME = /\/[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const HEX = /<[0-9A-Fa-f\0\t\n\f\r ]*>/y;
const NUMBER_OR_CONSTANT = /^(?:[+-]?(?:\d+\.?\d*|\.\d+)|true|false|null)$/;
const END_OF_IMAGE = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g;

/** In: a decoded content stream, one character a byte. */
export function readOperators(stream: string): Operator[] {
  const operators: Operator[] = [];
  let start = 0;
  for (let at = skip(stream, 0); at < stream.length; at = skip(stream, at)) {
    const end = tokenEnd(stream, at);
    const token = stream.slice(at, end);
    at = end;
    if (!isOperator(token)) continue;
    if (token === 'BI') {
      END_OF_IMAGE.lastIndex = at;
      at = END_OF_IMAGE.test(stream) ? END_OF_IMAGE.lastIndex : stream.length;
    }
    operators.push({ name: token, text: stream.slice(start, at).trim() });
    start = at;
  }
  return operators;
}

/** The numbers among an operator's operands, in order. */
export function numbers(operator: Operator): number[] {
  return operator.text
    .slice(0, -operator.name.length)
    .split(/\s+/)
    .filter((word) => word !== '' && !word.startsWith('/'))
    .map(Number);
}

function isOperator(token: string): boolean {
  return /^[A-Za-z'"]/.test(token) && !NUMBER_OR_CONSTANT.test(token);
}

function skip(stream: string, from: number): number {
  for (let at = from; ; ) {
    const spaced = match(SPACE, stream, at) ?? at;
    const commented = match(COMMENT, stream, spaced);
    if (commented === undefined) return spaced;
    at = commented;
  }
}

function tokenEnd(stream: string, at: number): number {
  const first = stream[at];
  if (first === '(') return literalEnd(stream, at);
  if (stream.startsWith('<<', at) || stream.startsWith('>>', at)) return at + 2;
  return match(first === '/' ? NAME : first === '<' ? HEX : WORD, stream, at) ?? at + 1;
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

function match(pattern: RegExp, stream: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(stream) ? pattern.lastIndex : undefined;
}
