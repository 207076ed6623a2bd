/** Paragraph styles: which are headings, and which carry a number of their own. */
import { elements, first, val, type XmlElement } from './xml.ts';

export interface NumberRef {
  num: string;
  level: number;
}

export interface Styles {
  /** Heading level from 1 of a style, by its outline level or its name (标题 1, heading 1). */
  outline(style: string | undefined): number | undefined;
  number(style: string | undefined): Partial<NumberRef> | undefined;
}

/** w:numPr of a paragraph's or style's properties. */
export function numberRef(properties: XmlElement | undefined): Partial<NumberRef> | undefined {
  const reference = first(properties, 'w:numPr');
  if (!reference) return undefined;
  const num = val(reference, 'w:numId');
  const level = val(reference, 'w:ilvl');
  return { ...(num !== undefined && { num }), ...(level !== undefined && { level: Number(level) || 0 }) };
}

export function styles(root: XmlElement | undefined): Styles {
  const byId = new Map(elements(root, 'w:style').map((s) => [s.attributes['w:styleId'] ?? '', s]));
  /** Own properties first, then those of the styles it is based on. */
  function search<T>(style: string | undefined, read: (element: XmlElement) => T | undefined): T | undefined {
    const seen = new Set<string>();
    for (let id = style; id !== undefined && !seen.has(id); id = val(byId.get(id), 'w:basedOn')) {
      seen.add(id);
      const element = byId.get(id);
      const found = element && read(element);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return {
    outline: (style) =>
      search(style, (element) => {
        const level = val(element, 'w:pPr', 'w:outlineLvl');
        if (level !== undefined && Number(level) < 9) return Number(level) + 1;
        const named = /^(?:heading|标题)\s*([1-9])$/i.exec(val(element, 'w:name') ?? '');
        return named ? Number(named[1]) : undefined;
      }),
    number: (style) => search(style, (element) => numberRef(first(element, 'w:pPr'))),
  };
}
