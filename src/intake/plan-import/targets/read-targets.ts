/** All targets that a text states, clause by clause. The grammar is that of official plans; nothing is added to it. */
import { cutName } from '../text/cut.ts';
import { attributeOf } from './attribute.ts';
import { type Divided, divided } from './by-period.ts';
import { onlyOfYear } from './by-year.ts';
import { type Clause, clauses } from './clauses.ts';
import { dayBehind, fromDayBehind } from './day-behind.ts';
import { type Deadline, readDeadline, readYear, readYearsOfWork } from './deadline.ts';
import { type FoundTarget, heldBy, type TargetReading } from './found-target.ts';
import { isFrequency } from './frequency.ts';
import type { Said } from './going-on.ts';
import { isFloor, kindOf, scheduleOf } from './kind.ts';
import { type ChangeFrom, withChanges } from './level-and-change.ts';
import type { NumberScan, NumberSpan, PassedOverWhy, StartingLevel } from './number-scan.ts';
import { scanNumbers, withoutStarts } from './number-spans.ts';
import { type Reading, readOperator, softenerIn } from './operator.ts';
import { nameOfPart, partOf } from './part.ts';
import { dividesLast, eachPeriod, ofWholeYear, share } from './parts-of-year.ts';
import { promisedParts } from './promises.ts';
import type { QuarterRun } from './quarter-run.ts';
import { baselineOf } from './start-of-year.ts';
import { fromDeadline, fromPromise } from './without-number.ts';

const LONGEST_NAME = 30;

/** `year` is the plan's, for deadlines without one. `of`: in goals, what is promised without a number is a target too. */
export function readTargets(text: string, year: number, of: 'goals' | 'task' = 'task'): TargetReading {
  const all = clauses(text);
  const hidden = onlyOfYear(all, year);
  const parts = divided(
    all.map((clause, i) => ({ ...clause, text: hidden.get(i) ?? clause.text })),
    text,
    year,
  );
  const run: Run = {
    text,
    of,
    all,
    parts,
    hidden,
    context: {
      year,
      softener: undefined,
      deadline: undefined,
      subject: '',
      wholes: [],
      last: undefined,
      topic: '',
      part: '',
      sentenceFrom: 0,
    },
    out: { targets: [], passedOver: [] },
    unnumbered: [],
    changes: [],
  };
  const { out, unnumbered, changes } = run;
  for (const [at, clause] of all.entries()) {
    if (clause.sentence !== all[at - 1]?.sentence) beginSentence(run.context, clause.start);
    readClause(clause, at, run);
  }
  withChanges(out, text, changes, year);
  // A task without any number is judged by its milestones, and then nothing is lost.
  const done = heldBy(out.targets.filter(({ operator }) => operator === 'yesNo'));
  if (out.targets.length > 0) out.passedOver.push(...unnumbered.filter(({ offset }) => !done(offset)));
  return out;
}

/** A text on its way through its clauses. */
interface Run {
  text: string;
  of: 'goals' | 'task';
  all: readonly Clause[];
  parts: readonly Divided[];
  /** Clauses without what other years are to reach, by their index. */
  hidden: ReadonlyMap<number, string>;
  context: Context;
  out: TargetReading;
  /** Promises without a number. */
  unnumbered: TargetReading['passedOver'];
  changes: ChangeFrom[];
}

function beginSentence(context: Context, start: number): void {
  context.sentenceFrom = start;
  context.softener = undefined;
  context.deadline = undefined;
  context.topic = '';
  context.part = '';
  context.wholes = [];
}

