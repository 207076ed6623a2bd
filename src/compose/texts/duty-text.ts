/** How a city's duty of section 三 stands, in words. */
import type { CityRecord, DutyRecord } from '../../model/ledger/city-ledger.ts';
import type { Period } from '../../model/period.ts';
import { isLaggingStatus } from '../../model/status.ts';
import { lateWord } from './lagging.ts';
import { NO_STAGE_DUE } from './milestone-text.ts';

/** “征求意见”, “未启动”, or null for what was never reported. */
export function stageOf({ milestone }: DutyRecord, which: 'reached' | 'claimed' | 'expected'): string | null {
  if (!milestone) return null;
  const stage = milestone[which];
  if (stage === 0) return which === 'expected' ? NO_STAGE_DUE : '未启动';
  return milestone.nodes[stage - 1]?.stage ?? '';
}

/** Why the stage that counts is not the one reported. */
export const evidenceGap = (duty: DutyRecord): string =>
  duty.milestone && duty.milestone.claimed > duty.milestone.reached
    ? `报“${stageOf(duty, 'claimed') ?? ''}”，缺少凭据`
    : '';

/** The duty without the names of clusters that it holds for one city. */
export const dutyName = ({ duty }: DutyRecord): string => duty.what.replace(/（.*$/s, '');

/** What duties that lag are called: 滞后, 未启动 or both, by what there is; 未完成 at the year's end. */
export const lateDuties = (cities: readonly CityRecord[], { quarter }: Period): string =>
  quarter === 4
    ? '未完成'
    : lateWord(cities.flatMap(({ duties }) => duties.map(({ status }) => status)).filter(isLaggingStatus));

/** 没有滞后和未启动的; where some have told nothing, 没有评定为滞后和未启动的. */
export const noneLate = (silent: number, { quarter }: Period): string =>
  `没有${silent > 0 ? '评定为' : ''}${quarter === 4 ? '未完成' : '滞后和未启动'}的`;
