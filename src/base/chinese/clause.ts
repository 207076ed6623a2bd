/** A text that goes on in another sentence: without the 。 or ； at its end. */
export const clause = (text: string): string => text.replace(/[。；]$/, '');

/** A text that stands as sentences of its own: what fills a cell of a return often has no full stop, or another mark. */
export const sentence = (text: string): string =>
  text === '' || /[。！？…][”’）]*$/.test(text) ? text : `${text.replace(/[，、；,;]$/, '')}。`;
