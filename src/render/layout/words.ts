/** Between which characters of a title or a mark a line may end (GB/T 9704-2012, 7.3.1: 词意完整). */

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
/**
 * What begins no line, and （, which tells more of the word before it. 办公室, 调度会 and 完成率 are two words to the
 * segmenter.
 */
const JOINING = /^(?:[（）〉》」』】〕”’、，。：；！？%％]|[室会厅局处站院组部省市县区率额值量数化末的]$)/u;
/** What ends no line; 各, 上 or 未 is nothing without the word after it, and 和 joins that one. */
const OPENING = /[（〈《「『【〔“‘各]$|^[上下本未无新和与及或]$/u;
/** One word all the same: a name in quotes, as long as it leaves lines a choice, and what the segmenter takes for 年三, 季度 or 工序数, 控, 化率. */
const WHOLE =
  /“[^“”]{1,8}”|‘[^‘’]{1,8}’|\d{4}年(?:[一二三四]季度|前三季度|[上下]半年|\d{1,2}月)?|各?设区市|[上下本]季度末?|居[前后]三|数控化率/gu;
/** The segmenter knows no 做优做强; single characters in a row are one expression, but for those that join words. */
const SINGLE = /^(?![的和与及或在为是对向从由将把以等])\p{Script=Han}$/u;
const LONGEST_OF_SINGLES = 4;

/** Out: the text in pieces between which a line may end. Marks go with the word that they belong to, 乡镇（街道） is one. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  let singles = 0;
  for (const segment of segmentsOf(text)) {
    const last = words.at(-1);
    const single = SINGLE.test(segment);
    const continues = single && singles > 0 && singles < LONGEST_OF_SINGLES;
    singles = single ? (continues ? singles + 1 : 1) : 0;
    if (last !== undefined && (continues || JOINING.test(segment) || OPENING.test(last)))
      words.splice(-1, 1, last + segment);
    else words.push(segment);
  }
  return words;
}

/** The same without regard to what belongs together. */
export function segmentsOf(text: string): string[] {
  const segments: string[] = [];
  const segmented = (part: string): void => {
    for (const { segment } of WORDS.segment(part)) segments.push(segment);
  };
  let from = 0;
  for (const { 0: whole, index } of text.matchAll(WHOLE)) {
    segmented(text.slice(from, index));
    segments.push(whole);
    from = index + whole.length;
  }
  segmented(text.slice(from));
  return segments;
}
