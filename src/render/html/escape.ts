/** Whatever people typed is text: these two are the only ways by which data enters the HTML. */

/** Control characters no printer can show, and halves of surrogate pairs. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

export function escapeText(text: string): string {
  return text
    .replace(UNPRINTABLE, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replace(/\s+/g, ' ');
}

/** A name for an element that is safe in attributes, links and PDF destinations; distinct ids stay distinct. */
export function anchor(id: string): string {
  return `d-${id.replace(/[^A-Za-z0-9-]/gu, (c) => `_${c.codePointAt(0)?.toString(16)}_`)}`;
}

/** A quoted string in CSS. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\<\n]/g, (c) => `\\${c.charCodeAt(0).toString(16)} `)}"`;
}
