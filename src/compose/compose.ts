/**
 * Subject × pack of template folders → documents; everything here is pure. A pack is a folder of folders, in the order of
 * their names: which documents there are, what they are called and in what order they lie on the table is data.
 */
import { toChineseNumeral } from '../base/chinese/numerals.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import * as messages from '../base/messages/compose.ts';
import { othersTurn } from '../base/turn.ts';
import type { Document } from '../model/document/document.ts';
import type { TemplateFolder } from '../model/document/template.ts';
import { isQuarter, isYear, type Ledger, type Subject } from '../model/ledger/ledger.ts';
import { type Spoken, spokenTogether } from '../model/ledger/spoken.ts';
import type { Unit } from '../model/unit.ts';
import { UNITS_OF } from './audiences.ts';
import { chosen } from './chosen.ts';
import { oneText } from './composition.ts';
import { composeDocument } from './document.ts';
import type { View } from './engine/value.ts';
import { followsMeeting } from './meeting/decisions.ts';
import { meetingDiagnostics, printsMeeting } from './meeting/meeting-blanks.ts';
import { markDraft } from './passes/draft.ts';
import { erratumView } from './views/erratum.ts';
import { monthView } from './views/month.ts';
import { quarterView, unitView } from './views/quarter.ts';
import { yearView } from './views/year.ts';

export interface ComposedPack {
  /** Template ids of what was asked for, whether or not there was anything to write. */
  asked: string[];
  documents: ComposedDocument[];
  /** Frames of bound volumes, and what goes into them: see passes/bind.ts. */
  volumes: { id: string; frame: Document; materials: Material[] }[];
  /** Of what all of these speak, also where something is wrong with them. */
  spoken: Spoken;
  diagnostics: Diagnostic[];
}

export interface ComposedDocument {
  /** Template id. */
  id: string;
  /** Short name of the unit that it is made for; null where it is made for all. */
  unit: string | null;
  document: Document;
}

/** `alone`: it was asked for by itself, not only as a part of a volume. */
export type HandedOut = ComposedDocument & { alone: boolean };

export interface Material {
  /** 会议材料之一; '' for what lies before the numbered ones. */
  mark: string;
  /** As the list of materials calls it. */
  label: string;
  document: Document;
}

export interface ComposeOptions {
  /** Template ids or labels; all when empty. */
  only?: readonly string[];
  /** Names of the units that get documents of their own; all concerned when empty. */
  units?: readonly string[];
  /** Marked as drafts from the start, so that pages are settled with the marks that they will bear. */
  draft?: boolean;
}

/**
 * What is wrong with a template is said once, however many documents it spoils; a document with errors is left out. A
 * bound volume is made when it is asked for; that composes what it binds, but only what is asked for is returned.
 */
export function composePack(...asked: Parameters<typeof composeInTurn>): ComposedPack {
  const turns = composeInTurn(...asked);
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
  }
}

/** The same for who begins with each document while others are still being written: a thread that waits gets it now. */
export async function handedOut(
  turns: ReturnType<typeof composeInTurn>,
  written?: (one: HandedOut) => void,
): Promise<ComposedPack> {
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
    written?.(turn.value);
    if (written) await othersTurn();
  }
}

/** The same, document by document: each is handed out as soon as it is written. */
export function* composeInTurn(
  given: readonly TemplateFolder[],
  subject: Subject,
  { only = [], units = [], draft = false }: ComposeOptions = {},
): Generator<HandedOut, ComposedPack> {
  const base = ownView(subject);
  const diagnostics = new Map<string, Diagnostic>();
  const folders = labelled(given, subject, base, diagnostics);
  const named = new Set(chosen(given, only));
  const asked = folders.filter((_, i) => named.has(given[i] as TemplateFolder));
  tellWithoutData(asked, subject, only, diagnostics);
  const written = folders.filter((folder) => hasData(folder, subject));
  const volumes = written.filter((folder) => folder.settings.gathers && asked.includes(folder));
  const marks = materialMarks(written);
  const view = { ...base, 材料: materialList(written, marks) };
  const composed: Composed = new Map();
  const names = new Map<string, string>();
  const spoken: Spoken[] = asked
    .filter((folder) => !hasData(folder, subject))
    .map(({ settings: { needs } }) => ({ projects: needs === 'projects', cities: needs === 'cities' }));
  for (const folder of written) {
    const wanted = asked.includes(folder);
    if (!wanted && (volumes.length === 0 || folder.settings.bound === 'no')) continue;
    const corner = cornerMarks(folder, subject, marks);
    const documents: ComposedDocument[] = [];
    for (const unit of aboutWhom(folder, subject, units)) {
      const about = unit ? { ...view, ...unitView(subject as Ledger, unit) } : view;
      const made = composeDocument(folder, subject, unit, about, corner);
      spoken.push(made.spoken);
      for (const d of made.diagnostics) diagnostics.set(JSON.stringify(d), d);
      if (!made.value) continue;
      tellNameTwice(made.value.name, folder, names, diagnostics);
      const document = draft ? markDraft(made.value) : made.value;
      const { id, gathers } = folder.settings;
      const one = { id, unit: unit?.name ?? null, document };
      documents.push(one);
      yield { ...one, alone: wanted && !gathers };
    }
    composed.set(folder, documents);
  }
  if (isQuarter(subject) && [...composed.keys()].some(printsMeeting))
    for (const d of meetingDiagnostics(subject)) diagnostics.set(d.code, d);
  return {
    asked: asked.map((folder) => folder.settings.id),
    documents: asked
      .filter((folder) => !folder.settings.gathers)
      .flatMap((folder) => documentsOf(folder, composed)),
    volumes: volumes.flatMap((folder) =>
      documentsOf(folder, composed).map(({ document: frame }) => ({
        id: folder.settings.id,
        frame,
        materials: materialsOf(written, composed, marks),
      })),
    ),
    spoken: spokenTogether(spoken),
    diagnostics: [...diagnostics.values()],
  };
}

