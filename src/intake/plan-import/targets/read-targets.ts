/** All targets that a text states, clause by clause. The grammar is that of official plans; nothing is added to it. */
import type { Operator, Schedule, Target, TargetKind } from '../../../model/target.ts';
import { attributeOf } from './attribute.ts';
import { type Clause, clauses } from './clauses.ts';
import { type Deadline, readDeadline, readYear } from './deadline.ts';
import { kindOf, scheduleOf } from './kind.ts';
import { targetName } from './name.ts';
import type { NumberScan, NumberSpan, PassedOverWhy, StartingLevel } from './number-scan.ts';
import { scanNumbers, withoutStarts } from './number-spans.ts';
import { readOperator, softenerIn } from './operator.ts';
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
}

export interface TargetReading {
  targets: FoundTarget[];
  /** Numbers that were not made targets. */
  passedOver: { words: string; why: PassedOverWhy }[];
}

const EVENT_VERB =
  /投入(?:使用|运营|运行)|建成|竣工|完成|上线|开工|启用|落地|印发|出台|发布|投产|开通|通车|验收|设立|挂牌/;

/** `year` is the plan's, for deadlines without one. */
export function readTargets(text: string, year: number): TargetReading {
  const out: TargetReading = { targets: [], passedOver: [] };
  const context: Context = { year, softener: undefined, deadline: undefined };
  let sentence = 0;
  for (const clause of clauses(text)) {
    if (clause.sentence !== sentence) {
      sentence = clause.sentence;
      context.softener = undefined;
      context.deadline = undefined;
    }
    context.softener = softenerIn(clause.text) ?? context.softener;
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
    if (scan.spans.length === 0) fromDeadline(clause, own ?? context.deadline, year, out);
  }
  return out;
}

/** What earlier clauses of the sentence say about the later ones. */
interface Context {
  year: number;
  softener: string | undefined;
  deadline: Deadline | undefined;
}

/** The level that was taken for the target's baseline, where there is one. */
function fromSpan(
  clause: Clause,
  { spans, starts }: NumberScan,
  index: number,
  own: Deadline | undefined,
  { year, softener, deadline: inherited }: Context,
  out: TargetReading,
): StartingLevel | undefined {
  const span = spans[index] as NumberSpan;
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
  const previous = spans[index - 1];
  const next = spans[index + 1];
  const from = previous ? seam(clause.text, previous.end, span.start) : 0;
  const kind = kindOf(clause.text, span, reading, from);
  const level = starts.findLast((one) => one.end <= span.start && one.start >= (previous?.end ?? 0));
  const baseline = baselineOf(span.unit, kind, reading.operator, level, year);
  const to = next ? seam(clause.text, span.end, next.start) : clause.text.length;
  const name = targetName(clause.text, span, reading, from, to);
  const later = deadline !== undefined && deadline.date > `${year}-12-31`;
  const inWords = span.form === 'word' && span.unit !== '%' && span.unit !== '批';
  const doubt = later ? 'laterYear' : deadline?.vague ? 'vagueDeadline' : inWords ? 'word' : undefined;
  out.targets.push({
    // 累计达到8万个 goes on with what the clause before counted.
    name: GENERIC_NAME.test(name) ? `${out.targets.at(-1)?.name ?? ''}${name}` || clause.text : name,
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
  });
  return baseline && level;
}

const GENERIC_NAME = /^(?:累计|总数|总量|总计|合计|其中|占比|增长|规模|数量|同比增长|年均增长)?$/;

/** Where one counted thing ends and the next begins: behind the last 、和及 between two numbers. */
function seam(text: string, from: number, to: number): number {
  const between = text.slice(from, to);
  const cut = Math.max(between.lastIndexOf('、'), between.lastIndexOf('和'), between.lastIndexOf('及'));
  return cut < 0 ? to : from + cut;
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
      clause.text
        .replace(deadline.words, '')
        .replace(/确保|力争|争取|[（）]/g, '')
        .slice(0, 30) || clause.text,
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
