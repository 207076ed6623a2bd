/** One template folder × one view → one document: template → Markdown with tokens → blocks → numbering → references. */
import { hasErrors, type Outcome } from '../base/diagnostic.ts';
import { asFileName } from '../base/file-name.ts';
import * as messages from '../base/messages/compose.ts';
import type { Block, Document, HeadingBlock, Section } from '../model/document/document.ts';
import { PLAIN_SECTION } from '../model/document/document.ts';
import { plainText } from '../model/document/inline.ts';
import type { TemplateFolder, TemplatePart } from '../model/document/template.ts';
import { isYear, type Subject } from '../model/ledger/ledger.ts';
import type { Spoken } from '../model/ledger/spoken.ts';
import { programmeWords } from '../model/plan/programme.ts';
import type { Unit } from '../model/unit.ts';
import { bookSections } from './book/book.ts';
import type { WrittenPart } from './book/written-part.ts';
import { type Composition, composePart, settingsOrigin, settingsText } from './composition.ts';
import type { View } from './engine/value.ts';
import { frameBlocks } from './frame-blocks.ts';
import { LADDER, NO_LIMITS } from './limits.ts';
import { numberBook } from './passes/book-numbering.ts';
import { numberParts } from './passes/numbering.ts';
import { resolveReferences } from './passes/references.ts';
import { asSheet } from './passes/sheet.ts';
import { shrink } from './passes/shrink.ts';
import { noteName } from './spoken.ts';
import { citedStatistics } from './statistics/cited.ts';

/** No value when something is wrong with the template. */
export function composeDocument(
  folder: TemplateFolder,
  subject: Subject,
  unit: Unit | null,
  view: View,
  marks: readonly string[],
): Outcome<Document> & { spoken: Spoken } {
  const composition: Composition = {
    folder,
    subject,
    unit,
    view,
    references: new Map(),
    absent: new Map(),
    annexes: [],
    spoken: { projects: false, cities: false },
    diagnostics: [],
  };
  const { settings } = folder;
  const text = (source: string): string => settingsText(source, composition);
  composition.annexes = settings.annexList.map(text).filter((name) => name !== '');

  // A part that has nothing to say this time is left out: no empty page, no number for an annex.
  const written = writeParts(composition).filter((one) => one.blocks.length > 0);
  const book = settings.form === 'book';
  if (book) numberBook(written);
  else numberParts(written, written.filter(({ part }) => part.annex).length);
  const sections = book
    ? bookSections(written, subject)
    : toSections(frameBlocks(settings, marks, composition), written, settings.form);
  for (const blocks of alternatives(sections))
    composition.diagnostics.push(
      ...resolveReferences(blocks, composition.references, composition.absent, settingsOrigin(composition)),
    );
  const document: Document = {
    name: settings.name.split(FOLDER_SLASH).map(text).map(asFileName).join('/'),
    form: settings.form,
    style: settings.style,
    meta: {
      title: settings.title.map(text).join(''),
      author: subject.plan.document.office,
      subject: text(settings.subject),
      keywords: [...new Set([...programmeWords(subject.plan.document.programme), ...settings.keywords])],
      date: subject.setting.asOf,
      language: 'zh-CN',
      pageMark: subject.demo ? '演示数据' : '',
    },
    sections,
  };
  return {
    value: hasErrors(composition.diagnostics) ? undefined : document,
    diagnostics: composition.diagnostics,
    spoken: composition.spoken,
  };
}

/** All parts in their order. One that lists what the others cite is written when they are. */
function writeParts(c: Composition): WrittenPart[] {
  const { parts } = c.folder.settings;
  const late = (part: TemplatePart): boolean => LISTS_CITED.test(c.folder.files.get(part.file) ?? '');
  const done = new Map<TemplatePart, WrittenPart[]>();
  for (const part of parts) if (!late(part)) done.set(part, writePart(part, c));
  if (isYear(c.subject) && parts.some(late))
    c.cited = citedStatistics(
      c.subject.statistics,
      [...done.values()].flat().flatMap(({ blocks }) => blocks),
    );
  for (const part of parts.filter(late)) done.set(part, writePart(part, c));
  return parts.flatMap((part) => done.get(part) ?? []);
}

const LISTS_CITED = /name=(?:definitions|statistic-sources)(?![\w-])/;

