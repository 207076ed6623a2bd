/** What was corrected in papers that were handed out, and which of their pages are to be changed. */

import { pageList } from '../../base/chinese/page-list.ts';
import { shorten } from '../../base/chinese/shorten.ts';
import { displayWidth } from '../../base/chinese/width.ts';
import {
  type Erratum,
  type FactChange,
  mostlyChanged,
  type PaperChange,
  paperTitle,
  type WordChange,
} from '../../model/erratum.ts';
import { balanced } from './balance.ts';
import { type Column, NUMBER_MM, type TableContent, TEXT_MM, tableOf, UNIT_MM } from './cells.ts';

const NUMBER: Column<unknown> = ['序号', NUMBER_MM, 'centre', (_, i) => String(i + 1)];

export const correctedFacts = ({ facts }: Erratum): TableContent =>
  factTable(
    facts.filter(({ fact }) => fact.kind === 'value'),
    '事项',
  );

export const correctedStatuses = ({ facts }: Erratum): TableContent =>
  factTable(
    facts.filter(({ fact }) => fact.kind === 'status'),
    '评定的事项',
  );

export const correctedStatistics = ({ facts }: Erratum): TableContent =>
  factTable(
    facts.filter(({ fact }) => fact.kind === 'statistic'),
    '统计指标',
    '地区',
  );

const factTable = (changes: readonly FactChange[], what: string, who = '单位'): TableContent =>
  tableOf(changes, [
    NUMBER,
    [who, UNIT_MM, 'left', ({ fact }) => fact.who],
    [what, 60, 'left', ({ fact }) => fact.what],
    ['原为', 30, 'left', ({ was }) => was ?? '无'],
    ['更正为', 30, 'left', ({ is }) => is ?? '删去'],
  ]);

export const pagesToChange = ({ papers }: Erratum): TableContent =>
  tableOf(papers, [
    NUMBER,
    ['材料', 62, 'left', ({ name }) => paperTitle(name)],
    ['需要更换的页', 60, 'left', ({ pages, kind }) => (kind === 'gone' ? null : inLines(pageList(pages)))],
    ['说明', 30, 'left', remark],
  ]);

/** Half characters that fit a line of the column of pages. */
const LINE = 28;

/** Ranges are not torn apart. */
function inLines(list: string): string {
  const lines = [''];
  for (const part of list.split(/(?<=、)/)) {
    const last = lines.length - 1;
    if (lines[last] !== '' && displayWidth(`${lines[last]}${part}`) > LINE) lines.push(part);
    else lines[last] += part;
  }
  return lines.join('\n');
}

const REMARKS: Record<PaperChange['kind'], string> = {
  changed: '',
  longer: '页数增加',
  shorter: '页数减少',
  added: '新增的材料',
  gone: '不再需要，收回',
};

function remark(paper: PaperChange): string {
  const { kind, of, pages } = paper;
  if (kind === 'longer' || kind === 'shorter') return `${REMARKS[kind]}，共${of}页`;
  if (kind === 'changed' && pages.length === of) return '全部更换';
  return mostlyChanged(paper) ? '宜整份更换' : REMARKS[kind];
}

/** Of a text that came or went as a whole, as much as it takes to find it. */
const MOST_CHARACTERS = 80;

export function correctedWords({ words }: Erratum): TableContent {
  const table = tableOf(
    words,
    [
      NUMBER,
      ['所在的行、图', 28, 'left', ({ row }) => shorten(row, 40) || null],
      ['原为', 44, 'left', ({ was }) => shorten(was, MOST_CHARACTERS) || '（无）'],
      ['现为', 44, 'left', ({ is }) => shorten(is, MOST_CHARACTERS) || '（删去）'],
      ['所在材料和页码', 27, 'left', placesOf],
    ],
    { density: 'dense' },
  );
  return balanced(table, ['原为', '现为'], TEXT_MM);
}

/** 04第3、11页；05第4页 */
function placesOf({ places }: WordChange): string {
  const papers = new Map<string, string[]>();
  for (const { paper, page } of places) papers.set(paper, [...(papers.get(paper) ?? []), page]);
  return [...papers].map(([paper, pages]) => `${paper}第${pages.join('、')}页`).join('；');
}
