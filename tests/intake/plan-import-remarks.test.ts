/** Remarks that many places of a plan give rise to are one remark with a list; each place keeps its comment. */
import { describe, expect, it } from 'vitest';
import { imported } from './plan-import-helper.ts';

const task = (no: number): string => `${no}.新增企业${no}家。（责任单位：市甲局、市乙局）\n`;
const plan = (tasks: number) =>
  imported(
    '某.txt',
    `某市2023年数字经济工作要点\n一、重点任务\n（一）产业专项\n${Array.from({ length: tasks }, (_, i) => task(i + 1)).join('')}`,
  );
const told = (tasks: number, code: string): unknown[] =>
  plan(tasks).value.unsure.flatMap((one) => (one.code === code ? [[one.at?.line, one.message]] : []));

describe('remarks that repeat one sentence', () => {
  it('become one, which lists every place with what is there', () => {
    expect(told(3, 'firstListedLeads')).toEqual([
      [
        undefined,
        '3处责任单位有多个而未说明谁牵头，都按排在首位的牵头处理，其余列为配合单位（已是专项牵头单位的除外）：第4行任务1按市甲局牵头（另有市乙局）；第5行任务2按市甲局牵头（另有市乙局）；第6行任务3按市甲局牵头（另有市乙局）。',
      ],
    ]);
    expect(plan(3).value.unsure.every((one) => !('gist' in one))).toBe(true);
  });

  it('are told at their lines where there are only two', () => {
    expect(told(2, 'firstListedLeads')).toEqual([
      [4, expect.stringContaining('任务1的责任单位有多个')],
      [5, expect.stringContaining('任务2的责任单位有多个')],
    ]);
  });

  it('stand beside each task in its file all the same', () => {
    const { text } = plan(3).value.files.find(({ path }) => path === 'plan/tracks/01.yaml') ?? { text: '' };
    expect(text.match(/待核：任务\d的责任单位有多个/g)).toHaveLength(3);
  });
});
