/** 工作进展情况报告: the quarterly progress report. */
import { frame } from '../views/frame.ts';
import { goalsView } from '../views/goals.ts';
import { methodView } from '../views/method.ts';
import { tasksView } from '../views/tasks.ts';
import { tracksView } from '../views/tracks.ts';
import type { PeriodDocument } from './kind.ts';

export const progressReport: PeriodDocument = {
  name: 'progress-report',
  title: '工作进展情况报告',
  per: 'period',
  view: (ledger) => ({
    ...frame(ledger),
    任务: tasksView(ledger),
    目标: goalsView(ledger),
    专项: tracksView(ledger),
    说明: methodView(ledger),
  }),
};
