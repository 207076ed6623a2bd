/**
 * The whole program in one picture. Each stage is a pure function of the one before; nothing flows back.
 *
 *   data/ templates/ ──▶ readWorkspace ──▶ Inputs ──▶ buildLedger ──▶ Ledger ──▶ composePack ──▶ Documents
 *                                                                                                    │ fit, bind
 *   output/ ◀── write whole or not at all ◀── bytes ◀── renderers (pdf, docx) ◀──────────────────────┘
 */
import { type BuildRun, type Coverage, manifestFile } from './archive/manifest.ts';
import { putOutputs } from './archive/outputs.ts';
import { type Placed, recall, remember } from './archive/recall.ts';
import { concluded } from './archive/stale.ts';
import { type Asked, sameAnswers, traceEffects } from './archive/trace.ts';
import { watchReads } from './archive/watch.ts';
import { writeChanged } from './archive/write.ts';
import { type Diagnostic, distinct, hasErrors, type Outcome } from './base/diagnostic.ts';
import { digestOf } from './base/digest.ts';
import type { Effects } from './base/effects.ts';
import { fileDate, wrongEpoch } from './base/file-date.ts';
import { noRegionalData } from './base/messages/regional.ts';
import { stopwatch } from './base/stopwatch.ts';
import { bookGaps, eachOnce } from './compose/book-year.ts';
import {
  type ComposedPack,
  chosen,
  composeInTurn,
  type HandedOut,
  handedOut,
  packOf,
  unknownOnly,
} from './compose/compose.ts';
import { bind } from './compose/passes/bind.ts';
import { markDraft } from './compose/passes/draft.ts';
import { bearable, concerns, faultyReturns, isEcho, notAsked } from './intake/return-problems.ts';
import { readStatistics } from './intake/statistics/read.ts';
import { readPack, readTheme } from './intake/templates.ts';
import { whereabouts } from './intake/whereabouts.ts';
import { readWhitePaper } from './intake/white-paper.ts';
import { readWorkspace } from './intake/workspace.ts';
import { buildLedger } from './ledger/build-ledger.ts';
import { buildMonthLedger } from './ledger/build-month.ts';
import { buildYearLedger } from './ledger/build-year.ts';
import { gate } from './ledger/gate.ts';
import type { Document } from './model/document.ts';
import type { Inputs } from './model/inputs.ts';
import { isQuarter, isYear, type Subject } from './model/ledger.ts';
import type { ManifestFile } from './model/manifest.ts';
import { lastMonth, type Month, type Period, type Year } from './model/period.ts';
import type { Theme } from './model/theme.ts';
import { withSlug } from './render/book/slug.ts';
import { type FontPlaces, resolveFonts } from './render/fonts/resolve.ts';
import { FORMATS, type FormatName } from './render/formats.ts';
import type { Host } from './render/pdf/locate.ts';
import type { Press } from './render/pdf/press.ts';
import { type Made, openProduction, type Volume } from './render/production.ts';
import { openRenderer, type Renderer } from './render/render.ts';
import { fontFiles } from './render/store.ts';

export interface BuildRequest {
  /** A quarter: the meeting pack. A month: the bulletin on key projects. A year: the white paper. */
  period: Period | Month | Year;
  /** Ids or labels of template folders; all when empty. */
  only: string[];
  formats: FormatName[];
  /** Builds although findings are open, and marks every page 征求意见稿. */
  draft?: boolean;
  /** PDF files for the office's black-and-white printer, and nothing else. */
  print?: boolean;
  /** For a print shop: bleed and crop marks in the PDF of books. */
  printShop?: boolean;
  /** Output folder, absolute or relative to the workspace. */
  out: string;
  /** How many pages are printed at a time; what comes out is the same. */
  jobs?: number;
  /** The machine: platform and architecture, and where fonts may be found on it. */
  host: Host;
  fontPlaces: FontPlaces;
  /** A browser that is kept open from build to build; whoever opened it closes it. Otherwise each build has its own. */
  press?: Press;
  /**
   * Where somebody waits for single documents: bound volumes are made after all others, which are put in place before
   * and told of here; not called where no volume is made.
   */
  early?(files: readonly BuiltFile[]): void;
}

export { FORMAT_NAMES } from './render/formats.ts';
export { openPress } from './render/pdf/press.ts';
/** What a thread does for a build. */
export { runWordTask as runTask } from './render/thread.ts';

