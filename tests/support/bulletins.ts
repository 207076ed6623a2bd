/** The bulletins of the demonstration data (or of a changed copy): composed once read, taken apart for comparing. */
import { expect } from 'vitest';
import { madeOnce } from '../../src/base/made-once.ts';
import { type ComposedPack, composePack } from '../../src/compose/compose.ts';
import { blockInlines } from '../../src/compose/passes/references.ts';
import { readPack } from '../../src/intake/templates.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import { buildLedger } from '../../src/ledger/build-ledger.ts';
import { buildMonthLedger } from '../../src/ledger/build-month.ts';
import type { Block, Document, TableBlock } from '../../src/model/document/document.ts';
import type { Figure } from '../../src/model/document/figure.ts';
import { type Inline, plainText } from '../../src/model/document/inline.ts';
import type { TemplateFolder } from '../../src/model/document/template.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import type { Subject } from '../../src/model/ledger/ledger.ts';
import { parseMonth, parsePeriod } from '../../src/model/period.ts';
import { folderEffects, REPOSITORY, type TestEffects } from './effects.ts';

export interface Desk {
  inputs: Inputs;
  quarterly: TemplateFolder[];
  monthly: TemplateFolder[];
}

/** The demonstration data, read once for all who take them as they are. */
let demonstration: Promise<Desk> | undefined;

/** Reads a workspace; many documents can be composed of it. */
export function openDesk(effects?: TestEffects): Promise<Desk> {
  if (effects) return readDesk(effects);
  demonstration ??= readDesk(folderEffects(REPOSITORY));
  return demonstration;
}

async function readDesk(effects: TestEffects): Promise<Desk> {
  const inputs = await readWorkspace(effects, 2022, { projects: true, cities: true });
  if (!inputs.value) throw new Error(JSON.stringify(inputs.diagnostics));
  const [quarterly, monthly] = [
    await readPack(effects, 'meeting-pack'),
    await readPack(effects, 'monthly-bulletin'),
  ];
  return { inputs: inputs.value, quarterly: quarterly.value, monthly: monthly.value };
}

/** What is known of each period, by what was read: tests compose many documents of the same. */
const SUBJECTS = new WeakMap<Inputs, Map<string, Subject>>();

/** What is known of the period; `id`: 2022Q3 or 2022-08. Not to be changed by who asks: it is kept. */
export const subjectOf = ({ inputs }: Desk, id: string): Subject =>
  madeOnce(
    madeOnce(SUBJECTS, inputs, () => new Map<string, Subject>()),
    id,
    () => buildSubject(inputs, id),
  );

function buildSubject(inputs: Inputs, id: string): Subject {
  const period = parsePeriod(id);
  const month = parseMonth(id);
  const subject = period
    ? buildLedger(inputs, period, { regional: true }).value
    : month && inputs.projects && buildMonthLedger(inputs, inputs.projects, month).value;
  if (!subject) throw new Error(id);
  return subject;
}

export function pack(desk: Desk, id: string, only: string[]): ComposedPack {
  const folders = parsePeriod(id) ? desk.quarterly : desk.monthly;
  return composePack(folders, subjectOf(desk, id), { only });
}

/** The one document asked for, composed without an error. */
export function bulletin(desk: Desk, id: string, only: string): Document {
  const result = pack(desk, id, [only]);
  expect(result.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  const document = result.documents[0]?.document;
  if (!document) throw new Error(`no ${only} for ${id}`);
  return document;
}

export const blocksOf = (document: Document): Block[] =>
  document.sections.flatMap((section) => section.blocks);

/** Rows of a table as texts. */
export function rowsOf(document: Document, id: string): string[][] {
  const table = blocksOf(document).find(
    (block): block is TableBlock => block.kind === 'table' && block.id === id,
  );
  if (!table) throw new Error(`no table ${id}`);
  return table.body.map((row) => row.map((cell) => cell.content.map(plainText).join(' ')));
}

const deep = (node: Inline): Inline[] =>
  node.kind === 'strong' || node.kind === 'emphasis' ? node.children.flatMap(deep) : [node];

export const figuresOf = (document: Document): Figure[] =>
  blocksOf(document)
    .flatMap(blockInlines)
    .flatMap(deep)
    .flatMap((node) => (node.kind === 'figure' ? [node.figure] : []));

/** All text of the document's paragraphs, in order. */
export const prose = (document: Document): string =>
  blocksOf(document)
    .flatMap((block) => (block.kind === 'paragraph' ? [plainText(block.children)] : []))
    .join('\n');
