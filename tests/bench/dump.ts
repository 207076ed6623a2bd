/**
 * What the program prints, without printing it: the HTML of every document with its subset fonts, and the texts and tables
 * of its tree. The floor prints and packs just these. Arguments: period, ids of documents (or ''), workspace, folder.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { realEffects } from '../../src/cli/effects.ts';
import { fontPlaces, host } from '../../src/cli/machine.ts';
import type { Block, Document } from '../../src/model/document/document.ts';
import { type Inline, plainText } from '../../src/model/document/inline.ts';
import { parsePeriod, parseYear } from '../../src/model/period.ts';
import { build } from '../../src/pipeline.ts';
import { codePointsOf } from '../../src/render/fonts/characters.ts';
import type { FontFace } from '../../src/render/fonts/face.ts';
import { subsetFont } from '../../src/render/fonts/subset.ts';
import { documentHtml } from '../../src/render/html/document.ts';
import { browserFace, facesFor } from '../../src/render/html/stylesheet/faces.ts';
import { imprintLast } from '../../src/render/layout/imprint.ts';
import { FORMATS } from '../../src/render/work/formats.ts';

const [written = '', only = '', workspace = '.', folder = ''] = process.argv.slice(2);
const period = parsePeriod(written) ?? parseYear(written);
if (!period) throw new Error(written);
mkdirSync(folder, { recursive: true });
const made = { value: { bytes: new Uint8Array([0]), pages: 1, bookmarks: [] }, diagnostics: [] };
let count = 0;

const INLINES: readonly string[] = [
  'text',
  'strong',
  'emphasis',
  'figure',
  'reference',
  'status',
  'noteMark',
  'break',
];
const isInline = (value: unknown): value is Inline =>
  typeof value === 'object' && value !== null && 'kind' in value && INLINES.includes(String(value.kind));

/** Running text anywhere in a block. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every(isInline)) return [plainText(value)];
    return value.flatMap(textsOf);
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

function plain(block: Block): unknown[] {
  if (block.kind === 'chart') return [];
  if (block.kind !== 'table') return textsOf(block).map((text) => ({ text }));
  const rows = [...block.head, ...block.body];
  return [{ rows: rows.map((row) => row.map((cell) => cell.content.map(plainText).join('\n'))) }];
}

function fontFaceRule(face: FontFace): string {
  const { family, source, descriptors } = browserFace(face);
  const css = Object.entries(descriptors).map(([name, value]) => {
    const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return `${property === 'weight' ? 'font-weight' : property}:${value}`;
  });
  return `@font-face{font-family:"${family}";src:${source};${css.join(';')}}`;
}

FORMATS.pdf.render = async (document: Document, context) => {
  count += 1;
  const own = count;
  // By itself the page has no fonts.
  const bare = documentHtml(imprintLast(document), context).html;
  const faces = facesFor(context.fonts, codePointsOf(bare));
  let html = bare.replace('<style>', `<style>${faces.map(fontFaceRule).join('')}`);
  for (const [i, face] of faces.entries()) {
    const bytes = await subsetFont(face, codePointsOf(html), context.effects);
    if (!bytes) continue;
    const path = join(folder, `${own}-${i}.ttf`);
    writeFileSync(path, bytes);
    html = html.replaceAll(pathToFileURL(face.path).href, pathToFileURL(path).href);
  }
  writeFileSync(join(folder, `${own}.html`), html);
  const blocks = document.sections.flatMap((section) => section.blocks).flatMap(plain);
  writeFileSync(join(folder, `${own}.json`), JSON.stringify(blocks));
  return made;
};
FORMATS.docx.render = async () => made;

const { diagnostics } = await build(
  {
    period,
    only: only === '' ? [] : only.split(','),
    formats: ['pdf', 'docx'],
    draft: true,
    out: join(folder, 'out'),
    host,
    fontPlaces: fontPlaces(workspace),
  },
  realEffects(workspace, () => {}),
);
for (const { severity, message } of diagnostics) if (severity === 'error') throw new Error(message);
