/** From what the plan says about a track and a task to who answers for the task. */
import type { Responsibility } from '../../../model/plan/target.ts';
import { TO_BE_NAMED } from '../../../model/unit.ts';
import type { OutlineTask, OutlineTrack } from '../outline/shape.ts';
import type { Attribution } from '../owners/attribution.ts';
import { namesUnits } from '../owners/attribution.ts';

export interface Assigned {
  leads: string[];
  cooperating: string[];
  /** 责任单位 behind the first, which was taken to lead though nothing says who does; they are among `cooperating`. */
  guessed: string[];
}

function assign(attribution: Attribution, firstLeads: boolean): Assigned {
  const { leads, cooperating, listed } = attribution;
  if (leads.length > 0) {
    // 牵头单位： and 责任单位： beside each other: the latter take part.
    const others = [...listed, ...cooperating].filter((name, i, all) => all.indexOf(name) === i);
    return { leads, cooperating: others.filter((name) => !leads.includes(name)), guessed: [] };
  }
  const [lead, ...rest] = listed;
  if (lead === undefined) return { leads: [], cooperating, guessed: [] };
  return {
    leads: [lead],
    cooperating: [...rest, ...cooperating],
    guessed: firstLeads || attribution.firstLeads ? [] : rest,
  };
}

export interface TaskResponsibility {
  responsible: Responsibility;
  own: Assigned | undefined;
}

export function taskResponsibility(
  task: OutlineTask,
  track: TrackUnits,
  firstLeads: boolean,
): TaskResponsibility {
  const own = namesUnits(task.attribution) ? assign(task.attribution, firstLeads) : undefined;
  // Nobody else's because the plan names 各乡镇, or because other tasks of the track have units, unless all have the same.
  const nobody = task.attribution.groupsOnly || (track.fromTasks && track.leads.length > 1);
  const inherited = nobody ? [] : track.leads;
  const leads = own && own.leads.length > 0 ? own.leads : inherited;
  const [unit, ...others] = leads;
  if (unit === undefined) {
    const reason = '计划未指明责任单位，待领导小组办公室确定';
    return { responsible: { unit: TO_BE_NAMED, assignedBy: 'office', reason }, own };
  }
  if (others.length > 0) {
    const reason = `计划列有${leads.length}个牵头单位，暂记排在首位的，待领导小组办公室确定`;
    return { responsible: { unit, assignedBy: 'office', reason }, own };
  }
  if (track.fromTasks && leads === inherited)
    return { responsible: { unit, assignedBy: 'office', reason: AS_OTHERS }, own };
  return { responsible: { unit, assignedBy: 'plan' }, own };
}

const AS_OTHERS = '计划未指明本项的责任单位，暂同于同一专项的其他任务，待领导小组办公室确定';

/** Whether the plan says of the task itself who answers for it. */
export const answeredFor = ({ attribution: { leads, listed } }: OutlineTask): boolean =>
  leads.length + listed.length > 0;

export interface TrackUnits extends Assigned {
  fromTasks: boolean;
  /** Of those that cooperate, whom the plan names for the track and not for one of its tasks. */
  forAll: string[];
}

/**
 * Whom the plan names for the task itself beside its unit; undefined where that is whoever cooperates in the track. Of a
 * track whose leads are only what its tasks name it is always said, so that those leads are not asked for each other's.
 */
export function taskCooperating(
  { responsible, own }: TaskResponsibility,
  track: TrackUnits,
): string[] | undefined {
  const named = own ? [...new Set([...own.leads, ...own.cooperating])] : [];
  const others = (own && named.length > 1 ? named : track.forAll).filter((name) => name !== responsible.unit);
  const same =
    others.length === track.cooperating.length && others.every((name) => track.cooperating.includes(name));
  const ofTasks = own !== undefined && track.fromTasks && track.leads.length > 1;
  return same && !ofTasks ? undefined : others;
}

/**
 * The track's units. Who leads: its own, or those of its tasks in order of appearance. Who cooperates: besides its own,
 * whom a task names without getting the task, so that every unit of the plan has its place.
 */
export function trackUnits(track: OutlineTrack, firstLeads: boolean): TrackUnits {
  const own = assign(track.attribution, firstLeads);
  const tasks = track.tasks.map((task) => assign(task.attribution, firstLeads));
  const fromTasks = own.leads.length === 0;
  const leads = new Set(fromTasks ? tasks.flatMap((task) => task.leads) : own.leads);
  const others = tasks.flatMap((task) => [...task.leads.slice(1), ...task.cooperating]);
  return {
    leads: [...leads],
    cooperating: [...new Set([...own.cooperating, ...others])].filter((name) => !leads.has(name)),
    forAll: own.cooperating.filter((name) => !leads.has(name)),
    guessed: own.guessed,
    fromTasks: fromTasks && leads.size > 0,
  };
}
