/**
 * The whole program in one picture. Each stage is a pure function of the one before; nothing flows back.
 *
 *   data/ templates/ ──▶ readWorkspace ──▶ Inputs ──▶ buildLedger ──▶ Ledger ──▶ composePack ──▶ Documents
 *                                                                                                    │ fit, bind
 *   output/ ◀── write whole or not at all ◀── bytes ◀── renderers (pdf, docx) ◀──────────────────────┘
 */
import type { BuildRun, Coverage } from './archive/manifest.ts';
import type { Placed } from './archive/recall.ts';
import { concluded } from './archive/stale.ts';
import { watchReads } from './archive/watch.ts';
import { type Diagnostic, distinct, hasErrors } from './base/diagnostic.ts';
import type { Effects } from './base/effects.ts';
import { fileDate, wrongEpoch } from './base/file-date.ts';
import { stopwatch } from './base/stopwatch.ts';
import { begun, readInTurns } from './base/turn.ts';
import { bind } from './compose/bind.ts';
import type { ComposedPack } from './compose/compose.ts';
import { bearable, faultyReturns, formally } from './intake/returns/return-problems.ts';
import { scopeOf } from './intake/scope.ts';
import { whereabouts } from './intake/whereabouts.ts';
import { gate } from './ledger/gate.ts';
import { packOf } from './model/archive/outputs.ts';
import type { Document } from './model/document/document.ts';
import { type Composed, compose } from './pipeline/compose.ts';
import { openPlacing, type Placing } from './pipeline/placing.ts';
import type { BuildRequest, BuildResult } from './pipeline/request.ts';
import { finalIn, fontsFor, openThemes } from './pipeline/style.ts';
import { openProduction, type Volume } from './render/production.ts';
import { openRenderer, type Renderer } from './render/render.ts';
import { FORMATS } from './render/work/formats.ts';

export { type Composed, compose, readSubject } from './pipeline/compose.ts';
export type { BuildRequest, BuildResult, BuiltFile } from './pipeline/request.ts';
export { openPress } from './render/pdf/press.ts';

/**
 * Everything between the command line and the disk. Errors in the data stop the build before anything is written.
 * @param disk the outputs' own folder, which is no input: what is read of it is not asked of `effects`
 * @param made called when all is in place
 */
export async function build(
  request: BuildRequest,
  effects: Effects,
  disk: Effects = effects,
  made: (result: Built) => Promise<void> = async () => {},
): Promise<BuildResult> {
  const unclear = [...wrongEpoch(effects), ...(await whereabouts(effects, request.period.year))];
  if (unclear.length > 0) return { files: [], removed: [], diagnostics: unclear };
  const { jobs, press } = request;
  const renderer = openRenderer(request.formats, request.host, effects, { jobs, press });
  let release: (() => Promise<void>) | undefined;
  const begin = async (): Promise<Placing> => {
    release = await disk.claimOutputs?.();
    return openPlacing(request, disk);
  };
  try {
    const result = await buildWith(renderer, request, effects, begin);
    await made(result);
    return { files: result.files, ...(await concluded(request.out, result, disk)) };
  } finally {
    await release?.();
    await renderer.close();
  }
}

/** `run`: for the manifest; absent when nothing was written. `besides`: what was written and belongs to no build. */
export type Built = Omit<BuildResult, 'removed'> & { run?: BuildRun; besides: Placed[] };

