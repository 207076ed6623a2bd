/** What a task promises besides its numbers is told. All texts are invented. */
import { describe, expect, it } from 'vitest';
import { type Imported, imported } from './plan-import-helper.ts';

const plan = (task: string): Imported =>
  imported('某.txt', `某某市2023年数字经济工作要点\n一、专项行动\n牵头单位：市甲局\n1. ${task}`);

describe('what is to happen besides the numbers', () => {
  const besides = (task: string): string[] =>
    plan(task)
      .value.unsure.filter(({ code }) => code === 'eventsBesides')
      .map(({ severity, message }) => `${severity} ${message}`);

  it('is told with its words, as no ladder asks for it', () => {
    expect(besides('印发《产业规划（2023—2035年）》，年内遴选2个先导试验区。')).toEqual([
      expect.stringMatching(/^warning 任务1.*“印发《产业规划（2023—2035年）》”没有数量，未列为目标/),
    ]);
    expect(besides('印发《产业规划（2023—2035年）》。')).toEqual([]);
    expect(besides('新增试验区2个，优化服务。')).toEqual([]);
  });

  it.each(['召开', '举办', '开展'])('is a target where it has its day: 6月底前%s…', (verb) => {
    const task = `6月底前${verb}全市产业对接会，培育企业20家。`;
    expect(plan(task).tasks[0]?.targets.map(({ operator, deadline }) => [operator, deadline])).toEqual([
      ['yesNo', '2023-06-30'],
      ['atLeast', undefined],
    ]);
    expect(besides(task)).toEqual([]);
  });
});
