/** Last step: the same document gives the same bytes. Times, random ids and the order of the archive are settled here. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { ZIP_DAY } from '../../../base/file-date.ts';

const FIRST_SHAPE = 10_000;

export interface Finish {
  /** ISO date that stands for the times of creation and change. */
  date: string;
  /** Changes a part, given its path; parts that it doesn't know come back as they were. */
  part(path: string, xml: string): string;
}

export function normalise(bytes: Uint8Array, finish: Finish): Uint8Array {
  const files = unzipSync(bytes);
  const paths = Object.keys(files).sort(order);
  const ids = new Map<string, string>();
  const out: Zippable = {};
  for (const path of paths) {
    const data = files[path];
    if (!data || path.endsWith('/')) continue;
    if (path.endsWith('.xlsx'))
      out[path] = [normalise(data, { ...finish, part: (_, xml) => xml }), { level: 0, mtime: ZIP_DAY }];
    else if (!/\.(xml|rels)$/.test(path)) out[path] = [data, { mtime: ZIP_DAY }];
    else
      out[path] = [
        strToU8(finish.part(path, settle(path, strFromU8(data), finish.date, ids))),
        { mtime: ZIP_DAY },
      ];
  }
  return zipSync(out, { level: 6 });
}

/** The list of content types comes first in an Office file; the rest by code point. */
const order = (a: string, b: string): number => rank(a) - rank(b) || (a < b ? -1 : 1);
const rank = (path: string): number => (path === '[Content_Types].xml' ? 0 : path === '_rels/.rels' ? 1 : 2);

function settle(path: string, xml: string, date: string, ids: Map<string, string>): string {
  const dated = /(^|\/)core\.xml$/.test(path)
    ? xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`)
    : xml;
  // Shapes are counted on from document to document; chart and picture ids are small numbers.
  let shapes = FIRST_SHAPE;
  const counted = dated.replace(/<wps:cNvPr id="\d+" name="[^"]*"/g, () => {
    shapes++;
    return `<wps:cNvPr id="${shapes}" name="形状 ${shapes - FIRST_SHAPE}"`;
  });
  return counted.replace(/\b(Id|r:id|r:embed)="rId([^"]*[^"\d][^"]*)"/g, (_, name: string, id: string) => {
    const known = ids.get(id) ?? `rIdPart${ids.size + 1}`;
    ids.set(id, known);
    return `${name}="${known}"`;
  });
}