/** @param begin called when all is made: opens the outputs' own folder, which is no input */
async function buildWith(
  renderer: Renderer,
  request: BuildRequest,
  world: Effects,
  begin: () => Promise<Placing>,
): Promise<Built> {
  const { effects, inputs } = watchReads(readInTurns(world), scopeOf(request.period));
  const step = stopwatch(effects);
  const themes = openThemes(request, effects);
  // Font files are opened while returns are read.
  const opened = begun(fontsFor(request, effects));
  begun(opened.then(({ value }) => value && renderer.getReady(value.set)));
  const opening = begun(
    opened.then(
      ({ value }) =>
        value &&
        openProduction(renderer, {
          fonts: value.set,
          themeOf: async ({ style }) => (await themes(style)).value,
          final: finalIn(request, effects),
        }),
    ),
  );
  const composed = await compose(request, effects, step, {
    sources: (texts) => begun(opened.then(({ value }) => value && renderer.expect(texts, value.set))),
    written: (one) =>
      begun(
        opening.then(async (production) => {
          await (one.alone ? production?.render(one) : production?.settle(one.document));
        }),
      ),
  });
  const fonts = await opened;
  const production = await opening;
  const { pack, subject } = composed;
  const diagnostics = problemsOf(composed, request);
  const all = pack ? allOf(pack) : new Set<Document>();
  for (const style of new Set([...all].map((document) => document.style)))
    diagnostics.push(...(await themes(style)).diagnostics);
  diagnostics.push(...fonts.diagnostics);
  const nothing: Built = { files: [], diagnostics, besides: [] };
  if (!pack || !production || !fonts.value || hasErrors(diagnostics)) return nothing;

  renderer.expect([...all], fonts.value.set);
  renderer.inAll(pack.documents.length + pack.volumes.length);
  const singles = pack.documents.map(production.render);
  const turn = request.early ? Promise.allSettled(singles) : Promise.resolve();
  const volumes = pack.volumes.map((volume) => production.bind(boundOf(volume), turn));
  for (const document of all) diagnostics.push(...(await production.settle(document)).diagnostics);
  step(`排定单页（${singles.length + volumes.length}份文稿）`);
  if (hasErrors(diagnostics)) return nothing;

  // Nothing is written before all is made, but early ones; always in the order of the pack.
  const made = await Promise.all(request.early ? singles : [...singles, ...volumes]);
  const placing = await begin();
  const first = await placing.put(made);
  diagnostics.push(...first.diagnostics);
  if (!first.placed) return nothing;
  if (request.early && volumes.length > 0) {
    request.early([...placing.files]);
    diagnostics.push(...(await placing.put(await Promise.all(volumes))).diagnostics);
  }
  const { files, recorded, besides } = placing;
  step(`排版（${files.length}个文件）`);
  const date = fileDate(subject?.setting.asOf ?? '', effects);
  const covers = coverageOf(request, pack);
  const run: BuildRun = { period: request.period.id, date, inputs: inputs(), files: recorded, covers };
  return { files, diagnostics: distinct(diagnostics), run, besides };
}

/** What stands against the documents, or is to be told of them: as bad as it is for a draft, or for formal papers. */
function problemsOf(
  { inputs, subject, spoken, diagnostics }: Composed,
  { draft }: BuildRequest,
): Diagnostic[] {
  return [
    ...(draft ? diagnostics.map(bearable) : [...diagnostics.map(formally), ...faultyReturns(diagnostics)]),
    ...(subject ? gate(subject, inputs?.acknowledgements ?? [], spoken, !draft) : []),
  ];
}

function coverageOf({ period, only, formats, draft = false }: BuildRequest, pack: ComposedPack): Coverage {
  const name = packOf(period);
  return {
    documents: only.length === 0 ? [`${name}/`] : pack.asked.map((id) => `${name}/${id}`),
    extensions: formats.map((format) => FORMATS[format].extension),
    drafts: draft,
  };
}

/** All that is composed: documents, and what volumes are bound of. */
const allOf = ({ documents, volumes }: ComposedPack): Set<Document> =>
  new Set([
    ...documents.map(({ document }) => document),
    ...volumes.flatMap(({ frame, materials }) => [frame, ...materials.map(({ document }) => document)]),
  ]);

const boundOf = ({ id, frame, materials }: ComposedPack['volumes'][number]): Volume => ({
  id,
  frame,
  materials: materials.map(({ document }) => document),
  bind: (first, rest) =>
    bind(
      first,
      materials.map((material, i) => ({ ...material, document: rest[i] as Document })),
    ),
});
