/** What stands below the number of lagging tasks: a nought would look like a finding. */
import type { Ledger } from '../../model/ledger/ledger.ts';
import type { rich } from '../engine/value.ts';
import { count } from '../figures.ts';

export function farBehindOf({ counts, period }: Ledger): Parameters<typeof rich> {
  if (counts.farBehind > 0) return ['其中严重滞后', count(counts.farBehind, '严重滞后的任务')];
  if (counts.notStarted > 0) return ['其中未启动', count(counts.notStarted, '未启动的任务')];
  const unknown = counts.notReported + counts.toVerify;
  if (unknown === 0 || counts.behind > 0) return ['没有严重滞后的'];
  return [period.quarter === 4 ? '没有评定为未完成的' : '没有评定为滞后的'];
}
