/** Annual goals: paragraphs of the goals section → groups, clause by clause. */

import { type Clause, clauses } from '../targets/clauses.ts';
import { readDeadline, readYear } from '../targets/deadline.ts';
import { toTell } from '../targets/doubts.ts';
import { type FoundTarget, heldBy, ofThisYear } from '../targets/found-target.ts';
import type { PassedOverWhy } from '../targets/number-scan.ts';
import { readTargets } from '../targets/read-targets.ts';
import { cutName } from '../text/cut.ts';
import { groupsAmong } from './groups.ts';
import type { OutlineText } from './shape.ts';

const LONGEST_NAME = 30;
const LONGEST_GROUP = 20;

export interface DraftGoal {
  line: number;
  name: string;
  /** The clause. */
  text: string;
  target: FoundTarget | null;
  /** Who the plan says answers for it; the first leads. */
  units?: readonly string[];
  /** It has a number, though that is no target. */
  numbered: boolean;
}

export interface DraftGoalGroup {
  line: number;
  name: string;
  text: string;
  goals: DraftGoal[];
}

export interface DraftGoals {
  headline: string;
  groups: DraftGoalGroup[];
  passedOver: { line: number; words: string; why: PassedOverWhy; named?: boolean | undefined }[];
  /** Clauses of headlines that promise nothing to be measured: they stand in `headline` only. */
  intentions: { line: number; clauses: string[] }[];
  /** The same with numbers that nothing is measured by. */
  numbered: { line: number; clauses: string[] }[];
  /** Who is named for a goal besides its unit; there is no field for them. */
  besides: { line: number; words: string }[];
}

/** Why a clause without a target speaks of something to be measured all the same. */
const TO_BE_MEASURED: readonly PassedOverWhy[] = [
  'multiple',
  'share',
  'vague',
  'rank',
  'limit',
  'unknownUnit',
  'reached',
  'quoted',
  'frequency',
];
/** Numbers of names (5G, 3期工程) and promises in words. */
const NO_NUMBER: readonly PassedOverWhy[] = ['noUnit', 'promise'];

/** `several`: the plan is for several years, see ofThisYear. */
export function readGoals(paragraphs: readonly OutlineText[], year: number, several = false): DraftGoals {
  const out: DraftGoals = {
    headline: '',
    groups: [],
    passedOver: [],
    intentions: [],
    numbered: [],
    besides: [],
  };
  for (const paragraph of paragraphs) {
    const { marked, line, text, listed } = paragraph;
    if (!marked) out.headline += text;
    const group: DraftGoalGroup = {
      line,
      name: '总体目标',
      text: marked && !listed ? `——${text}` : text,
      goals: [],
    };
    const parts = clauses(text);
    const read = readTargets(text, year, 'goals');
    const reading = several ? ofThisYear(read) : read;
    const offsetsOf = (test: (why: PassedOverWhy) => boolean): Set<number> =>
      new Set(reading.passedOver.filter(({ why }) => test(why)).map(({ offset }) => offset));
    const measured = offsetsOf((why) => TO_BE_MEASURED.includes(why));
    const withNumber = offsetsOf((why) => !NO_NUMBER.includes(why));
    const held = heldBy(reading.targets);
    // 2024年达到920亿元 is told of as a number of another year, and is no goal of this one.
    const later = offsetsOf((why) => why === 'laterYear');
    const title = parts[0];
    const hasTitle =
      marked &&
      !listed &&
      parts.length > 1 &&
      title !== undefined &&
      !measured.has(title.start) &&
      reading.targets.every((t) => t.offset !== title.start) &&
      !isTime(title.text, year);
    if (hasTitle) group.name = cutName(title.text, LONGEST_GROUP);
    else if (marked) group.name = namedBefore(title?.text ?? text);
    for (const { words, why, named } of toTell(reading)) out.passedOver.push({ line, words, why, named });
    const rest: { text: string; numbered: boolean }[] = [];
    for (const clause of hasTitle ? parts.slice(1) : parts) {
      const found = reading.targets.filter((target) => target.offset === clause.start);
      const numbered = withNumber.has(clause.start);
      for (const target of found)
        group.goals.push({ line, name: target.name, text: wordsOf(target, text, parts), target, numbered });
      const elsewhen = several && found.length === 0 && later.has(clause.start);
      if (held(clause.start) || elsewhen || isTime(clause.text, year)) continue;
      // Items of their own are goals without a number; of a headline only what can be measured is one.
      if (marked || measured.has(clause.start))
        group.goals.push({ line, name: goalName(clause.text), text: clause.text, target: null, numbered });
      else rest.push({ text: clause.text, numbered });
    }
    const [first] = group.goals;
    // What the first words say in numbers, or not to their end, its name says.
    const brief = group.name === title?.text && !group.name.includes(String(first?.target?.value));
    if (marked && !hasTitle && first && !brief && !TITLED.test(text))
      group.name = cutName(first.name, LONGEST_GROUP);
    const told = (having: boolean): { line: number; clauses: string[] }[] => {
      const list = rest.filter(({ numbered }) => numbered === having).map(({ text }) => text);
      return list.length > 0 ? [{ line, clauses: list }] : [];
    };
    out.intentions.push(...told(false));
    out.numbered.push(...told(true));
    if (listed) intoList(group, listed, out);
    else out.groups.push(group);
  }
  return out;
}

