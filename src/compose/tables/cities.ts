/** The cities: composite ranking, indicators, scores, duties of section 三, what they say of themselves. */

import type { Inline } from '../../model/document/inline.ts';
import type { CityRecord, DutyRecord, IndicatorRecord } from '../../model/ledger/city-ledger.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import { isLaggingStatus, type Status } from '../../model/status.ts';
import {
  byRank,
  movementText,
  previousRankCell,
  rankCell,
  rankFigure,
  sharedRanks,
} from '../choice/ranking.ts';
import { rich } from '../engine/value.ts';
import { count } from '../figures.ts';
import { citySource } from '../texts/city-notes.ts';
import { isFolded, strongest, weakest, weightFigure } from '../texts/city-standing.ts';
import { dutyName, evidenceGap, lateDuties, stageOf } from '../texts/duty-text.ts';
import { bare } from '../texts/project-text.ts';
import { balanced } from './balance.ts';
import {
  type CellValue,
  cell,
  columns,
  headCell,
  joined,
  statusMark,
  type TableContent,
  tableOf,
} from './cells.ts';

const citiesOf = (ledger: Ledger): CityRecord[] => ledger.cities?.cities ?? [];
const ranked = (ledger: Ledger): CityRecord[] => byRank(citiesOf(ledger), ({ rank }) => rank);

function sourceOf(ledger: Ledger): Inline[][] {
  const published = citiesOf(ledger)
    .filter(({ indicators }) =>
      indicators.some(({ target }) => target?.provenance.kind === 'data' && !target.provenance.demo),
    )
    .map(({ city }) => city.name);
  const facts = published.length > 0 ? `，${published.join('、')}部分年度目标为公开数据` : '';
  return citySource(ledger.cities, ledger.region.places, facts);
}

/** Places at either end that columns count, by how many places are compared: of three, all would be among the first three. */
const ENDS = [
  { front: '居首位', back: '居末位', number: '一' },
  { front: '居前二', back: '居后二', number: '两' },
  { front: '居前三', back: '居后三', number: '三' },
] as const;

function endsNote(ends: number): string {
  const said = ENDS[ends - 1];
  if (!said) return '';
  const { front, back, number } = said;
  return `“${front}”为单项排名${ends === 1 ? '第一' : front.slice(1)}；“${back}”为单项排名最后${number}个地方，因并列而超过${number}个的不计，缺报的和已完成年度目标的指标也不计。`;
}

export function cityRanking(ledger: Ledger): TableContent {
  const cities = ranked(ledger);
  const shared = sharedRanks(cities.map(({ rank }) => rank));
  const compared = cities.some(({ rank }) => rank.previousRank !== null);
  const reporting = cities.filter(({ receivedAt }) => receivedAt !== null).length;
  const ends = Math.min(ENDS.length, Math.floor(reporting / 2));
  const { front, back } = ENDS[ends - 1] ?? { front: '', back: '' };
  const own = (record: CityRecord, what: string, names: readonly string[]): CellValue =>
    record.receivedAt === null ? null : count(names.length, `${record.city.name}${what}的指标`, '');
  const late = (record: CityRecord): CellValue =>
    count(
      record.duties.filter(({ status }) => isLaggingStatus(status)).length,
      `${record.city.name}滞后的事项`,
      '',
    );
  return tableOf(
    cities,
    [
      [
        '名次',
        shared.size > 0 ? 19 : 16,
        'centre',
        ({ rank, composite }) => rankCell({ rank, by: composite }, shared),
      ],
      ['地区', 20.4, 'left', ({ city }) => city.name],
      ['综合得分', 18, 'right', ({ composite }) => bare(composite)],
      compared && ['上季度名次', 17, 'centre', ({ rank }) => previousRankCell(rank)],
      compared && ['变化', 15, 'centre', ({ rank }) => movementText(rank)],
      ends > 0 && [`${front}的指标`, 17.6, 'right', (record) => own(record, front, strongest(record, ends))],
      ends > 0 && [
        `${back}的指标`,
        17.6,
        'right',
        (record) => own(record, back, weakest(record, cities, ends)),
      ],
      [`${lateDuties(cities, ledger.period)}事项`, 17.6, 'right', late],
      [
        '报送',
        15,
        'centre',
        (record) => (record.receivedAt === null ? '未报送' : record.late ? '迟报' : '按时'),
      ],
    ],
    {
      unitNote: '单位：分、项',
      notes: [
        rich(`注：综合得分相同的并列，其后名次顺延；未报送的不参加排名。${endsNote(ends)}`).rich,
        ...sourceOf(ledger),
      ],
    },
  );
}

