/** Kinds of units instead of units: 各乡镇, 各市州人民政府, 有关部门. None of them can be asked, or answer, for a task. */
import type { Attribution } from './attribution.ts';
import type { OutlineTrack } from './outline-shape.ts';

const GROUP = /^(?:[省市县区州]直)?(?:各|有关|相关)/;

export const isGroup = (name: string): boolean => GROUP.test(name);

export interface Groups {
  tracks: OutlineTrack[];
  /** Names that were taken out, each once, with its first line. */
  groups: { line: number; name: string }[];
}

/** The tracks with units only; the plan's own words stay in the draft's comments. */
export function withoutGroups(tracks: readonly OutlineTrack[]): Groups {
  const groups = new Map<string, number>();
  const units = (attribution: Attribution, line: number): Attribution => {
    const keep = (names: string[]): string[] =>
      names.filter((name) => {
        if (isGroup(name) && !groups.has(name)) groups.set(name, line);
        return !isGroup(name);
      });
    const { leads, cooperating, listed } = attribution;
    const kept = { leads: keep(leads), cooperating: keep(cooperating), listed: keep(listed) };
    const named = leads.length + listed.length > 0;
    return { ...attribution, ...kept, groupsOnly: named && kept.leads.length + kept.listed.length === 0 };
  };
  const rest = tracks.map((track) => ({
    ...track,
    attribution: units(track.attribution, track.line),
    tasks: track.tasks.map((task) => ({ ...task, attribution: units(task.attribution, task.line) })),
  }));
  return { tracks: rest, groups: [...groups].map(([name, line]) => ({ line, name })) };
}
