/** What stands before, beside and below the plan: the notice's own numbered demands, boxes (专栏), who signs it and when. */
import { datesIn } from '../../../base/chinese/dates-in.ts';
import { namesUnits, splitAttribution } from '../owners/attribution.ts';
import type { Paragraph } from '../source/paragraphs.ts';
import { beginsAnnex, labelsIn, startsWithLabel } from '../text/labels.ts';
import { tidyText } from '../text/tidy.ts';

const TITLE_END = /(?:计划|要点|方案|清单|安排|分解|分工|任务书|工作台账)(?:（.*）)?$/;

/**
 * Index of the plan's own title below a notice that numbers its demands (一、提高站位… 二、…), or 0. Known by the same
 * numbers beginning anew below the title, and by nobody being named above it.
 */
export function planBegins(paragraphs: readonly Paragraph[]): number {
  const isFirst = ({ marker }: Paragraph): boolean =>
    marker?.number === 1 && marker.kind !== 'arabicBracket' && !marker.printed.startsWith('1.1');
  const start = paragraphs.findIndex(isFirst);
  if (start < 0 || !paragraphs.slice(0, start).some((p) => /通知|印发/.test(p.text))) return 0;
  const title = paragraphs.findIndex(
    (p, i) => i > start && !p.marker && !p.cells && p.text.length <= 60 && TITLE_END.test(p.text),
  );
  if (title < 0 || /[。；，：]/.test(paragraphs[title]?.text ?? '')) return 0;
  const next = paragraphs.slice(title + 1).find((p) => p.marker && p.marker.kind !== 'dash');
  const above = paragraphs.slice(start, title);
  const demands = above.every((p) => !p.cells && labelsIn(p.text).length === 0 && !startsWithLabel(p.text));
  return next && isFirst(next) && demands && above.length <= 12 ? title : 0;
}

/** Index of the first paragraph behind the plan; the number of all where it ends with the document. Nobody answers for anything before a plan has begun. */
export function planEnds(paragraphs: readonly Paragraph[]): number {
  const begun = paragraphs.findIndex(
    ({ text, marker }) =>
      startsWithLabel(text) ||
      labelsIn(text).length > 0 ||
      (marker?.number ?? 0) >= 3 ||
      (marker !== undefined && namesUnits(splitAttribution(tidyText(text).text).attribution)),
  );
  const end = paragraphs.findIndex(
    (p, i) => begun >= 0 && i > begun && !p.cells && !p.marker && beginsAnnex(p.text),
  );
  return end < 0 ? paragraphs.length : end;
}

const DATE = '(?:20\\d{2}|[二〇○零一二三四五六七八九]{4})年.{1,3}月.{1,3}日';
const ONLY_DATE = new RegExp(`^${DATE}$`);
/** （此件公开发布） */
const PUBLICITY = /^（此件[^（）]{1,20}）$/;
const SIGNS = '(?:办公[室厅]|领导小组|委员会|联席会议|指挥部|专班|政府|[厅局委办]|管委会)';
const SIGNED = new RegExp(`^[\\u4e00-\\u9fff（）“”\\s]{2,50}${SIGNS}(?:（[^（）]{0,20}代章?）)?$`);
/** 某某办公室 2024年2月5日, and below all: 某某办公室 2024年2月6日印发. */
const SIGNED_AND_DATED = new RegExp(`^[\\u4e00-\\u9fff（）“”\\s]{2,50}${SIGNS}\\s*${DATE}(?:印发)?$`);
/** …局综合科 2024年2月6日印发 */
const PRINTED = new RegExp(`^[\\u4e00-\\u9fff（）\\s]{0,40}${DATE}\\s*印发$`);
const MOST_SIGNING = 8;

/** 2024年2月5日, and nothing else. */
const isDateLine = (text: string): boolean => ONLY_DATE.test(text.replace(/\s/g, ''));

/** Whether a line is one of those by which somebody signs: who, the day, both, or whether it may be published. */
export const signs = (text: string): boolean =>
  SIGNED.test(text) ||
  SIGNED_AND_DATED.test(text) ||
  PRINTED.test(text) ||
  PUBLICITY.test(text) ||
  isDateLine(text);

/** The day on which the plan was issued, by the last line that is signed with one; ISO. */
export const issuedOn = (paragraphs: readonly Paragraph[]): string | undefined =>
  paragraphs
    .filter(({ text, cells }) => !cells && signs(text))
    .flatMap(({ text }) => datesIn(text, 0).flatMap(({ iso }) => iso ?? []))
    .at(-1);

/** Who signs by that line; '' for nobody. */
export const signerOf = (text: string): string =>
  SIGNED.test(text) && !/\s/.test(text.trim()) ? text.trim().replace(/（[^（）]*代章?）$/, '') : '';

/** Index of the signature below a plan that ends at `ends`: who signs and the day, each on a line of its own; `ends` for none. */
export function signatureBegins(paragraphs: readonly Paragraph[], ends: number): number {
  const lineAt = (index: number): string => {
    const { marker, cells, text } = paragraphs[index] ?? {};
    return marker || cells ? '' : (text ?? '');
  };
  let at = ends;
  while (ends - at < MOST_SIGNING && signs(lineAt(at - 1))) at -= 1;
  // （此件公开发布） alone is no signature.
  return paragraphs.slice(at, ends).some(({ text }) => !PUBLICITY.test(text)) ? at : ends;
}

const BOX = /^专\s*栏\s*[\d一二三四五六七八九十]*[：:\s]?[^。；]{0,40}$/;
const OUTER = ['part', 'outline', 'chinese', 'chineseBracket', 'named'];

/** The paragraphs of boxes: until the next heading, or until the numbers go on from before the box. */
export function isAside(paragraphs: readonly Paragraph[]): Set<Paragraph> {
  const out = new Set<Paragraph>();
  let inside = false;
  let before = 0;
  let within = 0;
  for (const paragraph of paragraphs) {
    const { marker, text } = paragraph;
    if (!marker && !paragraph.cells && BOX.test(text)) {
      inside = true;
      within = 0;
    } else if (inside && marker) {
      const number = marker.number ?? 0;
      const goesOn = marker.kind === 'arabic' && number === before + 1 && number !== within + 1;
      if (OUTER.includes(marker.kind) || goesOn || labelsIn(text).length > 0) inside = false;
    }
    if (inside) {
      out.add(paragraph);
      within = marker?.number ?? within;
    } else if (marker?.kind === 'arabic') before = marker.number ?? before;
  }
  return out;
}
