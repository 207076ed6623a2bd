/** A unit's return form as an XLSX workbook: locked except for the tinted entry cells, with drop-downs, ready to print. */
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { formatDate } from '../../base/chinese/date.ts';
import {
  COOPERATION_COLUMNS,
  type CooperationColumnKey,
  type FormContent,
  type FormCooperation,
  type FormGoal,
  type FormTarget,
  type FormTask,
  GOAL_COLUMNS,
  type GoalColumnKey,
  SHEETS,
  TARGET_COLUMNS,
  TASK_COLUMNS,
  type TaskColumnKey,
  UNIT_SEPARATOR,
} from '../../model/returns/form.ts';
import { foot, guide, metaSheet } from './form-guide.ts';
import { type FormRow, formSheet } from './form-sheet.ts';
import { pagesSideBySide } from './page-order.ts';

/** The same content gives the same bytes; the workbook is dated by the form's due date, not by the clock. */
export async function writeForm(content: FormContent): Promise<Uint8Array> {
  const dated = new Date(`${content.due || '2000-01-01'}T00:00:00Z`);
  const tasks = taskSheet(content);
  const bytes = await writeXlsx({
    sheets: [
      ...(content.tasks.length > 0 ? [tasks] : []),
      ...(content.goals.length > 0 ? [goalSheet(content)] : []),
      ...(content.cooperation.length > 0 ? [cooperationSheet(content)] : []),
      guide(content),
      // Readers know a form by this sheet; a unit without tasks need not see an empty table.
      ...(content.tasks.length > 0 ? [] : [{ ...tasks, hidden: true }]),
      metaSheet(content),
    ],
    defaultFont: { name: '宋体', size: 10 },
    properties: { title: content.title, creator: content.unit, created: dated, modified: dated },
  });
  return pagesSideBySide(bytes, dated);
}

function subtitle(content: FormContent): string {
  const due = content.due ? `　　请于${formatDate(content.due)}前报送` : '';
  return `填报单位：${content.unit}　　报送期次：${content.periodName}${due}${content.demo ? '　　（演示数据）' : ''}`;
}

function taskSheet(content: FormContent): WriteSheet {
  const rows = content.tasks.flatMap((task) => {
    const targets: (FormTarget | null)[] = task.targets.length > 0 ? task.targets : [null];
    return targets.map((target, i) =>
      taskRow(task, target, i === 0 ? targets.length : 0, content.assessments),
    );
  });
  return formSheet({
    name: SHEETS.tasks,
    columns: TASK_COLUMNS,
    ownToRow: TARGET_COLUMNS,
    title: `${content.periodName}${content.title}`,
    subtitle: subtitle(content),
    foot: foot(content),
    secondPage: 'previousProgress',
    rows,
  });
}

/** What a quarter's progress mostly takes: last quarter's text, beside it, may be short or wanting. */
const ROOM = { progress: 80 };

/** `span`: rows of the task, on its first row; 0 on the others. */
function taskRow(
  task: FormTask,
  target: FormTarget | null,
  span: number,
  assessments: readonly string[],
): FormRow<TaskColumnKey> {
  const { no, text, previousProgress, stage, evidence, selfAssessment } = task;
  const { progress, problems, coordination, partners, next, stages } = task;
  const own = {
    no,
    text,
    previousProgress,
    stage,
    evidence,
    selfAssessment,
    progress,
    problems,
    coordination,
  };
  return {
    span,
    cells: {
      ...(span > 0 ? { ...own, partners, next } : {}),
      ...targetCells(target),
      ...(target ? { targetId: target.id, target: target.name } : {}),
    },
    // A task without a number takes none, a task without stages takes no stage.
    locked: [
      ...(target ? [] : (['value', 'source'] as const)),
      ...(stages.length > 0 ? [] : (['stage'] as const)),
    ],
    numbers: numberCells(target),
    choices: { ...(stages.length > 0 ? { stage: stages } : {}), selfAssessment: assessments },
    room: ROOM,
  };
}

function targetCells(target: FormTarget | null) {
  if (!target) return {};
  const { goal, unit, previous, value, source } = target;
  return { goal, unit, previous, value, source };
}

const numberCells = (target: FormTarget | null) =>
  target ? { value: { unit: target.unit, signed: target.signed, yesNo: target.yesNo } } : {};

function goalSheet(content: FormContent): WriteSheet {
  return formSheet({
    name: SHEETS.goals,
    columns: GOAL_COLUMNS,
    ownToRow: [],
    title: `${content.periodName}年度目标指标填报表`,
    subtitle: subtitle(content),
    foot: foot(content),
    secondPage: null,
    rows: content.goals.map(goalRow),
  });
}

function goalRow(goal: FormGoal): FormRow<GoalColumnKey> {
  const { target, ...own } = goal;
  return {
    span: 1,
    cells: { ...own, ...targetCells(target) },
    locked: target ? [] : ['value', 'source'],
    numbers: numberCells(target),
    choices: {},
    room: ROOM,
  };
}

function cooperationSheet(content: FormContent): WriteSheet {
  return formSheet({
    name: SHEETS.cooperation,
    columns: COOPERATION_COLUMNS,
    ownToRow: [],
    title: `${content.periodName}配合情况填报表`,
    subtitle: subtitle(content),
    foot: foot(content),
    secondPage: null,
    rows: content.cooperation.map(cooperationRow),
  });
}

function cooperationRow({ no, text, track, leads }: FormCooperation): FormRow<CooperationColumnKey> {
  const cells = { no, text, track, leads: leads.join(UNIT_SEPARATOR) };
  return { span: 1, cells, locked: [], numbers: {}, choices: {} };
}
