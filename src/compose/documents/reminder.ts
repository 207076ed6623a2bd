/** 催报函: a letter to each unit that has not returned, not returned everything, or returned late. */
import { frame } from '../views/frame.ts';
import { officeView, reminderView, toRemind } from '../views/returns.ts';
import type { UnitDocument } from './kind.ts';

export const reminder: UnitDocument = {
  name: 'reminder',
  title: '催报函',
  per: 'unit',
  units: (ledger) => toRemind(ledger).map((record) => record.unit),
  view: (ledger, unit) => ({
    ...frame(ledger),
    ...officeView(ledger),
    单位: { 名称: unit.name, 全称: unit.fullName },
    催报: reminderView(ledger, unit),
  }),
};
