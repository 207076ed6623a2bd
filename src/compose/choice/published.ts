/** Published facts among the values of annual goals. */
import { withoutAddress } from '../../base/chinese/web-address.ts';
import { groupBy } from '../../base/group.ts';
import type { GoalRecord } from '../../model/ledger/ledger.ts';

/**
 * `named`: goals and where their values were published, source by source: 新建5G基站（省通信管理局公布数据）；…; '' for none.
 * `others`: whether there are values besides.
 */
export function publishedGoals(goals: readonly GoalRecord[]): { named: string; others: boolean } {
  const published = goals.flatMap(({ goal, target }) => {
    const provenance = target?.value?.provenance;
    return provenance?.kind === 'submission' && provenance.source
      ? [{ name: goal.name, source: withoutAddress(provenance.source) }]
      : [];
  });
  const named = [...groupBy(published, ({ source }) => source)]
    .map(([source, items]) => `${items.map(({ name }) => name).join('、')}（${source}）`)
    .join('；');
  return { named, others: goals.filter(({ target }) => target?.value).length > published.length };
}
