/** The cities: composite ranking, indicators, scores, duties of section 三, what they say of themselves. */
import type { CityRecord, DutyRecord, IndicatorRecord } from '../../model/city-ledger.ts';
import type { Figure } from '../../model/figure.ts';
import type { Ledger } from '../../model/ledger.ts';
import { isLaggingStatus } from '../../model/status.ts';
import { isFolded, strongest, weakest, weightFigure } from '../city-standing.ts';
import { dutyName, evidenceGap, lateDuties, stageOf } from '../duty-text.ts';
import { type Rich, rich } from '../engine/value.ts';
import { count } from '../figures.ts';
import { bare } from '../project-text.ts';
import { byRank, movementText, previousRankCell, rankCell, rankFigure, sharedRanks } from '../ranking.ts';
import {
  type CellValue,
  cell,
  columns,
  headCell,
  simpleTable,
  statusMark,
  type TableContent,
} from './cells.ts';

const citiesOf = (ledger: Ledger): CityRecord[] => ledger.cities?.cities ?? [];
const ranked = (ledger: Ledger): CityRecord[] => byRank(citiesOf(ledger), ({ rank }) => rank);

const source = (ledger: Ledger) => {
  const published = citiesOf(ledger)
    .filter(({ indicators }) =>
      indicators.some(({ target }) => target?.provenance.kind === 'data' && !target.provenance.demo),
    )
    .map(({ city }) => city.name);
  const facts = published.length > 0 ? `，${published.join('、')}部分年度目标为公开数据` : '';
  const demo = ledger.cities?.demo ? `（演示数据${facts}）` : '';
  return rich(`数据来源：各${ledger.region.places}报送${demo}，领导小组办公室计算。`).rich;
};

export function cityRanking(ledger: Ledger): TableContent {
  const cities = ranked(ledger);
  const shared = sharedRanks(cities.map(({ rank }) => rank));
  const compared = cities.some(({ rank }) => rank.previousRank !== null);
  const own = (record: CityRecord, what: string, names: readonly string[]): CellValue =>
    record.receivedAt === null ? null : count(names.length, `${record.city.name}${what}的指标`, '');
  return simpleTable(
    [
      '名次',
      '地区',
      '综合得分',
      ...(compared ? ['上季度名次', '变化'] : []),
      '居前三的指标',
      '居后三的指标',
      `${lateDuties(cities, ledger.period)}事项`,
      '报送',
    ],
    columns(
      [shared.size > 0 ? 19 : 16, 'centre'],
      [22, 'left'],
      [18, 'right'],
      ...(compared
        ? ([
            [17, 'centre'],
            [15, 'centre'],
          ] as [number, 'centre'][])
        : []),
      [17, 'right'],
      [17, 'right'],
      [17, 'right'],
      [15, 'centre'],
    ),
    cities.map((record): CellValue[] => [
      rankCell({ rank: record.rank, by: record.composite }, shared),
      record.city.name,
      bare(record.composite),
      ...(compared ? [previousRankCell(record.rank), movementText(record.rank)] : []),
      own(record, '居前三', strongest(record, 3)),
      own(record, '居后三', weakest(record, cities, 3)),
      count(
        record.duties.filter(({ status }) => isLaggingStatus(status)).length,
        `${record.city.name}滞后的事项`,
        '',
      ),
      record.receivedAt === null ? '未报送' : record.late ? '迟报' : '按时',
    ]),
    {
      unitNote: '单位：分、项',
      notes: [
        rich(
          '注：综合得分相同的并列，其后名次顺延；未报送的不参加排名。“居前三”为单项排名前三；“居后三”为单项排名最后三个地方，因并列而超过三个的不计，缺报的和已完成年度目标的指标也不计。',
        ).rich,
        source(ledger),
      ],
    },
  );
}

/** For landscape pages: what was reported. */
export const cityIndicators = (ledger: Ledger): TableContent =>
  indicatorTable(ledger, '', ({ value }) => rich(bare(value)), []);

/** For landscape pages: what is compared of each indicator, and the place in it. */
export const cityComparison = (ledger: Ledger): TableContent =>
  indicatorTable(
    ledger,
    '单位：%',
    ({ compared, rank }) => {
      return rank.rank === null
        ? rich(bare(compared))
        : rich(bare(compared), '（', rankFigure(rank.rank, compared), '）');
    },
    ['注：有年度目标的指标比较完成率，其余比较数值本身；括号内为单项名次。'],
  );

function indicatorTable(
  ledger: Ledger,
  unitNote: string,
  content: (record: IndicatorRecord) => Rich,
  notes: string[],
): TableContent {
  const cities = ranked(ledger);
  const indicators = cities[0]?.indicators ?? [];
  const heads = indicators.map(({ indicator: { name, unit, basis } }) =>
    unitNote === '' ? `${name}（${unit}）` : `${name}${basis === 'completion' ? '完成率' : ''}`,
  );
  const value = (record: CityRecord, own: IndicatorRecord): CellValue =>
    own.value ? content(own) : record.receivedAt === null ? null : own.applies ? '缺报' : '无项目';
  return {
    unitNote,
    columns: columns([20, 'left'], ...indicators.map((): [number, 'right'] => [22.7, 'right'])),
    head: [['地区', ...heads].map(headCell)],
    body: cities.map((record) =>
      [record.city.name, ...record.indicators.map((own) => value(record, own))].map(cell),
    ),
    notes: [...notes.map((note) => rich(note).rich), source(ledger)],
    density: 'dense',
  };
}

