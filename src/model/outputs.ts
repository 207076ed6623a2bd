/** What lies in the output folder of a period besides its documents. */

/** Copies for the office's printer, with a manifest of their own; they are not archived. */
export const PRINT_FOLDER = '打印版';
