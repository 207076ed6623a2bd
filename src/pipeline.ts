/**
 * The whole program in one picture. Each stage is a pure function of the one before; nothing flows back.
 *
 *   data/ templates/ ──▶ readWorkspace ──▶ Inputs ──▶ buildLedger ──▶ Ledger ──▶ composeDocuments ─▶ Document
 *                                                                                                      │
 *   output/ ◀── write whole or not at all ◀── bytes ◀── renderers (pdf, docx) ◀────────────────────────┘
 */
import { type Diagnostic, hasErrors } from './base/diagnostic.ts';
import type { Effects } from './base/effects.ts';
import { groupBy } from './base/group.ts';
import * as messages from './base/messages/pipeline.ts';
import { nearest } from './base/nearest.ts';
import { composeDocuments } from './compose/compose.ts';
import { DOCUMENTS } from './compose/documents/index.ts';
import type { DocumentKind } from './compose/documents/kind.ts';
import { markDraft } from './compose/passes/draft.ts';
import { readTemplateFolder, readTheme } from './intake/templates.ts';
import { readWorkspace } from './intake/workspace.ts';
import { openFindings } from './ledger/acknowledge.ts';
import { buildLedger } from './ledger/build-ledger.ts';
import type { Document } from './model/document.ts';
import type { Inputs } from './model/inputs.ts';
import type { Ledger } from './model/ledger.ts';
import type { Period } from './model/period.ts';
import { type FontPlaces, resolveFonts } from './render/fonts/resolve.ts';
import { FORMATS, type FormatName } from './render/formats.ts';
import type { Host } from './render/pdf/locate.ts';
import { openRenderer, type Renderer } from './render/render.ts';

export interface BuildRequest {
  period: Period;
  /** Names of document kinds; all when empty. */
  only: string[];
  formats: FormatName[];
  /** Builds although findings are open, and marks every page 征求意见稿. */
  draft?: boolean;
  /** Output folder, absolute or relative to the workspace. */
  out: string;
  /** The machine: platform and architecture, and where fonts may be found on it. */
  host: Host;
  fontPlaces: FontPlaces;
}

export { FORMAT_NAMES } from './render/formats.ts';

export interface BuiltFile {
  path: string;
  format: FormatName;
  bytes: number;
  pages: number | null;
}

export interface BuildResult {
  files: BuiltFile[];
  diagnostics: Diagnostic[];
}

/** Everything between the command line and the disk. Errors in the data stop the build before anything is written. */
export async function build(request: BuildRequest, effects: Effects): Promise<BuildResult> {
  const renderer = openRenderer(request.formats, request.host, effects);
  try {
    return await buildWith(renderer, request, effects);
  } finally {
    await renderer.close();
  }
}

async function buildWith(renderer: Renderer, request: BuildRequest, effects: Effects): Promise<BuildResult> {
  const step = stopwatch(effects);
  const { ledger, documents, diagnostics: found } = await compose(request, effects, step);
  const diagnostics = request.draft ? found.map(bearable) : found;
  if (ledger && !request.draft) diagnostics.push(...faultyReturns(found), ...openFindings(ledger));
  const theme = await readTheme(effects);
  const fonts = await resolveFonts(effects, request.fontPlaces);
  diagnostics.push(...theme.diagnostics, ...fonts.diagnostics);
  if (!theme.value || !fonts.value || hasErrors(diagnostics)) return { files: [], diagnostics };

  const files: BuiltFile[] = [];
  for (const composed of documents) {
    const document = request.draft ? markDraft(composed) : composed;
    const rendered = await renderer.render(document, theme.value, fonts.value.set);
    diagnostics.push(...rendered.diagnostics);
    if (!rendered.value || hasErrors(rendered.diagnostics)) continue;
    step(`排版《${document.meta.title}》`);
    for (const file of rendered.value) {
      const path = `${request.out}/${document.name}.${FORMATS[file.format].extension}`;
      await effects.write(path, file.bytes);
      files.push({ path, format: file.format, bytes: file.bytes.length, pages: file.pages });
    }
  }
  return { files, diagnostics };
}

