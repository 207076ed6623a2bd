/** What the problems found while reading mean for a build: which stop it, which are bearable, which are not asked about. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { groupBy } from '../../base/group.ts';
import { UNSETTLED_TARGETS } from '../../base/messages/cities.ts';
import { returnsFaulty } from '../../base/messages/pipeline.ts';
import type { Spoken } from '../../model/ledger/spoken.ts';
import type { Month, Period, Year } from '../../model/period.ts';

/** How to go on while returns hold errors: a formal text must not leave a unit's figures out unnoticed. */
export function faultyReturns(found: readonly Diagnostic[]): Diagnostic[] {
  const faulty = groupBy(
    found.filter(
      (d) => d.severity === 'error' && d.code !== 'originalChanged' && RETURNS.test(d.at?.file ?? ''),
    ),
    (d) => d.at?.file ?? '',
  );
  const returns = [...faulty].map(([file, errors]) => {
    const [period = '', name = ''] = file.split('/').slice(-2);
    return { period, name: name.replace(/(?:\.v\d+)?\.\w+$/, ''), errors: errors.length };
  });
  return returns.length > 0 ? [returnsFaulty(returns)] : [];
}

/** Cities without targets can't be compared by them; the ledger leaves such indicators out. */
const LEFT_OUT: readonly string[] = ['cityTargetMissing', 'cityTargetsMissing'];
/** The office has not yet said who answers for a part of the plan. */
const UNIT_PENDING = 'unitPending';

/** What the office has yet to settle, and need not have before forms go out. */
export const isUnsettled = ({ code }: Diagnostic): boolean =>
  code === UNIT_PENDING || LEFT_OUT.includes(code);

/**
 * A draft may go out while some units still owe a correction and targets of cities are not settled; what could not be
 * read, and what can't be compared, is left out.
 */
export const bearable = (d: Diagnostic): Diagnostic =>
  d.severity === 'error' && (LEFT_OUT.includes(d.code) || RETURNS.test(d.at?.file ?? ''))
    ? { ...d, severity: 'warning' }
    : d;

/** Forms and drafts go out while it is open who answers for a part of the plan; a formal paper does not. */
export const formally = (d: Diagnostic): Diagnostic =>
  d.code === UNIT_PENDING ? { ...d, severity: 'error' } : d;

/** A file in the folder of a period; the register beside them is no return. */
const RETURNS =
  /^data\/\d+\/(?:submissions|cities\/returns|projects\/returns)\/[^/]+\/(?!receipts\.yaml$)[^/]+\.\w+$/;

/** Whether it is about data of cities or key projects, which the report does without. */
export const isRegional = (d: Diagnostic): boolean =>
  /^data\/\d+\/(?:cities|projects)(?:\/|$)/.test(d.at?.file ?? '');

/** What is wrong with the regional data stops no document that does not speak of them. */
export const asSpoken = (d: Diagnostic, spoken: Spoken): Diagnostic =>
  d.severity === 'error' && isRegional(d) && !isSpoken(d, spoken) ? { ...d, severity: 'warning' } : d;

/** The list of cities orders the projects, too; their indicators and returns do not concern these. */
const isSpoken = ({ at }: Diagnostic, { projects, cities }: Spoken): boolean =>
  cities || (projects && !/^data\/\d+\/cities\/(?:indicators\.yaml$|returns\/)/.test(at?.file ?? ''));

/** As a build tells it, with the ways round it that it has. */
export const toBuild = (d: Diagnostic): Diagnostic =>
  d.code === 'cityTargetsMissing' ? { ...d, hints: [...d.hints, UNSETTLED_TARGETS] } : d;

/** What is said to be left blank in a file that could not be read may well stand there. */
export const isEcho = ({ code, at }: Diagnostic, told: readonly Diagnostic[]): boolean =>
  code === 'meetingBlanks' &&
  told.some((d) => d.severity === 'error' && d.at && folderOf(d.at.file) === folderOf(at?.file ?? ''));

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1);

/**
 * What is wrong with a return of another period was said when that period was built; errors in units' returns still
 * matter to the history.
 */
export function concerns(problem: Diagnostic, period: Period | Month | Year): boolean {
  // Who answers for goals and tasks is nothing that a bulletin on projects speaks of.
  if (problem.code === UNIT_PENDING) return !('month' in period);
  const file = problem.at?.file ?? '';
  const other = /\/(?:submissions|cities\/returns|projects\/returns)\/(\d{4}(?:Q[1-4]|-\d{2}))\//.exec(
    file,
  )?.[1];
  return other === undefined || other === period.id || problem.severity === 'error';
}
