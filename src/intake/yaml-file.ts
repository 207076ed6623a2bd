/** YAML text → data in which every value knows its line and column. */
import { isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { keyOf, remembered } from '../base/cached.ts';
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import { digestOf } from '../base/digest.ts';
import type { Effects } from '../base/effects.ts';
import { notText, yamlColon, yamlOpen, yamlSyntax } from '../base/messages/files.ts';
import type { Origin } from '../base/origin.ts';
import type { LocatedData, Path } from './located.ts';

/** As readYaml; the data of a sound file are kept between runs, and it is parsed again only where a place is asked for. */
export async function keptYaml(
  file: string,
  bytes: Uint8Array,
  { cache }: Pick<Effects, 'cache'>,
): Promise<Outcome<LocatedData>> {
  if (!cache) return readYaml(file, bytes);
  let parsed: Outcome<LocatedData> | undefined;
  const parse = (): Outcome<LocatedData> => (parsed ??= readYaml(file, bytes));
  // Wrapped, so that a file that holds nothing is known, too.
  const kept = await remembered(
    cache,
    (store) => keyOf(store, 'yaml', digestOf(bytes)),
    () => ({ data: parse().value?.data ?? null }),
    () => parse().value !== undefined,
  );
  if (parsed) return parsed;
  const places = (): LocatedData => {
    const { value } = parse();
    if (!value) throw new Error(`${file} was sound when it was kept`);
    return value;
  };
  return {
    value: {
      data: kept.data,
      at: (path) => places().at(path),
      atKey: (path) => places().atKey(path),
      raw: (path) => places().raw(path),
    },
    diagnostics: [],
  };
}

/** Reads a YAML file; a syntax error leaves no value. */
export function readYaml(file: string, bytes: Uint8Array): Outcome<LocatedData> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { value: undefined, diagnostics: [notText(file)] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): Origin => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (document.errors.length > 0) {
    const near = document.errors.map((error) => place(error.pos[0]).line ?? 1);
    const colons = wrongColons(file, text, near);
    // What the parser says then are consequences, of places that are right.
    if (colons.length > 0) return { value: undefined, diagnostics: colons };
    return {
      value: undefined,
      diagnostics: document.errors.map(({ code, message, pos: [offset] }) => {
        const flow = UNCLOSED.exec(message)?.[1];
        if (!flow) return yamlSyntax(place(offset), code);
        const bracket = flow === 'sequence' ? '[' : '{';
        // The parser tells where it gave up; what has to be mended is where the bracket opens.
        return yamlOpen(place(text.lastIndexOf(bracket, offset - 1)), bracket);
      }),
    };
  }
  const nodeAt = (path: Path): Node | undefined => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    return isNode(node) ? node : undefined;
  };
  const at = (path: Path): Origin => {
    for (let length = path.length; length >= 0; length--) {
      const node = nodeAt(path.slice(0, length));
      if (node?.range) return place(node.range[0]);
    }
    return place(0);
  };
  return {
    value: {
      data: document.toJS(),
      at,
      atKey(path) {
        const parent = nodeAt(path.slice(0, -1));
        const pair = isMap(parent)
          ? parent.items.find((item) => isScalar(item.key) && item.key.value === path.at(-1))
          : undefined;
        const range = isNode(pair?.key) ? pair.key.range : undefined;
        return range ? place(range[0]) : at(path);
      },
      raw(path) {
        const node = nodeAt(path);
        if (!isScalar(node)) return undefined;
        return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
      },
    },
    diagnostics: [],
  };
}

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
