/** Kinds of units instead of units: 各乡镇, 各市州人民政府, 街道办事处, 有关部门. None of them can be asked, or answer, for a task. */
import type { Attribution } from '../owners/attribution.ts';
import type { OutlineTrack } from './shape.ts';

/** 区政府有关部门, 市级有关部门, 市直各部门. */
const GROUP = /^(?:全?[省市县区州盟])?(?:(?:人民)?政府|直属?|级|属)?(?:有关|相关|其他|所有|全体|各)|各/;
const PLACES =
  '(?:[省市县区州]级?)?(?:乡镇|镇街|街镇|镇乡|街道|乡|镇|社区|村|特区|县市区?|市县区?|县区|区县|区市|市州|州市|县|区)';
const AREAS = '(?:产业|工业)?(?:园区|开发区|功能区|经开区|高新区|新区|集聚区)';
const BODIES = '(?:（[^）]*）)?(?:人民政府|政府|办事处|党工委|党委|管委会?|管理委员会)*(?:（[^）]*）)?';
/** 街道办事处, 乡镇（街道）, 县（市、区）人民政府: nobody is called that. */
const NAMELESS = new RegExp(
  `^(?:${PLACES}(?:（[^）]*）)?${BODIES}|(?:责任|成员|牵头|配合|[省市县区州]直|[省市县区州]级)?(?:部门|单位))$`,
);
/** 各乡镇、园区管委会: without 各 it may be the only one there is. */
const NAMELESS_TOO = new RegExp(`^(?:${AREAS}${BODIES}|(?:[省市县区州]属)?(?:企业|国企|高校|学校|医院))$`);

const isGroup = (name: string): boolean => GROUP.test(name) || NAMELESS.test(name);

/** Those of a list of names that mean a kind of units: 各 holds for what follows it, too (各区市政府、开发区管委). */
export function groupsAmong(names: readonly string[]): Set<string> {
  const out = new Set<string>();
  names.forEach((name, i) => {
    const before = names[i - 1];
    if (isGroup(name) || (before !== undefined && out.has(before) && NAMELESS_TOO.test(name))) out.add(name);
  });
  return out;
}

export interface Groups {
  tracks: OutlineTrack[];
  /** Names that were taken out, each once, with its first line. */
  groups: { line: number; name: string }[];
}

/** The tracks with units only; the plan's own words stay in the draft's comments. */
export function withoutGroups(tracks: readonly OutlineTrack[]): Groups {
  const groups = new Map<string, number>();
  const units = (attribution: Attribution, line: number): Attribution => {
    const keep = (names: string[]): string[] => {
      const kinds = groupsAmong(names);
      for (const name of kinds) if (!groups.has(name)) groups.set(name, line);
      return names.filter((name) => !kinds.has(name));
    };
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
