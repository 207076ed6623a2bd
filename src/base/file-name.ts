/** Characters that file systems refuse become _, and blanks at the ends go: out of a title, a part of a path. */
export const asFileName = (text: string): string => text.replace(/[\\/:*?"<>|\r\n]/g, '_').trim();

/** A path without its extension. */
export const stemOf = (path: string): string => path.replace(/\.[^./]+$/, '');
