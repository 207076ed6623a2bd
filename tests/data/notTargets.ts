/**
 * The numbers printed in the plan that are no targets, each with the reason. Every other number must stand in the
 * data as a target, so that a missing one fails the test.
 */
export interface NotTarget {
  /** Task number, or 0 for the goals. */
  task: number;
  words: string;
  reason: 'year' | 'name' | 'size label' | 'unspecified lot' | 'school years' | 'length of a policy';
}

const same = (reason: NotTarget['reason'], words: string, tasks: number[]): NotTarget[] =>
  tasks.map((task) => ({ task, words, reason }));

export const NOT_TARGETS: NotTarget[] = [
  ...same('year', '2022年', [2, 14, 38, 42, 58, 88]),
  ...same('name', '5G', [0, 24, 51, 73]),
  ...same('unspecified lot', '一批', [7, 20, 21, 44, 73, 78, 80]),
  { task: 0, words: 'IPv6', reason: 'name' },
  { task: 7, words: '03专项', reason: 'name' },
  { task: 7, words: '50万级、10万级', reason: 'size label' },
  { task: 57, words: '12316服务', reason: 'name' },
  { task: 65, words: '2.0', reason: 'name' },
  { task: 68, words: '3—9年级', reason: 'school years' },
  { task: 86, words: '5.0版', reason: 'name' },
  { task: 94, words: '2年的发展“包容期”', reason: 'length of a policy' },
];

/** Targets that the plan states without a digit, in the place where they stand. */
export const IN_WORDS: { task: number; words: string; digits: string }[] = [
  { task: 0, words: '突破万亿元大关', digits: '突破1万亿元大关' },
  { task: 0, words: '上半年全面投入运营', digits: '1项全面投入运营' },
];
