/** All targets that a text states, clause by clause. The grammar is that of official plans; nothing is added to it. */
import type { Operator, Schedule, Target, TargetKind } from '../../../model/target.ts';
import { cutName, withoutHalves } from '../cut.ts';
import { attributeOf } from './attribute.ts';
import { type Clause, clauses } from './clauses.ts';
import { type Deadline, readDeadline, readYear } from './deadline.ts';
import { kindOf, scheduleOf } from './kind.ts';
import type { NumberScan, NumberSpan, PassedOverWhy, StartingLevel } from './number-scan.ts';
import { scanNumbers, withoutStarts } from './number-spans.ts';
import { readOperator, softenerIn } from './operator.ts';
import { nameOfPart, partOf } from './part.ts';
import { baselineOf } from './start-of-year.ts';

export interface FoundTarget {
  name: string;
  operator: Operator;
  wording: string;
  softener?: string;
  value: number;
  upper?: number;
  unit: string;
  kind: TargetKind;
  baseline?: NonNullable<Target['baseline']>;
  schedule: Schedule;
  deadline?: string;
  /** The clause, verbatim. */
  sentence: string;
  /** Offset of the clause in the text that was read. */
  offset: number;
  /** What makes the reading doubtful: a number in characters, a vague deadline, one beyond the plan's year. */
  doubt?: 'word' | 'vagueDeadline' | 'laterYear';
  /** 翻一番, of which the growth rate in `value` was made. */
  multiple?: string;
}

export interface TargetReading {
  targets: FoundTarget[];
  /** Numbers that were not made targets. */
  passedOver: { words: string; why: PassedOverWhy }[];
}

const LONGEST_NAME = 30;
const EVENT_VERB =
  /投入(?:使用|运营|运行)|建成|竣工|完成|上线|开工|启用|落地|印发|出台|发布|投产|开通|通车|验收|设立|挂牌/;

/** `year` is the plan's, for deadlines without one. */
export function readTargets(text: string, year: number): TargetReading {
  const out: TargetReading = { targets: [], passedOver: [] };
  const context: Context = { year, softener: undefined, deadline: undefined, subject: '' };
  let sentence = 0;
  for (const clause of clauses(text)) {
    if (clause.sentence !== sentence) {
      sentence = clause.sentence;
      context.softener = undefined;
      context.deadline = undefined;
    }
    const scan = scanNumbers(clause.text);
    const dated = withoutStarts(clause.text, scan.starts);
    const own = readDeadline(dated, year) ?? readYear(dated);
    // “到2025年，” and “6月底前，” stand alone and hold for what follows; so does a year at the head of a clause.
    if (own && (clause.text.length <= own.words.length + 2 || /^到?20\d{2}年/.test(clause.text)))
      context.deadline = own;
    for (const other of scan.others) out.passedOver.push({ words: other.text, why: other.why });
    const based = new Set(scan.spans.flatMap((_, i) => fromSpan(clause, scan, i, own, context, out) ?? []));
    for (const level of scan.starts)
      out.passedOver.push({ words: level.words, why: based.has(level) ? 'baseline' : 'base' });
    context.softener = softenerIn(clause.text) ?? context.softener;
    if (scan.spans.length === 0) fromDeadline(clause, own ?? context.deadline, year, out);
  }
  return out;
}

/** What earlier clauses of the sentence say about the later ones. */
interface Context {
  year: number;
  softener: string | undefined;
  deadline: Deadline | undefined;
  /** What was counted last; 累计达到8万个 in the next sentence goes on with it. */
  subject: string;
}

/** The level that was taken for the target's baseline, where there is one. */
function fromSpan(
  clause: Clause,
  { spans, starts }: NumberScan,
  index: number,
  own: Deadline | undefined,
  context: Context,
  out: TargetReading,
): StartingLevel | undefined {
  const span = spans[index] as NumberSpan;
  const { year, deadline: inherited } = context;
  // 增长7%以上、力争8%: only what stands behind it.
  const softener = softenerIn(clause.text.slice(0, span.start)) ?? context.softener;
  const reading = readOperator(clause.text, span);
  if (!reading) {
    const words = clause.text.slice(Math.max(0, span.start - 6), span.end + 2);
    out.passedOver.push({ words, why: 'limit' });
    return undefined;
  }
  const deadline = own ?? inherited;
  const attribute =
    deadline && deadline.date < `${year}-01-01`
      ? 'pastYear'
      : attributeOf(clause.text, spans, index, reading);
  if (attribute) {
    const words = clause.text.slice(Math.max(0, span.start - 6), reading.end + 4);
    out.passedOver.push({ words, why: attribute });
    return undefined;
  }
  const { from } = partOf(clause.text, spans, index);
  const kind = kindOf(clause.text, span, reading, from);
  const previous = spans[index - 1];
  const level = starts.findLast((one) => one.end <= span.start && one.start >= (previous?.end ?? 0));
  const baseline = baselineOf(span.unit, kind, reading.operator, level, year);
  const { name, whole } = nameOfPart(clause.text, spans, index, reading, context.subject);
  if (whole) context.subject = name;
  const later = deadline !== undefined && deadline.date > `${year}-12-31`;
  const inWords = span.form === 'word' && span.unit !== '%' && span.unit !== '批';
  const doubt = later ? 'laterYear' : deadline?.vague ? 'vagueDeadline' : inWords ? 'word' : undefined;
  out.targets.push({
    name: name || cutName(clause.text, LONGEST_NAME),
    operator: reading.operator,
    wording: reading.wording,
    ...(softener !== undefined && { softener }),
    value: span.value,
    ...(span.upper !== undefined && { upper: span.upper }),
    unit: span.unit,
    kind,
    ...(baseline && { baseline }),
    schedule: baseline ? { type: 'linear' } : scheduleOf(kind, reading.operator),
    ...(deadline && deadline.date !== `${year}-12-31` && { deadline: deadline.date }),
    sentence: clause.text,
    offset: clause.start,
    ...(doubt && { doubt }),
    ...(span.words && { multiple: span.words }),
  });
  return baseline && level;
}

/** 确保…上半年全面投入运营: an event with its own deadline. 年底 is everybody's deadline and makes no target. */
function fromDeadline(
  clause: Clause,
  deadline: Deadline | undefined,
  year: number,
  out: TargetReading,
): void {
  if (!deadline || deadline.date === `${year}-12-31` || !EVENT_VERB.test(clause.text)) return;
  if (!deadline.date.startsWith(String(year))) return;
  out.targets.push({
    name:
      cutName(
        withoutHalves(clause.text.replace(deadline.words, '').replace(/确保|力争|争取/g, '')),
        LONGEST_NAME,
      ) || clause.text,
    operator: 'yesNo',
    wording: /确保|力争|争取/.exec(clause.text)?.[0] ?? '',
    value: 1,
    unit: '项',
    kind: 'deadline',
    schedule: scheduleOf('deadline'),
    deadline: deadline.date,
    sentence: clause.text,
    offset: clause.start,
    ...(deadline.vague && { doubt: 'vagueDeadline' as const }),
  });
}