/** For landscape pages: single scores, from which a reader can add up the composite. */
export function cityScores(ledger: Ledger): TableContent {
  const cities = ranked(ledger);
  const indicators = cities[0]?.indicators ?? [];
  return {
    unitNote: '单位：分',
    columns: columns([20, 'left'], ...indicators.map((): [number, 'right'] => [20.4, 'right']), [
      21,
      'right',
    ]),
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
      source(ledger),
    ],
    density: 'dense',
  };
}

/** For landscape pages: each city's duties with stage, evidence and status. */
export function cityDuties(ledger: Ledger): TableContent {
  const before = citiesOf(ledger).some(({ duties }) => duties.some(({ previousStatus }) => previousStatus));
  // Early in the year no stage that asks for evidence is due.
  const proven = citiesOf(ledger).some(({ duties }) => duties.some((duty) => proofOf(duty)));
  const body = citiesOf(ledger).flatMap((record) =>
    record.duties.map((duty, i) => {
      const shared = { rowSpan: record.duties.length };
      const cells = [
        duty.duty.what,
        stageOf(duty, 'expected'),
        duty.status === 'notReported' ? null : stageOf(duty, 'reached'),
        ...(proven ? [proofOf(duty)] : []),
        statusMark(duty.status),
        ...(before ? [statusMark(duty.previousStatus)] : []),
        duty.progress?.value ?? (record.receivedAt === null ? '未报送' : null),
      ].map(cell);
      return i === 0 ? [{ ...cell(record.city.name), ...shared }, ...cells] : cells;
    }),
  );
  return {
    unitNote: '',
    columns: columns(
      [20, 'left'],
      [66, 'left'],
      [18, 'centre'],
      [18, 'centre'],
      ...(proven ? [[34, 'left'] as [number, 'left']] : []),
      [20, 'left'],
      ...(before ? [[20, 'left'] as [number, 'left']] : []),
      [proven ? 54 : 88, 'left'],
    ),
    head: [
      [
        '地区',
        '事项',
        '应到阶段',
        '实到阶段',
        ...(proven ? ['凭据'] : []),
        '状态',
        ...(before ? ['上季度'] : []),
        '进展情况',
      ].map(headCell),
    ],
    body,
    notes: [
      rich(
        `注：“印发”阶段须有文号，凭据不全的按上一阶段认定${before ? '；以前季度已办结的不再要求报送' : ''}。`,
      ).rich,
    ],
    density: 'dense',
  };
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
  const onWay = ({ duty: { status } }: (typeof all)[number]): boolean =>
    status === 'onPace' || status === 'ahead';
  // At the year's end, when all are due, nothing is on its way.
  const underWay = ledger.period.quarter < 4 || all.some(onWay);
  return simpleTable(
    [
      '事项',
      '应办',
      '办结',
      ...(underWay ? ['达到序时或超前'] : []),
      late,
      '未报送',
      `${late.replace('或', '、')}和未报送的地方`,
    ],
    columns(
      [52, 'left'],
      [12, 'right'],
      [12, 'right'],
      ...(underWay ? [[17, 'right'] as [number, 'right']] : []),
      [12, 'right'],
      [13, 'right'],
      [underWay ? 38 : 55, 'left'],
    ),
    names.map((name): CellValue[] => {
      const own = all.filter(({ duty }) => dutyName(duty) === name);
      const n = (test: (status: (typeof own)[number]['duty']['status']) => boolean, what: string): Figure =>
        count(own.filter(({ duty }) => test(duty.status)).length, `${name}${what}的地方`, '');
      return [
        name,
        count(own.length, `应${name}的地方`, ''),
        n((s) => s === 'done', '办结'),
        ...(underWay ? [count(own.filter(onWay).length, `${name}达到序时或超前的地方`, '')] : []),
        n(isLaggingStatus, late),
        n((s) => s === 'notReported', '未报送'),
        own
          .filter(({ duty }) => isLaggingStatus(duty.status) || duty.status === 'notReported')
          .map(({ city }) => city)
          .join('、'),
      ];
    }),
    { unitNote: '单位：项' },
  );
}

export function cityProblems(ledger: Ledger): TableContent {
  return simpleTable(
    ['地区', '存在问题', '下一步工作'],
    columns([22, 'left'], [66, 'left'], [68, 'left']),
    citiesOf(ledger)
      .filter(({ receivedAt }) => receivedAt !== null)
      .map((record): CellValue[] => [
        record.city.name,
        record.problem?.value ?? '未反映',
        record.next?.value ?? '未报送',
      ]),
  );
}
