/** What papers that were handed out say otherwise now: for the 更正说明, and for whoever changes pages in what lies printed. */
import type { Fact } from './archive/issued.ts';

export interface Erratum {
  /** Which handing out it corrects, from 1. */
  edition: number;
  /** ISO date of it. */
  issuedOn: string;
  facts: FactChange[];
  papers: PaperChange[];
  /** The words of single papers; a volume repeats them. */
  words: WordChange[];
}

/** null: there was none, there is none any more. */
export interface FactChange {
  fact: Fact;
  was: string | null;
  is: string | null;
}

export interface PaperChange {
  /** Its file without ending, below the output folder. */
  name: string;
  /** changed: some pages are · longer, shorter: so many more or fewer of them · added, gone: the whole paper. */
  kind: 'changed' | 'longer' | 'shorter' | 'added' | 'gone';
  /** Sheets of the new file (from 1) that say something else. */
  pages: ChangedPage[];
  /** How many pages it has now. */
  of: number;
}

export interface ChangedPage {
  sheet: number;
  /** What people call it. */
  number: string;
  /** Others of its paper bear their number, this one does not. */
  unprinted?: boolean;
}

/** So much of it that the whole is sooner printed anew than leaf by leaf. */
export const mostlyChanged = ({ kind, pages, of }: PaperChange): boolean =>
  kind !== 'added' && pages.length > 2 && pages.length * 2 > of;

/** 04工作进展情况报告, 省科技厅分册: without the folder, and the period at its end, which is that of all of them. */
export const paperTitle = (name: string): string =>
  name.slice(name.lastIndexOf('/') + 1).replace(/（\d{4}年[^（）]*）$/, '');

export interface WordChange {
  /** '' where something was added, or has gone. */
  was: string;
  is: string;
  /** In a table: the first words of the row. */
  row: string;
  /** Where it stands. */
  places: { paper: string; page: string }[];
}
