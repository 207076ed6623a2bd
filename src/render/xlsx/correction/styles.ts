/** Cell styles with a marking fill: copies of the cells' own styles, so that borders, fonts and formats stay. */
import { append, attribute, type Element, elements, firstTag, withAttribute } from './xml.ts';

export type Mark = 'error' | 'warning';

/**
 * Light enough to print and to read on; red for what must be mended, yellow for what should be looked at. A shade off
 * the colours that spreadsheet programs offer, so that ours are known again.
 */
const FILLS: Record<Mark, string> = { error: 'FFFFC7CD', warning: 'FFFFEB9B' };
/** What an entry cell of the form looks like, see form-style.ts; a mended cell gets it back. */
const ENTRY_FILL = 'FFFFF9E5';

export interface Restyler {
  /** Index of a copy of the style with the mark; `wrap` for running text. */
  marked(style: number, mark: Mark): number;
  /** The style without a mark of an earlier copy; undefined where it has none. */
  unmarked(style: number): number | undefined;
  /** A plain style whose text wraps. */
  wrapped(): number;
  /** styles.xml with everything that was asked for. */
  xml(): string;
}

export function restyler(styles: string): Restyler {
  const prefix = firstTag(styles, 'styleSheet')?.prefix ?? '';
  const xfsElement = elements(styles, 'cellXfs')[0];
  const inner = xfsElement ? styles.slice(xfsElement.open.end, xfsElement.innerEnd) : '';
  const xfs = elements(inner, 'xf').map((xf) => ({ xf, source: inner.slice(xf.open.start, xf.end) }));
  const fills = elements(styles, 'fills')[0];
  const fillsInner = fills ? styles.slice(fills.open.end, fills.innerEnd) : '';
  const fillSources = elements(fillsInner, 'fill').map((fill) => fillsInner.slice(fill.open.start, fill.end));
  const fillCount = fillSources.length;
  const entryFill = Math.max(
    0,
    fillSources.findIndex((fill) => fill.includes(ENTRY_FILL)),
  );
  const marks: Mark[] = ['error', 'warning'];
  const added: string[] = [];
  const known = new Map<string, number>();
  const add = (key: string, make: () => string): number => {
    const present = known.get(key);
    if (present !== undefined) return present;
    added.push(make());
    known.set(key, xfs.length + added.length - 1);
    return xfs.length + added.length - 1;
  };
  return {
    marked: (style, mark) =>
      add(`${style}/${mark}`, () => {
        const own = xfs[style] ?? xfs[0];
        const look = filled(own?.source ?? `<${prefix}xf/>`, own?.xf, fillCount + marks.indexOf(mark));
        return unlocked(look, prefix);
      }),
    unmarked: (style) => {
      const own = xfs[style];
      const fill = own && fillSources[Number(attribute(own.xf.open, 'fillId') ?? 0)];
      if (!own || !fill || !marks.some((mark) => fill.includes(FILLS[mark]))) return undefined;
      return add(`${style}/`, () => filled(own.source, own.xf, entryFill));
    },
    wrapped: () =>
      add(
        'wrap',
        () =>
          `<${prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><${prefix}alignment vertical="top" wrapText="1"/></${prefix}xf>`,
      ),
    xml: () => {
      const fill = (mark: Mark): string =>
        `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${FILLS[mark]}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`;
      const withFills = append(styles, 'fills', marks.map(fill).join(''), marks.length);
      return append(withFills, 'cellXfs', added.join(''), added.length);
    },
  };
}

function filled(source: string, xf: Element | undefined, fill: number): string {
  const tag = xf ? source.slice(0, xf.open.end - xf.open.start) : source;
  const rest = source.slice(tag.length);
  return withAttribute(withAttribute(tag, 'fillId', String(fill)), 'applyFill', '1') + rest;
}

/** The form's sheets are protected: a heading that has to be mended must let itself be. */
function unlocked(xf: string, prefix: string): string {
  const bare = withAttribute(xf, 'applyProtection', '1').replace(
    /<(?:[\w.-]+:)?protection\b[^>]*?(?:\/>|>[\s\S]*?<\/(?:[\w.-]+:)?protection>)/,
    '',
  );
  const protection = `<${prefix}protection locked="0"/>`;
  const rest = elements(bare, 'alignment')[0];
  if (rest) return bare.slice(0, rest.end) + protection + bare.slice(rest.end);
  const empty = /\s*\/>$/.test(bare) && elements(bare, 'xf')[0]?.open.kind === 'empty';
  return empty
    ? bare.replace(/\s*\/>$/, `>${protection}</${prefix}xf>`)
    : bare.replace(/^<[^>]*>/, (open) => open + protection);
}

/** Style of a cell as its s attribute says. */
export const styleOf = (cell: { source: string }): number => Number(attribute(cell, 's') ?? 0);
