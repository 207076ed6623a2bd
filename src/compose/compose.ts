/**
 * Ledger → Document. A document kind is a template folder plus a view of the ledger; everything here is pure.
 * One file after another: template → Markdown with tokens → blocks → numbering → references.
 */
import { type Diagnostic, hasErrors, type Outcome } from '../base/diagnostic.ts';
import * as messages from '../base/messages/compose.ts';
import { nearest } from '../base/nearest.ts';
import type { Origin } from '../base/origin.ts';
import type { Block, Document, ParagraphStyle, Section, TitleBlock } from '../model/document.ts';
import { type Inline, plainText, type ReferenceInline } from '../model/inline.ts';
import type { Ledger } from '../model/ledger.ts';
import type { DocumentTemplate, TemplateFolder } from '../model/template.ts';
import type { Unit } from '../model/unit.ts';
import { DIRECTIVES } from './directives/index.ts';
import type { DocumentKind } from './documents/kind.ts';
import { type DirectiveCall, markDirectiveLines, markdownToBlocks } from './engine/markdown.ts';
import { runTemplate } from './engine/template.ts';
import { createTokenTable } from './engine/tokens.ts';
import type { View } from './engine/value.ts';
import { numberParts, type Part } from './passes/numbering.ts';
import { resolveReferences } from './passes/references.ts';

const SETTINGS = 'document.yaml';

/** State of one document being composed. */
interface Composition {
  folder: TemplateFolder;
  ledger: Ledger;
  unit: Unit | null;
  view: View;
  references: Map<ReferenceInline, Origin>;
  /** Tables and charts without data this time → what references to them print. */
  absent: Map<string, string>;
  diagnostics: Diagnostic[];
}

/**
 * All documents of a kind: one for the period, or one per unit concerned. What is wrong with a template is said once,
 * however many documents it spoils; a document with errors is left out.
 */
export function composeDocuments(
  kind: DocumentKind,
  ledger: Ledger,
  folder: TemplateFolder,
): { value: Document[]; diagnostics: Diagnostic[] } {
  const made =
    kind.per === 'period'
      ? [composeDocument(folder, ledger, null, kind.view(ledger))]
      : kind.units(ledger).map((unit) => composeDocument(folder, ledger, unit, kind.view(ledger, unit)));
  const diagnostics = new Map(
    made.flatMap((outcome) => outcome.diagnostics).map((d) => [JSON.stringify(d), d] as const),
  );
  return {
    value: made.flatMap((outcome) => outcome.value ?? []),
    diagnostics: [...diagnostics.values()],
  };
}

function composeDocument(
  folder: TemplateFolder,
  ledger: Ledger,
  unit: Unit | null,
  view: View,
): Outcome<Document> {
  const composition: Composition = {
    folder,
    ledger,
    unit,
    view,
    references: new Map(),
    absent: new Map(),
    diagnostics: [],
  };
  const template = folder.settings;

  const line = (text: string): Inline[] => inlineTemplate(text, composition);
  const title: TitleBlock = {
    kind: 'title',
    lines: template.title.map((text) => plain(line(text))),
    subtitle: template.subtitle.map(line),
    marks: template.marks.map((text) => plain(line(text))),
  };
  const parts: (Part & { orientation: Section['orientation'] })[] = template.parts.map((part) => ({
    blocks: composePart(part.file, composition),
    annex: part.annex,
    orientation: part.orientation,
  }));
  numberParts(parts, parts.filter((part) => part.annex).length);
  const frame = frameBlocks(template, line);
  const sections = toSections([...frame.before, title, ...frame.addressee], parts, frame.after);
  const settings: Origin = { file: `${folder.path}/${SETTINGS}` };
  composition.diagnostics.push(
    ...resolveReferences(
      sections.flatMap((section) => section.blocks),
      composition.references,
      composition.absent,
      settings,
    ),
  );

  const document: Document = {
    name: plain(line(template.name)),
    form: template.form,
    meta: {
      title: title.lines.join(''),
      author: ledger.plan.document.office,
      subject: plain(line(template.subject)),
      keywords: template.keywords,
      date: ledger.setting.asOf,
      language: 'zh-CN',
      pageMark: ledger.demo ? '演示数据' : '',
    },
    sections,
  };
  return {
    value: hasErrors(composition.diagnostics) ? undefined : document,
    diagnostics: composition.diagnostics,
  };
}