/** A part once, or once for each item of the list that it names. */
function writePart(part: TemplatePart, c: Composition): WrittenPart[] {
  if (part.each === undefined) return [writeOnce(part, c.view, c)];
  const list = c.view[part.each];
  noteName(part.each, list, isYear(c.subject), c.spoken);
  if (!Array.isArray(list)) {
    c.diagnostics.push(messages.noSuchList(settingsOrigin(c), part.each, listsOf(c.view)));
    return [];
  }
  return list.map((item, i) => {
    const written = writeOnce(part, { ...c.view, ...(item as View) }, c);
    for (const blocks of written.fit?.variants ?? [written.blocks]) tellApart(blocks, i + 1);
    return written;
  });
}

const listsOf = (view: View): string[] => Object.keys(view).filter((name) => Array.isArray(view[name]));

/** The same table or chart stands once in the writing for each item. */
function tellApart(blocks: readonly Block[], n: number): void {
  for (const block of blocks)
    if ((block.kind === 'table' || block.kind === 'chart') && block.id !== '') block.id = `${block.id}-${n}`;
}

function writeOnce(part: TemplatePart, view: View, c: Composition): WrittenPart {
  const sheet = (part.form ?? c.folder.settings.form) === 'sheet';
  const prose = part.type === 'large' ? 'sheetLarge' : 'sheet';
  const write = (limits: typeof NO_LIMITS): Block[] => {
    const blocks = composePart(part.file, view, limits, c);
    return sheet ? shrink(asSheet(blocks, prose), limits.smaller) : blocks;
  };
  if (!part.onePage) return { part, annex: part.annex, plain: sheet, blocks: write(NO_LIMITS) };
  const before = c.diagnostics.length;
  const full = write(NO_LIMITS);
  // What is wrong with a template is wrong with every writing of it.
  const wrong = hasErrors(c.diagnostics.slice(before));
  const variants = wrong ? [full] : [full, ...LADDER.slice(1).map(write)];
  const head = full.find((block): block is HeadingBlock => block.kind === 'heading');
  const name = head ? `${c.folder.settings.label}“${plainText(head.children)}”` : c.folder.settings.label;
  return { part, annex: part.annex, plain: sheet, blocks: full, fit: { variants: distinct(variants), name } };
}

/** Steps that change nothing are left out. */
function distinct(variants: Block[][]): Block[][] {
  const texts = variants.map((blocks) =>
    JSON.stringify(blocks, (key, value) => (key === 'figure' ? 0 : value)),
  );
  return variants.filter((_, i) => i === 0 || texts[i] !== texts[i - 1]);
}

/** Every way in which the document may come out, as far as its blocks go: ids must be unique in each of them. */
function alternatives(sections: readonly Section[]): Block[][] {
  const all = sections.flatMap((section) => section.blocks);
  const others = sections.flatMap((section) => section.fit?.variants.slice(1) ?? []);
  return [all, ...others];
}

/**
 * Consecutive parts of one orientation and form share a section; an annex and a one-page part always start one. The frame
 * opens the first section and closes the last part that is neither an annex nor a sheet of its own; 版记 ends all.
 */
function toSections(
  frame: ReturnType<typeof frameBlocks>,
  written: WrittenPart[],
  form: Section['form'],
): Section[] {
  const plain = { ...PLAIN_SECTION, form };
  const sections: Section[] = [];
  const lastOfText = written.findLastIndex(({ part }) => !part.annex && !part.form);
  let fresh = true;
  for (const [i, { part, blocks, fit }] of written.entries()) {
    const before = i === 0 ? frame.before : [];
    const after = i === lastOfText ? frame.after : [];
    const around = (written: Block[]): Block[] => [...before, ...written, ...after];
    const last = sections.at(-1);
    const own = { orientation: part.orientation, form: part.form ?? form };
    const goesOn = last && last.orientation === own.orientation && last.form === own.form;
    if (!fresh && goesOn && !part.annex && !fit) {
      last.blocks.push(...around(blocks));
      continue;
    }
    sections.push({
      ...plain,
      ...own,
      blocks: around(blocks),
      ...(fit && { fit: { ...fit, variants: fit.variants.map(around) } }),
    });
    fresh = fit !== undefined;
  }
  if (sections.length === 0) sections.push({ ...plain, blocks: [...frame.before, ...frame.after] });
  const last = sections.at(-1);
  last?.blocks.push(...frame.end);
  // The first variant is what stands in `blocks`.
  for (const variant of last?.fit?.variants ?? []) if (variant !== last?.blocks) variant.push(...frame.end);
  if (frame.cover) sections.unshift({ ...plain, numbered: false, blocks: [frame.cover] });
  return sections;
}

/** Between a folder and what lies in it; not that of {{/if}}. */
const FOLDER_SLASH = /\/(?![^{]*\}\})/;
