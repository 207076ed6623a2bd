/** Tables that no template of ours prints, and what tables and papers say where the demonstration data says nothing like it. */
import { describe, expect, it } from 'vitest';
import { composePack } from '../../src/compose/compose.ts';
import type { TableContent } from '../../src/compose/tables/cells.ts';
import { TABLES, YEAR_TABLES } from '../../src/compose/tables/index.ts';
import { plainText } from '../../src/model/document/inline.ts';
import type { TemplateFolder } from '../../src/model/document/template.ts';
import type { Ledger, MonthLedger, Subject, YearLedger } from '../../src/model/ledger/ledger.ts';
import { openDesk, prose, rowsOf, subjectOf } from '../support/bulletins.ts';

const desk = await openDesk();
const ledger = subjectOf(desk, '2022Q3') as Ledger;
const table = (name: string, attributes: Record<string, string> = {}): TableContent =>
  TABLES[name]?.(ledger, attributes, null) as TableContent;
const textsOf = (content: TableContent): string[][] =>
  content.body.map((row) => row.map((cell) => cell.content.map(plainText).join(' ')));

describe('the tracks by status', () => {
  const of = (leads: readonly string[]): TableContent => {
    const counts = { ...ledger.counts, notStarted: 0, toVerify: 0 };
    const tracks = ledger.tracks.map((record, i) =>
      i === 0 ? { ...record, track: { ...record.track, leads: [...leads] } } : record,
    );
    return TABLES.tracks?.({ ...ledger, counts, tracks }, {}, null) as TableContent;
  };
  const headsOf = ({ head }: TableContent): string[] =>
    (head[0] ?? []).map(({ content }) => content.map(plainText).join(''));
  const wide = ({ columns }: TableContent): number => columns.reduce((sum, { width }) => sum + width, 0);

  it('show every status where few lead, and leave out those of no task where many do', () => {
    const few = of(['市工信局']);
    const many = of(['市人社局', '市委人才办', '市委金融办', '市委网信办', '市公安局', '市大数据局']);
    expect(headsOf(few).join()).toMatch(/未启动.*待核实.*未报送/);
    expect(headsOf(many).join()).not.toMatch(/未启动|待核实/);
    expect(headsOf(many)).toHaveLength(headsOf(few).length - 2);
    expect(wide(many)).toBeCloseTo(wide(few));
    expect(many.columns[2]?.width).toBeGreaterThan(2 * (few.columns[2]?.width ?? 0));
    expect(many.body.every((row) => row.length === many.columns.length)).toBe(true);
  });
});

describe('tables for an office’s own templates', () => {
  it('the ledger of tasks has a heading for each track, a row for each target, and what is the task’s but once', () => {
    const { body, columns, head } = table('task-ledger');
    expect(head[0]).toHaveLength(columns.length);
    const [first, ...others] = ledger.tracks;
    expect(textsOf(table('task-ledger'))[0]?.[0]).toContain(first?.track.leads.join('、'));
    const rowsOfTask = (targets: number): number => Math.max(1, targets);
    const rows = ledger.tasks.reduce((sum, { targets }) => sum + rowsOfTask(targets.length), 0);
    expect(body).toHaveLength(rows + others.length + 1);
    // Cells that span rows stand in each of them.
    const filled = body.map(() => 0);
    body.forEach((row, i) => {
      for (const { colSpan = 1, rowSpan = 1 } of row)
        for (let below = 0; below < rowSpan; below += 1)
          filled[i + below] = (filled[i + below] ?? 0) + colSpan;
    });
    expect(new Set(filled)).toEqual(new Set([columns.length]));
    const numbers = textsOf(table('task-ledger')).flatMap(([no]) =>
      /^\d+$/.test(no ?? '') ? [Number(no)] : [],
    );
    expect(numbers).toEqual(ledger.tasks.map(({ task }) => task.no));
  });

  it('the whole ledger and the quarters can be of one track', () => {
    const numbers = ledger.tasks.flatMap(({ task, track }) => (track.no === 3 ? [String(task.no)] : []));
    const listed = (name: string) => new Set(textsOf(table(name, { track: '3' })).map(([no]) => no));
    expect(listed('full-ledger')).toEqual(new Set(numbers));
    expect([...listed('task-quarters')].every((no) => numbers.includes(no ?? ''))).toBe(true);
    expect(listed('task-quarters').size).toBeGreaterThan(0);
    const values = YEAR_TABLES['track-values']?.({ quarter: ledger } as YearLedger, { track: '3' });
    expect(values && textsOf(values)).toEqual(textsOf(table('track-targets', { track: '3' })));
  });
});

it('the ranking of a year ends with those that have no place, however many have one', () => {
  const [record] = ledger.cities?.cities ?? [];
  if (!ledger.cities || !record) throw new Error('no cities');
  const cities = [null, ...Array.from({ length: 120 }, (_, i) => i + 1)].map((rank) => ({
    ...record,
    city: { ...record.city, name: rank === null ? '未报镇' : `第${rank}镇` },
    rank: { ...record.rank, rank },
  }));
  const year = { cities: { ...ledger.cities, cities } } as YearLedger;
  const names = textsOf(YEAR_TABLES['year-ranking']?.(year, {}) as TableContent).map(([, name]) => name);
  expect(names.slice(-2)).toEqual(['第120镇', '未报镇']);
});

describe('places that share what they have', () => {
  const paper = (folders: TemplateFolder[], subject: Subject, only: string) => {
    const { documents, diagnostics } = composePack(folders, subject, { only: [only] });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const document = documents[0]?.document;
    if (!document) throw new Error(only);
    return document;
  };

  it('cities of one score are named together; one that says nothing of problems is shown to', () => {
    const all = ledger.cities;
    const first = all?.cities.find(({ rank }) => rank.rank === 1);
    const second = all?.cities.find(({ rank }) => rank.rank === 2);
    if (!all || !first || !second) throw new Error('no ranking');
    const cities = all.cities.map((one) =>
      one === second
        ? { ...one, composite: first.composite, rank: first.rank, problem: null, next: null }
        : one,
    );
    const document = paper(desk.quarterly, { ...ledger, cities: { ...all, cities } }, 'city-bulletin');
    const tied = cities.filter(({ rank }) => rank.rank === 1).map(({ city }) => city.name);
    expect(prose(document)).toContain(`${tied.join('、')}并列第1位。`);
    expect(rowsOf(document, 'city-problems')).toContainEqual([second.city.name, '未反映', '未报送']);
  });

  it('so are those whose projects are equally far; of whom a part was not reported is told how much', () => {
    const month = subjectOf(desk, '2022-08') as MonthLedger;
    const { projects } = month;
    const { all } = projects;
    const [part, ...others] = projects.returns;
    const first = all.cities.find(({ rank }) => rank.rank === 1);
    if (!part || !first) throw new Error('no returns');
    const cities = all.cities.map((one) => (one.rank.rank === 2 ? { ...one, rank: first.rank } : one));
    const changed = {
      ...projects,
      all: { ...all, cities },
      returns: [{ ...part, listed: part.owed - 3 }, ...others],
    };
    const text = prose(paper(desk.monthly, { ...month, projects: changed }, 'monthly-bulletin'));
    expect(text).toContain(`${part.city}少报3个项目。`);
    const tied = cities.filter(({ rank }) => rank.rank === 1).map(({ city }) => city);
    expect(text).toMatch(new RegExp(`(?:${tied.join('、')}|${tied.toReversed().join('、')})并列第1位`));
  });
});
