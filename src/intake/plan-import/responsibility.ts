/** From what the plan says about a track and a task to who answers for the task. */
import type { Responsibility } from '../../model/target.ts';
import type { Attribution } from './attribution.ts';
import { namesUnits } from './attribution.ts';
import type { OutlineTask, OutlineTrack } from './outline-shape.ts';

/** Stands where the plan names nobody; it is in no units.yaml, so the check of the plan asks for it. */
export const TO_BE_NAMED = '待定';

export interface Assigned {
  leads: string[];
  cooperating: string[];
  /** 责任单位 of several without word on who leads: the first was taken. */
  guessed: boolean;
}

function assign(attribution: Attribution, firstLeads: boolean): Assigned {
  const { leads, cooperating, listed } = attribution;
  if (leads.length > 0) {
    // 牵头单位： and 责任单位： beside each other: the latter take part.
    const others = [...listed, ...cooperating].filter((name, i, all) => all.indexOf(name) === i);
    return { leads, cooperating: others.filter((name) => !leads.includes(name)), guessed: false };
  }
  const [lead, ...rest] = listed;
  if (lead === undefined) return { leads: [], cooperating, guessed: false };
  return {
    leads: [lead],
    cooperating: [...rest, ...cooperating],
    guessed: rest.length > 0 && !firstLeads && !attribution.firstLeads,
  };
}

export interface TaskResponsibility {
  responsible: Responsibility;
  own: Assigned | undefined;
}

export function taskResponsibility(
  task: OutlineTask,
  track: Assigned,
  firstLeads: boolean,
): TaskResponsibility {
  const own = namesUnits(task.attribution) ? assign(task.attribution, firstLeads) : undefined;
  const leads = own && own.leads.length > 0 ? own.leads : track.leads;
  const [unit, ...others] = leads;
  if (unit === undefined) {
    const reason = '计划未指明责任单位，待领导小组办公室确定';
    return { responsible: { unit: TO_BE_NAMED, assignedBy: 'office', reason }, own };
  }
  if (others.length > 0) {
    const reason = `计划列有${leads.length}个牵头单位，暂记排在首位的，待领导小组办公室确定`;
    return { responsible: { unit, assignedBy: 'office', reason }, own };
  }
  return { responsible: { unit, assignedBy: 'plan' }, own };
}

/** The track's units: its own, or those of its tasks in order of appearance. */
export function trackUnits(track: OutlineTrack, firstLeads: boolean): Assigned & { fromTasks: boolean } {
  const own = assign(track.attribution, firstLeads);
  if (own.leads.length > 0) return { ...own, fromTasks: false };
  const leads = new Set<string>();
  const cooperating = new Set<string>(own.cooperating);
  for (const task of track.tasks) {
    const assigned = assign(task.attribution, firstLeads);
    for (const name of assigned.leads) leads.add(name);
    for (const name of assigned.cooperating) cooperating.add(name);
  }
  return {
    leads: [...leads],
    cooperating: [...cooperating].filter((name) => !leads.has(name)),
    guessed: false,
    fromTasks: leads.size > 0,
  };
}
