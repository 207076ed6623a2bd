/** State of one document being composed, and the running of one template file of it. */
import type { Diagnostic } from '../base/diagnostic.ts';
import * as messages from '../base/messages/compose.ts';
import { nearest } from '../base/nearest.ts';
import type { Origin } from '../base/origin.ts';
import type { Block } from '../model/document/document.ts';
import { type Inline, plainText, type ReferenceInline } from '../model/document/inline.ts';
import type { TemplateFolder } from '../model/document/template.ts';
import { isYear, type Subject } from '../model/ledger/ledger.ts';
import type { Spoken } from '../model/ledger/spoken.ts';
import type { Statistics } from '../model/statistics/statistic.ts';
import type { Unit } from '../model/unit.ts';
import { DIRECTIVES } from './directives/index.ts';
import { type DirectiveCall, markDirectiveLines, markdownToBlocks } from './engine/markdown.ts';
import { runTemplate } from './engine/template.ts';
import { createTokenTable } from './engine/tokens.ts';
import type { View } from './engine/value.ts';
import { type Limits, NO_LIMITS } from './limits.ts';
import { joinTableNotes } from './passes/table-notes.ts';
import { attributesInYear, deskOfYear } from './relative-year.ts';
import { noteName, noting } from './spoken.ts';

const SETTINGS = 'document.yaml';

export interface Composition {
  folder: TemplateFolder;
  subject: Subject;
  unit: Unit | null;
  view: View;
  references: Map<ReferenceInline, Origin>;
  /** Tables and charts without data this time → what references to them print. */
  absent: Map<string, string>;
  /** Names of the annexes that there are this time. */
  annexes: readonly string[];
  /** Filled while it is composed. */
  spoken: Spoken;
  diagnostics: Diagnostic[];
  /** What the parts written so far print of the statistics, once it is asked for. */
  cited?: Statistics;
}

export const settingsOrigin = (c: Composition): Origin => ({ file: `${c.folder.path}/${SETTINGS}` });

const queriesOf = ({ subject }: Composition) =>
  isYear(subject)
    ? { statistics: deskOfYear(subject.desk, subject.year.year), year: subject.year.year }
    : { statistics: null, year: null };

/** A chapter file → blocks. `view`: the document's, or the item's on top of it. */
export function composePart(file: string, view: View, limits: Limits, c: Composition): Block[] {
  const path = `${c.folder.path}/${file}`;
  const source = c.folder.files.get(file);
  if (source === undefined) {
    c.diagnostics.push(messages.missingTemplate({ file: path }));
    return [];
  }
  const tokens = createTokenTable();
  const run = runTemplate(path, markDirectiveLines(source), view, tokens, {
    references: c.references,
    limits,
    ...queriesOf(c),
    annexes: c.annexes,
    reads: (name, found) => noteName(name, found, isYear(c.subject), c.spoken),
  });
  c.diagnostics.push(...run.diagnostics);
  const blocks = markdownToBlocks(run.markdown, {
    file: path,
    source,
    tokens,
    directive: (call) => runDirective(path, call, limits, c),
    diagnostics: c.diagnostics,
  });
  return joinTableNotes(blocks);
}

function runDirective(file: string, call: DirectiveCall, limits: Limits, c: Composition): Block[] {
  const at: Origin = { file, line: call.line };
  const directive = DIRECTIVES[call.name];
  const { subject } = c;
  const asked = isYear(subject)
    ? { ...call, attributes: attributesInYear(call.attributes, subject.year.year) }
    : call;
  if (directive)
    return directive(asked, {
      subject: noting(subject, c.spoken),
      cited: c.cited,
      unit: c.unit,
      limits,
      at,
      report: (d) => c.diagnostics.push(d),
      absent: (id, words) => c.absent.set(id, words),
    });
  const known = Object.keys(DIRECTIVES);
  c.diagnostics.push(messages.unknownDirective(at, call.name, nearest(call.name, known), known));
  return [];
}

/** A text of document.yaml → inline nodes. */
export function settingsLine(text: string, c: Composition): Inline[] {
  const tokens = createTokenTable();
  const run = runTemplate(settingsOrigin(c).file, text, c.view, tokens, {
    references: c.references,
    limits: NO_LIMITS,
    ...queriesOf(c),
    reads: (name, found) => noteName(name, found, isYear(c.subject), c.spoken),
  });
  c.diagnostics.push(...run.diagnostics);
  return tokens.inlines(run.markdown);
}

export const settingsText = (text: string, c: Composition): string => plainText(settingsLine(text, c));

/** A text of document.yaml by itself, outside of a document: the label in a list of materials. */
export function oneText(
  source: string,
  folder: TemplateFolder,
  subject: Subject,
  view: View,
): { text: string; problems: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const composition: Composition = {
    folder,
    subject,
    unit: null,
    view,
    references: new Map(),
    absent: new Map(),
    annexes: [],
    spoken: { projects: false, cities: false },
    diagnostics,
  };
  return { text: settingsText(source, composition), problems: diagnostics };
}
