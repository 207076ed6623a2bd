/**
 * What the year's folder knows before its plan is read, as `diaodu new` carried it over: the office's names for units, and
 * last year's results and goals. The draft is brought into line with them.
 */
import { convertUnit } from '../../base/chinese/convert-unit.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import * as ask from '../../base/messages/plan-targets.ts';
import * as say from '../../base/messages/plan-tracks.ts';
import { nearest } from '../../base/nearest.ts';
import type { Baselines } from '../../model/plan/baseline.ts';
import type { Target } from '../../model/plan/target.ts';
import { TO_BE_NAMED, type Unit } from '../../model/unit.ts';
import { goalsByNames, trackByNames } from '../plan/plan-units.ts';
import { type UnitNames, unitNames } from '../plan/units.ts';
import type { Draft } from './draft/draft.ts';
import { type LastGoal, withProposedUnits } from './draft/proposed-units.ts';
import { meansOffice } from './owners/office-name.ts';

/** From the year before, or as the office has corrected it since. */
export interface CarriedOver {
  /** Empty where there is no units.yaml yet. */
  units: readonly Unit[];
  baselines: Baselines;
  /** Of last year's plan; empty where there is none. */
  goals: readonly LastGoal[];
}

/**
 * Units by their canonical names, those of a task or of last year for goals of nobody, levels with a known baseline along a
 * line; new units and near names are told of.
 */
export function withCarriedOver(file: string, read: Draft, { units, baselines, goals }: CarriedOver): Draft {
  const names = unitNames(withOtherNames(units, read.units));
  const draft = withProposedUnits(file, read, goals, names);
  const based: string[] = [];
  const onItsLine = (target: Target): Target => {
    if (!startsFrom(target, baselines)) return target;
    based.push(ask.lacksBaseline(target.name));
    return { ...target, schedule: { type: 'linear' } };
  };
  const changed: Draft = {
    ...draft,
    goals: { ...draft.goals, groups: goalsByNames(draft.goals.groups, names, onItsLine) },
    tracks: draft.tracks.map((one) => ({ ...one, track: trackByNames(one.track, names, onItsLine) })),
  };
  const told = units.length > 0 ? OF_NEW_LISTS : [];
  return {
    ...changed,
    unsure: [
      ...draft.unsure.filter(({ code, message }) => !told.includes(code) && !based.includes(message)),
      ...newUnits(file, draft, units, names),
      ...nearBaselines(file, changed, baselines),
    ],
  };
}

/** The list, in which a unit of the plan is also known by another name that the plan has for it: 市数改办 of 市委改革办（市数改办）. */
function withOtherNames(units: readonly Unit[], read: readonly Unit[]): Unit[] {
  const names = unitNames(units);
  const known = read
    .filter(({ name }) => !names.resolve(name))
    .map(({ name, aliases }) => ({
      name,
      unit: aliases.map(names.resolve).find((one) => one !== undefined),
    }));
  return units.map((unit) => {
    const others = known.filter((one) => one.unit === unit.name).map(({ name }) => name);
    return others.length > 0 ? { ...unit, aliases: [...unit.aliases, ...others] } : unit;
  });
}

/** Doubts about a list of units that is drawn up anew. */
const OF_NEW_LISTS = ['fullNamesUnknown', 'alikeUnits'];

/** A level at the period's end, which may run along a line from where it stood last year. */
const isLevelAtEnd = ({ kind, schedule, baseline }: Target): boolean =>
  (kind === 'stock' || kind === 'ratio') && schedule.type === 'deadline' && baseline === undefined;

function startsFrom(target: Target, baselines: Baselines): boolean {
  const found = isLevelAtEnd(target) && baselines.find(({ name }) => name === target.name);
  return Boolean(found && convertUnit({ ...found, decimals: 0, qualifier: '' }, target.unit));
}

function newUnits(file: string, draft: Draft, units: readonly Unit[], names: UnitNames): Diagnostic[] {
  const { office } = draft.document;
  const fresh = draft.units
    .map(({ name }) => name)
    .filter((name) => !names.resolve(name) && name !== TO_BE_NAMED);
  return fresh.flatMap((name) => {
    if (meansOffice(name, office)) return [say.unitIsOffice({ file }, name, office)];
    return units.length === 0 ? [] : [say.newUnit({ file }, name, names.suggest(name))];
  });
}

/** Targets whose baseline is perhaps there under another name. */
function nearBaselines(file: string, { goals, tracks }: Draft, baselines: Baselines): Diagnostic[] {
  const targets = [
    ...goals.groups.flatMap((group) => group.goals.flatMap((goal) => goal.target ?? [])),
    ...tracks.flatMap(({ track }) => track.tasks.flatMap((task) => task.targets)),
  ];
  const known = baselines.map(({ name }) => name);
  return targets.filter(isLevelAtEnd).flatMap(({ name }) => {
    const close = known.includes(name) ? undefined : nearest(name, known);
    return close ? [ask.baselineNear({ file }, name, close)] : [];
  });
}
