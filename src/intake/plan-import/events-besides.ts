/** What a task promises to hold, issue or open besides its numbers: a task with targets has no ladder that would ask for it. */
import { clauses } from './targets/clauses.ts';
import { holds, type TargetReading } from './targets/found-target.ts';

/** Verbs after which something is there that was not, or has taken place. */
const EVENT =
  /(?:印发|出台|编制|制定|发布(?!机制|平台)|举办|召开|承办)(?=.{2})|(?:建成|上线|开工|投产|竣工|挂牌|通车|组建|设立)/;

/** Clauses in which something is to happen and of which neither a target nor a doubt has been read. */
export function eventsBesides(text: string, { targets, passedOver }: TargetReading): string[] {
  const told = new Set(passedOver.map(({ offset }) => offset));
  return clauses(text)
    .filter(
      ({ start, text: words }) =>
        !told.has(start) && !targets.some((one) => holds(one, start)) && EVENT.test(words),
    )
    .map(({ text: words }) => words);
}
