/** Careful small edits in XML that others wrote: tags are found with their places, all other bytes stay as they are. */
import { escapeXml } from '../../../base/xml.ts';

export interface Tag {
  /** Without prefix: row. */
  name: string;
  /** With the colon, or '': x:. */
  prefix: string;
  kind: 'open' | 'close' | 'empty';
  start: number;
  end: number;
  /** As written. */
  source: string;
}

/** What is opened and never closed is looked for up to the next of its kind, or the next <, so that a broken file takes no hours. */
const TAGS =
  /<!--(?:(?!<!--)[\s\S])*?-->|<!\[CDATA\[(?:(?!<!\[CDATA\[)[\s\S])*?\]\]>|<\?(?:(?!<\?)[\s\S])*?\?>|<(\/?)([\w.-]+:)?([\w.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g;

/** All tags in order; comments, CDATA and declarations are passed over. */
export function* tags(xml: string): Generator<Tag> {
  for (const found of xml.matchAll(TAGS)) {
    const [source, slash, prefix, name, , empty] = found;
    if (name === undefined) continue;
    yield {
      name,
      prefix: prefix ?? '',
      kind: slash ? 'close' : empty ? 'empty' : 'open',
      start: found.index,
      end: found.index + source.length,
      source,
    };
  }
}

/** The first tag of that name, opening or empty. */
export function firstTag(xml: string, name: string): Tag | undefined {
  for (const tag of tags(xml)) if (tag.name === name && tag.kind !== 'close') return tag;
  return undefined;
}

/** An element from its opening to its closing tag. */
export interface Element {
  open: Tag;
  /** Of the closing tag; equal to the end of an empty element. */
  innerEnd: number;
  end: number;
}

/** Elements of that name, outermost only. */
export function elements(xml: string, name: string): Element[] {
  const found: Element[] = [];
  let open: Tag | undefined;
  let depth = 0;
  for (const tag of tags(xml)) {
    if (tag.name !== name) continue;
    if (tag.kind === 'empty') {
      if (depth === 0) found.push({ open: tag, innerEnd: tag.end, end: tag.end });
    } else if (tag.kind === 'open') {
      if (depth++ === 0) open = tag;
    } else if (--depth === 0 && open) {
      found.push({ open, innerEnd: tag.start, end: tag.end });
    }
  }
  return found;
}

export function attribute(tag: Pick<Tag, 'source'>, name: string): string | undefined {
  const found = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag.source);
  return found ? unescapeXml(found[1] ?? found[2] ?? '') : undefined;
}

/** The tag with the attribute set or added. */
export function withAttribute(source: string, name: string, value: string): string {
  const present = new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`);
  if (present.test(source))
    return source.replace(present, (_, head: string) => `${head}"${escapeXml(value)}"`);
  return source.replace(/^(<[\w:.-]+)/, (head) => `${head} ${name}="${escapeXml(value)}"`);
}

export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Applies edits that do not overlap: what is put in comes before what is replaced there, several at one place in the order given. */
export function applyEdits(xml: string, edits: readonly Edit[]): string {
  const sorted = edits
    .map((edit, i) => ({ ...edit, i }))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.i - b.i);
  let out = '';
  let at = 0;
  for (const { start, end, text } of sorted) {
    out += xml.slice(at, start) + text;
    at = end;
  }
  return out + xml.slice(at);
}

/** Puts text behind the last child of the first element of that name, opening it if it was empty. */
export function append(xml: string, name: string, text: string, count = 0): string {
  const element = elements(xml, name)[0];
  if (!element) return xml;
  const { open } = element;
  const counted = attribute(open, 'count');
  const tag =
    counted === undefined
      ? open.source
      : withAttribute(open.source, 'count', String(Number(counted) + count));
  if (open.kind === 'empty') {
    const opened = tag.replace(/\s*\/>$/, '>');
    return applyEdits(xml, [
      { start: open.start, end: open.end, text: `${opened}${text}</${open.prefix}${name}>` },
    ]);
  }
  return applyEdits(xml, [
    { start: open.start, end: open.end, text: tag },
    { start: element.innerEnd, end: element.innerEnd, text },
  ]);
}

/** Puts text behind the last of these elements that are there. */
export function appendAfter(xml: string, names: readonly string[], text: string): string {
  const end = Math.max(...names.flatMap((name) => elements(xml, name).map((element) => element.end)));
  return Number.isFinite(end) ? applyEdits(xml, [{ start: end, end, text }]) : xml;
}

export function unescapeXml(text: string): string {
  return text
    .replace(/&#x([\da-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** Attribute id of a link as this document writes it: r:id="rId1", with the prefix declared where it has none. */
export function linkAttribute(xml: string, linkBase: string, id: string): string {
  for (const tag of tags(xml)) {
    const prefix = new RegExp(`\\sxmlns:([\\w.-]+)\\s*=\\s*["']${linkBase.replace(/[.]/g, '\\.')}["']`).exec(
      tag.source,
    )?.[1];
    return prefix ? `${prefix}:id="${id}"` : `xmlns:r="${linkBase}" r:id="${id}"`;
  }
  return '';
}
