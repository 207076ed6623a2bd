/** What a plan is about, by the name of its programme: 数字经济 of 数字经济“一号发展工程”. */

const NAMED = /^(.+?)“([^“”]+)”$/u;

/** As it stands before 工作 and 重点项目 in titles and forms; '' where the plan's programme has no name. */
export const fieldOf = (programme: string): string =>
  (NAMED.exec(programme)?.[1] ?? programme).replace(/工作$/, '');

/** Under which a document of the plan is filed: 数字经济, 一号发展工程. */
export const programmeWords = (programme: string): string[] =>
  [fieldOf(programme), NAMED.exec(programme)?.[2] ?? ''].filter((word) => word !== '');
