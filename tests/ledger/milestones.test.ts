import { describe, expect, it } from 'vitest';
import { buildLedger } from '../../src/ledger/build-ledger.ts';
import { expectedStage } from '../../src/ledger/verdicts/milestones.ts';
import type { Status } from '../../src/model/status.ts';
import {
  type EntrySketch,
  inputs,
  milestoneTask,
  NODES,
  period,
  submission,
  task,
  taskOf,
  track,
} from './helper.ts';

describe('milestones', () => {
  it('expects the stages whose date has come', () => {
    expect([1, 2, 3, 4].map((q) => expectedStage(NODES, period(`2022Q${q}`)))).toEqual([1, 2, 3, 4]);
    expect(expectedStage([], period('2022Q1'))).toBe(0);
  });

  const paper = '某〔2022〕9号';
  const cases: {
    name: string;
    quarters: (EntrySketch | undefined)[];
    stages: [claimed: number, reached: number];
    status: Status;
    reason: string;
  }[] = [
    {
      name: 'on time',
      quarters: [{ stage: '起草' }],
      stages: [1, 1],
      status: 'onPace',
      reason: '已到“起草”阶段，符合约定节点',
    },
    {
      name: 'ahead with evidence',
      quarters: [{ stage: '征求意见', evidence: '3月2日' }],
      stages: [2, 2],
      status: 'ahead',
      reason: '已到“征求意见”阶段，比计划提前1个阶段',
    },
    {
      name: 'claimed without evidence',
      quarters: [{ stage: '征求意见' }],
      stages: [2, 1],
      status: 'onPace',
      reason: '已到“起草”阶段，符合约定节点（自报“征求意见”，未附日期，未予认定）',
    },
    {
      name: 'blank evidence is none',
      quarters: [{ stage: '征求意见', evidence: ' ' }],
      stages: [2, 1],
      status: 'onPace',
      reason: '已到“起草”阶段，符合约定节点（自报“征求意见”，未附日期，未予认定）',
    },
    {
      name: 'proven last quarter stays proven',
      quarters: [{ stage: '征求意见', evidence: '3月2日' }, { stage: '征求意见' }],
      stages: [2, 2],
      status: 'onPace',
      reason: '已到“征求意见”阶段，符合约定节点',
    },
    {
      name: 'falls back to what was proven',
      quarters: [{ stage: '印发', evidence: paper }, { stage: '印发' }],
      stages: [4, 4],
      status: 'done',
      reason: '已到“印发”阶段，约定阶段全部完成',
    },
    ...['2022年4月1日', '2022/4/1', '2022年4月', '某〔2023〕9号', '12月5日'].map((evidence) => ({
      name: `evidence after the period’s end: ${evidence}`,
      quarters: [{ stage: '征求意见', evidence }],
      stages: [2, 1] as [number, number],
      status: 'onPace' as const,
      reason: '已到“起草”阶段，符合约定节点（自报“征求意见”，佐证材料的日期待核实，未予认定）',
    })),
    {
      name: 'evidence of another year',
      quarters: [{ stage: '征求意见', evidence: '2021年12月5日' }],
      stages: [2, 1],
      status: 'onPace',
      reason: '已到“起草”阶段，符合约定节点（自报“征求意见”，佐证材料的日期待核实，未予认定）',
    },
    {
      name: 'a document of the year proves, whatever else is named beside it',
      quarters: [{ stage: '印发', evidence: `${paper}，2023年1月挂网` }],
      stages: [4, 4],
      status: 'done',
      reason: '已到“印发”阶段，约定阶段全部完成',
    },
    {
      name: 'what was proven last quarter needs no day any more',
      quarters: [
        { stage: '征求意见', evidence: '3月2日' },
        { stage: '征求意见', evidence: '2023年3月2日' },
      ],
      stages: [2, 2],
      status: 'onPace',
      reason: '已到“征求意见”阶段，符合约定节点',
    },
    {
      name: 'last stage claimed only',
      quarters: [undefined, undefined, undefined, { stage: '印发' }],
      stages: [4, 3],
      status: 'behind',
      reason: '按计划应到“印发”阶段，现为“送审”阶段，落后1个阶段（自报“印发”，未附文号，未予认定）',
    },
    {
      name: 'no stage beyond the claim',
      quarters: [{ stage: '征求意见', evidence: '3月2日' }, { stage: '起草' }],
      stages: [1, 1],
      status: 'behind',
      reason: '按计划应到“征求意见”阶段，现为“起草”阶段，落后1个阶段',
    },
    {
      name: 'two stages behind',
      quarters: [undefined, undefined, { stage: '起草' }],
      stages: [1, 1],
      status: 'farBehind',
      reason: '按计划应到“送审”阶段，现为“起草”阶段，落后2个阶段',
    },
    {
      name: 'not started',
      quarters: [{ stage: '未启动' }],
      stages: [0, 0],
      status: 'notStarted',
      reason: '按计划应到“起草”阶段，尚未启动',
    },
    {
      name: 'not started by self-assessment',
      quarters: [{ self: 'notStarted' }],
      stages: [0, 0],
      status: 'notStarted',
      reason: '按计划应到“起草”阶段，尚未启动',
    },
    {
      name: 'no stage given, for all that is asserted',
      quarters: [{ self: 'done', progress: '已完成' }],
      stages: [0, 0],
      status: 'notReported',
      reason: '甲厅本季度未填报进展阶段',
    },
    {
      name: 'no return keeps what was known',
      quarters: [{ stage: '征求意见', evidence: '3月2日' }, undefined],
      stages: [2, 2],
      status: 'notReported',
      reason: '甲厅本季度未报送',
    },
  ];
  it.each(cases)('$name', ({ quarters, stages, status, reason }) => {
    const record = taskOf(milestoneTask(1), quarters);
    expect([record.milestone?.claimed, record.milestone?.reached]).toEqual(stages);
    expect(record).toMatchObject({ status, reason });
  });

  it('keeps the evidence of a stage that is said once more, also of the first, and of none that was not reached', () => {
    const evidence = (...quarters: (EntrySketch | undefined)[]): unknown =>
      taskOf(milestoneTask(1), quarters).milestone?.evidence?.value;
    expect(evidence({ stage: '起草', evidence: '3月2日' }, { stage: '起草' })).toBe('3月2日');
    expect(evidence({ stage: '起草', evidence: '3月2日' }, { stage: '征求意见' })).toBeUndefined();
  });

  it('asks nothing of what is said once more to prove what was proven', () => {
    const again = { stage: '征求意见', evidence: '2023年3月2日' };
    expect(taskOf(milestoneTask(1), [{ ...again, evidence: '3月2日' }, again]).findings).toEqual([]);
    expect(taskOf(milestoneTask(1), [again]).findings.map(({ check }) => check)).toEqual(['evidence-date']);
  });

  it('is no fault before the first stage is due', () => {
    const late = NODES.map((node) => ({ ...node, due: '2022-12-31' }));
    const record = taskOf(milestoneTask(1, { milestones: { ladder: 'issue', nodes: late } }), [
      { stage: '未启动' },
    ]);
    expect(record).toMatchObject({ status: 'onPace', reason: '按计划本季度末尚无要求' });
  });

  it('takes the stages of the ladder where the task has none of its own', () => {
    const record = taskOf(task(1, { milestones: { ladder: 'issue' } }), [{ stage: '起草' }]);
    expect(record.milestone?.nodes).toEqual(NODES);
  });

  it('reports an unknown ladder, an unknown stage and a task without a measure', () => {
    const tasks = [task(1, { milestones: { ladder: 'isue' } }), milestoneTask(2), task(3)];
    const returned = submission('甲厅', '2022Q1', { 1: { stage: '起草' }, 2: { stage: '印制' }, 3: {} });
    const { diagnostics, value } = buildLedger(inputs([track(1, tasks)], [returned]), period('2022Q1'));
    expect(diagnostics.map((d) => [d.code, d.severity])).toEqual([
      ['ladderUnknown', 'error'],
      ['stageUnknown', 'warning'],
      ['nothingToJudge', 'warning'],
    ]);
    expect(value?.tasks.map((t) => t.status)).toEqual(['toVerify', 'notReported', 'toVerify']);
    expect(diagnostics[1]?.hints.join('')).toContain(NODES.map(({ stage }) => stage).join('、'));
    const known = submission('甲厅', '2022Q1', { 2: { stage: '起草' } });
    const fine = buildLedger(inputs([track(1, [milestoneTask(2)])], [known]), period('2022Q1'));
    expect(fine.diagnostics).toEqual([]);
  });
});
