/** Numbers of parts of the year: one target with quarterly points, never several of the year. All texts are invented. */
import { describe, expect, it } from 'vitest';
import { type Imported, imported } from './plan-import-helper.ts';

const read = (sentence: string): Imported =>
  imported('某.txt', `某某市2023年数字经济工作要点\n一、专项行动\n牵头单位：市甲局\n1. ${sentence}`);
const targets = (p: Imported): string[] =>
  p.tasks.flatMap((task) =>
    task.targets.map(({ name, value, unit, schedule, deadline }) =>
      [name, `${value}${unit}`, schedule.type === 'nodes' ? schedule.nodes.join() : '', deadline ?? '']
        .join(' ')
        .trim(),
    ),
  );
const told = (p: Imported, code: string): string[] =>
  p.value.unsure.filter((d) => d.code === code).map((d) => `${d.severity} ${d.message}`);

describe('shares of the quarters', () => {
  it.each<[string, string]>([
    [
      '新增上云企业150家（一季度30家，二季度40家，三季度40家，四季度40家）。',
      '新增上云企业 150家 30,70,110,150',
    ],
    [
      '新增上云企业150家，其中一季度30家，二季度40家，三季度40家，四季度40家。',
      '新增上云企业 150家 30,70,110,150',
    ],
    [
      '新增上云企业150家（一季度30家、上半年70家、前三季度110家、全年150家）。',
      '新增上云企业 150家 30,70,110,150',
    ],
    ['新增上云企业150家（上半年70家，下半年80家）。', '新增上云企业 150家 ,70,,150'],
    ['完成投资150亿元（一季度20%、上半年50%、前三季度75%、全年100%）。', '完成投资 150亿元 30,75,112.5,150'],
    ['上半年、全年分别完成投资2亿元、5亿元。', '完成投资 5亿元 ,2,,5'],
    ['二、四季度各组织1次攻防演练。', '组织攻防演练 2次 ,1,1,2'],
  ])('%s is one target', (sentence, expected) => {
    const p = read(sentence);
    expect(targets(p)).toEqual([expected]);
    expect(told(p, 'readByQuarter')).toEqual([expect.stringMatching(/^info .*分季评价/)]);
    expect(p.codes).not.toContain('numberPassedOver');
  });

  it('that do not come to the whole are told, and not stored', () => {
    const p = read('新增上云企业150家（一季度30家，二季度40家，三季度40家，四季度50家）。');
    expect(targets(p)).toEqual(['新增上云企业 150家']);
    expect(told(p, 'numberPassedOver')).toEqual([
      expect.stringMatching(/^warning .*“一季度30家，二季度40家，三季度40家，四季度50家”.*与全年的数对不上/),
    ]);
  });

  it('without a whole are told', () => {
    const p = read('新增接口20个，一季度、上半年分别完成投资2亿元、5亿元。');
    expect(targets(p)).toEqual(['新增接口 20个']);
    expect(told(p, 'numberPassedOver')).toEqual([
      expect.stringContaining('“一季度、上半年分别完成投资2亿元、5亿元”'),
    ]);
  });
});

it.each<[string, string[]]>([
  ['一季度完成投资2亿元、二季度3亿元。', ['完成投资 2亿元  2023-03-31', '完成投资 3亿元  2023-06-30']],
  ['新建基站120个，其中上半年完成70个。', ['新建基站 120个', '新建基站（上半年） 70个  2023-06-30']],
])('each number of %s has its own day', (sentence, expected) => {
  expect(targets(read(sentence))).toEqual(expected);
});