function readClause(clause: Clause, at: number, run: Run): void {
  const { text, parts, hidden, context, out } = run;
  const { year } = context;
  const part = parts[at] as Divided;
  const offset = clause.start;
  if (part.goesOn) return;
  if (part.run && readQuarters(clause, part.run, run)) return;
  if (part.unread) out.passedOver.push({ words: part.unread, why: 'period', offset });
  const scan = scanNumbers(part.text);
  const dated = withoutStarts(part.text, scan.starts);
  const years = context.deadline ? undefined : readYearsOfWork(dated, year);
  const own = years ?? readDeadline(dated, year) ?? readYear(dated);
  const late = own && dayBehind(clause.text, own);
  if (own && !late && holdsOn(clause.text, own, scan.spans.length > 0)) context.deadline = own;
  for (const { text: words, why } of scan.others) out.passedOver.push({ words, why, offset });
  // The plan's words without what other years are to reach.
  const said = hidden.has(at) ? { ...clause, text: part.text } : clause;
  const before = out.targets.length;
  const due: Due = { own, deadline: own ?? context.deadline, dated };
  const { numbers, based } = fromNumbers(said, scan, due, run);
  for (const target of out.targets.slice(before)) target.sentence = clause.text;
  if (part.shares) share(context.last, part.shares, offset, out);
  if (part.each && out.targets.length === before + 1) eachPeriod(out.targets[before], part.each);
  const compared = scan.starts.find((level) => level.compared);
  const changed = out.targets[before];
  if (compared && changed) run.changes.push({ target: changed, level: compared });
  for (const level of scan.starts)
    out.passedOver.push({ words: level.words, why: based.has(level) ? 'baseline' : 'base', offset });
  context.softener = softenerIn(clause.text) ?? context.softener;
  if (numbers > 0) context.topic = '';
  else if (!own || clause.text.length > own.words.length + 2) context.topic = topicOf(clause.text);
  const counting = out.targets.length;
  if (numbers === 0 && out.passedOver.at(-1)?.why !== 'frequency') {
    if (late && fromDayBehind(text, clause, saidBefore(run.all, at), own, year, out)) return;
    fromDeadline(clause, due.deadline, year, out);
  }
  const read = out.targets.length > counting || scan.others.some(({ why }) => INSTEAD.includes(why));
  if (!read) promised(clause, scan, due, run);
}

/**
 * Numbers of the quarters: of the number before them, or the only ones of something whose year's number they come to. False
 * for what is to be read as it stands.
 */
function readQuarters(clause: Clause, quarters: QuarterRun, { text, context, out }: Run): boolean {
  const { last } = context;
  const from = context.sentenceFrom;
  if (last && last.offset >= from && dividesLast(last, quarters)) {
    share(last, { words: quarters.words, items: quarters.shares }, clause.start, out);
    if (clause.start > last.offset) last.sentence = text.slice(last.offset, quarters.end);
    return true;
  }
  if (quarters.single) return false;
  const said = { ...clause, text: quarters.text };
  const scan = scanNumbers(said.text);
  const before = out.targets.length;
  const due: Due = { own: undefined, deadline: context.deadline, dated: said.text };
  fromNumbers(said, scan, due, { context, out });
  context.softener = softenerIn(clause.text) ?? context.softener;
  context.topic = '';
  const [target, ...others] = out.targets.slice(before);
  if (target && others.length === 0 && ofWholeYear(target, quarters, context.year)) {
    target.sentence = text.slice(clause.start, quarters.end);
    return true;
  }
  out.targets.length = before;
  context.last = last;
  out.passedOver.push({ words: quarters.words, why: 'quarters', offset: clause.start });
  return true;
}

const NOT_WHAT =
  /截至|截止|力争|争取|确保|务必|努力|计划|其中|全[省市县区州]|[我本][省市县区州]|今年|当年|之?前|以前|为止|[到在于至时]/g;

/**
 * “到2025年，” and “6月底前，” stand alone and hold for what follows; so does a year at the head of a clause, and a day
 * there with numbers. 5月底前印发方案 says nothing of the next clause.
 */
function holdsOn(clause: string, { words, date }: Deadline, counts: boolean): boolean {
  if (clause.replace(words, '').replace(NOT_WHAT, '') === '') return true;
  return /^到?20\d{2}年/.test(clause) && (counts || date.endsWith('-12-31'));
}

/** Until when what a clause says is to be done. */
interface Due {
  /** As it says itself. */
  own: Deadline | undefined;
  /** Or the words before it. */
  deadline: Deadline | undefined;
  /** The clause, in which days are looked for. */
  dated: string;
}