/** How to go on while returns hold errors: a formal text must not leave a unit's figures out unnoticed. */
function faultyReturns(found: readonly Diagnostic[]): Diagnostic[] {
  const faulty = groupBy(
    found.filter((d) => d.severity === 'error' && RETURNS.test(d.at?.file ?? '')),
    (d) => d.at?.file ?? '',
  );
  const returns = [...faulty].map(([file, errors]) => {
    const [period = '', name = ''] = file.split('/').slice(-2);
    return { period, name: name.replace(/(?:\.v\d+)?\.\w+$/, ''), errors: errors.length };
  });
  return returns.length > 0 ? [messages.returnsFaulty(returns)] : [];
}

/** A draft may go out while some units still owe a correction; what could not be read of theirs is left out. */
const bearable = (d: Diagnostic): Diagnostic =>
  d.severity === 'error' && RETURNS.test(d.at?.file ?? '') ? { ...d, severity: 'warning' } : d;
const RETURNS = /^data\/\d+\/submissions\/[^/]+\/[^/]+\.(?!yaml$)\w+$/;

export interface Composed {
  inputs: Inputs | undefined;
  ledger: Ledger | undefined;
  documents: Document[];
  diagnostics: Diagnostic[];
}

/** The first three stages, for the build and for `diaodu inspect`. */
export async function compose(
  request: Pick<BuildRequest, 'period' | 'only'>,
  effects: Effects,
  step: (what: string) => void = () => {},
): Promise<Composed> {
  const kinds = chooseKinds(request.only);
  const diagnostics = [...kinds.diagnostics];
  const inputs = await readWorkspace(effects, request.period.year);
  diagnostics.push(...inputs.diagnostics.filter((d) => concerns(d, request.period)));
  if (!inputs.value) return { inputs: undefined, ledger: undefined, documents: [], diagnostics };
  step(`读取计划和报送数据（${inputs.value.submissions.length}份报表）`);

  const ledger = buildLedger(inputs.value, request.period);
  diagnostics.push(...ledger.diagnostics);
  if (!ledger.value) return { inputs: inputs.value, ledger: undefined, documents: [], diagnostics };
  step(`汇总台账（${ledger.value.tasks.length}项任务，核对发现${ledger.value.findings.length}条）`);

  const documents: Document[] = [];
  for (const kind of kinds.value) {
    const folder = await readTemplateFolder(effects, kind.name);
    diagnostics.push(...folder.diagnostics);
    if (!folder.value) continue;
    const composed = composeDocuments(kind, ledger.value, folder.value);
    diagnostics.push(...composed.diagnostics);
    documents.push(...composed.value);
  }
  step(`合成文稿（${documents.length}份）`);
  return { inputs: inputs.value, ledger: ledger.value, documents, diagnostics };
}

/** A warning on another period's return was said when that period was built; its errors still matter to the history. */
function concerns(problem: Diagnostic, period: Period): boolean {
  const other = /\/submissions\/(\d{4}Q[1-4])\//.exec(problem.at?.file ?? '')?.[1];
  return problem.severity === 'error' || other === undefined || other === period.id;
}

function chooseKinds(only: string[]): { value: readonly DocumentKind[]; diagnostics: Diagnostic[] } {
  if (only.length === 0) return { value: DOCUMENTS, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const value = only.flatMap((name) => {
    const kind = DOCUMENTS.find((candidate) => candidate.name === name || candidate.title === name);
    if (kind) return [kind];
    const known = DOCUMENTS.map((candidate) => `${candidate.name}（${candidate.title}）`);
    diagnostics.push(
      messages.unknownDocument(
        name,
        nearest(
          name,
          DOCUMENTS.map((k) => k.name),
        ),
        known,
      ),
    );
    return [];
  });
  return { value, diagnostics };
}

/** Prints each step with the time it took. */
function stopwatch(effects: Effects): (what: string) => void {
  let last = effects.now();
  return (what) => {
    const now = effects.now();
    effects.print(`  ${what}  ${((now - last) / 1000).toFixed(1)}秒`);
    last = now;
  };
}
