/** Gives the plan's stocks and shares without a baseline that of last year's results, by name and unit. */
import { convertUnit } from '../../base/chinese/convert-unit.ts';
import { formatAmount } from '../../base/chinese/format.ts';
import { decimalsOf } from '../../base/decimal.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { startsAbove } from '../../base/messages/plan.ts';
import type { Baselines } from '../../model/plan/baseline.ts';
import { allTargets, type Plan } from '../../model/plan/plan.ts';
import type { Target } from '../../model/plan/target.ts';

/** What is left of a name when these are taken away says what is counted. */
const SAYS_LITTLE = new RegExp(
  [
    '^(?:全[省市县区]|其中|年末|年底|累计|总|新增|新建|建成|完成|实现|达到|保持)+',
    '覆盖|普及|联网|接入|通达|完成|办结|办理|达标|合格|使用|利用|应用|上架|开通|满意|增长|提高|建设|用户|企业|项目|单位',
    '占比|比重|比例|比率|水平|程度|面积|规模|数量|总量|总数|人数|户数|金额|投资|营收|产值|率|数|量',
  ].join('|'),
  'g',
);
/** 5G, 机架, 耕地. */
const ENOUGH = 2;

const tells = (name: string): boolean => name.replace(SAYS_LITTLE, '').length >= ENOUGH;

/** Of the same unit, or of the only one that there is under a name that tells what is counted. */
function lastYears({ name, responsible }: Target, baselines: Baselines): Baselines[number] | undefined {
  const named = baselines.filter((baseline) => baseline.name === name);
  const own = named.find((baseline) => baseline.responsible === responsible.unit);
  return own ?? (named.length === 1 && tells(name) ? named[0] : undefined);
}

/** The same plan where nothing matches; a baseline written in the plan itself always stands. */
export function withBaselines(plan: Plan, baselines: Baselines): Plan {
  const start = (target: Target): Target => {
    if (target.baseline || (target.kind !== 'stock' && target.kind !== 'ratio')) return target;
    const found = lastYears(target, baselines);
    const inUnit = found && convertUnit({ ...found, decimals: 0, qualifier: '' }, target.unit);
    if (!found || !inUnit) return target;
    const { asOf, source, demo } = found;
    return { ...target, baseline: { value: inUnit.value, asOf, source, demo, carried: true } };
  };
  return {
    ...plan,
    goalGroups: plan.goalGroups.map((group) => ({
      ...group,
      goals: group.goals.map((goal) => ({ ...goal, target: goal.target && start(goal.target) })),
    })),
    tracks: plan.tracks.map((track) => ({
      ...track,
      tasks: track.tasks.map((task) => ({ ...task, targets: task.targets.map(start) })),
    })),
  };
}

/** Targets that had been reached when the year began. */
export function reachedBefore(plan: Plan, file: string): Diagnostic[] {
  return allTargets(plan).flatMap(({ name, value, unit, kind, baseline, operator }) => {
    if (!baseline || operator === 'atMost' || baseline.value < value) return [];
    if (kind !== 'stock' && kind !== 'ratio') return [];
    const words = (n: number): string => formatAmount({ value: n, unit, decimals: decimalsOf(n) });
    return [startsAbove({ file }, name, [words(baseline.value), words(value)])];
  });
}
