/** Struck-out cells of an open document spreadsheet, like struck.ts for .xlsx. */
import { utils } from '@e965/xlsx';
import { attribute, type Parts, partText, plain } from './parts.ts';

const STYLE = /<style:style\b[^<>]*?(?:\/>|>(?:(?!<style:style\b)[\s\S])*?<\/style:style>)/g;
const LINE = /text-line-through-(?:style|type)="(?!none")/;
const PIECE = /<table:table\b[^<>]*>|<table:table-row\b[^<>]*>|<table:(?:covered-)?table-cell\b[^<>]*>/g;

/** In: the parts of the package. Out: sheet → addresses of its struck cells. */
export function struckOdsCells(parts: Parts): Map<string, Set<string>> {
  const content = partText(parts, 'content.xml');
  const named = partText(parts, 'styles.xml');
  const struck = struckStyles(`${named}${content}`);
  const found = new Map<string, Set<string>>();
  if (struck.size === 0) return found;
  const pieces = [...content.matchAll(PIECE)];
  let sheet = '';
  let [row, next, column] = [-1, 0, 0];
  for (const [i, piece] of pieces.entries()) {
    const [tag] = piece;
    const repeated = Number(/number-(?:rows|columns)-repeated="(\d+)"/.exec(tag)?.[1] ?? 1);
    if (tag.startsWith('<table:table-row')) {
      [row, next, column] = [next, next + repeated, 0];
    } else if (/^<table:table\b(?!-)/.test(tag)) {
      sheet = plain(attribute(tag, 'name') ?? '');
      [row, next] = [-1, 0];
    } else {
      const inside = content.slice(piece.index, pieces[i + 1]?.index ?? content.length);
      const styles = [...inside.matchAll(/(?:table|text):style-name="([^"]*)"/g)].map((m) => m[1] as string);
      if (styles.some((style) => struck.has(style))) {
        const refs = found.get(sheet) ?? new Set<string>();
        refs.add(utils.encode_cell({ r: row, c: column }));
        found.set(sheet, refs);
      }
      column += repeated;
    }
  }
  return found;
}

function struckStyles(xml: string): Set<string> {
  const styles = [...xml.matchAll(STYLE)].map(([style]) => ({
    name: attribute(style, 'name') ?? '',
    parent: attribute(style, 'parent-style-name') ?? '',
    struck: LINE.test(style),
    plain: /text-line-through-(?:style|type)="none"/.test(style),
  }));
  const struck = new Set(styles.filter((style) => style.struck).map((style) => style.name));
  for (const { name, parent, plain } of styles) if (!plain && struck.has(parent)) struck.add(name);
  return struck;
}