/**
 * Of an indicator, in any measure; a name in quotes, “一网通办”率, is one line of its head, which asks for seven characters.
 */
const widthFor = (name: string, plain: number, quoted: number): number =>
  /“[^”]{4,}”/.test(name) ? quoted : plain;

/** For landscape pages: what was reported. */
export function cityIndicators(ledger: Ledger): TableContent {
  const cities = ranked(ledger);
  const indicators = cities[0]?.indicators ?? [];
  return {
    unitNote: '',
    columns: columns(
      [18, 'left'],
      ...indicators.map(({ indicator: { name } }): [number, 'right'] => [widthFor(name, 22.7, 27), 'right']),
    ),
    head: [
      ['地区', ...indicators.map(({ indicator: { name, unit } }) => `${name}（${unit}）`)].map(headCell),
    ],
    body: cities.map((record) =>
      [record.city.name, ...record.indicators.map((own) => unsaid(own, record) ?? bare(own.value))].map(cell),
    ),
    notes: sourceOf(ledger),
    density: 'dense',
  };
}

/** For landscape pages: what is compared of each indicator, and the place in it; beside each other, so that points are aligned. */
export function cityComparison(ledger: Ledger): TableContent {
  const cities = ranked(ledger);
  const indicators = cities[0]?.indicators ?? [];
  const both = (own: IndicatorRecord, record: CityRecord): CellValue[] => {
    const nothing = unsaid(own, record);
    if (nothing !== undefined) return [nothing, null];
    const { compared, rank } = own;
    return [bare(compared), rank.rank === null ? null : rich(rankFigure(rank.rank, compared))];
  };
  return {
    unitNote: '比较值：%',
    columns: columns(
      [18, 'left'],
      ...indicators.flatMap(({ indicator: { name } }): [number, 'right'][] => [
        [widthFor(name, 12, 16), 'right'],
        [8.7, 'right'],
      ]),
    ),
    head: [
      [
        { ...headCell('地区'), rowSpan: 2 },
        ...indicators.map(({ indicator: { name, basis } }) => ({
          ...headCell(`${name}${basis === 'completion' ? '完成率' : ''}`),
          colSpan: 2,
        })),
      ],
      indicators.flatMap(() => ['比较值', '名次'].map(headCell)),
    ],
    body: cities.map((record) =>
      [record.city.name, ...record.indicators.flatMap((own) => both(own, record))].map(cell),
    ),
    notes: [
      rich('注：有年度目标的指标比较完成率，其余比较数值本身；名次为单项名次。').rich,
      ...sourceOf(ledger),
    ],
    density: 'dense',
  };
}

/** What is printed for a value that is not there; undefined where it is. */
function unsaid({ value, applies }: IndicatorRecord, { receivedAt }: CityRecord): string | null | undefined {
  if (value) return undefined;
  return receivedAt === null ? null : applies ? '缺报' : '无项目';
}

/** For landscape pages: single scores, from which a reader can add up the composite. */
export function cityScores(ledger: Ledger): TableContent {
  const cities = ranked(ledger);
  const indicators = cities[0]?.indicators ?? [];
  return {
    unitNote: '单位：分',
    columns: columns(
      [18, 'left'],
      ...indicators.map(({ indicator: { name } }): [number, 'right'] => [widthFor(name, 20.4, 27), 'right']),
      [20, 'right'],
    ),
    head: [
      [
        headCell('地区'),
        ...indicators.map(({ indicator }) => ({
          ...cell(rich(`${indicator.name}（权重`, weightFigure(indicator), '）')),
          header: true,
        })),
        headCell('综合得分'),
      ],
    ],
    body: cities
      .filter(({ composite }) => composite !== null)
      .map((record) =>
        [
          record.city.name,
          ...record.indicators.map(({ applies, score }) => (applies ? bare(score) : null)),
          bare(record.composite),
        ].map((value) => cell(value)),
      ),
    notes: [
      rich(
        '注：综合得分为各单项得分乘以权重之和除以100，保留两位小数；缺报的单项得0分。',
        cities.some(isFolded) ? '没有重点项目的地方不计由项目计算的指标（“—”），按其余指标的权重折算。' : '',
      ).rich,
      ...sourceOf(ledger),
    ],
    density: 'dense',
  };
}

