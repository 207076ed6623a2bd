/** What Windows, the strictest, takes in no name: these, and control characters. */
const REFUSED = /[\\/:*?"<>|\u0000-\u001f]/g;
/** Dots and blanks at the end, which Windows drops without a word. */
const DROPPED = /[.\s]+$/;
/** Names of devices of old, with whatever extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** A part of a path out of a title: what file systems refuse becomes _, what they drop goes. */
export const asFileName = (text: string): string =>
  text.replace(REFUSED, '_').trim().replace(DROPPED, '').replace(DEVICE, '$&_');

/** Whether files can be called so: a name that stands in names of files as it is, such as that of a unit. */
export const isFileName = (text: string): boolean => text !== '' && asFileName(text) === text;

/** A path without its extension. */
export const stemOf = (path: string): string => path.replace(/\.[^./]+$/, '');
