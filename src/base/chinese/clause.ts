/** A text that goes on in another sentence: without the 。 or ； at its end. */
export const clause = (text: string): string => text.replace(/[。；]$/, '');
