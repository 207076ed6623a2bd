/** 停滞, 未按期开工, 有问题: the projects about which somebody must do something. */
import { clause } from '../../base/chinese/clause.ts';
import { groupBy } from '../../base/group.ts';
import type { ProjectLedger, ProjectRecord } from '../../model/ledger/project-ledger.ts';
import { projectsOfKind } from '../../model/region/project.ts';
import { type Rich, rich, type View } from '../engine/value.ts';
import { count } from '../figures.ts';
import { fold } from '../texts/fold.ts';
import { kindOf, placesText } from '../texts/project-text.ts';
import { join } from '../texts/sentences.ts';

/** Places and problems in a sentence. */
const MOST_NAMES = 4;

export function projectsToAct(projects: ProjectLedger): View {
  const name = (record: ProjectRecord): Rich => rich(record.project.city, '“', record.project.name, '”');
  const folded = (list: readonly ProjectRecord[], what: string): Rich =>
    fold(list.map(name), 3, { unit: '个', noun: '项目', what });
  const counted = (list: readonly ProjectRecord[], what: string): View => ({
    数: count(list.length, what, '个'),
    名单: folded(list, what),
    所在地: placesText(list, MOST_NAMES, what, projects),
    构成: kindsIn(list),
  });
  const troubled = projects.projects.filter(({ problem }) => problem);
  const kinds = [...groupBy(troubled, ({ problem }) => problem?.value ?? '')].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  return {
    停滞: counted(projects.stalled, '停滞项目'),
    未按期开工: counted(projects.overdueStarts, '未按期开工的项目'),
    有问题: counted(troubled, '月报反映存在问题的项目'),
    问题归并: kinds.slice(0, MOST_NAMES).map(
      ([words, list]): View => ({
        问题: clause(words),
        数: count(list.length, `反映“${words}”的项目`, '个'),
      }),
    ),
    问题归并全: kinds.length <= MOST_NAMES,
    问题不止: kinds.length > 1,
    有待处置数: count(
      new Set([...projects.stalled, ...projects.overdueStarts]).size,
      '停滞或者未按期开工的项目',
      '个',
    ),
    另有问题数: count(
      projects.projects.filter(({ stalled, startOverdue, problem }) => problem && !stalled && !startOverdue)
        .length,
      '没有停滞、没有未按期开工而存在问题的项目',
      '个',
    ),
    有问题项目数: count(
      projects.projects.filter((record) => record.stalled || record.startOverdue || record.problem).length,
      '停滞、未按期开工或者存在问题的项目',
      '个',
    ),
  };
}

/** “其中重点产业项目1个、新基建项目4个” or “均为新基建项目”. */
function kindsIn(list: readonly ProjectRecord[]): Rich {
  const kinds = [...groupBy(list, kindOf)];
  if (kinds.length === 1)
    return rich(`${list.length > 1 ? '均' : ''}为${projectsOfKind(kinds[0]?.[0] ?? '')}`);
  return rich(
    '其中',
    join(
      kinds.map(([kind, own]) =>
        rich(projectsOfKind(kind), count(own.length, `此类${projectsOfKind(kind)}`, '个')),
      ),
      '、',
    ),
  );
}
