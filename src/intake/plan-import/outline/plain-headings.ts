/** A plan without any numbers: short lines over paragraphs are its headings, and each paragraph is a task. */

import { splitAttribution } from '../owners/attribution.ts';
import type { Paragraph } from '../source/paragraphs.ts';
import { startsWithLabel } from '../text/labels.ts';
import { GOALS, PREFACE, REQUIREMENTS } from '../text/section-names.ts';

const LONGEST = 24;
const OUTER = 20;
const INNER = 30;
/** The document's own title and what stands above it. */
const TITLE = /20\d{2}|关于|通知$|〔|文件$/;

/** Levels of the headings by their paragraphs; empty where anything in the document is numbered, or there are none. */
export function plainHeadings(paragraphs: readonly Paragraph[]): Map<Paragraph, number> {
  const out = new Map<Paragraph, number>();
  if (paragraphs.some(({ marker, cells }) => cells || (marker && marker.kind !== 'dash'))) return out;
  let below = false;
  paragraphs.forEach((paragraph, i) => {
    const next = paragraphs[i + 1];
    if (!isShort(paragraph) || !next) return;
    if (GOALS.test(paragraph.text) || PREFACE.test(paragraph.text) || REQUIREMENTS.test(paragraph.text)) {
      below = false;
      if (isText(next)) out.set(paragraph, OUTER);
    } else if (isText(next)) out.set(paragraph, below ? INNER : OUTER);
    // 重点任务 above the first of its headings.
    else if (isShort(next) && paragraphs[i + 2] && isText(paragraphs[i + 2] as Paragraph)) {
      below = true;
      out.set(paragraph, OUTER);
    }
  });
  return out;
}

/** 数字产业专项（牵头单位：市工信局） is as short as its name. */
function isShort({ text: whole, marker }: Paragraph): boolean {
  const text = splitAttribution(whole).text;
  return (
    !marker &&
    text.length >= 2 &&
    text.length <= LONGEST &&
    !/[，。；：、？！,;:]/.test(text) &&
    !TITLE.test(text) &&
    !startsWithLabel(whole)
  );
}

const isText = ({ text }: Paragraph): boolean => /[。；]$/.test(text) || text.includes('。');