export interface BuiltFile {
  path: string;
  format: FormatName | 'xlsx';
  bytes: number;
  pages: number | null;
  /** false: the file was there already, with the same bytes. */
  written: boolean;
}

export interface BuildResult {
  files: BuiltFile[];
  /** Paths of what an earlier build made and this one no longer does. */
  removed: string[];
  diagnostics: Diagnostic[];
}

/**
 * Everything between the command line and the disk. Errors in the data stop the build before anything is written. When
 * nothing that the same build asked for last time has changed, there is nothing to do.
 */
export async function build(request: BuildRequest, effects: Effects): Promise<BuildResult> {
  const unclear = [...wrongEpoch(effects), ...(await whereabouts(effects, request.period.year))];
  if (unclear.length > 0) return { files: [], removed: [], diagnostics: unclear };
  const { jobs, press, early, host, fontPlaces, ...asked } = request;
  const { platform, arch } = host;
  const name = [asked, { platform, arch }, { ...fontPlaces, resolvePackage: undefined }];
  const known = await recall<Built>(name, effects);
  if (known) {
    effects.print('  与上次生成时相比，数据、模板、字体和设置都没有变化');
    const files = known.files.map((file) => ({ ...file, written: false }));
    return { files, ...(await concluded(request.out, known, effects)) };
  }
  const traced = traceEffects(effects);
  const renderer = openRenderer(request.formats, host, traced.effects, { jobs, press });
  try {
    const result = await buildWith(renderer, request, traced.effects, effects);
    const { diagnostics, run } = result;
    const recorded = run?.files.map(({ path, sha256 }): Placed => [`${request.out}/${path}`, sha256]);
    const written = recorded && [...recorded, ...result.besides];
    if (written && !hasErrors(diagnostics))
      await remember(name, { asked: traced.asked(), written, result }, effects);
    return { files: result.files, ...(await concluded(request.out, result, effects)) };
  } finally {
    await renderer.close();
  }
}

/** `run`: for the manifest; absent when nothing was written. `besides`: what was written and stands in no manifest. */
type Built = Omit<BuildResult, 'removed'> & { run?: BuildRun; besides: Placed[] };

/** @param disk the outputs' own folder, which is no input */
async function buildWith(
  renderer: Renderer,
  request: BuildRequest,
  world: Effects,
  disk: Effects,
): Promise<Built> {
  const { effects, inputs } = watchReads(world);
  const step = stopwatch(effects);
  const fonts = await fontsFor(request, effects);
  const themes = openThemes(request, effects);
  const production =
    fonts.value &&
    openProduction(renderer, {
      fonts: fonts.value.set,
      themeOf: async ({ style }) => (await themes(style)).value,
      final: (settled) => ({
        ...dated(request.draft ? markDraft(settled) : settled, effects),
        ...(request.print && { printer: 'office' as const }),
      }),
    });
  const {
    inputs: given,
    subject,
    pack,
    regional,
    diagnostics: found,
  } = await compose(request, effects, step, {
    sources: (texts) => renderer.expect(texts),
    written: (one) => void (one.alone ? production?.render(one) : production?.settle(one.document)),
  });
  const diagnostics = request.draft ? found.map(bearable) : found;
  if (!request.draft) diagnostics.push(...faultyReturns(found));
  if (subject) diagnostics.push(...gate(subject, given?.acknowledgements ?? [], regional, !request.draft));
  const all = pack ? allOf(pack) : new Set<Document>();
  for (const style of new Set([...all].map((document) => document.style)))
    diagnostics.push(...(await themes(style)).diagnostics);
  diagnostics.push(...fonts.diagnostics);
  const files: BuiltFile[] = [];
  const besides: Placed[] = [];
  const nothing: Built = { files, diagnostics, besides };
  if (!pack || !production || hasErrors(diagnostics)) return nothing;

  renderer.expect([...all]);
  const singles = pack.documents.map(production.render);
  const turn = request.early ? Promise.allSettled(singles) : Promise.resolve();
  const volumes = pack.volumes.map((volume) => production.bind(boundOf(volume), turn));
  for (const document of all) diagnostics.push(...(await production.settle(document)).diagnostics);
  step(`排定单页（${singles.length + volumes.length}份文稿）`);
  if (hasErrors(diagnostics)) return nothing;
  const recorded: ManifestFile[] = [];
  const packName = packOf(request.period);
  /** Out: whether all of them are in place. */
  const put = async (made: readonly Made[]): Promise<boolean> => {
    diagnostics.push(...made.flatMap(({ rendered }) => rendered.diagnostics));
    const outputs = made.flatMap(({ id, document, rendered }) =>
      (hasErrors(rendered.diagnostics) ? [] : (rendered.value ?? [])).map((file) => {
        const path = `${request.out}/${document.name}.${FORMATS[file.format].extension}`;
        return { ...file, id, document, path };
      }),
    );
    const { written, diagnostics: said } = await putOutputs(request.out, outputs, disk);
    diagnostics.push(...said);
    if (hasErrors(said)) return false;
    for (const { id, document, path, ...file } of outputs) {
      const { format, bytes, pages } = file;
      files.push({ path, format, bytes: bytes.length, pages, written: written.has(path) });
      const about = { template: `${packName}/${id}`, draft: request.draft ?? false };
      recorded.push(manifestFile(path.slice(request.out.length + 1), file, document, about));
    }
    return true;
  };
  // Nothing is written before all is made, but early ones; always in the order of the pack.
  const jobs = request.early ? singles : [...singles, ...volumes];
  const made = await Promise.all(jobs);
  if (!(await put(made))) return nothing;
  if (request.early && volumes.length > 0) request.early([...files]);
  if (request.early) await put(await Promise.all(volumes));
  for (const { document } of made.filter((one) => one.document.form === 'book' && !request.print))
    for (const { file, sha256 } of await writeChartData(dated(document, effects), request, disk)) {
      files.push(file);
      besides.push([file.path, sha256]);
    }
  step(`排版（${files.length}个文件）`);
  const date = fileDate(subject?.setting.asOf ?? '', effects);
  const covers: Coverage = {
    documents: request.only.length === 0 ? [`${packName}/`] : pack.asked.map((id) => `${packName}/${id}`),
    extensions: request.formats.map((format) => FORMATS[format].extension),
    drafts: request.draft ?? false,
  };
  const run: BuildRun = { period: request.period.id, date, inputs: inputs(), files: recorded, covers };
  return { files, diagnostics: distinct(diagnostics), run, besides };
}