/** Goals of one list make one group; each answers to whom the list names for it. */
function intoList(
  { line, goals, text }: DraftGoalGroup,
  { section, printed, attribution }: NonNullable<OutlineText['listed']>,
  out: DraftGoals,
): void {
  const { leads, listed, cooperating } = attribution;
  const first = leads.length > 0 ? leads : listed;
  const kinds = groupsAmong(first);
  const units = first.filter((name) => !kinds.has(name));
  const others = [...kinds, ...(leads.length > 0 ? listed : []), ...cooperating];
  const last = out.groups.at(-1);
  const list = last?.name === section ? last : { line, name: section, text: '', goals: [] };
  if (list !== last) out.groups.push(list);
  list.text += `${printed}${text}`;
  list.goals.push(...goals.map((goal) => ({ ...goal, units })));
  if (others.length > 0)
    out.besides.push({ line, words: `${goals[0]?.name ?? ''}，其他责任单位：${others.join('、')}` });
}

/** Without the words that only say what follows: 数字产业：… */
const goalName = (text: string): string => cutName(text.replace(/^[^：，“（《]{2,20}：/, ''), LONGEST_NAME);

/** 网络零售额达到95亿元，增长15%: what grows is said before, and a form that shows 增长15% alone asks for nothing. */
function wordsOf({ name, sentence, offset }: FoundTarget, text: string, parts: readonly Clause[]): string {
  const subject = name.slice(0, 2);
  const at = parts.findIndex(({ start }) => start === offset);
  const within = parts[at]?.sentence;
  if (sentence.includes(subject) || within === undefined) return sentence;
  const named = parts
    .slice(0, at)
    .findLast((part) => part.sentence === within && part.text.includes(subject));
  return named ? text.slice(named.start, offset + sentence.length) : sentence;
}

/** 产业数字化：关键工序… */
const TITLED = /^([^：，]{2,20})：/;
/** 产业数字化：关键工序… → 产业数字化; otherwise the first few words. */
const namedBefore = (text: string): string => TITLED.exec(text)?.[1] ?? cutName(text, 12);

/** “到2025年” alone is no goal. */
function isTime(clause: string, year: number): boolean {
  const plain = clause.replace(/^(?:力争|争取|确保|努力)/, '');
  if (/^到?(?:20\d{2}年?[、和]?)+年?底?$/.test(plain)) return true;
  const deadline = readDeadline(plain, year) ?? readYear(plain);
  return deadline !== undefined && plain.length <= deadline.words.length + 2;
}
