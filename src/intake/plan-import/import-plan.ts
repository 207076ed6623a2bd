/**
 * A plan document (DOCX or text) → draft YAML of a year's workspace. bytes → lines → paragraphs → tree → outline →
 * draft → files; each step keeps the source's line numbers, and whatever had to be assumed is in `unsure`.
 */
import { type Diagnostic, distinct, type Outcome } from '../../base/diagnostic.ts';
import { draftIncomplete, notAPlan } from '../../base/messages/plan-import.ts';
import {
  annexIndicatorsRead,
  annexNotRead,
  annexTasksRead,
  headingWithoutNumber,
  plainParagraphs,
} from '../../base/messages/plan-tracks.ts';
import {
  goalsFileSchema,
  planDocumentSchema,
  planNotesFileSchema,
  requirementsFileSchema,
  trackSchema,
} from '../../model/plan/plan.ts';
import { unitsFileSchema } from '../../model/unit.ts';
import { type CarriedOver, withCarriedOver } from './carried-over.ts';
import { type Draft, makeDraft } from './draft/draft.ts';
import { type DraftFile, draftFiles } from './draft/files.ts';
import { gathered } from './draft/gathered.ts';
import { hasTaskTable } from './outline/annex.ts';
import { readHead } from './outline/head.ts';
import { toOutline } from './outline/outline.ts';
import type { Outline } from './outline/shape.ts';
import { issuedOn, signs } from './outline/surroundings.ts';
import { toTree } from './outline/tree.ts';
import { toParagraphs } from './source/paragraphs.ts';
import { readSource } from './source/read-source.ts';
import { isCopyList } from './text/labels.ts';

export interface ImportedPlan {
  /** The plan's year; undefined when the document names none (plan/document.yaml then lacks it). */
  year: number | undefined;
  /** Drafts, paths relative to data/<year>/: plan/document.yaml, plan/tracks/01.yaml, units.yaml … */
  files: DraftFile[];
  /** What the importer was unsure of and what it assumed, in order of the source's lines. */
  unsure: Diagnostic[];
  counts: {
    lines: number;
    tracks: number;
    tasks: number;
    goals: number;
    /** Of goals and tasks. */
    targets: number;
    /** Tasks without a target, which were given a milestone ladder. */
    milestones: number;
    units: number;
    /** Paragraphs that were kept only as comments. */
    unread: number;
  };
}

/** A document that is a plan, not yet laid upon what its year's folder knows. */
export interface ReadPlan {
  /** See ImportedPlan. */
  year: number | undefined;
  /** ISO date, where the text ends with one. */
  issuedOn: string | undefined;
  drafted(known: CarriedOver): ImportedPlan;
}

/**
 * Reads a plan. `file` is its path for messages. Without a value the document could not be read or holds no plan, and
 * `diagnostics` says why; with a value `diagnostics` is empty and all doubts are in `unsure`. For DOCX a “line” is a
 * paragraph or table row, counted from 1 in reading order. `year` overrules what the document says.
 */
export function readPlan(file: string, bytes: Uint8Array, year?: number): Outcome<ReadPlan> {
  const source = readSource(file, bytes);
  if (!source.value) return { value: undefined, diagnostics: source.diagnostics };
  const lines = source.value.length;
  const { paragraphs, diagnostics } = toParagraphs(file, source.value);
  const tree = toTree(paragraphs);
  const outline = toOutline(tree);
  const everything = paragraphs.map((p) => p.text || (p.cells ?? []).join(' ')).join('\n');
  const told = readHead(tree.head, outline, everything);
  const head = year === undefined ? told : { ...told, year, yearGuessed: false, lastYear: undefined };
  const read = makeDraft(file, head, outline);
  const found = [...source.diagnostics, ...diagnostics];
  if (read.tracks.length === 0 && read.goals.groups.length === 0)
    return { value: undefined, diagnostics: [...found, notAPlan(file)] };
  const drafted = (known: CarriedOver): ImportedPlan => {
    const draft = withCarriedOver(file, read, known);
    const unsure = distinct([
      ...found,
      ...(outline.annexTasks
        ? [annexTasksRead({ file, line: outline.annexTasks.line }, outline.annexTasks)]
        : annexDoubt(file, outline)),
      ...(outline.annexIndicators
        ? [annexIndicatorsRead({ file, line: outline.annexIndicators.line }, outline.annexIndicators.rows)]
        : []),
      ...(tree.plain.length > 0 ? [plainParagraphs(file, tree.plain.length, counts(draft).tasks)] : []),
      ...tree.bare.map((p) => headingWithoutNumber({ file, line: p.line }, p.text)),
      ...draft.unsure,
      ...incomplete(file, draft),
    ]);
    unsure.sort((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0));
    return {
      year: draft.document.year,
      files: draftFiles(draft),
      unsure: gathered(unsure),
      counts: { lines, ...counts(draft) },
    };
  };
  return { value: { year: read.document.year, issuedOn: issuedOn(paragraphs), drafted }, diagnostics: [] };
}

/** Nothing to tell of a list of those who get copies. */
function annexDoubt(file: string, { annexLeft, annexIndicators }: Outline): Diagnostic[] {
  const annex = annexLeft.filter(({ text, cells }) => cells || !(isCopyList(text) || signs(text)));
  const [first] = annex;
  const rows = annex.filter(({ cells }) => cells).length;
  // What is left is the head of the table that was read.
  if (annexIndicators && annex.every(({ text, cells }) => !cells && !/[。；]/.test(text))) return [];
  return first ? [annexNotRead({ file, line: first.line }, annex.length, rows, hasTaskTable(annex))] : [];
}

function counts(draft: Draft): Omit<ImportedPlan['counts'], 'lines'> {
  const tasks = draft.tracks.flatMap(({ track }) => track.tasks);
  const goals = draft.goals.groups.flatMap((group) => group.goals);
  return {
    tracks: draft.tracks.length,
    tasks: tasks.length,
    goals: goals.length,
    targets: tasks.flatMap((t) => t.targets).length + goals.filter((g) => g.target).length,
    milestones: tasks.filter((t) => t.milestones).length,
    units: draft.units.length,
    unread: draft.unread.filter(({ how }) => how !== 'known').length,
  };
}

/** Fields that the draft cannot fill, as the schemas see it. */
function incomplete(file: string, draft: Draft): Diagnostic[] {
  const checks = [
    ['plan/document.yaml', planDocumentSchema.safeParse(draft.document)],
    ['plan/goals.yaml', goalsFileSchema.safeParse(draft.goals)],
    ['plan/requirements.yaml', requirementsFileSchema.safeParse(draft.requirements)],
    ['plan/notes.yaml', planNotesFileSchema.safeParse(draft.notes)],
    ['units.yaml', unitsFileSchema.safeParse(draft.units)],
    ...draft.tracks.map(
      ({ track }) =>
        [`plan/tracks/${String(track.no).padStart(2, '0')}.yaml`, trackSchema.safeParse(track)] as const,
    ),
  ] as const;
  return checks.flatMap(([path, result]) =>
    (result.error?.issues ?? []).map((issue) => draftIncomplete(file, path, issue.path.join('.'))),
  );
}