/** What stands around the text of an official document, where the template asks for it. */
function frameBlocks(
  { letterhead, addressee, signature, annotation }: DocumentTemplate,
  line: (text: string) => Inline[],
): { before: Block[]; addressee: Block[]; after: Block[] } {
  const text = (source: string): string => plain(line(source));
  const { issuer = '', date = '', sealed = true } = signature ?? {};
  return {
    before: letterhead
      ? [{ kind: 'letterhead', mark: text(letterhead.mark), number: text(letterhead.number) }]
      : [],
    addressee: addressee ? [{ kind: 'addressee', children: line(addressee) }] : [],
    after: [
      ...(signature ? [{ kind: 'signature', issuer: text(issuer), date: text(date), sealed } as const] : []),
      // 7.3.6: 附注 one line below the date.
      ...(annotation ? [paragraph('flush', []), paragraph('body', line(annotation))] : []),
    ],
  };
}

const paragraph = (style: ParagraphStyle, children: Inline[]): Block => ({
  kind: 'paragraph',
  style,
  children,
});

/**
 * Consecutive parts of one orientation share a section; an annex always starts one. `before` opens the first section,
 * `after` follows the last part that is no annex.
 */
function toSections(
  before: Block[],
  parts: (Part & { orientation: Section['orientation'] })[],
  after: Block[],
): Section[] {
  const sections: Section[] = [{ orientation: parts[0]?.orientation ?? 'portrait', blocks: before }];
  const lastOfText = parts.findLastIndex((part) => !part.annex);
  for (const [i, part] of parts.entries()) {
    if (i === lastOfText) part.blocks.push(...after);
    const last = sections.at(-1) as Section;
    if (part.orientation === last.orientation && !part.annex) last.blocks.push(...part.blocks);
    else sections.push({ orientation: part.orientation, blocks: part.blocks });
  }
  return sections;
}

function composePart(file: string, c: Composition): Block[] {
  const path = `${c.folder.path}/${file}`;
  const source = c.folder.files.get(file);
  if (source === undefined) {
    c.diagnostics.push(messages.missingTemplate({ file: path }));
    return [];
  }
  const tokens = createTokenTable();
  const run = runTemplate(path, markDirectiveLines(source), c.view, tokens, c.references);
  c.diagnostics.push(...run.diagnostics);
  return markdownToBlocks(run.markdown, {
    file: path,
    tokens,
    directive: (call) => runDirective(path, call, c),
    diagnostics: c.diagnostics,
  });
}

function runDirective(file: string, call: DirectiveCall, c: Composition): Block[] {
  const at: Origin = { file, line: call.line };
  const directive = DIRECTIVES[call.name];
  if (directive)
    return directive(call, {
      ledger: c.ledger,
      unit: c.unit,
      at,
      report: (d) => c.diagnostics.push(d),
      absent: (id, words) => c.absent.set(id, words),
    });
  const known = Object.keys(DIRECTIVES);
  c.diagnostics.push(messages.unknownDirective(at, call.name, nearest(call.name, known), known));
  return [];
}

function inlineTemplate(text: string, c: Composition): Inline[] {
  const tokens = createTokenTable();
  const file = `${c.folder.path}/${SETTINGS}`;
  const run = runTemplate(file, text, c.view, tokens, c.references);
  c.diagnostics.push(...run.diagnostics);
  return tokens.inlines(run.markdown);
}

const plain = (nodes: Inline[]): string => plainText(nodes);