/** For landscape pages: each city's duties with stage, evidence and status. */
export function cityDuties(ledger: Ledger): TableContent {
  const cities = citiesOf(ledger);
  const rows = cities.flatMap((record) => record.duties.map((duty) => ({ record, duty })));
  const before = rows.some(({ duty }) => duty.previousStatus);
  // Early in the year no stage that asks for evidence is due.
  const proven = rows.some(({ duty }) => proofOf(duty));
  const table = tableOf(
    rows,
    [
      ['地区', 20, 'left', ({ record }) => record.city.name],
      ['事项', 66, 'left', ({ duty }) => duty.duty.what],
      ['应到阶段', 18, 'centre', ({ duty }) => stageOf(duty, 'expected')],
      [
        '实到阶段',
        18,
        'centre',
        ({ duty }) => (duty.status === 'notReported' ? null : stageOf(duty, 'reached')),
      ],
      // A 文号 in one line, 赣市府办发〔2022〕24号: what is not needed of it the texts get.
      proven && ['凭据', 50, 'left', ({ duty }) => proofOf(duty)],
      ['状态', 20, 'left', ({ duty }) => statusMark(duty.status)],
      before && ['上季度', 20, 'left', ({ duty }) => statusMark(duty.previousStatus)],
      [
        '进展情况',
        proven ? 54 : 88,
        'left',
        ({ record, duty }) => duty.progress?.value ?? (record.receivedAt === null ? '未报送' : null),
      ],
    ],
    {
      notes: [
        rich(
          `注：“印发”阶段须有文号，凭据不全的按上一阶段认定${before ? '；以前季度已办结的不再要求报送' : ''}。`,
        ).rich,
      ],
      density: 'dense',
    },
  );
  return joined(
    balanced(table, ['事项', '进展情况']),
    cities.map(({ duties }) => duties.length),
  );
}

/** What was given as evidence, or what is missing of it. */
const proofOf = (duty: DutyRecord): string | null => duty.evidence?.value ?? (evidenceGap(duty) || null);

/** How many of each duty are done, and who lags. */
export function cityDutySummary(ledger: Ledger): TableContent {
  const all = citiesOf(ledger).flatMap((record) =>
    record.duties.map((duty) => ({ city: record.city.name, duty })),
  );
  const names = [...new Set(all.map(({ duty }) => dutyName(duty)))];
  const late = lateDuties(citiesOf(ledger), ledger.period);
  const onWay = (status: Status): boolean => status === 'onPace' || status === 'ahead';
  // At the year's end, when all are due, nothing is on its way.
  const underWay = ledger.period.quarter < 4 || all.some(({ duty }) => onWay(duty.status));
  const owed = (name: string): typeof all => all.filter(({ duty }) => dutyName(duty) === name);
  const those = (what: string, test: (status: Status) => boolean) => (name: string) =>
    count(owed(name).filter(({ duty }) => test(duty.status)).length, `${name}${what}的地方`, '');
  const silent = (status: Status): boolean => status === 'notReported';
  return tableOf(
    names,
    [
      ['事项', 48.5, 'left', (name) => name],
      ['应办', 12, 'right', (name) => count(owed(name).length, `应${name}的地方`, '')],
      ['办结', 12, 'right', those('办结', (status) => status === 'done')],
      underWay && ['达到序时或超前', 17.5, 'right', those('达到序时或超前', onWay)],
      [late, 14, 'right', those(late, isLaggingStatus)],
      ['未报送', 14, 'right', those('未报送', silent)],
      [
        `${late.replace('或', '、')}和未报送的地方`,
        underWay ? 38 : 55,
        'left',
        (name) =>
          owed(name)
            .filter(({ duty: { status } }) => isLaggingStatus(status) || silent(status))
            .map(({ city }) => city)
            .join('、'),
      ],
    ],
    { unitNote: '单位：项' },
  );
}

export function cityProblems(ledger: Ledger): TableContent {
  return tableOf(
    citiesOf(ledger).filter(({ receivedAt }) => receivedAt !== null),
    [
      ['地区', 22, 'left', ({ city }) => city.name],
      ['存在问题', 66, 'left', ({ problem }) => problem?.value ?? '未反映'],
      ['下一步工作', 68, 'left', ({ next }) => next?.value ?? '未报送'],
    ],
  );
}
