/** A reason that stands in a report on progress: 受芯片供应偏紧影响，低于全年目标. */

const SENTENCE_END = /[。；\n]/;
/** What official prose begins a reason with; 因此 and 因地制宜 are none. */
const GIVES_REASON =
  /受[^，。]{2,30}?影响|由于|主要(?:原因)?(?:是|为)[：:]?(?=[^，]*(?:未|不|滞后|推迟|延|缺|晚))|(?:^|[，、])因(?!此|地制宜|素|子)[^，]{2,30}(?:，|未|不能|推迟|延期|停工|取消|暂停)/;

/**
 * In: a report on progress. Out: of its first sentence that says by what something was held up, the part from there on,
 * without 。; null for none.
 */
export function reasonIn(progress: string): string | null {
  for (const sentence of progress.split(SENTENCE_END)) {
    const found = GIVES_REASON.exec(sentence);
    if (!found) continue;
    const from = /^[，、]/.test(found[0]) ? found.index : sentence.lastIndexOf('，', found.index);
    return sentence.slice(from + 1).trim();
  }
  return null;
}