type Composed = Map<TemplateFolder, ComposedDocument[]>;
const documentsOf = (folder: TemplateFolder, composed: Composed): ComposedDocument[] =>
  composed.get(folder) ?? [];

/** The folders with their labels written out: 2022年三季度…. */
function labelled(
  given: readonly TemplateFolder[],
  subject: Subject,
  base: View,
  diagnostics: Map<string, Diagnostic>,
): TemplateFolder[] {
  return given.map((folder) => {
    const { text, problems } = oneText(folder.settings.label, folder, subject, base);
    for (const d of problems) diagnostics.set(JSON.stringify(d), d);
    return { ...folder, settings: { ...folder.settings, label: text } };
  });
}

/** What was asked for and cannot be written. */
function tellWithoutData(
  asked: readonly TemplateFolder[],
  subject: Subject,
  only: readonly string[],
  diagnostics: Map<string, Diagnostic>,
): void {
  for (const folder of asked.filter((one) => !hasData(one, subject))) {
    const { label, needs = 'projects' } = folder.settings;
    // Nobody misses it in the first quarter, unless it was asked for.
    if (needs === 'lastMeeting' && only.length === 0) continue;
    diagnostics.set(folder.path, messages.documentWithoutData(label, needs, folder.path));
  }
}

/** Some file systems do not tell capitals from small letters. */
function tellNameTwice(
  name: string,
  { path }: TemplateFolder,
  names: Map<string, string>,
  diagnostics: Map<string, Diagnostic>,
): void {
  const key = name.toLowerCase();
  const other = names.get(key);
  if (other !== undefined) diagnostics.set(key, messages.nameTwice(name, path, other));
  names.set(key, path);
}

/** What a volume binds: what lies before the numbered materials, then these. */
function materialsOf(
  folders: readonly TemplateFolder[],
  composed: Composed,
  marks: ReadonlyMap<TemplateFolder, string>,
): Material[] {
  const bound = (kind: 'front' | 'material') => folders.filter((folder) => folder.settings.bound === kind);
  return [...bound('front'), ...bound('material')].flatMap((folder) =>
    documentsOf(folder, composed).map(({ document }) => ({
      mark: marks.get(folder) ?? '',
      label: folder.settings.label,
      document,
    })),
  );
}

/** Whether there is anything to write about. */
function hasData({ settings: { needs } }: TemplateFolder, subject: Subject): boolean {
  if (needs === 'projects') return (subject.projects?.projects.length ?? 0) > 0;
  if (needs === 'lastMeeting') return isQuarter(subject) && followsMeeting(subject);
  if (needs === 'cities') return isQuarter(subject) && (subject.cities?.cities.length ?? 0) > 0;
  return true;
}

/** The period once, or each unit concerned; a month has no units. */
function aboutWhom(folder: TemplateFolder, subject: Subject, units: readonly string[]): (Unit | null)[] {
  const { per } = folder.settings;
  if (per === 'period' || !isQuarter(subject)) return [null];
  const concerned = UNITS_OF[per](subject);
  return units.length === 0 ? concerned : concerned.filter((unit) => units.includes(unit.name));
}

/** 会议材料之一 … in the order of the pack. */
function materialMarks(folders: readonly TemplateFolder[]): ReadonlyMap<TemplateFolder, string> {
  const materials = folders.filter((folder) => folder.settings.bound === 'material');
  return new Map(materials.map((folder, i) => [folder, `会议材料之${toChineseNumeral(i + 1)}`]));
}

function cornerMarks(
  folder: TemplateFolder,
  subject: Subject,
  marks: ReadonlyMap<TemplateFolder, string>,
): string[] {
  const mark = marks.get(folder);
  if (mark === undefined) return [];
  return isQuarter(subject) && subject.meeting.recalled ? [mark, '会后收回'] : [mark];
}

const materialList = (
  folders: readonly TemplateFolder[],
  marks: ReadonlyMap<TemplateFolder, string>,
): View[] =>
  folders
    .filter((folder) => folder.settings.bound === 'material')
    .map((folder) => ({ 标记: marks.get(folder) ?? '', 名称: folder.settings.label }));

function ownView(subject: Subject): View {
  const { erratum } = subject;
  return { ...periodView(subject), ...(erratum && { 更正: erratumView(erratum, subject) }) };
}

function periodView(subject: Subject): View {
  if (isQuarter(subject)) return quarterView(subject);
  return isYear(subject) ? yearView(subject) : monthView(subject);
}
