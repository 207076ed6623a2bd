/** diaodu forms: one return form per unit, ready to be mailed. */
import type { Output } from '../../archive/outputs.ts';
import { type Diagnostic, hasErrors } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import * as messages from '../../base/messages/chase.ts';
import { formContent, unitsWithForms } from '../../compose/forms/form.ts';
import { readWorkspace } from '../../intake/workspace.ts';
import { periodSetting } from '../../ledger/period-setting.ts';
import type { Inputs } from '../../model/inputs.ts';
import { type Period, periodName, previousPeriod } from '../../model/period.ts';
import { writeForm } from '../../render/xlsx/form.ts';
import { namedUnits } from '../check/named-units.ts';
import { outsideReturns } from '../returns.ts';

export interface FormsRequest {
  period: Period;
  /** Units to write forms for, by any name; all when empty. */
  only: string[];
  /** Output folder of the period. */
  out: string;
}

export interface WrittenForm {
  unit: string;
  path: string;
  bytes: number;
  tasks: number;
  goals: number;
  /** Tasks of others that the unit cooperates on. */
  cooperation: number;
}

export interface MadeForms {
  files: WrittenForm[];
  /** To be written. */
  outputs: Output[];
  diagnostics: Diagnostic[];
}

/**
 * Problems in the plan stop it; problems in returns do not, as they are last quarter's. What a unit has already returned
 * for the period is not put into its form: a new form is an empty one.
 */
export async function makeForms(request: FormsRequest, effects: Effects): Promise<MadeForms> {
  const { period } = request;
  const nothing = { files: [], outputs: [] };
  const read = await readWorkspace(effects, period.year);
  const diagnostics = outsideReturns(read.diagnostics, period.year);
  const inputs = read.value;
  if (!inputs || hasErrors(diagnostics)) return { ...nothing, diagnostics };
  diagnostics.push(...periodSetting(inputs, period).diagnostics);
  if (hasErrors(diagnostics)) return { ...nothing, diagnostics };
  const chosen = chooseUnits(unitsWithForms(inputs), request.only, inputs);
  diagnostics.push(...chosen.diagnostics);
  if (hasErrors(diagnostics)) return { ...nothing, diagnostics };

  const files: WrittenForm[] = [];
  const outputs: Output[] = [];
  for (const unit of chosen.value) {
    const content = formContent(inputs, unit, period);
    const bytes = await writeForm(content);
    const path = `${request.out}/填报表/${formName(unit, period)}`;
    outputs.push({ path, bytes });
    const { tasks, goals, cooperation } = content;
    files.push({
      unit,
      path,
      bytes: bytes.length,
      tasks: tasks.length,
      goals: goals.length,
      cooperation: cooperation.length,
    });
    diagnostics.push(...nothingBefore(inputs, unit, period, tasks.length + goals.length));
  }
  return { files, outputs, diagnostics };
}

/** The name tells unit and period apart in a full mailbox. */
const formName = (unit: string, period: Period): string => `${unit}${periodName(period)}填报表.xlsx`;

/** Last quarter's columns stay empty where nothing was returned; the unit and the office should know why. */
function nothingBefore(inputs: Inputs, unit: string, period: Period, owed: number): Diagnostic[] {
  const before = previousPeriod(period);
  if (!before || owed === 0) return [];
  const returned = inputs.submissions.some((s) => s.unit === unit && s.period === before.id);
  return returned ? [] : [messages.nothingToPrefill(unit, periodName(before))];
}

/** Units by any of their names; one that does not get a form is an error. */
function chooseUnits(
  offered: readonly string[],
  written: readonly string[],
  inputs: Inputs,
): { value: string[]; diagnostics: Diagnostic[] } {
  if (written.length === 0) return { value: [...offered], diagnostics: [] };
  return namedUnits(written, inputs.units, offered);
}
