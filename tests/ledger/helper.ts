/** Small plans and returns for the ledger's tests; nothing here reads data/2022. */
import { buildLedger } from '../../src/ledger/build-ledger.ts';
import type { Figure } from '../../src/model/document/figure.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import type { Ledger, TargetRecord, TaskRecord } from '../../src/model/ledger/ledger.ts';
import { BLANK_OFFICE } from '../../src/model/office.ts';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import type { Goal, MilestoneNode, Task, Track } from '../../src/model/plan/plan.ts';
import type { Rules } from '../../src/model/plan/rules.ts';
import type { Target } from '../../src/model/plan/target.ts';
import type { Coordination, GoalEntry, Submission, TaskEntry } from '../../src/model/returns/submission.ts';
import type { Status } from '../../src/model/status.ts';
import type { Unit } from '../../src/model/unit.ts';

export const RULES: Rules = {
  pace: {
    ahead: 10,
    tolerance: 5,
    farBehind: 20,
    farBehindStages: 2,
    fewBelow: 20,
    aboutShare: 0.95,
    forecastFrom: 1,
    explanation: [],
  },
  checks: {
    jumpFactor: 50,
    conflictShare: 0.02,
    copiedSimilarity: 0.98,
    slipFactor: 10,
    slipOverTarget: 1.5,
    overTarget: 3,
    textApproximation: 0.05,
    sumShare: 0.001,
    sums: [],
    explanation: [],
  },
};

export function period(id: string): Period {
  const found = parsePeriod(id);
  if (!found) throw new Error(id);
  return found;
}

/** Where the year began. */
export const baseline = (value: number) => ({ value, asOf: '2021-12-31', source: '', demo: false });

export function target(change: Partial<Target> = {}): Target {
  return {
    id: 'T001-1',
    name: '新建平台',
    operator: 'atLeast',
    wording: '以上',
    value: 100,
    unit: '个',
    kind: 'cumulative',
    schedule: { type: 'linear' },
    responsible: { unit: '甲厅', assignedBy: 'plan' },
    sentence: '新建平台100个以上',
    ...change,
  };
}

export function task(no: number, change: Partial<Task> = {}): Task {
  return {
    no,
    text: `任务${no}全文。`,
    brief: `任务${no}`,
    responsible: { unit: '甲厅', assignedBy: 'plan' },
    targets: [],
    ...change,
  };
}

export const NODES: MilestoneNode[] = [
  { stage: '起草', due: '2022-03-31', evidence: 'none' },
  { stage: '征求意见', due: '2022-06-30', evidence: 'date' },
  { stage: '送审', due: '2022-09-30', evidence: 'none' },
  { stage: '印发', due: '2022-12-31', evidence: 'documentNumber' },
];

export function milestoneTask(no: number, change: Partial<Task> = {}): Task {
  return task(no, { milestones: { ladder: 'issue', nodes: NODES }, ...change });
}

export function track(no: number, tasks: Task[]): Track {
  return { no, name: `第${no}专项`, shortName: `专项${no}`, leads: ['甲厅'], cooperating: [], tasks };
}

const at = (file: string) => ({ file, sheet: '进展情况', cell: 'F3' });
const located = <T>(value: T, file: string) => ({ value, at: at(file) });

/** “1.2万个” written apart: figure(1.2, '万个', 1). */
export function figure(value: number, unit = '个', decimals = 0, change: Partial<Figure> = {}): Figure {
  return {
    value,
    unit,
    decimals,
    qualifier: '',
    provenance: {
      kind: 'submission',
      at: at('returns/甲厅.xlsx'),
      unit: '甲厅',
      receivedAt: '2022-04-01',
      raw: `${value}${unit}`,
      demo: false,
    },
    ...change,
  };
}

export interface EntrySketch {
  /** Target id → value in 个, or a figure. */
  values?: Record<string, number | Figure>;
  stage?: string;
  evidence?: string;
  self?: Status;
  progress?: string;
  problems?: string;
  coordination?: Coordination[];
}

