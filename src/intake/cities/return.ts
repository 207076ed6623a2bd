/** A city's quarterly return: one file → entries, every value with its cell. */
import { saysNothing } from '../../base/chinese/nothing.ts';
import { readQuantity } from '../../base/chinese/quantity.ts';
import { comparisonKey, similarity } from '../../base/chinese/text.ts';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import {
  cityNameElsewhere,
  cityRowUnknown,
  cityStageUnknown,
  cityValueMissing,
  indicatorComputed,
} from '../../base/messages/cities.ts';
import { unknownPeriod } from '../../base/messages/intake.ts';
import { filledBeside } from '../../base/messages/slips.ts';
import { rowTwice } from '../../base/messages/tables.ts';
import type { Located } from '../../base/origin.ts';
import type { Figure } from '../../model/document/figure.ts';
import { parsePeriod } from '../../model/period.ts';
import {
  type CityDuty,
  type CityEntry,
  type CityEntryRow,
  type CityReturn,
  cityEntryRowSchema,
  type Indicator,
  OVERALL_ROW,
} from '../../model/region/city.ts';
import { CITY_COLUMNS, CITY_RETURN_LABELS, type CityColumnKey } from '../../model/returns/city-form.ts';
import { tellDoubtfulSource, withDay } from '../formats/form-cells.ts';
import { cellText } from '../formats/sheet.ts';
import type { UnitNames } from '../plan/units.ts';
import { tellAllAsBefore } from '../returns/all-as-before.ts';
import { changedBefore } from '../returns/changed-before.ts';
import { inNamedUnit, readAsked, shownBefore, tellNumbers } from '../tables/asked.ts';
import { filledText } from '../tables/filled-text.ts';
import { openTables } from '../tables/open.ts';
import { type HeadWords, readReturnHead } from '../tables/return-head.ts';
import { columnsOf, findTable, readRow, type TableColumn, type TableRow } from '../tables/table.ts';

type Key = keyof CityEntryRow;
const OWN = Object.keys(cityEntryRowSchema.shape) as Key[];
const TYPES: Partial<Record<CityColumnKey, TableColumn<Key>['type']>> = { id: 'code', value: 'value' };
/** Also the columns that the form was sent out with; only a look at what became of them is taken. */
const TABLE: readonly TableColumn<CityColumnKey>[] = CITY_COLUMNS.map(({ key, heading, entry }) => ({
  key,
  heading,
  required: entry || key === 'id',
  type: TYPES[key] ?? 'text',
  entry,
}));
const COLUMNS = columnsOf(TABLE, OWN);
const headingOf = (key: CityColumnKey): string => TABLE.find((column) => column.key === key)?.heading ?? key;
/** In which a number alone was meant for another column. */
const WORDS = ['source', 'evidence', 'progress', 'problem', 'next'] as const;
/** Names at least this much more like another row's than their own belong to that one. */
const OTHER_NAME = 0.3;

export interface CityIndex {
  cities: UnitNames;
  indicators: readonly Indicator[];
  duties: readonly CityDuty[];
  stages: readonly string[];
}

interface ExpectedQuarter {
  /** The quarter for which the file was handed in (that of its folder); null takes the file's word. */
  period: string | null;
  /** ISO date of receipt, where the office has registered it; otherwise the file has to say it. */
  receivedAt?: string | undefined;
  /** A city's value of the quarter before, where slips are asked about. */
  last?: (city: string, id: string) => Figure | undefined;
}

type Head = Pick<CityReturn, 'city' | 'period' | 'receivedAt' | 'demo'>;

const HEAD_WORDS: HeadWords = {
  labels: { ...CITY_RETURN_LABELS, when: CITY_RETURN_LABELS.period },
  readWhen: (text) => parsePeriod(text)?.id,
  whenUnreadable: (at, text) => unknownPeriod(at, text, []),
};

/** No value without a known city, a quarter and a date of receipt; every other problem loses only its cell or row. */
export function readCityReturn(
  file: string,
  bytes: Uint8Array,
  index: CityIndex,
  expected: ExpectedQuarter,
): Outcome<CityReturn> {
  const opened = openTables(file, bytes);
  const diagnostics = [...opened.diagnostics];
  const table = opened.value && findTable(file, opened.value, TABLE, diagnostics);
  const wanted = { when: expected.period, receivedAt: expected.receivedAt };
  const said = table && readReturnHead(file, table, HEAD_WORDS, index.cities, wanted, diagnostics);
  if (!table || !said) return { value: undefined, diagnostics };
  const { when: period, ...rest } = said;
  const head: Head = { ...rest, period };
  const duties = index.duties.filter((duty) => duty.city === head.city).map((duty) => duty.id);
  const known = [...index.indicators.map((indicator) => indicator.id), ...duties, OVERALL_ROW];
  const seen = new Set<string>();
  const entries = table.rows.flatMap((row) => {
    const read = readRow(row, COLUMNS, cityEntryRowSchema, diagnostics);
    if (!read) return [];
    if (!known.includes(read.id)) {
      diagnostics.push(cityRowUnknown(row.at, read.id, head.city, known));
      return [];
    }
    if (seen.has(read.id)) {
      diagnostics.push(rowTwice(row.at, read.id));
      return [];
    }
    seen.add(read.id);
    const other = ownerOfName(read.name, read.id, head.city, index);
    if (other !== undefined && other !== read.id) {
      diagnostics.push(cityNameElsewhere(row.cells.name?.at ?? row.at, read.id, read.name ?? '', other));
      return [];
    }
    return [entryOf(read, row, head, index, diagnostics, expected.last?.(head.city, read.id))];
  });
  const { last } = expected;
  if (last) {
    tellMoved(table.rows, head.city, index, last, diagnostics);
    const values = entries.flatMap(({ id, value }) =>
      value ? [{ now: value, last: last(head.city, id) }] : [],
    );
    diagnostics.push(...tellAllAsBefore(values, headingOf('previous')));
  }
  const missing = index.indicators
    .filter(({ id, basis }) => basis !== 'projects' && !entries.some((e) => e.id === id && e.value))
    .map(({ id }) => id);
  if (missing.length > 0) diagnostics.push(cityValueMissing(file, head.city, missing));
  return { value: { ...head, file, entries }, diagnostics };
}

