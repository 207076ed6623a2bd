/** The units of an outline, wherever it names some: tracks, tasks, goals of lists, rows of indicators. */
import type { Attribution } from '../owners/attribution.ts';
import type { Outline } from './shape.ts';

/** All of them in the plan's order, one list for each place. */
export function unitLists({ tracks, goals, indicators }: Outline): { line: number; names: string[] }[] {
  const places = [
    ...tracks.flatMap((track) => [track, ...track.tasks]),
    ...goals.flatMap(({ line, listed }) => (listed ? [{ line, attribution: listed.attribution }] : [])),
  ];
  return [
    ...places.map(({ line, attribution: { leads, listed, cooperating } }) => ({
      line,
      names: [...leads, ...listed, ...cooperating],
    })),
    ...indicators.map(({ line, units }) => ({ line, names: units })),
  ];
}

/** The outline with other names for its units; two that become one are named once. */
export function renamed(outline: Outline, names: ReadonlyMap<string, string>): Outline {
  const called = (units: readonly string[]): string[] => [
    ...new Set(units.map((name) => names.get(name) ?? name)),
  ];
  const changed = <T extends { attribution: Attribution }>(one: T): T => {
    const { leads, listed, cooperating } = one.attribution;
    const units = { leads: called(leads), listed: called(listed), cooperating: called(cooperating) };
    return { ...one, attribution: { ...one.attribution, ...units } };
  };
  return {
    ...outline,
    tracks: outline.tracks.map((track) => ({ ...changed(track), tasks: track.tasks.map(changed) })),
    goals: outline.goals.map((goal) => ({ ...goal, ...(goal.listed && { listed: changed(goal.listed) }) })),
    indicators: outline.indicators.map((row) => ({ ...row, units: called(row.units) })),
  };
}
