/** Tasks by status: number, share, last quarter, change. */
import { formatSigned } from '../../base/chinese/format.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import { previousPeriod, quarterEnd } from '../../model/period.ts';
import { STATUS_FACES, STATUSES, type Status } from '../../model/status.ts';
import { figureInline, type Rich } from '../engine/value.ts';
import { count, share } from '../figures.ts';
import { statusMark, type TableContent, tableOf } from './cells.ts';
import { percentCell } from './goals.ts';

export function statusSummary(ledger: Ledger): TableContent {
  const total = count(ledger.tasks.length, '全部任务', '');
  const previous = ledger.previousCounts;
  const word = (status: Status): string => STATUS_FACES[status].word;
  const now = (status: Status | null): Figure =>
    status ? count(ledger.counts[status], `状态为${word(status)}的任务`, '') : total;
  return tableOf<Status | null>(
    [...STATUSES, null],
    [
      ['状态', 3, 'left', (status) => (status ? statusMark(status) : '合计')],
      [quarterEnd(ledger.period), 2, 'right', now],
      ['占比', 2, 'right', (status) => percentCell(share(now(status), total))],
      previous && [
        quarterEnd(previousPeriod(ledger.period)),
        2,
        'right',
        (status) => (status ? count(previous[status], `上季度${word(status)}的任务`, '') : total),
      ],
      previous && [
        '增减',
        2,
        'right',
        (status) => status && change(ledger.counts[status], previous[status], word(status)),
      ],
    ],
    { unitNote: '单位：项、%' },
  );
}

function change(now: number, before: number, word: string): Rich {
  const difference = now - before;
  const text = formatSigned({ value: difference, decimals: 0 });
  return { rich: [figureInline(count(difference, `${word}任务本季度项数减上季度项数`, ''), text)] };
}