/** The row that is called so, or nearly so; where only some columns were sorted, it is another than the one with the code. */
function ownerOfName(
  name: string | undefined,
  id: string,
  city: string,
  index: CityIndex,
): string | undefined {
  const key = (text: string): string => comparisonKey(text).replace(/\([^)]*\)$/, '');
  const rows = [
    ...index.indicators.map((indicator) => ({ id: indicator.id, name: indicator.name })),
    ...index.duties.filter((duty) => duty.city === city).map((duty) => ({ id: duty.id, name: duty.what })),
  ];
  if (name === undefined) return undefined;
  const exact = rows.find((row) => key(row.name) === key(name));
  if (exact) return exact.id;
  const likeness = (of: string): number => similarity(key(of), key(name));
  const [best] = rows.filter((row) => row.id !== id).sort((a, b) => likeness(b.name) - likeness(a.name));
  const own = rows.find((row) => row.id === id);
  return best && likeness(best.name) - likeness(own?.name ?? '') > OTHER_NAME ? best.id : undefined;
}

/** Values typed over the target or over last quarter's value instead of beside them. */
function tellMoved(
  rows: readonly TableRow<CityColumnKey>[],
  city: string,
  index: CityIndex,
  last: NonNullable<ExpectedQuarter['last']>,
  diagnostics: Diagnostic[],
): void {
  const asked = rows.flatMap(({ cells }) => {
    const indicator = index.indicators.find(
      (one) => one.id === comparisonKey(cellText(cells.id)).toUpperCase(),
    );
    return indicator && indicator.basis !== 'projects' ? [{ cells, indicator }] : [];
  });
  for (const { cells, indicator } of asked) {
    const { goal, value } = cells;
    const read = goal && !value ? readQuantity(cellText(goal), [indicator.unit]) : undefined;
    if (goal && read?.ok && read.quantity.value !== indicator.targets[city]?.value)
      diagnostics.push(filledBeside(goal.at, cellText(goal), headingOf('goal'), headingOf('value')));
  }
  const shown = asked.flatMap(({ cells: { previous, value }, indicator: { id, name, unit } }) =>
    previous ? shownBefore(previous, { name, unit, last: last(city, id) }, !value) : [],
  );
  diagnostics.push(...changedBefore(shown, headingOf('previous'), headingOf('value')));
}

function entryOf(
  read: CityEntryRow,
  row: TableRow<CityColumnKey>,
  head: Head,
  index: CityIndex,
  diagnostics: Diagnostic[],
  last: Figure | undefined,
): CityEntry {
  const at = (key: Key) => row.cells[key]?.at ?? row.at;
  const text = (key: 'stage' | 'progress' | 'problem' | 'next'): Located<string> | null =>
    filledText(read[key], key, at(key), diagnostics);
  const proof = row.cells.evidence;
  const evidence = proof ? withDay(proof, read.evidence, diagnostics) : read.evidence;
  const indicator = index.indicators.find((candidate) => candidate.id === read.id);
  if (indicator?.basis === 'projects' && read.value !== undefined)
    diagnostics.push(indicatorComputed(at('value'), read.id));
  tellNumbers(
    WORDS.map((key) => [row.cells[key], headingOf(key)] as const),
    headingOf('value'),
    diagnostics,
  );
  const words = ['未启动', ...index.stages];
  const said = text('stage');
  const stage = said && words.find((word) => comparisonKey(word) === comparisonKey(said.value));
  if (said && !stage) diagnostics.push(cityStageUnknown(said.at, said.value, words));
  return {
    id: read.id,
    at: row.at,
    value: indicator && indicator.basis !== 'projects' ? figureOf(read, indicator) : null,
    stage: said && stage ? { value: stage, at: said.at } : null,
    evidence: filledText(evidence, 'evidence', at('evidence'), diagnostics),
    progress: text('progress'),
    problem: text('problem'),
    next: text('next'),
  };

  function figureOf({ value, source }: CityEntryRow, { name, unit, kind }: Indicator): Figure | null {
    const written = value === undefined ? undefined : inNamedUnit(value, row.cells.unit, unit, diagnostics);
    if (written === undefined) return null;
    const quantity = readAsked(written, { name, unit, kind, last }, at('value'));
    diagnostics.push(...quantity.diagnostics);
    if (!quantity.value) return null;
    const { city, receivedAt, demo } = head;
    const named = source === undefined || saysNothing(source) ? undefined : source;
    if (named !== undefined) tellDoubtfulSource(at('source'), named, diagnostics);
    return {
      ...quantity.value,
      provenance: {
        kind: 'submission',
        at: at('value'),
        unit: city,
        receivedAt,
        raw: String(value),
        // A published fact in a made-up return is still a fact.
        demo: demo && named === undefined,
        ...(named === undefined ? {} : { source: named }),
      },
    };
  }
}
