/** Hints that many messages share. */

export const didYouMean = (suggestion: string | undefined): string[] =>
  suggestion ? [`是不是想写“${suggestion}”？`] : [];

/** The first two dozen are enough to find the right one. */
export const oneOf = (options: readonly string[]): string[] =>
  options.length > 0
    ? [`可用的写法：${options.slice(0, 24).join('、')}${options.length > 24 ? ' 等' : ''}。`]
    : [];
