/** Settings of the file that `docx` has no option for. */
import type { Document as WordDocument } from 'docx';
import { noteNumber } from '../../model/document/inline.ts';
import { KEPT_CHARACTERS } from '../layout/blanks.ts';
import { element } from './parts/xml.ts';
import { KEEPING } from './text/text.ts';

/** Marks of notes, as far as a chapter has any. */
const NOTE_MARKS = Array.from({ length: 20 }, (_, i) => noteNumber(i + 1)).join('');

/** Nothing begins a line in the runs of blanks and of marks of notes. Said to the layout, too. */
export function keepBlanks(file: WordDocument): void {
  file.Settings.addChildElement(
    element('w:noLineBreaksBefore', { 'w:lang': KEEPING, 'w:val': KEPT_CHARACTERS + NOTE_MARKS }),
  );
}

/**
 * Binding and fore edge change sides on even pages. (docx writes a setting for backgrounds, which we have none of.) The
 * rules for lines have their place before `compat`.
 */
export const finishSettings = (xml: string): string =>
  xml
    .replace('<w:displayBackgroundShape/>', '<w:mirrorMargins/>')
    .replace(/(<w:compat>.*?<\/w:compat>)(<w:noLineBreaksBefore [^>]*>)/, '$2$1');
