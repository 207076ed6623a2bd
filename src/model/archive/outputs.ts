/** What lies in the output folder of a period besides its documents, and where these are kept when they have been handed out. */

import type { Month, Period, Year } from '../period.ts';

/** The folder of templates that a period's papers come from, and with which their names in the manifest begin. */
export const packOf = (period: Period | Month | Year): string =>
  'quarter' in period ? 'meeting-pack' : 'month' in period ? 'monthly-bulletin' : 'white-paper';

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

/** The folder beside a period's outputs that takes its package: 2022Q3归档. */
export const archiveFolder = (id: string): string => `${id}归档`;

/** The package, a folder of this name and a zip: 2022Q3归档包. */
export const packageName = (id: string): string => `${id}归档包`;

/** The manifest of the outputs, as it lies in the package. */
export const PACKED_MANIFEST = '其他/生成清单.json';
