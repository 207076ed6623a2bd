/** The annual goals: target, value, rate, gap, status, unit. */
import { formatNumber } from '../../base/chinese/format.ts';
import { groupBy } from '../../base/group.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { GoalRecord, Ledger } from '../../model/ledger/ledger.ts';
import { publishedGoals } from '../choice/published.ts';
import { figureInline, type Rich, rich } from '../engine/value.ts';
import { markedTarget, revisedNote } from '../texts/revised-text.ts';
import { carriedNote, gapText, valueText } from '../texts/target-text.ts';
import { balanced } from './balance.ts';
import {
  type CellValue,
  columns,
  NUMBER_MM,
  simpleTable,
  statusMark,
  type TableContent,
  TEXT_MM,
} from './cells.ts';
import { roomForFigures } from './figure-room.ts';

export function goals(ledger: Ledger): TableContent {
  const numbers = new Map(ledger.goals.map((record, i) => [record, String(i + 1)]));
  const named = ledger.goals.map(({ goal, target }) => ({ name: goal.name, target }));
  const body = [...groupBy(ledger.goals, (record) => record.group.name).values()]
    .flat()
    .map((record): CellValue[] => [
      numbers.get(record) ?? '',
      record.goal.name,
      record.target ? markedTarget(record.target) : '无数量目标',
      reported(record),
      record.target ? percentCell(record.target.rate) : null,
      record.target ? gapText(record.target) : null,
      record.status ? statusMark(record.status) : '—',
      record.goal.responsible.unit,
    ]);
  const table = simpleTable(
    ['序号', '指标', '年度目标', '累计完成', '完成率', '差距', '状态', '责任单位'],
    columns(
      [NUMBER_MM, 'centre'],
      [25.7, 'left'],
      [25.8, 'right'],
      [21.6, 'right'],
      [13.9, 'right'],
      [12.2, 'right'],
      [21.4, 'left'],
      [25, 'left'],
    ),
    body,
    {
      unitNote: '完成率：%；与序时进度的差距：百分点',
      notes: [
        rich(
          '注：时点数和占比为期末数，完成率按本年增量计算；“—”为无数据或不适用。责任单位由领导小组办公室明确。',
        ).rich,
        ...revisedNote(named),
        ...carriedNote(named),
        rich(sourceNote(ledger)).rich,
      ],
    },
  );
  return balanced(roomForFigures(table, '指标'), ['指标'], TEXT_MM);
}

const reported = ({ target }: GoalRecord): CellValue => target && valueText(target, target.value);

/** A rate without its sign, for a column whose unit note says %. */
export function percentCell(figure: Figure | null): Rich | null {
  return figure && { rich: [figureInline(figure, formatNumber(figure))] };
}

/** Published facts among the values, with their sources; the rest is what units returned. */
function sourceNote(ledger: Ledger): string {
  const { named, others } = publishedGoals(ledger.goals);
  const rest = ledger.demo ? '；其余为演示数据' : '；其余为各单位报送';
  return named === ''
    ? `数据来源：${ledger.demo ? '演示数据' : '各单位报送'}。`
    : `数据来源：${named}${others ? rest : ''}。`;
}
