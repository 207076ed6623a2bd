/** How a unit that speaks at the meeting stands, in words. */
import { type Rich, rich } from './engine/value.ts';
import { count } from './figures.ts';
import { join } from './sentences.ts';
import type { Speaker } from './speakers.ts';

/** How a unit stands: 未报送7项; 年度目标未报送2项、任务未报送3项; 严重滞后1项、滞后2项; 年度目标滞后1项、任务滞后5项; null when nothing lags. */
export function speakerState({ red, lagging, goals, unreported, unit }: Speaker): Rich | null {
  const farBehind = red.filter((task) => task.status === 'farBehind').length;
  const task = goals.length + unreported.goals > 0 ? '任务' : '';
  const severe = goals.filter(({ status }) => status === 'farBehind').length;
  const counts: [word: string, n: number][] = [
    ['年度目标严重滞后', severe],
    ['年度目标滞后', goals.length - severe],
    ['年度目标未报送', unreported.goals],
    [`${task}未报送`, unreported.tasks],
    [`${task}严重滞后`, farBehind],
    [`${task}未启动`, red.length - farBehind],
    [`${task}滞后`, lagging.length - red.length],
  ];
  const parts = counts
    .filter(([, n]) => n > 0)
    .map(([word, n]) => rich(word, count(n, `${unit}${word}的事项`)));
  return parts.length > 0 ? join(parts, '、') : null;
}
