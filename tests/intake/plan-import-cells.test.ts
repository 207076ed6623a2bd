/** Cells of tables of indicators that do not keep to the unit that the table names. */
import { describe, expect, it } from 'vitest';
import { type Imported, imported } from './plan-import-helper.ts';

const plan = (heads: string, ...rows: string[]): Imported =>
  imported(
    '某.txt',
    [
      '某某市2023年数字经济工作要点',
      '一、目标',
      `| ${heads} |`,
      ...rows.map((row) => `| ${row} |`),
      '二、行动',
      '1.建设。',
    ].join('\n'),
  );

const HEADS = '指标名称 | 单位 | 2022年基期值 | 2023年目标值';
const goals = (p: Imported): string[] =>
  p.goals.groups.flatMap((group) =>
    group.goals.map(({ name, target }) =>
      target
        ? `${name} ${target.operator} ${target.value}${target.upper ? `—${target.upper}` : ''}${target.unit}`
        : `${name} —`,
    ),
  );
const told = (p: Imported): string[] =>
  p.value.unsure
    .filter(({ code }) => code === 'oddCell' || code === 'convertedCell')
    .map(({ severity, message }) => `${severity} ${message}`);

describe('a cell', () => {
  it.each<[string, string, string]>([
    ['亿元', '突破1万亿元', '增加值 exceed 10000亿元'],
    ['亿元', '30000万元', '增加值 atLeast 3亿元'],
    ['亿元', '1.05万', '增加值 atLeast 10500亿元'],
    ['亿元', '2亿', '增加值 atLeast 2亿元'],
    ['万元', '3亿', '增加值 atLeast 30000万元'],
    ['个', '1.2万', '增加值 atLeast 12000个'],
    ['亿元', '突破10000', '增加值 exceed 10000亿元'],
    ['亿元', '2400～2500', '增加值 range 2400—2500亿元'],
    ['亿元', '2400亿元至2500亿元', '增加值 range 2400—2500亿元'],
    ['亿元', '10%以上', '增加值增长 atLeast 10%'],
    ['亿元', '增长15%左右', '增加值增长 about 15%'],
    ['%', '12.5左右', '增加值 about 12.5%'],
    ['%', '15%—18%', '增加值 range 15—18%'],
  ])('in %s that says %s', (unit, cell, expected) => {
    expect(goals(plan(HEADS, `增加值 | ${unit} |  | ${cell}`))).toEqual([expected]);
  });

  it('with two numbers gives two goals', () => {
    const p = plan(HEADS, '增加值 | 亿元 | 9100 | 突破1万亿元，增长10%以上');
    expect(goals(p)).toEqual(['增加值 exceed 10000亿元', '增加值增长 atLeast 10%']);
  });

  it('has the unit of its own heading where the table has no column for it', () => {
    const p = plan('指标名称 | 2022年实际（亿元） | 2023年目标（单位：亿元）', '增加值 | 9100 | 突破1万亿元');
    expect(goals(p)).toEqual(['增加值 exceed 10000亿元']);
  });

  it('and the level before it are in one unit', () => {
    const p = plan(HEADS, '5G基站数 | 个 | 1.8万 | 2.3万个');
    expect(goals(p)).toEqual(['5G基站数 atLeast 23000个']);
    expect(p.goals.groups[0]?.goals[0]?.target?.baseline?.value).toBe(18000);
  });
});

describe('what is told', () => {
  it('of another magnitude: what it was taken for', () => {
    expect(told(plan(HEADS, '增加值 | 亿元 | 9100 | 突破1万亿元'))).toEqual([
      'info 指标表中“增加值”写作“突破1万亿元”（计量单位亿元），记作10000亿元，与表中的计量单位一致。',
    ]);
  });

  it('of what may be meant otherwise: all of it at once, to be looked at', () => {
    const rows = ['增加值 | 亿元 | 9100 | 1.05万', '交易额 | 亿元 | 45 | 10%以上', '企业数 | 家 | 9 | 3个'];
    expect(told(plan(HEADS, ...rows))).toEqual([
      'warning 指标表中3格的写法与表中的计量单位不一致，请核对：第4行“增加值”写作“1.05万”（计量单位亿元），记作10500亿元；第5行“交易额”写作“10%以上”（计量单位亿元），记作增长10%；第6行“企业数”写作“3个”（计量单位家），记作3个。',
    ]);
  });

  it('of another unit: a warning', () => {
    const p = plan(HEADS, '企业数 | 亿元 |  | 300家');
    expect(goals(p)).toEqual(['企业数 atLeast 300家']);
    expect(told(p).join()).toMatch(/^warning .*写作“300家”（计量单位亿元），记作300家/);
  });

  it('of the unit that the table names: nothing', () => {
    expect(told(plan(HEADS, '增加值 | 亿元 | 9100 | ≥10000', '占比 | % | 11 | 12%'))).toEqual([]);
  });
});
