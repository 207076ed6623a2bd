/** Tasks by status: number, share, last quarter, change. */
import type { Ledger } from '../../model/ledger.ts';
import { previousPeriod, quarterEnd } from '../../model/period.ts';
import { STATUS_FACES, STATUSES } from '../../model/status.ts';
import { figureInline, type Rich } from '../engine/value.ts';
import { count, share } from '../figures.ts';
import { type CellValue, columns, simpleTable, statusMark, type TableContent } from './cells.ts';

export function statusSummary(ledger: Ledger): TableContent {
  const total = count(ledger.tasks.length, '全部任务', '');
  const previous = ledger.previousCounts;
  const rows = STATUSES.map((status): CellValue[] => {
    const now = count(ledger.counts[status], `状态为${STATUS_FACES[status].word}的任务`, '');
    const row: CellValue[] = [statusMark(status), now, percent(share(now, total))];
    if (previous)
      row.push(
        count(previous[status], `上季度${STATUS_FACES[status].word}的任务`, ''),
        change(now.value, previous[status], STATUS_FACES[status].word),
      );
    return row;
  });
  const sum: CellValue[] = ['合计', total, percent(share(total, total))];
  if (previous) sum.push(count(ledger.tasks.length, '全部任务', ''), null);
  return simpleTable(
    [
      '状态',
      quarterEnd(ledger.period),
      '占比',
      ...(previous ? [quarterEnd(previousPeriod(ledger.period)), '增减'] : []),
    ],
    columns([3, 'left'], ...Array.from({ length: previous ? 4 : 2 }, (): [number, 'right'] => [2, 'right'])),
    [...rows, sum],
    { unitNote: '单位：项、%' },
  );
}

const percent = (figure: ReturnType<typeof share>): CellValue =>
  figure && { rich: [figureInline(figure, figure.value.toFixed(1))] };

function change(now: number, before: number, word: string): Rich {
  const difference = now - before;
  const text = difference > 0 ? `+${difference}` : difference < 0 ? `−${-difference}` : '0';
  return { rich: [figureInline(count(difference, `${word}任务本季度项数减上季度项数`, ''), text)] };
}
