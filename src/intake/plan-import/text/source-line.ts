/** What every source format is brought to before anything is understood of it. */
export interface SourceLine {
  /** Line of the text file, from 1; for DOCX the paragraph or table row in reading order, from 1. */
  line: number;
  text: string;
  /** Level of a Word heading style, from 1. */
  outline?: number;
  /** A table row; vertically merged cells repeat their text. `text` is empty then. */
  cells?: string[];
}
