/** A city's quarterly return: one file → entries, every value with its cell. */
import { comparisonKey } from '../../base/chinese/text.ts';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import {
  cityNameElsewhere,
  cityRowUnknown,
  cityStageUnknown,
  cityValueMissing,
  indicatorComputed,
} from '../../base/messages/cities.ts';
import { unknownPeriod } from '../../base/messages/intake.ts';
import { rowTwice } from '../../base/messages/tables.ts';
import type { Located } from '../../base/origin.ts';
import {
  type CityDuty,
  type CityEntry,
  type CityEntryRow,
  type CityReturn,
  cityEntryRowSchema,
  type Indicator,
  OVERALL_ROW,
} from '../../model/city.ts';
import { CITY_COLUMNS, CITY_RETURN_LABELS } from '../../model/city-form.ts';
import type { Figure } from '../../model/figure.ts';
import { parsePeriod } from '../../model/period.ts';
import { readAmount } from '../tables/amount.ts';
import { openTables } from '../tables/open.ts';
import { type HeadWords, readReturnHead } from '../tables/return-head.ts';
import { findTable, readRow, type TableColumn, type TableRow } from '../tables/table.ts';
import type { UnitNames } from '../units.ts';

type Key = keyof CityEntryRow;
const OWN = Object.keys(cityEntryRowSchema.shape) as Key[];
const COLUMNS: readonly TableColumn<Key>[] = CITY_COLUMNS.flatMap(({ key, heading, entry }) => {
  const own = OWN.find((candidate) => candidate === key);
  if (!own) return [];
  return [{ key: own, heading, required: entry || own === 'id', type: own === 'value' ? 'value' : 'text' }];
});

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
  const table = opened.value && findTable(file, opened.value, COLUMNS, diagnostics);
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
    const other = ownerOfName(read.name, head.city, index);
    if (other !== undefined && other !== read.id) {
      diagnostics.push(cityNameElsewhere(row.cells.name?.at ?? row.at, read.id, read.name ?? '', other));
      return [];
    }
    return [entryOf(read, row, head, index, diagnostics)];
  });
  const missing = index.indicators
    .filter(({ id, basis }) => basis !== 'projects' && !entries.some((e) => e.id === id && e.value))
    .map(({ id }) => id);
  if (missing.length > 0) diagnostics.push(cityValueMissing(file, head.city, missing));
  return { value: { ...head, file, entries }, diagnostics };
}

/** The row that is called so; where only some columns were sorted, it is another than the one with the code. */
function ownerOfName(name: string | undefined, city: string, index: CityIndex): string | undefined {
  const key = (text: string): string => comparisonKey(text).replace(/\([^)]*\)$/, '');
  const rows = [
    ...index.indicators.map((indicator) => ({ id: indicator.id, name: indicator.name })),
    ...index.duties.filter((duty) => duty.city === city).map((duty) => ({ id: duty.id, name: duty.what })),
  ];
  return name === undefined ? undefined : rows.find((row) => key(row.name) === key(name))?.id;
}

function entryOf(
  read: CityEntryRow,
  row: TableRow<Key>,
  head: Head,
  index: CityIndex,
  diagnostics: Diagnostic[],
): CityEntry {
  const at = (key: Key) => row.cells[key]?.at ?? row.at;
  const text = (key: 'stage' | 'evidence' | 'progress' | 'problem' | 'next'): Located<string> | null =>
    read[key] === undefined ? null : { value: read[key], at: at(key) };
  const indicator = index.indicators.find((candidate) => candidate.id === read.id);
  if (indicator?.basis === 'projects' && read.value !== undefined)
    diagnostics.push(indicatorComputed(at('value'), read.id));
  const words = ['未启动', ...index.stages];
  const said = text('stage');
  const stage = said && words.find((word) => comparisonKey(word) === comparisonKey(said.value));
  if (said && !stage) diagnostics.push(cityStageUnknown(said.at, said.value, words));
  return {
    id: read.id,
    at: row.at,
    value: indicator && indicator.basis !== 'projects' ? figureOf(read, indicator) : null,
    stage: said && stage ? { value: stage, at: said.at } : null,
    evidence: text('evidence'),
    progress: text('progress'),
    problem: text('problem'),
    next: text('next'),
  };

  function figureOf({ value, source }: CityEntryRow, { name, unit }: Indicator): Figure | null {
    if (value === undefined) return null;
    const quantity = readAmount(value, unit, name, at('value'));
    diagnostics.push(...quantity.diagnostics);
    if (!quantity.value) return null;
    const { city, receivedAt, demo } = head;
    return {
      ...quantity.value,
      provenance: {
        kind: 'submission',
        at: at('value'),
        unit: city,
        receivedAt,
        raw: String(value),
        // A published fact in a made-up return is still a fact.
        demo: demo && source === undefined,
        ...(source === undefined ? {} : { source }),
      },
    };
  }
}
