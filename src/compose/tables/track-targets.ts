/** Key figures of one track (attribute track=序号): one row for each quantified target of its tasks. */
import type { Ledger } from '../../model/ledger/ledger.ts';
import type { Status } from '../../model/status.ts';
import { markedTarget, revisedNote } from '../texts/revised-text.ts';
import { carriedNote, gapText, valueText } from '../texts/target-text.ts';
import { type CellValue, columns, simpleTable, statusMark, type TableContent } from './cells.ts';
import { roomForFigures } from './figure-room.ts';
import { percentCell } from './goals.ts';

/** From what is fine, alike, to what a leader must see. */
const ATTENTION: readonly Status[] = ['notReported', 'toVerify', 'behind', 'notStarted', 'farBehind'];

export function trackTargets(ledger: Ledger, attributes: Record<string, string>): TableContent {
  const track = ledger.tracks.find((record) => String(record.track.no) === attributes['track']);
  const records = (track?.tasks ?? []).flatMap((task) =>
    task.targets.map((record) => ({ no: String(task.task.no), record })),
  );
  // Where rows may be left out, those that need attention come first.
  if (attributes['rest'] !== undefined)
    records.sort((a, b) => ATTENTION.indexOf(b.record.status) - ATTENTION.indexOf(a.record.status));
  const body = records.map(({ no, record }): CellValue[] => [
    no,
    record.target.name,
    markedTarget(record),
    valueText(record, record.value),
    record.target.operator === 'yesNo' ? null : percentCell(record.rate),
    gapText(record),
    statusMark(record.status),
  ]);
  const named = records.map(({ record }) => ({ name: record.target.name, target: record }));
  const table = simpleTable(
    ['任务', '指标', '年度目标', '累计完成', '完成率', '差距', '状态'],
    columns(
      [10.4, 'centre'],
      [49.3, 'left'],
      [25, 'right'],
      [21.4, 'right'],
      [14, 'right'],
      [14.5, 'right'],
      [21.4, 'left'],
    ),
    body,
    {
      unitNote: '完成率：%；与序时进度的差距：百分点',
      notes: [...revisedNote(named), ...carriedNote(named)],
    },
  );
  return roomForFigures(table, '指标');
}
