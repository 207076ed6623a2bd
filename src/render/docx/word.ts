/** Document tree → what `docx` writes: the seam between the handlers and the library. */
import { type IPropertiesOptions, type IStylesOptions, Packer, Document as WordDocument } from 'docx';
import type { Document } from '../../model/document/document.ts';
import { chartStyle } from '../charts/style.ts';
import type { Style } from '../context.ts';
import { geometryOf } from './parts/geometry.ts';
import type { Scope } from './scope.ts';
import { section } from './sections.ts';
import { keepBlanks } from './settings.ts';
import { bookStyles } from './styles/book-styles.ts';
import { stylesOf } from './styles/styles.ts';
import { targetsOf } from './targets.ts';
import { renderInline } from './text/inlines.ts';
import { clean } from './text/text.ts';

export function scopeOf(document: Document, { theme, fonts }: Style): Scope {
  const geometry = geometryOf(theme);
  const scope: Scope = {
    theme,
    geometry,
    targets: targetsOf(document, geometry.indent),
    textWidth: geometry.portrait.textWidth,
    form: document.form,
    depth: 0,
    landscape: false,
    lean: false,
    linesAbove: 0,
    roomAbove: false,
    tight: false,
    imprint: 'here',
    imprintEven: true,
    once: new Set(),
    charts: [],
    drawings: { count: 0 },
    style: chartStyle(theme, fonts),
    inlines: (nodes, look) => nodes.flatMap((node) => renderInline(node, look, scope)),
  };
  return scope;
}

/** The styles of every document in this theme. */
export const wordStyles = ({ theme, geometry }: Scope): IStylesOptions =>
  bookStyles(stylesOf(theme, geometry), theme);

export function wordDocument(
  document: Document,
  scope: Scope,
  pageNumbers: NonNullable<IPropertiesOptions['pageNumbers']>,
  styles = wordStyles(scope),
): WordDocument {
  const { meta } = document;
  const file = new WordDocument({
    title: clean(meta.title),
    creator: clean(meta.author),
    lastModifiedBy: clean(meta.author),
    subject: clean(meta.subject),
    keywords: meta.keywords.map(clean).join('；'),
    styles,
    numbering: scope.targets.numbering.options,
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15 },
    pageNumbers,
    sections: document.sections.map((part) => section(document, part, scope)),
  });
  keepBlanks(file);
  return file;
}

export async function write(
  document: Document,
  scope: Scope,
  pageNumbers: NonNullable<IPropertiesOptions['pageNumbers']>,
): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toArrayBuffer(wordDocument(document, scope, pageNumbers)));
}
