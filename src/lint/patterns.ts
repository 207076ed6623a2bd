/** Pieces of patterns that rules share. All repetitions are bounded, so that a match takes constant time. */

/** A Chinese character. */
export const HAN = '\\p{Script=Han}';
/** A number as printed, or a value whose text a template does not know. */
export const NUMBER = '(?:\\d{1,9}(?:\\.\\d{1,4})?|\\uFFFC)';
/** 一 … 二十一: ordinals in characters. */
export const ORDINAL = '[一二三四五六七八九十]{1,3}';

export const pattern = (source: string, flags = ''): RegExp => new RegExp(source, `gu${flags}`);
