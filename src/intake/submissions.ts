/** All returns of a year: data/<year>/submissions/<period>/*, those collected (see receipts.ts) and those put there by hand. */
import { keyOf, remembered } from '../base/cached.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { digestOf } from '../base/digest.ts';
import type { Effects } from '../base/effects.ts';
import { isLeftBehind } from '../base/left-behind.ts';
import { unknownFormat } from '../base/messages/files.ts';
import { unknownPeriod } from '../base/messages/intake.ts';
import { byCodeUnit } from '../base/order.ts';
import { together } from '../base/together.ts';
import { endsAfter, type Month } from '../model/period.ts';
import type { PeriodSetting } from '../model/rules.ts';
import type { Submission } from '../model/submission.ts';
import { withoutCopies } from './copies.ts';
import { submissionFormat } from './formats/index.ts';
import type { PlanIndex } from './plan-index.ts';
import { type ReturnClaim, readReturn } from './read-return.ts';
import { isSuperseded, latestOf, RECEIPTS, type Receipt, readOriginal, readReceipts } from './receipts.ts';

export interface ReadSubmissions {
  /** In order of receipt, then of file name. */
  submissions: Submission[];
  diagnostics: Diagnostic[];
}

/**
 * A file that can't be used is reported and left out; the others are read all the same.
 * @param basis what the index was made from, for the keys of what is remembered; `until`: see Wants
 */
export async function readSubmissions(
  effects: Effects,
  folder: string,
  periods: readonly PeriodSetting[],
  index: PlanIndex,
  { until, ...basis }: { plan: unknown; units: unknown; until?: Month | undefined },
): Promise<ReadSubmissions> {
  const submissions: Submission[] = [];
  const diagnostics: Diagnostic[] = [];
  const known = periods.map((period) => period.id);
  let before: Submission[] = [];
  for (const period of (await effects.list(folder)).filter((name) => !isLeftBehind(name))) {
    if (!known.includes(period)) {
      diagnostics.push(unknownPeriod({ file: `${folder}/${period}` }, period, known));
      continue;
    }
    if (endsAfter(period, until)) continue;
    const ground = effects.cache ? keyOf(effects.cache, basis, period, before) : '';
    const reader = { effects, index, period, folder: `${folder}/${period}`, before, diagnostics, ground };
    before = inOrder(await readPeriod(reader));
    submissions.push(...before);
  }
  return { submissions: inOrder(submissions), diagnostics };
}

/** Stable, so that versions of one day stay in their order. */
function inOrder(submissions: readonly Submission[]): Submission[] {
  return [...submissions].sort((a, b) => byCodeUnit(a.receivedAt, b.receivedAt));
}

interface PeriodReader {
  effects: Effects;
  index: PlanIndex;
  period: string;
  folder: string;
  /** Returns of the quarter before. */
  before: readonly Submission[];
  diagnostics: Diagnostic[];
  /** Digest of all that decides what a file says, besides the file. */
  ground: string;
}

async function readPeriod(reader: PeriodReader): Promise<Submission[]> {
  const { effects, folder, diagnostics } = reader;
  const register = await readReceipts(effects, folder);
  diagnostics.push(...register.diagnostics);
  const receipts = register.value ?? [];
  const kept = new Set(receipts.map((receipt) => receipt.file));
  const present = (await effects.list(folder)).filter(
    (name) => !isLeftBehind(name) && name !== RECEIPTS && !kept.has(name),
  );
  const { names, told: copies } = withoutCopies(folder, present, kept);
  diagnostics.push(...copies);
  const latest = latestOf(receipts);
  const byHand = await together(names, diagnostics, async (name, told) => {
    const found: Diagnostic[] = [];
    const submission = await readFile({ ...reader, diagnostics: found }, name, {});
    if (!submission || !isSuperseded(submission.receivedAt, latest.get(submission.unit))) told.push(...found);
    return submission ?? [];
  });
  const registered = await together(receipts, diagnostics, async (receipt, told) => {
    const submission =
      latest.get(receipt.unit) === receipt
        ? await readRegistered({ ...reader, diagnostics: told }, receipt)
        : superseded(receipt, reader.period, folder);
    return submission ?? [];
  });
  return [...byHand.flat().sort((a, b) => byCodeUnit(a.file, b.file)), ...registered.flat()];
}

/** Of an earlier version only the date counts: whether the unit was in time. */
function superseded({ unit, receivedAt, file }: Receipt, period: string, folder: string): Submission {
  return {
    unit,
    period,
    receivedAt,
    demo: false,
    file: `${folder}/${file}`,
    tasks: [],
    goals: [],
    cooperation: [],
  };
}

async function readRegistered(reader: PeriodReader, receipt: Receipt): Promise<Submission | undefined> {
  if (!(await readOriginal(reader.folder, receipt, reader.effects, reader.diagnostics))) return undefined;
  const { unit, receivedAt } = receipt;
  return readFile(reader, receipt.file, { unit, receivedAt, registered: true });
}

async function readFile(
  reader: PeriodReader,
  name: string,
  claim: ReturnClaim,
): Promise<Submission | undefined> {
  const { effects, folder, index, period, before, diagnostics } = reader;
  const file = `${folder}/${name}`;
  const bytes = submissionFormat(name) && (await effects.read(file));
  if (!bytes) {
    diagnostics.push(unknownFormat(file));
    return undefined;
  }
  const previous = (unit: string): Submission | undefined => before.filter((s) => s.unit === unit).at(-1);
  const read = await remembered(
    effects.cache,
    (cache) => keyOf(cache, 'return', reader.ground, file, digestOf(bytes), claim),
    () => {
      const { submission, diagnostics } = readReturn(file, bytes, { index, period, claim, previous });
      return { submission, diagnostics };
    },
  );
  diagnostics.push(...read.diagnostics);
  return read.submission;
}
