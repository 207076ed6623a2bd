/** What stands below the number of lagging tasks: a nought would look like a finding. */
import type { Ledger } from '../../model/ledger.ts';
import type { rich } from '../engine/value.ts';
import { count } from '../figures.ts';

export const farBehindOf = ({ counts }: Ledger): Parameters<typeof rich> =>
  counts.farBehind === 0 ? ['没有严重滞后的'] : ['其中严重滞后', count(counts.farBehind, '严重滞后的任务')];
