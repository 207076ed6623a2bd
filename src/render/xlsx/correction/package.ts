/** The parts of a workbook package, and the links and types that a new part needs. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ZIP_DAY } from '../../../base/file-date.ts';
import { escapeXml } from '../../../base/xml.ts';
import { append, attribute, elements, firstTag, tags } from './xml.ts';

export interface Package {
  parts: Map<string, Uint8Array>;
  text(name: string): string | undefined;
  put(name: string, text: string): void;
}

export function openParts(bytes: Uint8Array): Package {
  const parts = new Map(Object.entries(unzipSync(bytes)));
  return {
    parts,
    text: (name) => {
      const part = parts.get(name);
      return part && strFromU8(part).replace(/^\ufeff/, '');
    },
    put: (name, text) => {
      parts.set(name, strToU8(text));
    },
  };
}

export function packParts(pack: Package): Uint8Array {
  return zipSync(Object.fromEntries(pack.parts), { mtime: ZIP_DAY });
}

export interface Link {
  id: string;
  type: string;
  /** Name of the part in the package. */
  target: string;
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);
const linksOf = (part: string): string => `${folderOf(part)}_rels/${part.slice(folderOf(part).length)}.rels`;

/** xl/workbook.xml + ../a/b.xml or /xl/b.xml → name of the part. */
function resolve(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folderOf(part).split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

export function links(pack: Package, part: string): Link[] {
  return [...tags(pack.text(linksOf(part)) ?? '')].flatMap((tag): Link[] => {
    const [id, type, target] = ['Id', 'Type', 'Target'].map((name) => attribute(tag, name));
    if (tag.name !== 'Relationship' || !id || !type || !target || attribute(tag, 'TargetMode') === 'External')
      return [];
    return [{ id, type, target: resolve(part, target) }];
  });
}

const NO_LINKS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** Links a part (by its absolute name); returns the new id. */
export function addLink(pack: Package, from: string, type: string, target: string): string {
  const name = linksOf(from);
  const before = pack.text(name) ?? NO_LINKS;
  const used = new Set([...tags(before)].map((tag) => attribute(tag, 'Id')));
  let n = 1;
  while (used.has(`rIdReturn${n}`)) n++;
  const prefix = firstTag(before, 'Relationships')?.prefix ?? '';
  const entry = `<${prefix}Relationship Id="rIdReturn${n}" Type="${escapeXml(type)}" Target="/${escapeXml(target)}"/>`;
  pack.put(name, append(before, 'Relationships', entry));
  return `rIdReturn${n}`;
}

const TYPES = '[Content_Types].xml';

export function addType(pack: Package, part: string, type: string): void {
  const before = pack.text(TYPES) ?? '';
  const present = [...tags(before)].some(
    (tag) => attribute(tag, 'PartName')?.toLowerCase() === `/${part}`.toLowerCase(),
  );
  if (present) return;
  const prefix = firstTag(before, 'Types')?.prefix ?? '';
  pack.put(
    TYPES,
    append(before, 'Types', `<${prefix}Override PartName="/${escapeXml(part)}" ContentType="${type}"/>`),
  );
}

/** A name that no part has yet: xl/comments7.xml. */
export function freeName(pack: Package, head: string, tail: string): string {
  let n = 1;
  while (pack.parts.has(`${head}${n}${tail}`)) n++;
  return `${head}${n}${tail}`;
}

/** Macros have no place in a file that is mailed on, nor in one called .xlsx. */
export function dropMacros(pack: Package): void {
  const types = pack.text(TYPES) ?? '';
  if (!types.includes('macroEnabled') && ![...pack.parts.keys()].some((name) => /vbaProject/i.test(name)))
    return;
  const dropped = [...pack.parts.keys()].filter((name) =>
    /vba(?:Project|Data)|ctrlProps|activeX/i.test(name),
  );
  for (const name of dropped) pack.parts.delete(name);
  let text = types.replace(
    /application\/vnd\.ms-excel\.(?:sheet|template)\.macroEnabled\.main\+xml/g,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  );
  text = without(text, 'Override', (name) => dropped.some((part) => name === `/${part}`), 'PartName');
  pack.put(TYPES, text);
  for (const name of [...pack.parts.keys()].filter((part) => part.endsWith('.rels'))) {
    const before = pack.text(name) ?? '';
    pack.put(
      name,
      without(before, 'Relationship', (type) => /vbaProject|ctrlProp|control$/.test(type), 'Type'),
    );
  }
}

/** The XML without the elements whose attribute is unwanted. */
function without(xml: string, element: string, unwanted: (value: string) => boolean, name: string): string {
  let out = xml;
  for (const { open, end } of elements(xml, element).reverse())
    if (unwanted(attribute(open, name) ?? '')) out = out.slice(0, open.start) + out.slice(end);
  return out;
}
