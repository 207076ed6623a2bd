/** Measures of official letters that PDF and Word share (GB/T 9704-2012). */
import type { Block, ImprintBlock, SignatureBlock } from '../../model/document/document.ts';
import type { Theme } from '../../model/document/theme.ts';
import { MM_PER_POINT } from './units.ts';
import { wordsOf } from './words.ts';

/** Between the edge of a glyph's em box and its ink, above and below, in ems; 小标宋 and its stand-ins alike. */
export const INK_IN_EM = 0.06;
/** 10.1: 发文字号 stands 7/8 of a character of the body below the red double rule. */
export const BELOW_RULE_IN_EM = 7 / 8;

/** Width of a text in full-width characters; letters and digits count half. */
export function charactersOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u0020-\u007E]/.test(character) ? 0.5 : 1), 0);
}

/** Size of the 发文机关标志 in points: the theme's, or smaller so that it fills one line of the 版心. */
export function issuerMarkSize(mark: string, theme: Theme): number {
  const { widthMm, marginsMm } = theme.page;
  const line = (widthMm - marginsMm.binding - marginsMm.fore) / MM_PER_POINT;
  const fitting = Math.floor((line / Math.max(charactersOf(mark), 1)) * 2) / 2;
  return Math.min(theme.text.issuerMark.size, fitting);
}

/** Where a mark on two lines is broken: between names set apart by a space, else between words; as near to the middle as may be. */
function halves(mark: string): string[] {
  const names = mark.split(/(?<=\s)/u);
  const pieces = names.length > 1 ? names : wordsOf(mark);
  const ends = pieces.map((_, i) => pieces.slice(0, i).join('').length);
  const distance = (at: number): number => Math.abs(at - mark.length / 2);
  const at = ends.reduce((best, end) => (distance(end) < distance(best) ? end : best), 0);
  return [mark.slice(0, at), mark.slice(at)].map((line) => line.trim()).filter((line) => line !== '');
}

/**
 * Lines and size of the mark over a text (7.2.4, 10.3). An author's own line break holds; else it is one line, or two
 * where it would be too small on one.
 */
export function mastheadMark(mark: string, theme: Theme): { lines: string[]; sizePt: number } {
  const size = (lines: readonly string[]): number =>
    Math.min(...lines.map((line) => issuerMarkSize(line, theme)));
  const own = mark.split('\n').map((line) => line.trim());
  const lines = own.length > 1 || size(own) >= theme.masthead.leastMarkPt ? own : halves(mark);
  return { lines, sizePt: size(lines) };
}

/** Size of the line with issuer and date under the mark: the text's, or smaller so that both stand on one line, a character apart. */
export function mastheadLineSize(issuer: string, date: string, theme: Theme): number {
  const { widthMm, marginsMm } = theme.page;
  const line = (widthMm - marginsMm.binding - marginsMm.fore) / MM_PER_POINT;
  const fitting = Math.floor((line / (charactersOf(issuer) + charactersOf(date) + 1)) * 2) / 2;
  return Math.min(theme.text.body.size, fitting);
}

/** Length of the whole double rule's cross-section, points. */
export const doubleRulePt = ({ letter }: Theme): number => letter.thickPt + letter.betweenPt + letter.thinPt;

export interface SignatureIndents {
  /** Characters left free to the right of the name and of the date. */
  issuer: number;
  date: number;
  /** Blank lines between the text and the name. */
  blankLines: number;
}

/** With a seal: date this far from the right, name centred above it (7.3.5.1). */
const SEALED_RIGHT = 4;
/** Without: the name this far from the right, the date indented as far from its first character (7.3.5.2). */
const UNSEALED_RIGHT = 2;
/** A name too long to be centred above a date in that place moves it to the left until it fits. */
const LEAST_RIGHT = 1;

/** Where name and date of a letter stand (GB/T 9704-2012, 7.3.5), by whether it is sealed. */
export function signatureIndents({ issuer, date, sealed }: SignatureBlock): SignatureIndents {
  const [name, day] = [charactersOf(issuer), charactersOf(date)];
  if (sealed) {
    const centre = Math.max(SEALED_RIGHT + day / 2, LEAST_RIGHT + name / 2);
    // The seal covers name and date and keeps within a line of the text.
    return { issuer: centre - name / 2, date: centre - day / 2, blankLines: 2 };
  }
  const right = Math.max(UNSEALED_RIGHT, 2 * UNSEALED_RIGHT + day - name);
  return { issuer: right, date: right + name - UNSEALED_RIGHT - day, blankLines: 1 };
}

/** Characters from the left edge. `name`: where the names of several annexes stand below each other. */
export function annexIndents(count: number): { label: number; number: number; name: number } {
  const label = 2;
  const number = label + '附件：'.length;
  return { label, number, name: count === 1 ? number : number + (count > 9 ? 1.5 : 1) };
}

/** Characters from the left edge: the label, and the names after its colon. */
export const attendanceIndents = (label: string): { label: number; names: number } => ({
  label: 2,
  names: 2 + charactersOf(label) + 1,
});

/** Texts of the 版记 (7.4.2, 7.4.3): 主送 and 抄送 with their labels and full stops, '' for none; 印发日期 with 印发. */
export function imprintTexts({ recipients = '', copies, date }: ImprintBlock): Record<ImprintText, string> {
  const listed = (label: string, names: string): string =>
    names === '' ? '' : `${label}：${names.replace(/。?$/, '。')}`;
  return { recipients: listed('主送', recipients), copies: listed('抄送', copies), issued: `${date}印发` };
}
type ImprintText = 'recipients' | 'copies' | 'issued';

/**
 * Whether this block and the next are of the close of a letter, 附件说明, 署名 and 附注 with the line left free above it:
 * these stay together, and with the text before them.
 */
export function closesWithNext(blocks: readonly Block[], index: number): boolean {
  const [previous, block, next] = [blocks[index - 1], blocks[index], blocks[index + 1]];
  if (block?.kind === 'annexList') return next?.kind === 'signature';
  if (block?.kind === 'signature') return isFree(next) && isAnnotation(blocks[index + 2]);
  return previous?.kind === 'signature' && isFree(block) && isAnnotation(next);
}

const isFree = (block: Block | undefined): boolean =>
  block?.kind === 'paragraph' && block.style === 'flush' && block.children.length === 0;

const isAnnotation = (block: Block | undefined): boolean =>
  block?.kind === 'paragraph' && block.style === 'body';
