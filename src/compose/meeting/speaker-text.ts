/** How a unit that speaks at the meeting stands, in words. */
import { type Rich, rich } from '../engine/value.ts';
import { count } from '../figures.ts';
import { join } from '../texts/sentences.ts';
import type { Speaker } from './speakers.ts';

/**
 * How a unit stands: 未报送7项; 严重滞后1项、滞后2项; 年度目标严重滞后1项、滞后2项; 年度目标滞后1项，任务未启动1项、滞后5项; null
 * when nothing lags. What is counted is named where it begins.
 */
export function speakerState({ red, lagging, goals, unreported, unit }: Speaker): Rich | null {
  const farBehind = red.filter((task) => task.status === 'farBehind').length;
  const severe = goals.filter(({ status }) => status === 'farBehind').length;
  const ofGoals: Count[] = [
    ['严重滞后', severe],
    ['滞后', goals.length - severe],
    ['未报送', unreported.goals],
  ];
  const ofTasks: Count[] = [
    ['未报送', unreported.tasks],
    ['严重滞后', farBehind],
    ['未启动', red.length - farBehind],
    ['滞后', lagging.length - red.length],
  ];
  const kinds = [
    listed('年度目标', ofGoals, unit),
    listed(goals.length + unreported.goals > 0 ? '任务' : '', ofTasks, unit),
  ].filter((kind) => kind !== null);
  return kinds.length > 0 ? join(kinds, '，') : null;
}

type Count = [word: string, n: number];

function listed(kind: string, counts: readonly Count[], unit: string): Rich | null {
  const parts = counts
    .filter(([, n]) => n > 0)
    .map(([word, n], i) => rich(i === 0 ? kind : '', word, count(n, `${unit}${kind}${word}的事项`)));
  return parts.length > 0 ? join(parts, '、') : null;
}
