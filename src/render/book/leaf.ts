/** Measures of a book's pages that both formats use. Lengths in millimetres. */
import type { Document } from '../../model/document/document.ts';
import type { Theme } from '../../model/document/theme.ts';

export interface Sheet {
  /** The sheet that is printed: the page, and around it what a print shop cuts off. */
  width: number;
  height: number;
  /** From the sheet's edge to the page. */
  slug: number;
  /** By how much a picture that is cut through goes beyond the page. */
  bleed: number;
}

export function sheetOf({ page, book }: Theme): Sheet {
  const slug = book?.slugMm ?? 0;
  return {
    width: page.widthMm + 2 * slug,
    height: page.heightMm + 2 * slug,
    slug,
    bleed: slug > 0 ? (book?.bleedMm ?? 0) : 0,
  };
}

/** Height of the band at the head of a chapter's opening page. */
export const OPENER_BAND_MM = 108;
/** On it, from the head of the page: the chapter's number and its title; at its right end pictures stand by themselves. */
export const OPENER_NUMBER_MM = 44;
export const OPENER_TITLE_MM = 56;
export const OPENER_RIGHT_MM = 30;
/** From the band to the text below it. */
export const OPENER_GAP_MM = 15;

/** Sections of front matter and of text, by index; the first of each starts its own count of pages. */
export const firstOf = (document: Document, matter: 'front' | 'body'): number =>
  document.sections.findIndex((section) => section.leaf?.matter === matter);

const ROMAN: readonly [number, string][] = [
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** 1 → i, 14 → xiv. */
export function roman(n: number): string {
  const part = ROMAN.find(([value]) => value <= n);
  return part ? part[1] + roman(n - part[0]) : '';
}
