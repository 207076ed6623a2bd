/** Whose return a file is and for which period: hidden marks, 填报说明, title, file name. They have to agree. */
import { comparisonKey } from '../../base/chinese/text.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import {
  periodConflict,
  strangeUnit,
  unitConflict,
  unitOverruled,
  unitUnfound,
} from '../../base/messages/collect.ts';
import type { Origin } from '../../base/origin.ts';
import { parsePeriod } from '../../model/period.ts';
import type { IdentityHint } from '../located/located.ts';
import type { PlanIndex } from '../plan/plan-index.ts';
import type { UnitNames } from '../plan/units.ts';

export interface Identity {
  unit: string | undefined;
  /** 2022Q3; undefined when nothing says it. */
  period: string | undefined;
  /** Q4, where a quarter is named without its year. */
  quarter: string | undefined;
  /** Where the period stands. */
  periodAt: Origin;
  diagnostics: Diagnostic[];
}

interface Known {
  hint: IdentityHint;
  value: string;
}

/** `named`: the unit that a person named for this file, which settles a conflict. */
export function identify(
  file: string,
  hints: readonly IdentityHint[],
  index: PlanIndex,
  named?: string,
): Identity {
  const diagnostics: Diagnostic[] = [];
  const all = [...hints, ...fileNameHints(file, index)];
  const unit = findUnit(file, all, index, named, diagnostics);
  const periods = all
    .filter((hint) => hint.what === 'period')
    .flatMap((hint): Known[] => {
      const period = parsePeriod(hint.text)?.id ?? partialPeriod(hint.text);
      return period ? [{ hint, value: period }] : [];
    });
  const first = periods.find((known) => !known.value.startsWith('?')) ?? periods[0];
  const against = first && periods.find((known) => !agree(known.value, first.value));
  if (first && against) {
    diagnostics.push(periodConflict(against.hint.at, listed(periods)));
    return { unit, period: undefined, quarter: undefined, periodAt: against.hint.at, diagnostics };
  }
  const partial = first?.value.startsWith('?');
  const period = partial ? undefined : first?.value;
  const quarter = partial ? first?.value.slice(1) : undefined;
  return { unit, period, quarter, periodAt: first?.hint.at ?? { file }, diagnostics };
}

function findUnit(
  file: string,
  hints: readonly IdentityHint[],
  index: PlanIndex,
  named: string | undefined,
  diagnostics: Diagnostic[],
): string | undefined {
  const units = hints.filter((hint) => hint.what === 'unit');
  const known = units.flatMap((hint): Known[] => {
    const value = resolveUnit(hint.text, index);
    return value ? [{ hint, value }] : [];
  });
  const against = known.find((k) => k.value !== (named ?? known[0]?.value));
  if (named) {
    if (against) diagnostics.push(unitOverruled(against.hint.at, listed(known), named));
    return named;
  }
  const [first] = known;
  if (!first) {
    const [strange] = units;
    diagnostics.push(
      strange
        ? strangeUnit(strange.at, strange.text, index.units.suggest(strange.text))
        : unitUnfound({ file }),
    );
    return undefined;
  }
  if (against) {
    const units = [...new Set(known.map(({ value }) => value))];
    diagnostics.push(unitConflict(against.hint.at, listed(known), units));
    return undefined;
  }
  return first.value;
}

/** Only one of them begins the names of a workspace's units. */
const LEVELS = ['省', '市', '县', '区'];

/** 省教育厅（盖章）, 教育厅, 江西省教育厅; in a city 市教育局, 教育局, 南昌市教育局; not those of another place. */
export function resolveUnit(written: string, index: Pick<PlanIndex, 'units'>): string | undefined {
  const name = written
    .normalize('NFKC')
    .replace(/\([^)]*\)$/, '')
    .trim();
  return [
    name,
    ...LEVELS.flatMap((level) => [`${level}${name}`, `${level}委${name}`]),
    name.startsWith(index.units.home) ? name.slice(index.units.home.length) : name,
  ]
    .map((candidate) => index.units.resolve(candidate))
    .find(Boolean);
}

const listed = (known: readonly Known[]): string =>
  [
    ...new Map(
      known.map(({ hint, value }) => [`${hint.source}${value}`, `${hint.source}为“${hint.text}”`]),
    ).values(),
  ].join('，');

/** A quarter without its year: ?Q4. */
function partialPeriod(text: string): string | undefined {
  const found = /^第?([一二三四1-4])季度$/.exec(text.normalize('NFKC'));
  return found ? `?Q${('一二三四1234'.indexOf(found[1] as string) % 4) + 1}` : undefined;
}

function agree(left: string, right: string): boolean {
  return (
    left === right || ((left.startsWith('?') || right.startsWith('?')) && left.slice(-2) === right.slice(-2))
  );
}

const stemOf = (file: string): string =>
  (file.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]*$/, '').normalize('NFKC');

/** All that a file's name mentions. */
export const namesInFile = (file: string, names: UnitNames): string[] =>
  names.within(comparisonKey(stemOf(file)));

/** Whose a file is by its name. A name that holds two units tells nothing: 省教育厅转省科技厅.xlsx. */
function namedInFile(file: string, names: UnitNames): string | undefined {
  const found = namesInFile(file, names);
  return found.length === 1 ? found[0] : undefined;
}

function fileNameHints(file: string, index: PlanIndex): IdentityHint[] {
  const name = stemOf(file);
  const hints: IdentityHint[] = [];
  const source = '文件名';
  const unit = namedInFile(file, index.units);
  if (unit !== undefined) hints.push({ what: 'unit', source, text: unit, at: { file } });
  const period =
    /(?<!\d)20\d{2}\s*[年_-]?\s*(?:[Qq][1-4]|第?[一二三四1-4]季度)/.exec(name)?.[0].replace(/[_-]/g, '') ??
    /第?(?:[一二三四]|(?<!\d)[1-4])季度/.exec(name)?.[0];
  if (period) hints.push({ what: 'period', source, text: period, at: { file } });
  return hints;
}
