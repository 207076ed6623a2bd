/** （一）/1./（1）: which of three levels is the track and which the task, by where the units stand and how it is numbered. */
import type { Node } from './tree.ts';

/**
 * middle: 1. is the task, with its （1） as parts · inner: （1） is the task, 1. only a heading · undefined: nothing speaks
 * for （一） as the track.
 */
export interface Levels {
  tasks: 'middle' | 'inner';
  /** units: that level names who does it · numbers: it is counted on from track to track · name: …行动, …工程. */
  by: 'units' | 'numbers' | 'name';
}

/** What the outline knows of a node's words; all of them are about units. */
export interface Told {
  /** In its heading or right below it. */
  itself(node: Node): boolean;
  /** In its numbered parts. */
  below(node: Node): boolean;
}

const TRACK_NAME = /(?:专项|行动|工程|攻坚战?|计划)(?:（[^）]*）)?$/;

/** `node`: a heading such as （一）; `depth`: of its headings, 1 for 一、; `items`: its 1., 2. …; `parts`: their （1）. */
export function levelsOf(
  node: Node,
  name: string,
  depth: number,
  items: readonly Node[],
  parts: (item: Node) => Node[],
  told: Told,
): Levels | undefined {
  const divided = items.filter((item) => parts(item).length > 0);
  const own = told.itself(node);
  if (divided.length === 0 || (depth < 2 && !own)) return undefined;
  if (divided.length < items.length / 2) return amongTasks(items, divided, told);
  const named = items.filter((item) => told.itself(item)).length;
  const inner = divided.some((item) => told.below(item));
  if (named * 2 >= items.length && !inner && !own) return { tasks: 'middle', by: 'units' };
  if (countedOn(node, items) && !inner) return { tasks: 'middle', by: 'numbers' };
  if (named > 0) return undefined;
  if (own) return { tasks: 'inner', by: 'units' };
  return TRACK_NAME.test(name) ? { tasks: 'inner', by: 'name' } : undefined;
}

/** 1. with its （1）, （2） among 2., 3. that name their units: it is no track beside theirs. */
function amongTasks(items: readonly Node[], divided: readonly Node[], told: Told): Levels | undefined {
  const others = items.filter((item) => !divided.includes(item));
  if (!others.every((item) => told.itself(item))) return undefined;
  return { tasks: divided.some((item) => told.below(item)) ? 'inner' : 'middle', by: 'units' };
}

/** 3., 4. below （二）, behind 1., 2. below （一）; of the first heading its neighbour tells. */
function countedOn(node: Node, items: readonly Node[]): boolean {
  const siblings = node.parent?.children ?? [];
  const at = siblings.indexOf(node);
  const lastOf = (one: Node | undefined): number | undefined => one?.children.at(-1)?.marker?.number;
  const follows = (before: number | undefined, first: Node | undefined): boolean =>
    before !== undefined && first?.marker?.number === before + 1 && before > 0;
  return (
    follows(lastOf(siblings[at - 1]), items[0]) ||
    (items[0]?.marker?.number === 1 && follows(items.at(-1)?.marker?.number, siblings[at + 1]?.children[0]))
  );
}
