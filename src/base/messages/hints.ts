/** Hints that many messages share. */

export const didYouMean = (suggestion: string | undefined): string[] =>
  suggestion ? [`是不是想写“${suggestion}”？`] : [];

/** The first two dozen are enough to find the right one. */
export const oneOf = (options: readonly string[]): string[] =>
  options.length > 0
    ? [`可用的写法：${options.slice(0, 24).join('、')}${options.length > 24 ? ' 等' : ''}。`]
    : [];

/** What may be handed in, as people look for it; other names of the same formats (.xlsm, .tsv, .yaml) are read as well. */
export const returnFormats = (): string => '报送文件应为 .xlsx、.xls、.et、.ods、.csv 格式';
