/**
 * Last pages by the browser's layout. How sections end is settled by Word's (last-page.ts), for both formats; of a long one
 * the browser makes a line more or less, and the print may have a page of a few lines that the Word file has not. Such a
 * one is drawn in for the print alone.
 */
import type { Document, Section } from '../../model/document/document.ts';
import type { Theme } from '../../model/document/theme.ts';
import { canBeDrawnIn, chooseCloser, type EndRule, type MeasureFill, shortGoal } from './last-page.ts';

/** Running text of papers long enough to have contents: of shorter ones both layouts end alike. */
export const mayEndOtherwise = (section: Section, document: Document): boolean =>
  hasContents(document) && section.orientation === 'portrait' && !section.leaf && canBeDrawnIn(section);

export const someMayEndOtherwise = (document: Document): boolean =>
  document.sections.some((section) => mayEndOtherwise(section, document));

const hasContents = ({ sections }: Document): boolean =>
  sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'contents'));

/**
 * In: a document as Word's layout has settled it. Out: for each section the points by which lines stand closer in print; 0
 * for as in Word.
 */
export const chooseInPrint = (document: Document, theme: Theme, measure: MeasureFill): Promise<number[]> =>
  chooseCloser(document, theme, measure, IN_PRINT);

/** By how many points the lines of each section stand closer in print than in Word. */
export const closerInPrintOf = ({ sections }: Document): number[] =>
  sections.map(({ closerInPrintPt = 0 }) => closerInPrintPt);

/** The document with the lines of its print as they were chosen. */
export function drawnInPrint(document: Document, closer: readonly number[]): Document {
  if (closer.every((points) => points === 0)) return document;
  const sections = document.sections.map((section, i) => {
    const closerInPrintPt = closer[i] ?? 0;
    return closerInPrintPt > 0 ? { ...section, closerInPrintPt } : section;
  });
  return { ...document, sections };
}

/** The document as the browser is to lay it out. */
export const asPrinted = (document: Document): Document =>
  document.sections.every(({ closerInPrintPt }) => closerInPrintPt === undefined)
    ? document
    : {
        ...document,
        sections: document.sections.map(({ closerInPrintPt, ...section }) =>
          closerInPrintPt === undefined ? section : { ...section, closerPt: closerInPrintPt },
        ),
      };

/** Nobody else will set it: that the page has gone is enough. */
const IN_PRINT: EndRule = { goalOf: shortGoal, room: () => 0, draw: drawnInPrint };
