/** Texts of the exported tables. */
import { formatDate, formatMonthDay } from '../../base/chinese/date.ts';
import type { ExportedTarget, ExportedTask, LedgerExport } from '../../model/ledger/ledger-export.ts';
import { QUARTERS } from './target-cells.ts';

export function subtitleOf({ asOf, office, demo }: LedgerExport): string {
  return `截至${formatDate(asOf)}　　${office}${demo ? '　　（演示数据）' : ''}`;
}

/** What a number cell can't say: 约, 超过, another unit; and what the target was before. */
export function noteOf({ quarters, unit, revised = [] }: ExportedTarget): string {
  return [
    ...revised.map(
      ({ since, by, words }) =>
        `目标原为${words}，${formatMonthDay(since)}起调整${by === '' ? '' : `（${by}）`}`,
    ),
    ...quarters.flatMap(({ amount }, i) =>
      amount && (amount.qualifier !== '' || amount.unit !== unit) ? [`${QUARTERS[i]}为“${amount.text}”`] : [],
    ),
  ].join('；');
}

/** 征求意见（3/5） */
export const stageOf = ({ stage }: ExportedTask): string =>
  stage ? `${stage.reached}（${stage.number}/${stage.of}）` : '';

export const lines = (texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n');

/** Matters to coordinate, with their units, and with who asks where that is not the responsible unit. */
export const matters = ({ coordination, responsible }: ExportedTask): string =>
  lines(
    coordination.map(({ matter, with: units, by }) => {
      const asking = by === responsible ? '' : `${by}提出：`;
      return `${asking}${matter}${units.length > 0 ? `（${units.join('、')}）` : ''}`;
    }),
  );