/** Out: how many numbers are to be reached, and the levels that became baselines of theirs. */
function fromNumbers(
  said: Clause,
  scan: NumberScan,
  { own, deadline, dated }: Due,
  { context, out }: Pick<Run, 'context' | 'out'>,
): { numbers: number; based: ReadonlySet<StartingLevel> } {
  const { year } = context;
  const numbers = counted(said, scan, deadline, year, out);
  const first = own ? firstDated(said.text, numbers, dated.indexOf(own.words)) : 0;
  let running = deadline;
  const based = new Set(
    numbers.flatMap((_, i) => {
      if (i > first) running = readDeadline(ahead(said, dated, numbers, i), year) ?? running;
      const due = i < first ? context.deadline : running;
      return fromNumber({ clause: said, all: numbers, starts: scan.starts }, i, due, { context, out }) ?? [];
    }),
  );
  return { numbers: numbers.length, based };
}

/** What is promised without a number. */
function promised(
  clause: Clause,
  { spans }: NumberScan,
  { deadline }: Due,
  { of, context, out, unnumbered }: Run,
): void {
  for (const { text: part } of promisedParts(clause.text, spans)) {
    if (of === 'goals') fromPromise(clause, part, deadline, context, out);
    else unnumbered.push({ words: part, why: 'promise', offset: clause.start });
  }
}

/** Without words of when and how much it is hoped for. */
const topicOf = (text: string): string =>
  // 在已上线13件的基础上 is no topic.
  (text.endsWith('基础上') ? '' : text)
    .replace(/^(?:力争|争取|确保|努力|进一步|积极|继续|全年|年内)+/, '')
    .replace(/^[^：“（《]{2,14}：/, '');

/** The clauses of its sentence before one; 制定管理办法。6月底前出台。: of the sentence before, where it is the first of its own. */
function saidBefore(all: readonly Clause[], at: number): Clause[] {
  const before = all.slice(Math.max(0, at - 8), at);
  const own = all[at]?.sentence;
  const sentence = before.some((one) => one.sentence === own) ? own : before.at(-1)?.sentence;
  return before.filter((one) => one.sentence === sentence);
}

/** The words before a number that belong to it, where a day of its own may stand: 一季度3个、二季度5个. */
function ahead(clause: Clause, dated: string, numbers: readonly Counted[], index: number): string {
  const spans = numbers.map(({ span }) => span);
  return dated.slice(partOf(clause.text, spans, index).from, spans[index]?.start);
}

/** Words that make a clause one to be worked out, not one to be found kept. */
const INSTEAD: readonly PassedOverWhy[] = ['multiple', 'share', 'rank', 'vague'];

/** What earlier clauses of the sentence say about the later ones. */
interface Context extends Said {
  year: number;
  softener: string | undefined;
  deadline: Deadline | undefined;
  /** Offset where the sentence begins. */
  sentenceFrom: number;
}

/** A number that is to be reached, with what the words around it say. */
interface Counted {
  span: NumberSpan;
  reading: Reading;
}

/** The first number that a deadline at `at` holds for: 达到500亿元、2025年达到800亿元 says nothing of the 500. */
function firstDated(clause: string, numbers: readonly Counted[], at: number): number {
  const spans = numbers.map(({ span }) => span);
  const own = spans.findIndex(({ start }, i) => start > at && partOf(clause, spans, i).from <= at);
  return Math.max(0, own);
}

/** The numbers that are targets; the others, such as 10亿元以上 of 10亿元以上项目15个, belong to the words around them. */
function counted(
  clause: Clause,
  { spans }: NumberScan,
  deadline: Deadline | undefined,
  year: number,
  out: TargetReading,
): Counted[] {
  return spans.flatMap((span, i) => {
    const reading = readOperator(clause.text, span);
    const past = deadline !== undefined && deadline.date < `${year}-01-01`;
    const why = !reading ? 'limit' : past ? 'pastYear' : attributeOf(clause.text, spans, i, reading);
    if (reading && !why && !isFrequency(clause.text, span, reading.end)) return [{ span, reading }];
    if (reading && !why) {
      const { bracket } = partOf(clause.text, spans, i);
      const words = bracket ? clause.text.slice(bracket.open + 1, bracket.close) : clause.text;
      out.passedOver.push({ words, why: 'frequency', offset: clause.start });
      return [];
    }
    // Without the neighbours' numbers, which may well be targets.
    // 每个社区不少于1个: whose number it is stands before it.
    const whose = why === 'each' ? clause.text.search(/[每各]/) : span.start - (reading ? 6 : 14);
    const from = Math.max(0, whose, spans[i - 1]?.end ?? 0);
    const to = Math.min(reading ? reading.end + 4 : span.end + 2, spans[i + 1]?.start ?? clause.text.length);
    const words = clause.text.slice(from, to).replace(/^[、，和及]+|[、，和及的]+$/g, '');
    out.passedOver.push({ words, why: why ?? 'limit', offset: clause.start });
    return [];
  });
}

