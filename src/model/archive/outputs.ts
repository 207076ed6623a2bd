/** What lies in the output folder of a period besides its documents, and where these are kept when they have been handed out. */

/** Copies for the office's printer, with a manifest of their own; they are not archived. */
export const PRINT_FOLDER = '打印版';

/** Leaves that are printed anew for what was handed out, made by `erratum`; they are not archived. */
export const LEAVES_FOLDER = '换页';

/** The data behind the charts of a book; it belongs to no build, and is archived with the book. */
export const CHART_DATA = '图表数据.xlsx';

/** The pack of letters that chase returns: `remind` makes it, and no build. */
export const REMINDERS = 'reminders';

/** The pack of what is written when something that was handed out has to be corrected: `erratum` makes it, and no build. */
export const ERRATUM = 'erratum';

/** Folder below data/<year>/ that keeps what was handed out. */
export const ISSUED = 'issued';
