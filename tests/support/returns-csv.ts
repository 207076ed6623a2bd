/** What the returns of the demonstration data say, read and reckoned without the program: for checking its numbers. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from './effects.ts';

type Row = Record<string, string>;

const DATA = join(REPOSITORY, 'data/2022');

/** Rows by heading; the first line tells of the file, the second one names the columns. */
function csvRows(path: string): Row[] {
  const [, head = '', ...lines] = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  const names = fields(head);
  return lines.map((line) => Object.fromEntries(fields(line).map((value, i) => [names[i] ?? '', value])));
}

/** Quoted fields may hold commas. */
const fields = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );

/** Returns of a folder: city → rows. */
function returnsOf(folder: string): Map<string, Row[]> {
  return new Map(
    readdirSync(join(DATA, folder)).map((file) => [
      file.replace(/\.csv$/, ''),
      csvRows(join(DATA, folder, file)),
    ]),
  );
}

const monthId = (month: number): string => `2022-${String(month).padStart(2, '0')}`;

export interface Known {
  code: string;
  city: string;
  kind: string;
  /** 万元 */
  plan: number;
  invested: number;
  started: boolean;
  completed: boolean;
}

/** Every project as last reported up to the month's end. */
export function projectsAt(month: number): Known[] {
  const last = new Map<string, Row>();
  const dates = new Map<string, Row>();
  for (let m = 1; m <= month; m++)
    for (const rows of returnsOf(`projects/returns/${monthId(m)}`).values())
      for (const row of rows) {
        const code = row['项目编号'] ?? '';
        if (row['本年累计完成投资（万元）']) last.set(code, row);
        const before = dates.get(code);
        dates.set(code, {
          实际开工: row['实际开工'] || before?.['实际开工'] || '',
          实际竣工: row['实际竣工'] || before?.['实际竣工'] || '',
        });
      }
  const by = (date: string | undefined): boolean => Boolean(date) && (date ?? '') <= `${monthId(month)}-31`;
  return csvRows(join(DATA, 'projects/projects.csv')).map((row) => {
    const code = row['项目编号'] ?? '';
    const completed = by(dates.get(code)?.['实际竣工']);
    return {
      code,
      city: row['所在地'] ?? '',
      kind: row['类别'] ?? '',
      plan: Number(row['年度计划投资（万元）']),
      invested: Number(last.get(code)?.['本年累计完成投资（万元）'] ?? 0),
      completed,
      started: completed || by(dates.get(code)?.['实际开工']),
    };
  });
}

/** What was invested in a month, 万元: by the cumulative values, and as reported where the month before was not. */
export function investedIn(month: number): number {
  const CUMULATIVE = '本年累计完成投资（万元）';
  const rowsOf = (m: number): Map<string, Row> =>
    new Map(
      (m < 1 ? [] : [...returnsOf(`projects/returns/${monthId(m)}`).values()].flat()).map((row) => [
        row['项目编号'] ?? '',
        row,
      ]),
    );
  const before = rowsOf(month - 1);
  return [...rowsOf(month)].reduce((sum, [code, row]) => {
    const last = before.get(code)?.[CUMULATIVE];
    const added =
      month === 1 || last ? Number(row[CUMULATIVE]) - Number(last ?? 0) : Number(row['本月完成投资（万元）']);
    return sum + (row[CUMULATIVE] ? added : 0);
  }, 0);
}

export const total = (projects: readonly Known[], key: 'plan' | 'invested'): number =>
  projects.reduce((sum, project) => sum + project[key], 0);

/** 万元 → 亿元, one decimal. */
export const yi = (wan: number): string => round(wan / 10000, 1);

export const rateOf = (projects: readonly Known[]): string =>
  round((total(projects, 'invested') / total(projects, 'plan')) * 100, 1);

/** City → its quarterly values by indicator (C01 …); cities without a return are absent. */
export function cityValues(quarter: number): Map<string, Map<string, number>> {
  return new Map(
    [...returnsOf(`cities/returns/2022Q${quarter}`)].map(([city, rows]) => [
      city,
      new Map(
        rows
          .filter((row) => /^C\d/.test(row['编号'] ?? '') && row['本季度'])
          .map((row) => [row['编号'] ?? '', Number.parseFloat(row['本季度'] ?? '')]),
      ),
    ]),
  );
}

/** Half away from zero, as one does it by hand. */
export function round(value: number, decimals: number): string {
  const power = 10 ** decimals;
  return ((Math.sign(value) * Math.floor(Math.abs(value) * power + 0.5 + 1e-7)) / power).toFixed(decimals);
}

/** 1, 2, 2, 4. */
export const placeOf = (value: number, all: readonly number[]): number =>
  1 + all.filter((other) => other > value).length;
