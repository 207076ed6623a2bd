/** A text that goes on in another sentence: without the 。 or ； at its end. */
export const clause = (text: string): string => text.replace(/[。；]$/, '');

/**
 * A text that stands as sentences of its own: what fills a cell of a return often has no full stop, or another mark. A mark of
 * the other alphabet is one behind Chinese alone: &amp; stays as it is.
 */
export const sentence = (text: string): string =>
  text === '' || /[。！？…!?][”’）]*$/.test(text) ? text : `${text.replace(OTHER_MARK, '')}。`;

const OTHER_MARK = /[，、；]$|(?<=[\p{Script=Han}）”])[,;.]$/u;
