/** What papers say of targets that a notice has changed by the period's end: what they were, what they are, by what, from when. */

import { formatMonthDay } from '../../base/chinese/date.ts';
import { innerQuotes } from '../../base/chinese/text.ts';
import type { Inline } from '../../model/document/inline.ts';
import type { Ledger, RevisionRecord, TargetRecord } from '../../model/ledger/ledger.ts';
import { type Period, periodEnd } from '../../model/period.ts';
import { type Rich, rich } from '../engine/value.ts';
import { goalName, taskName } from '../names.ts';
import { join } from './sentences.ts';
import { targetText } from './target-text.ts';

const MARK = '*';

/** The target for a cell of a table that has `revisedNote` under it: 突破1500亿元*. */
export const markedTarget = (record: TargetRecord): Rich =>
  record.revisions ? rich(targetText(record), MARK) : targetText(record);

/** For a cell of a table of many pages, whose note nobody would find: （原为30个以上，8月15日起调整；赣数〔2022〕9号）; '' for none. */
export const revisedAside = ({ revisions }: TargetRecord): Rich | '' =>
  revisions ? rich('（', briefly(revisions), '）') : '';

/** For the note under a table: which of its targets are no longer those of the plan; [] for none. */
export function revisedNote(rows: readonly { name: string; target: TargetRecord | null }[]): Inline[][] {
  const told = rows.flatMap(({ name, target }) =>
    target?.revisions ? [rich(`“${innerQuotes(name)}”`, history(target.revisions))] : [],
  );
  return told.length > 0 ? [rich(`带“${MARK}”的为调整后的年度目标：`, join(told, '；'), '。').rich] : [];
}

/** A sentence for each changed target, goals first: 年度目标“物联网产业规模”原为突破1800亿元，8月15日起……. */
export const revisedTargets = ({ goals, tasks }: Ledger): Rich[] => [
  ...goals.flatMap(({ goal, target }) =>
    target?.revisions ? [rich(goalName(goal), history(target.revisions), '。')] : [],
  ),
  ...tasks.flatMap(({ task, targets }) =>
    targets.flatMap(({ target, revisions }) =>
      revisions
        ? [rich(`${taskName(task)}的指标“${innerQuotes(target.name)}”`, history(revisions), '。')]
        : [],
    ),
  ),
];

/** Whether the target is another than at the end of that quarter. */
export const revisedSince = ({ revisions }: TargetRecord, quarter: Period): boolean =>
  revisions?.some(({ since }) => since > periodEnd(quarter)) ?? false;

/** 原为30个以上，8月15日起调整为20个以上（赣数〔2022〕9号）. */
const history = (revisions: readonly RevisionRecord[]): Rich =>
  join(
    [
      former(revisions),
      ...revisions.map(({ since, by, after }) =>
        rich(`${adjusted(since)}为`, targetText(after), by === '' ? '' : `（${by}）`),
      ),
    ],
    '，',
  );

/** 原为30个以上，8月15日起调整；赣数〔2022〕9号: beside what it is now, in brackets of its own. */
function briefly(revisions: readonly RevisionRecord[]): Rich {
  const steps = revisions.map(({ since, after }, i) =>
    i < revisions.length - 1 ? rich(`${adjusted(since)}为`, targetText(after)) : rich(adjusted(since)),
  );
  const notices = [...new Set(revisions.flatMap(({ by }) => by || []))].join('、');
  return rich(join([former(revisions), ...steps], '，'), notices === '' ? '' : `；${notices}`);
}

const former = ([first]: readonly RevisionRecord[]): Rich =>
  first ? rich('原为', targetText(first.before)) : rich();

const adjusted = (since: string): string => `${formatMonthDay(since)}起调整`;
