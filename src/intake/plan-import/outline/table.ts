/** Task tables: 序号 | 任务 | 牵头单位 | 配合单位 | 完成时限, whose columns are known by their headings. */
import { type Attribution, noAttribution, readAttribution, splitUnits } from '../owners/attribution.ts';
import type { Paragraph } from '../source/paragraphs.ts';
import { columnRole, type LabelRole } from '../text/labels.ts';
import { readMarker } from '../text/marker.ts';
import { tidyText } from '../text/tidy.ts';
import { briefOf } from './brief.ts';

type ColumnRole = LabelRole | 'no' | 'track' | 'task' | 'detail' | 'unknown';

interface TableRow {
  line: number;
  number: number | undefined;
  /** The track's name where a column or a row across the table gives it; '' for “as before”. */
  track: string;
  heading: string;
  /** What stands beside the heading, '' where there is none. */
  measure: string;
  text: string;
  attribution: Attribution;
}

export interface TableReading {
  rows: TableRow[];
  /** Rows that belong to no table with a head that is understood. */
  unread: Paragraph[];
  /** Headings of columns that were not used, with their line. */
  unusedColumns: { line: number; headings: string[] }[];
}

const HEADINGS: readonly (readonly [ColumnRole, RegExp])[] = [
  ['no', /^(?:序号|编号|号)$/],
  [
    'track',
    /^(?:专项|领域|类别|板块|任务类别|(?:重点)?行动(?:名称)?|(?:重点)?工程(?:名称)?|任务领域|工作领域|专项(?:名称|工作|行动)|所属专项|重点(?:领域|工程|方向)|一级任务|工作类别|分类|方面)$/,
  ],
  [
    'task',
    /^(?:任务|工作|事项|目标)?(?:重点|主要|具体|工作|年度|分解)*(?:任务|工作|事项|举措|措施|内容|清单|任务内容|工作内容)(?:名称|及.*|和.*|（.*)?$|^项目名称$|^二级任务$/,
  ],
  ['detail', /目标|指标|成果|要求|举措|措施|内容|标准/],
];

function roleOfHeading(heading: string, taken: readonly ColumnRole[]): ColumnRole {
  const text = heading.replace(/\s/g, '');
  const role = columnRole(text);
  if (role) return role;
  for (const [name, pattern] of HEADINGS) {
    if (pattern.test(text) && (name === 'detail' || !taken.includes(name))) return name;
  }
  return 'unknown';
}

/** Whether a row is the head of a task table. */
export const isTableHead = (cells: readonly string[]): boolean => readHead(cells) !== undefined;

function readHead(cells: readonly string[]): ColumnRole[] | undefined {
  const roles: ColumnRole[] = [];
  for (const cell of cells) roles.push(roleOfHeading(cell, roles));
  const useful = roles.filter((role) => role !== 'unknown').length;
  return useful >= 2 && roles.some((r) => r === 'task' || r === 'detail') ? roles : undefined;
}

/** All table rows of one node; a head holds until the next head. */
export function readTable(paragraphs: readonly Paragraph[]): TableReading {
  const out: TableReading = { rows: [], unread: [], unusedColumns: [] };
  let roles: ColumnRole[] | undefined;
  let titles: readonly string[] = [];
  for (const paragraph of paragraphs) {
    const cells = paragraph.cells ?? [];
    const filled = cells.filter((cell) => cell !== '');
    const head = readHead(cells);
    if (head) {
      roles = head;
      titles = cells;
      const headings = cells.filter((cell, i) => ['unknown', 'other'].includes(head[i] ?? '') && cell !== '');
      const known = out.unusedColumns.some((c) => c.headings.join() === headings.join());
      if (headings.length > 0 && !known) out.unusedColumns.push({ line: paragraph.line, headings });
      continue;
    }
    if (filled.length === 0) continue;
    if (!roles) out.unread.push(paragraph);
    else if (filled.length === 1 && cells.length > 1 && !/[。；]/.test(filled[0] as string))
      out.rows.push({ ...emptyRow(paragraph.line), track: trackName(filled[0] as string) });
    else readRow(paragraph, roles, titles, out);
  }
  return { ...out, rows: apart(out.rows) };
}

const emptyRow = (line: number): TableRow => ({
  line,
  number: undefined,
  track: '',
  heading: '',
  text: '',
  measure: '',
  attribution: noAttribution(),
});

function readRow(
  paragraph: Paragraph,
  roles: readonly ColumnRole[],
  titles: readonly string[],
  out: TableReading,
): void {
  const row = emptyRow(paragraph.line);
  const texts: string[] = [];
  (paragraph.cells ?? []).forEach((cell, i) => {
    const value = tidyText(cell.replaceAll('\n', '')).text;
    if (value === '') return;
    switch (roles[i]) {
      case 'no':
        row.number = /^\d+/.test(value) ? Number.parseInt(value, 10) : undefined;
        break;
      case 'track':
        row.track = trackName(value);
        break;
      case 'task':
      case 'detail':
        texts.push(value);
        break;
      case 'lead':
        row.attribution.leads.push(...unitsIn(cell, row.attribution));
        break;
      case 'cooperating':
        row.attribution.cooperating.push(...unitsIn(cell, row.attribution));
        break;
      case 'listed':
        readListed(value, cell, row.attribution);
        break;
      case 'deadline':
        row.attribution.deadline = value;
        break;
      default:
        row.attribution.unused.push(`${(titles[i] ?? '').replace(/\s/g, '')}：${value}`);
    }
  });
  const { attribution } = row;
  if (attribution.leads.length > 0) attribution.cooperating.push(...attribution.listed.splice(0));
  // A short first cell with more behind it is the task's name.
  const named = texts.length > 1 && !/[。；]/.test(texts[0] as string) && !/\d/.test(texts[0] as string);
  row.heading = named ? (texts[0] as string) : '';
  row.text = texts.map((t) => (/[。；！]$/.test(t) ? t : `${t}。`)).join('');
  if (named) row.measure = texts.slice(1).join('。');
  if (row.text === '') out.unread.push(paragraph);
  else out.rows.push(row);
}

/** A merged cell names several rows, which are told apart by what stands beside it. */
function apart(rows: readonly TableRow[]): TableRow[] {
  const count = (heading: string): number => rows.filter((row) => row.heading === heading).length;
  return rows.map((row) =>
    row.heading !== '' && count(row.heading) > 1 ? { ...row, heading: briefOf(row.measure).brief } : row,
  );
}

/** 一、数字产业化 → 数字产业化 */
function trackName(cell: string): string {
  const { text } = tidyText(cell.replaceAll('\n', ''));
  return readMarker(text)?.rest || text;
}

function unitsIn(cell: string, attribution: Attribution): string[] {
  attribution.raw.push(cell.replaceAll('\n', ' '));
  return splitUnits(tidyText(cell.replaceAll('\n', '、')).text);
}

function readListed(value: string, cell: string, attribution: Attribution): void {
  if (!/牵头|配合/.test(value)) {
    attribution.listed.push(...unitsIn(cell, attribution));
    return;
  }
  // Who stands on a line of its own is another than the one above.
  const read = readAttribution(tidyText(cell.replaceAll('\n', '；')).text);
  attribution.leads.push(...read.leads);
  attribution.cooperating.push(...read.cooperating);
  attribution.listed.push(...read.listed);
  attribution.raw.push(value);
}
