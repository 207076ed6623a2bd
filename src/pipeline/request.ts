/** What a build is asked for, and what it answers. */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Month, Period, Year } from '../model/period.ts';
import type { FontPlaces } from '../render/fonts/resolve.ts';
import type { Host } from '../render/pdf/locate.ts';
import type { Press } from '../render/pdf/press.ts';
import type { FormatName } from '../render/work/formats.ts';

export interface BuildRequest {
  /** A quarter: the meeting pack. A month: the bulletin on key projects. A year: the white paper. */
  period: Period | Month | Year;
  /** Ids or labels of template folders; all when empty. */
  only: string[];
  formats: FormatName[];
  /** Builds although findings are open, and marks every page 征求意见稿. */
  draft?: boolean;
  /** PDF files for the office's black-and-white printer, and nothing else. */
  print?: boolean;
  /** For a print shop: bleed and crop marks in the PDF of books. */
  printShop?: boolean;
  /** Output folder, absolute or relative to the workspace. */
  out: string;
  /** How many pages are printed at a time; what comes out is the same. */
  jobs?: number;
  /** The machine: platform and architecture, and where fonts may be found on it. */
  host: Host;
  fontPlaces: FontPlaces;
  /** A browser that is kept open from build to build; whoever opened it closes it. Otherwise each build has its own. */
  press?: Press;
  /**
   * Where somebody waits for single documents: bound volumes are made after all others, which are put in place before
   * and told of here; not called where no volume is made.
   */
  early?(files: readonly BuiltFile[]): void;
}

export interface BuiltFile {
  path: string;
  format: FormatName | 'xlsx';
  bytes: number;
  pages: number | null;
  /** false: the file was there already, with the same bytes. */
  written: boolean;
}

export interface BuildResult {
  files: BuiltFile[];
  /** Paths of what an earlier build made and this one no longer does. */
  removed: string[];
  diagnostics: Diagnostic[];
}