export function entry(no: number, sketch: EntrySketch, file = 'returns/甲厅.xlsx'): TaskEntry {
  const text = (value: string | undefined) => (value === undefined ? null : located(value, file));
  return {
    task: no,
    at: at(file),
    values: Object.entries(sketch.values ?? {}).map(([id, value]) => ({
      target: id,
      figure: typeof value === 'number' ? figure(value) : value,
    })),
    stage: text(sketch.stage),
    evidence: text(sketch.evidence),
    selfAssessment: sketch.self ? located(sketch.self, file) : null,
    progress: text(sketch.progress),
    problems: text(sketch.problems),
    coordination: sketch.coordination ?? [],
    next: null,
  };
}

const RECEIVED = ['2022-04-05', '2022-07-05', '2022-10-05', '2023-01-05'];

export function submission(
  unit: string,
  periodId: string,
  tasks: Record<number, EntrySketch>,
  change: Partial<Submission> = {},
): Submission {
  const file = change.file ?? `returns/${periodId}/${unit}.xlsx`;
  return {
    unit,
    period: periodId,
    receivedAt: RECEIVED[period(periodId).quarter - 1] as string,
    demo: false,
    file,
    tasks: Object.entries(tasks).map(([no, sketch]) => entry(Number(no), sketch, file)),
    goals: [],
    cooperation: [],
    ...change,
  };
}

export function goalEntry(goal: string, values: Record<string, Figure>): GoalEntry {
  return {
    goal,
    at: at('returns/甲厅.xlsx'),
    values: Object.entries(values).map(([id, value]) => ({ target: id, figure: value })),
    progress: null,
    problems: null,
    coordination: [],
    next: null,
  };
}

export function unit(name: string): Unit {
  return { name, fullName: `某省${name}`, aliases: [], namedBy: 'plan' };
}

export function inputs(tracks: Track[], submissions: Submission[], goals: Goal[] = []): Inputs {
  return {
    plan: {
      document: {
        year: 2022,
        shortTitle: '2022年工作计划',
        title: '计划',
        documentNumber: '某〔2022〕2号',
        issuer: '江西省领导小组',
        issuerMark: '领导小组文件',
        office: '领导小组办公室',
        recipients: '各单位',
        preamble: '',
        programme: '工程',
        sourceFile: 'seeds/plan.txt',
      },
      headline: '',
      goalGroups: [{ name: '总体目标', text: '', goals }],
      tracks,
      ladders: { issue: { name: '文件印发类', verbs: '出台', stages: NODES } },
      requirements: { paragraphs: [], duties: [] },
      notes: { mends: [], interpretations: [] },
    },
    units: [unit('甲厅'), unit('乙局'), unit('丙办')],
    rules: RULES,
    periods: [
      { id: '2022Q1', due: '2022-04-10', asOf: '2022-03-31' },
      { id: '2022Q2', due: '2022-07-10', asOf: '2022-06-30' },
      { id: '2022Q3', due: '2022-10-10', asOf: '2022-09-30' },
      { id: '2022Q4', due: '2023-01-10', asOf: '2022-12-31' },
    ],
    office: BLANK_OFFICE,
    submissions,
    acknowledgements: [],
    meetings: new Map(),
  };
}

export function ledgerOf(data: Inputs, periodId: string): Ledger {
  const { value } = buildLedger(data, period(periodId));
  if (!value) throw new Error('no ledger');
  return value;
}

/** Record of a target in a one-target plan, after cumulative values of the quarters (undefined: no return). */
export function recordOf(
  subject: Target,
  quarters: (number | Figure | EntrySketch | undefined)[],
  others: Submission[] = [],
): TargetRecord {
  return taskOf(task(1, { targets: [subject] }), quarters, others).targets[0] as TargetRecord;
}

export function taskOf(
  subject: Task,
  quarters: (number | Figure | EntrySketch | undefined)[],
  others: Submission[] = [],
): TaskRecord {
  const own = quarters.flatMap((given, index) => {
    if (given === undefined) return [];
    const bare = typeof given === 'number' || 'provenance' in given;
    const sketch: EntrySketch = bare ? { values: { 'T001-1': given } } : given;
    return [submission('甲厅', `2022Q${index + 1}`, { [subject.no]: sketch })];
  });
  const data = inputs([track(1, [subject])], [...own, ...others]);
  return ledgerOf(data, `2022Q${quarters.length}`).tasks[0] as TaskRecord;
}
