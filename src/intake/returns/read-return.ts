/** One file → one return: format, whose, which period, shape, values. Used for what comes in and for what is kept. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { otherPeriod, periodAssumed } from '../../base/messages/collect.ts';
import { brokenWorkbook } from '../../base/messages/sent-files.ts';
import { parsePeriod, periodName } from '../../model/period.ts';
import { type Submission, submissionFileSchema } from '../../model/returns/submission.ts';
import type { SubmissionFormat } from '../formats/format.ts';
import { chooseFormat } from '../formats/index.ts';
import type { LocatedData } from '../located/located.ts';
import { checkSchema } from '../located/schema.ts';
import type { PlanIndex } from '../plan/plan-index.ts';
import { identify } from './identify.ts';
import { normalise } from './normalise.ts';
import { changedPrefilled } from './prefilled.ts';
import { ALL_UNREAD, type Unread, unreadOf, unreadValues } from './unread.ts';

/** What is known of a file besides its content. */
export interface ReturnClaim {
  /** Unit that a person named for it. */
  unit?: string;
  /** ISO date of receipt. */
  receivedAt?: string;
  /** Unit, period and date stand in the register of receipts: the file is not asked again. */
  registered?: boolean;
}

export interface ReturnContext {
  index: PlanIndex;
  /** The period in question: 2022Q4. */
  period: string;
  claim: ReturnClaim;
  /** A unit's return of the quarter before. */
  previous(unit: string): Submission | undefined;
}

export interface ReturnReading {
  format: SubmissionFormat | undefined;
  /** Canonical name; undefined when it can't be made out, or not without doubt. */
  unit: string | undefined;
  submission: Submission | undefined;
  /** What stands in the file and is not in the submission. */
  unread: Unread;
  /** Targets for which something was written that is no value of theirs, which has been told. */
  refused: ReadonlySet<string>;
  diagnostics: Diagnostic[];
}

/** Never throws, whatever the bytes are. */
export function readReturn(file: string, bytes: Uint8Array, context: ReturnContext): ReturnReading {
  const { format, diagnostics } = chooseFormat(file, bytes);
  const result: ReturnReading = {
    format,
    unit: undefined,
    submission: undefined,
    unread: ALL_UNREAD,
    refused: new Set(),
    diagnostics,
  };
  if (!format) return result;
  try {
    const read = format.read(file, bytes, context.index);
    diagnostics.push(...read.diagnostics);
    if (read.value) finish(result, file, read.value, context);
  } catch {
    // Parsers of foreign formats stumble over made-up files in ways nobody foresees.
    diagnostics.push(brokenWorkbook(file));
  }
  return result;
}

function finish(result: ReturnReading, file: string, read: LocatedData, context: ReturnContext): void {
  const { diagnostics } = result;
  const located = withIdentity(result, file, read, context);
  if (!located) return;
  const checked = checkSchema(submissionFileSchema, located);
  diagnostics.push(...checked.diagnostics);
  if (!checked.value) return;
  result.unit ??= context.index.units.resolve(checked.value.unit);
  const previous = result.unit === undefined ? undefined : context.previous(result.unit);
  const written = { file, content: checked.value, located };
  const normal = normalise(written, context.index, context.period, previous);
  diagnostics.push(...normal.diagnostics);
  diagnostics.push(...changedPrefilled(read.prefilled ?? [], previous, context.index));
  result.submission = normal.value;
  result.refused = normal.refused;
  result.unread = unreadOf(read.held, diagnostics);
  const unread = normal.value ? unreadValues(read.held ?? [], diagnostics, normal.value, context.index) : [];
  if (normal.value && unread.length > 0) normal.value.unread = unread;
}

/** The data with unit, period and date filled in; undefined, and told, when they can't be had without doubt. */
function withIdentity(
  result: ReturnReading,
  file: string,
  read: LocatedData,
  { index, period, claim }: ReturnContext,
): LocatedData | undefined {
  const received = claim.receivedAt === undefined ? {} : { receivedAt: claim.receivedAt };
  if (claim.registered && claim.unit !== undefined) {
    result.unit = claim.unit;
    return withFields(read, { ...received, unit: claim.unit, period });
  }
  if (!read.hints) {
    const unit = claim.unit === undefined ? {} : { unit: claim.unit };
    return withFields(read, { ...received, ...unit });
  }
  const identity = identify(file, read.hints, index, claim.unit);
  result.diagnostics.push(...identity.diagnostics);
  result.unit = identity.unit;
  const conflict = identity.diagnostics.some((d) => d.severity === 'error');
  if (!identity.unit || conflict) return undefined;
  // A quarter without its year can only be one of the year in question.
  const said = identity.period ?? (identity.quarter && `${period.slice(0, 4)}${identity.quarter}`);
  if (said !== undefined && said !== period) {
    result.diagnostics.push(otherPeriod(identity.periodAt, calledBy(said), said, calledBy(period)));
    return undefined;
  }
  if (identity.period === undefined) result.diagnostics.push(periodAssumed({ file }, period));
  return withFields(read, { ...received, unit: identity.unit, period });
}

/** 2022Q3 → 2022年三季度. */
function calledBy(id: string): string {
  const period = parsePeriod(id);
  return period ? periodName(period) : id;
}

function withFields(located: LocatedData, fields: Partial<Record<string, string>>): LocatedData {
  if (typeof located.data !== 'object' || located.data === null) return located;
  return { ...located, data: { ...located.data, ...fields } };
}