const isAgain = (one: FoundTarget, other: FoundTarget): boolean =>
  one.name === other.name &&
  one.value === other.value &&
  one.unit === other.unit &&
  one.operator === other.operator &&
  one.upper === other.upper &&
  one.deadline === other.deadline;

interface ClauseNumbers {
  clause: Clause;
  /** Those that are to be reached. */
  all: readonly Counted[];
  /** Levels that the clause starts from: 从50家. */
  starts: readonly StartingLevel[];
}

/**
 * A number of a clause → a target, which `out` is given.
 * @returns the level that was taken for the target's baseline, where there is one
 */
function fromNumber(
  { clause, all, starts }: ClauseNumbers,
  index: number,
  deadline: Deadline | undefined,
  { context, out }: Pick<Run, 'context' | 'out'>,
): StartingLevel | undefined {
  const { span, reading } = all[index] as Counted;
  const spans = all.map((one) => one.span);
  const { year } = context;
  // 增长7%以上、力争8%: only what stands behind it.
  const softener = softenerIn(clause.text.slice(0, span.start)) ?? context.softener;
  const { from, bracket } = partOf(clause.text, spans, index);
  const { name, whole, goesOn, among, again } = nameOfPart(clause.text, spans, index, reading, context);
  const later = deadline !== undefined && deadline.date > `${year}-12-31`;
  if (goesOn && later && context.last && context.last.deadline !== deadline.date) {
    const words = clause.text.slice(from, reading.end).replace(/^[、和及]/, '');
    out.passedOver.push({ words, why: 'laterYear', offset: clause.start });
    return undefined;
  }
  const kind = again?.kind ?? kindOf(clause.text, span, reading, from, year);
  const previous = spans[index - 1];
  const level = starts.findLast(
    (one) => !one.compared && one.end <= span.start && one.start >= (previous?.end ?? 0),
  );
  const own = baselineOf(span.unit, kind, reading.operator, level, year);
  const baseline = own ?? (again?.unit === span.unit ? again.baseline : undefined);
  const floor = deadline === undefined && isFloor(kind, span, reading);
  const inWords = span.form === 'word' && span.unit !== '%' && span.unit !== '批';
  const doubt = later ? 'laterYear' : deadline?.vague ? 'vagueDeadline' : inWords ? 'word' : undefined;
  const target: FoundTarget = {
    name: name || cutName(clause.text, LONGEST_NAME),
    operator: reading.operator,
    wording: reading.wording,
    ...(softener !== undefined && { softener }),
    value: span.value,
    ...(span.upper !== undefined && { upper: span.upper }),
    unit: span.unit,
    kind,
    ...(baseline && { baseline }),
    schedule: baseline
      ? { type: 'linear' }
      : span.form === 'rank' || later
        ? { type: 'deadline' }
        : scheduleOf(kind, {
            operator: reading.operator,
            value: span.value,
            unit: span.unit,
            before: clause.text.slice(0, span.start),
            floor,
          }),
    ...(deadline && deadline.date !== `${year}-12-31` && { deadline: deadline.date }),
    sentence: clause.text,
    offset: clause.start,
    ...(doubt && { doubt }),
    ...(floor && !baseline && { floor }),
    ...(span.words && (span.form === 'share' ? { share: span.words } : { multiple: span.words })),
    ...(span.form === 'rank' && { rank: true as const }),
  };
  // 实施项目20个。20个。: a table says it twice.
  if (goesOn && !again && context.last && isAgain(target, context.last)) return undefined;
  out.targets.push(target);
  if (whole) {
    context.subject = name;
    context.wholes.push({ name, unit: span.unit });
  }
  if (whole || among) context.part = among ? name : '';
  if (!bracket) context.last = target;
  return own && level;
}
