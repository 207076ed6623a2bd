/** What a printed file shows, as far as two editions of it are held against each other. */

/** A paragraph, heading or caption; a row of a table; a chart or drawing. */
export interface Passage {
  kind: 'text' | 'row' | 'figure';
  /** What names it: of a row its first words, of a figure its caption; '' where nothing does. */
  name: string;
  /** Of a row one for each cell, otherwise one. */
  cells: Cell[];
}

export interface Cell {
  text: string;
  /** In a table that has a head, what stands over its column there. */
  head?: string;
  /** Sheet of the file on which it begins, from 1. */
  sheet: number;
}

export interface ShownPage {
  /** Page number as it is printed; '' where there is none. */
  number: string;
  /** What people call it: its number, or the one that it has by those of its neighbours. */
  name: string;
  /** Digest of what it looks like: equal where two pages print the same. */
  look: string;
  /** Digest of its words and drawings, wherever they lie on the page. */
  says: string;
}

export interface Shown {
  pages: ShownPage[];
  passages: Passage[];
}
