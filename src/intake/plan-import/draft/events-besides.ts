/** What a task promises to hold, issue or open besides its numbers: a task with targets has no ladder that would ask for it. */
import { type Clause, clauses } from '../targets/clauses.ts';
import { readDeadline } from '../targets/deadline.ts';
import { heldBy, type TargetReading } from '../targets/found-target.ts';
import type { PassedOverWhy } from '../targets/number-scan.ts';

/** Verbs after which something is there that was not, or has taken place. */
const EVENT =
  /(?:办好|开好)(?=[^，。；]{0,40}(?:会|赛|论坛|活动|展|节|周|月)(?:$|等|系列))|(?:印发|出台|编制|制定|发布(?!机制|平台)|举办|召开|承办|筹办|主办)(?=.{2})|(?:建成|上线|开工|投产|竣工|挂牌|通车|组建|设立|完工|封顶|投用|投运|启用|开通|试运行)|投入(?:使用|运营|运行)|通过\S{0,6}验收/;
/** Promises that no number measures: 零发生, “零记录”, “双下降”, 每半年更新一次, 高于平均. */
const PROMISE =
  /零(?:发生|事故|案件)|“?零[^距售时散部件食碎星，。；、“”]{1,4}”?$|“?双(?:下降|降低|提升|提高)”?|只[降减]不[升增]|(?:为|保持)(?:0|零)[起件次例]?$|不(?:发生|出现)|杜绝|^每(?:个)?(?:季度?|月|半年|周|年)(?!均)|每(?:个)?(?:季度?|月|半年|周|年)[^，。；]{0,16}[一1](?:次|期|场)|[高低快优]于[^，。；]{0,16}(?:平均|水平|增速|增幅)/;
/** Numbers that say nothing of what the clause promises. */
const BY_THE_WAY: readonly PassedOverWhy[] = ['noUnit', 'time'];

/** 举办消费节。举办消费节活动2场: a title says once more what follows. */
function repeated(all: readonly Clause[], { start, text, sentence }: Clause): boolean {
  const verb = EVENT.exec(text)?.[0];
  if (start !== 0 || verb === undefined || all[1]?.sentence === sentence) return false;
  return all.slice(1).some((later) => later.text.includes(verb));
}

/** Clauses in which something is to happen and of which neither a target nor a doubt has been read. */
export function eventsBesides(text: string, { targets, passedOver }: TargetReading, year: number): string[] {
  const told = new Set(passedOver.flatMap(({ offset, why }) => (BY_THE_WAY.includes(why) ? [] : offset)));
  const held = heldBy(targets);
  const all = clauses(text);
  return all
    .filter(
      ({ start, text: words }) =>
        !told.has(start) && !held(start) && (EVENT.test(words) || PROMISE.test(words) || hasDay(words, year)),
    )
    .filter((clause) => !repeated(all, clause))
    .map(({ text: words }) => words);
}

/** 三季度见成效; 6月底前 alone is said of what follows, and 全年 of all. */
function hasDay(words: string, year: number): boolean {
  const deadline = readDeadline(words, year);
  return (
    deadline !== undefined && words.length > deadline.words.length + 2 && deadline.date !== `${year}-12-31`
  );
}
