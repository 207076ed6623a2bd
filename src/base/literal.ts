/** The text itself within a regular expression, with or without the flag u (which knows no escaped hyphen). */
export const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
