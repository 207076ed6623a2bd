/** Messages of the plan importer on sections that ask something of units and hold no tasks. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';
import { excerpt } from './excerpt.ts';

/**
 * 保障措施 whose items name units. `numbers`: sentences that would otherwise be targets; `strangers`: units that nothing
 * else names.
 */
export const requirementsNamed = (
  at: Origin,
  name: string,
  { numbers, strangers }: { numbers: readonly string[]; strangers: readonly string[] },
): Diagnostic =>
  diagnostic(
    'requirementsNamed',
    'warning',
    [
      `“${excerpt(name)}”各条写有责任单位，仍按工作要求处理，不列为专项，不填报、不评定`,
      ...(numbers.length > 0
        ? [`；其中的数不作目标：${numbers.map((n) => `“${excerpt(n)}”`).join('、')}`]
        : []),
      ...(strangers.length > 0 ? [`；只在这里出现的${strangers.join('、')}没有列入单位名册`] : []),
      '。',
    ].join(''),
    at,
    '其中要调度的，在计划文件中移到重点任务之下、另立一个专项标题后重新导入，或者照 plan/tracks/ 中的写法补一个专项文件。',
  );

/** The same, numbered on from the last task. */
export const requirementsCounted = (at: Origin, name: string): Diagnostic =>
  diagnostic(
    'requirementsCounted',
    'warning',
    `“${excerpt(name)}”各条写有责任单位，序号又接着前面的任务，列为专项，按任务填报、评定。`,
    at,
    '不调度的，删去它在 plan/tracks/ 中的文件。',
  );