type Fonts = Awaited<ReturnType<typeof resolveFonts>>;
const keptFonts = new WeakMap<Press, { places: string; asked: Asked[]; files: string; fonts: Fonts }>();

/** Opening font files takes a moment: builds that share a browser share them as long as they are the same files. */
async function fontsFor({ press, fontPlaces }: BuildRequest, effects: Effects): Promise<Fonts> {
  if (!press || !effects.cache) return resolveFonts(effects, fontPlaces);
  const places = JSON.stringify({ ...fontPlaces, resolvePackage: undefined });
  const kept = keptFonts.get(press);
  if (kept?.places === places && (await sameAnswers(kept.asked, effects))) return kept.fonts;
  const traced = traceEffects(effects);
  const resolved = await resolveFonts(traced.effects, fontPlaces);
  const asked = traced.asked();
  if (!asked || !resolved.value) return resolved;
  // Another workspace has mostly the same fonts: then what was made of them serves on.
  const files = await fontFiles(resolved.value.set, effects.cache);
  const fonts =
    kept?.fonts.value && kept.files === files
      ? { ...resolved, value: { ...resolved.value, set: kept.fonts.value.set } }
      : resolved;
  keptFonts.set(press, { places, asked, files, fonts });
  return fonts;
}

/** The data behind the charts of a book, for readers who want to calculate with them. */
async function writeChartData(
  document: Document,
  { out }: BuildRequest,
  disk: Effects,
): Promise<{ file: BuiltFile; sha256: string }[]> {
  const { chartDataWorkbook } = await import('./render/xlsx/chart-data.ts');
  const bytes = await chartDataWorkbook(document);
  if (!bytes) return [];
  const path = `${out}/图表数据.xlsx`;
  const written = await writeChanged(path, bytes, disk);
  return [
    { file: { path, format: 'xlsx', bytes: bytes.length, pages: null, written }, sha256: digestOf(bytes) },
  ];
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

/** House styles by name, each read when the first document asks for it. */
function openThemes(
  { printShop }: BuildRequest,
  effects: Effects,
): (style: string) => Promise<Outcome<Theme>> {
  const known = new Map<string, Promise<Outcome<Theme>>>();
  const read = async (style: string): Promise<Outcome<Theme>> => {
    const theme = await readTheme(effects, style);
    return theme.value && printShop ? { ...theme, value: withSlug(theme.value) } : theme;
  };
  return (style) => {
    const theme = known.get(style) ?? read(style);
    known.set(style, theme);
    return theme;
  };
}

const dated = (document: Document, effects: Effects): Document => ({
  ...document,
  meta: { ...document.meta, date: fileDate(document.meta.date, effects) },
});

export interface Composed {
  inputs: Inputs | undefined;
  subject: Subject | undefined;
  pack: ComposedPack | undefined;
  /** Whether anything asked for speaks of projects or cities. */
  regional: boolean;
  diagnostics: Diagnostic[];
}

/** Who begins with what is ready while the rest is still being composed. */
interface Waiting {
  /** All that documents will be written of: nearly every character that they print is in it. */
  sources(texts: unknown): void;
  written(one: HandedOut): void;
}

const NOTHING = { inputs: undefined, subject: undefined, pack: undefined, regional: false };

/** The first three stages, for the build and for `diaodu inspect`. */
export async function compose(
  request: Pick<BuildRequest, 'period' | 'only' | 'draft'>,
  effects: Effects,
  step: (what: string) => void = () => {},
  waiting?: Waiting,
): Promise<Composed> {
  const { period, only, draft = false } = request;
  const nowhere = await whereabouts(effects, period.year);
  if (nowhere.length > 0) return { ...NOTHING, diagnostics: nowhere };
  const folders = await readPack(effects, packOf(period));
  const unknown = hasErrors(folders.diagnostics) ? [] : unknownOnly(folders.value, only);
  // A slip in the command is told at once; what is wrong with the data comes when it is right.
  if (unknown.length > 0) return { ...NOTHING, diagnostics: unknown };
  const diagnostics = [...folders.diagnostics];
  const until = 'quarter' in period ? lastMonth(period) : 'month' in period ? period : undefined;
  const inputs = await readWorkspace(effects, period.year, { projects: true, cities: true, until });
  const regional = chosen(folders.value, only).some(
    ({ settings: { needs, gathers } }) => gathers || needs === 'projects' || needs === 'cities',
  );
  const told = inputs.diagnostics.filter((d) => concerns(d, period));
  diagnostics.push(...(regional ? told : told.map(notAsked)));
  if (!inputs.value) return { ...NOTHING, diagnostics };
  step(`读取计划和报送数据（${inputs.value.submissions.length}份单位报表）`);

  const judged = await judge(inputs.value, period, effects);
  const subject = judged.value;
  const gaps = bookGaps(chosen(folders.value, only), period, { inputs: inputs.value, subject, draft, told });
  // What is noticed besides is of interest when there is a book.
  const besides = judged.diagnostics.filter((d) => !hasErrors(gaps) || d.severity === 'error');
  diagnostics.push(...gaps, ...besides);
  if (!subject || hasErrors(gaps)) return { ...NOTHING, inputs: inputs.value, subject, diagnostics };
  step(
    isQuarter(subject)
      ? `汇总台账（${subject.tasks.length}项任务，核对发现${subject.findings.length}条）`
      : isYear(subject)
        ? `汇总全年数据（统计数据${subject.statistics.values.length}个）`
        : `汇总重点项目（${subject.projects.projects.length}个）`,
  );

  waiting?.sources([folders.value, inputs.value]);
  const pack = await handedOut(composeInTurn(folders.value, subject, { only }), waiting?.written);
  diagnostics.push(...eachOnce(pack.diagnostics).filter((d) => !isEcho(d, diagnostics)));
  step(`合成文稿（${pack.documents.length + pack.volumes.length}份）`);
  return { inputs: inputs.value, subject, pack, regional, diagnostics };
}

async function judge(
  inputs: Inputs,
  period: Period | Month | Year,
  effects: Effects,
): Promise<Outcome<Subject>> {
  if ('quarter' in period) return buildLedger(inputs, period, { regional: true });
  if (!('month' in period)) {
    const statistics = await readStatistics(effects);
    const book = await readWhitePaper(effects, period.year);
    const diagnostics = [...statistics.diagnostics, ...book.diagnostics];
    if (!statistics.value || !book.value) return { value: undefined, diagnostics };
    const built = buildYearLedger(inputs, statistics.value, book.value, period);
    return { value: built.value, diagnostics: [...diagnostics, ...built.diagnostics] };
  }
  return inputs.projects
    ? buildMonthLedger(inputs, inputs.projects, period)
    : { value: undefined, diagnostics: [noRegionalData(period.year, 'projects')] };
}
