/** Promises without a number: 实现…全覆盖, 全部达到…, 基本建成…, …零的突破. In a section of goals each is a goal. */
import type { Schedule, TargetKind } from '../../../model/plan/target.ts';

const COVERED = /全覆盖(?=$|[、和及，（]|以及)/;
const DONE =
  /(?:全部|全面|(?<![人平年日月户])均|基本|如期|率先)(?:达到|完成|建成|实现|形成|建立|消除|接入|开通|投入|上线|纳入|打通|贯通)|零的?突破|清零|应.{1,2}尽.|^(?:力争|争取|确保|努力)?建成(?!.*一批)|建成(?:投用|投运|并?投入(?:使用|运营|运行))?$/;
/** 为全面建成现代化强省: what it is for. */
const PURPOSE = /^(?:为|以)|社会主义|现代化(?:国家|强[国省市])|小康/;
const REALISED = /(?:力争|争取|确保|努力|基本|全面|全部|率先)*(?:实现|达到)/;

export interface Promised {
  /** whole: a share of 100 % · done: there or not. */
  how: 'whole' | 'done';
  name: string;
  value: number;
  unit: string;
  kind: TargetKind;
  schedule: Schedule;
}

/** What a clause without a number promises that somebody can find kept or not; undefined for mere intentions. */
export function promiseIn(clause: string): Promised | undefined {
  const plain = clause
    .replace(/^[^“（《]*：/, '')
    .replace(/^到?(?:20\d{2}年|今年|年)(?:年?底|末)?[前，]?/, '');
  if (COVERED.test(plain))
    return {
      how: 'whole',
      name: plain.replace(REALISED, '').replace(/全覆盖.*$/, '覆盖率'),
      value: 100,
      unit: '%',
      kind: 'ratio',
      schedule: { type: 'deadline' },
    };
  if (!DONE.test(plain) || PURPOSE.test(plain)) return undefined;
  return {
    how: 'done',
    name: plain.replace(/力争|争取|确保|努力/g, ''),
    value: 1,
    unit: '项',
    kind: 'deadline',
    schedule: { type: 'deadline' },
  };
}

/** A part of an enumeration. */
export interface Segment {
  text: string;
  start: number;
  end: number;
}

/**
 * The parts of a clause that promise something without a number: the whole clause where it has none, but every 全覆盖
 * for itself; otherwise those between 、 beside the numbers.
 */
export function promisedParts(clause: string, numbers: readonly { start: number; end: number }[]): Segment[] {
  const whole = { text: clause, start: 0, end: clause.length };
  const free =
    numbers.length === 0
      ? [whole]
      : cutAt(whole, /、/g).filter(({ start, end }) =>
          numbers.every((n) => n.end <= start || n.start >= end),
        );
  return free
    .filter(({ text }) => promiseIn(text) !== undefined)
    .flatMap((part) => cutAt(part, /(?<=全覆盖)(?:、|以及|和|及)/g))
    .filter(({ text }) => promiseIn(text) !== undefined);
}

function cutAt({ text, start }: Segment, joints: RegExp): Segment[] {
  const cuts = [...text.matchAll(joints)].map(
    (found) => [found.index, found.index + found[0].length] as const,
  );
  return [0, ...cuts.map(([, behind]) => behind)].map((from, i) => {
    const to = cuts[i]?.[0] ?? text.length;
    return { text: text.slice(from, to), start: start + from, end: start + to };
  });
}
