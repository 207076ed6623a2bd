/** diaodu status: where nothing has changed since, as it was told before; what works it out is not even loaded then. */
import { type Placed, recall, remember } from '../../archive/recall.ts';
import { traceEffects } from '../../archive/trace.ts';
import { type Diagnostic, hasErrors } from '../../base/diagnostic.ts';
import { digestOf } from '../../base/digest.ts';
import type { Effects } from '../../base/effects.ts';
import type { Month, Period } from '../../model/period.ts';
import { type OutdatedLetter, outdatedLetters } from './outdated-letters.ts';
import type { StatusResult } from './quarter-status.ts';
import type { MonthStatus } from './regional-status.ts';
import type { Stood } from './state-workbooks.ts';

/** @param out the period's output folder; null to write nothing. What can't be written keeps nobody from knowing how it stands. */
export async function status(
  request: { period: Period; out: string | null },
  effects: Effects,
): Promise<StatusResult & { letters: OutdatedLetter[] }> {
  const result = await asBefore(request, effects, async (traced) =>
    (await import('./quarter-status.ts')).quarterStatus(request, traced, effects),
  );
  const { out } = request;
  // Letters lie among the outputs, which are no input of what is remembered.
  const letters = result.states && out !== null ? await outdatedLetters(out, result.states, effects) : [];
  return { ...result, letters };
}

/** Of the key projects. */
export const monthStatus = (
  request: { month: Month; out: string | null },
  effects: Effects,
): Promise<MonthStatus> =>
  asBefore(request, effects, async (traced) =>
    (await import('./regional-status.ts')).projectStatusWithWorkbook(request, traced, effects),
  );

/**
 * @param find what it finds is kept, unless it is an error, as in a folder that is no workspace, or there was something to
 * tell of workbooks that lay there already
 */
export async function asBefore<Result extends { diagnostics: Diagnostic[] }>(
  request: object,
  effects: Effects,
  find: (traced: Effects) => Promise<Stood<Result>>,
): Promise<Result> {
  const name = ['status', request];
  const known = await recall<Result>(name, effects);
  if (known) return known;
  const traced = traceEffects(effects);
  const { result, outputs, put } = await find(traced.effects);
  const written = outputs.map(({ path, bytes }): Placed => [path, digestOf(bytes)]);
  if (!hasErrors(result.diagnostics) && (!put || put.diagnostics.length === 0))
    await remember(name, { asked: traced.asked(), written, result }, effects);
  return result;
}
