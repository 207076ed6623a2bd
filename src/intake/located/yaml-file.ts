/** YAML text → data in which every value knows its line and column. */
import { type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { keyOf, remembered } from '../../base/cached.ts';
import type { Outcome } from '../../base/diagnostic.ts';
import { digestOf } from '../../base/digest.ts';
import type { Effects } from '../../base/effects.ts';
import { notText, yamlRepeats } from '../../base/messages/files.ts';
import type { Origin } from '../../base/origin.ts';
import type { LocatedData, Path } from './located.ts';
import { faultsOf } from './yaml-faults.ts';
import { strangeSigns } from './yaml-signs.ts';

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
    // Lines that end as on old Macintoshes are one comment to the parser, from the first “#” on.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r(?!\n)/g, '\n');
  } catch {
    return { value: undefined, diagnostics: [notText(file)] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): Origin => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (document.errors.length > 0)
    return { value: undefined, diagnostics: faultsOf(document, { file, text, place }) };
  const strange = strangeSigns(document, text, place);
  if (strange.length > 0) return { value: undefined, diagnostics: strange };
  const data = dataOf(document);
  if (data === undefined) return { value: undefined, diagnostics: [yamlRepeats(file)] };
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
      data,
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

/** Undefined where what is referred to would be repeated without end. */
function dataOf(document: Document): unknown {
  try {
    return document.toJS() ?? null;
  } catch (error) {
    // The parser's own limit; what else can't be referred to has been told before.
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}
