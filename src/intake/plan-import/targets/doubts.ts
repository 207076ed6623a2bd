/** What has to be asked about the numbers of a plan before anything can be judged by them. */
import type { Diagnostic } from '../../../base/diagnostic.ts';
import * as ask from '../../../base/messages/plan-targets.ts';
import type { FoundTarget, TargetReading } from './found-target.ts';

/** A number of this is promised for each of several; of every month or quarter see frequency.ts. */
const EACH =
  /[各每](?:个)?(?:设区市|地市|市县|市|县(?:（市、区）|\(市、区\)|市区|区)?|乡镇|街道|社区|行政村|地|单位|部门|开发区|园区|高校|企业)(?!化)/;
const RATES = ['%', '百分点'];
/** …、…分别增长15%、12%; 园区、社区各10个. */
const IN_TURN = /分别|(?:各|(?<!平)均)$/;
/** What was not made a target, and why. `where`: 任务3, 年度目标. */
export function passedOver(
  at: { file: string; line: number },
  where: string,
  { words, why, named }: Pick<PassedOver, 'words' | 'why' | 'named'>,
): Diagnostic {
  if (why === 'multiple') return ask.multipleUnread(at, where, words);
  if (why === 'frequency') return ask.frequencyUnread(at, where, words);
  return ask.numberPassedOver(at, where, words, why, named);
}

/** A number that is no target; `named`: nothing to look at, as it stands in the name of one (引进10亿元以上项目3个). */
type PassedOver = TargetReading['passedOver'][number] & { named?: boolean };

export function toTell({ targets, passedOver: list }: TargetReading): PassedOver[] {
  return list.map((one) => {
    const size = one.why === 'threshold' ? /\d[\d.,]*[^\d，]?/.exec(one.words)?.[0] : undefined;
    const holds = (target: FoundTarget): boolean =>
      target.offset === one.offset && size !== undefined && target.name.includes(size);
    return { ...one, named: targets.some(holds) };
  });
}

/** The target as the model has it, without what is only asked about. */
export function withoutDoubts(
  target: FoundTarget,
): Omit<
  FoundTarget,
  'doubt' | 'offset' | 'multiple' | 'share' | 'rank' | 'promise' | 'quarters' | 'added' | 'change' | 'floor'
> {
  const { doubt, offset, multiple, share, rank, promise, quarters, added, change, floor, ...rest } = target;
  return rest;
}

/** What has to be asked about a target before it can be judged; `year`: the plan's. */
export function targetDoubts(
  at: { file: string; line: number },
  target: FoundTarget,
  year: number,
): Diagnostic[] {
  const list: Diagnostic[] = [];
  const { added, name, value, unit } = target;
  if (target.quarters !== undefined && added)
    list.push(
      ask.yearOfQuarters(
        at,
        { name, words: target.quarters, year: `${value}${unit}`, ...added },
        pointsOf(target),
      ),
    );
  else if (target.quarters !== undefined)
    list.push(
      ask.readByQuarter(
        at,
        { name, words: target.quarters, sums: ['cumulative', 'events'].includes(target.kind) },
        pointsOf(target),
      ),
    );
  if (target.change?.disagrees) list.push(ask.levelsDisagree(at, target.name, target.change.words, year));
  else if (target.change)
    list.push(ask.baselineWorkedOut(at, target.name, target.change.words, `${target.baseline?.value}%`));
  const each =
    RATES.includes(target.unit) || target.quarters !== undefined
      ? undefined
      : EACH.exec(target.sentence)?.[0];
  if (each) list.push(ask.numberForEach(at, target.sentence, each));
  if (target.multiple)
    list.push(ask.multipleAsGrowth(at, target.sentence, target.multiple, `${target.value}%`));
  if (target.share) list.push(ask.shareAsPercent(at, target.sentence, target.share, `${target.value}%`));
  if (target.promise) list.push(ask.promiseInWords(at, target.sentence, target.promise, target.name));
  if (IN_TURN.test(target.name)) list.push(ask.numbersInTurn(at, target.sentence));
  if (target.doubt === 'word') list.push(ask.targetInWords(at, target.sentence));
  if (target.doubt === 'vagueDeadline')
    list.push(ask.vagueDeadline(at, target.sentence, target.deadline ?? ''));
  if (target.doubt === 'laterYear') list.push(ask.laterYear(at, target.sentence, target.deadline ?? ''));
  if (target.kind === 'ratio' && target.unit === '百分点') list.push(ask.pointsOfChange(at, target.sentence));
  if (target.floor) list.push(ask.floorKept(at, target.name, year));
  if (target.baseline || target.schedule.type === 'level') return list;
  if (target.rank) list.push(ask.rankAsLimit(at, target.sentence, `前${target.value}位`));
  else if (target.operator === 'atMost' && target.schedule.type === 'linear')
    list.push(ask.limitTarget(at, target.name));
  else if (target.kind === 'stock' || target.kind === 'ratio')
    list.push(ask.baselineNeeded(at, target.name, year));
  return list;
}

/** 一季度末30家、二季度末70家 */
function pointsOf({ schedule, unit }: FoundTarget): string {
  const nodes = schedule.type === 'nodes' ? schedule.nodes : [];
  return nodes
    .flatMap((node, i) => (node === null ? [] : `${'一二三四'.charAt(i)}季度末${node}${unit}`))
    .join('、');
}
