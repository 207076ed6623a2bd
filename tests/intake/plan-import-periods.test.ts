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
    ['完成投资30亿元，其中一季度完成5亿元，上半年完成15亿元。', '完成投资 30亿元 5,15,,30'],
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

  it('that are more than the whole, or fall though counted from January, are told as well', () => {
    for (const steps of ['一季度完成5亿元，上半年完成35亿元', '一季度完成15亿元，上半年完成5亿元']) {
      const p = read(`完成投资30亿元，其中${steps}。`);
      expect(targets(p)).toEqual(['完成投资 30亿元']);
      expect(told(p, 'numberPassedOver')).toEqual([expect.stringContaining(steps)]);
    }
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
  ['新建基站120个，其中上半年完成70个。', ['新建基站 120个', '新建基站（上半年） 70个  2023-06-30']],
  ['一季度建成平台1个，二季度培训500人次。', ['建成平台 1个  2023-03-31', '培训 500人次  2023-06-30']],
])('each number of %s has its own day', (sentence, expected) => {
  expect(targets(read(sentence))).toEqual(expected);
});

describe('numbers of the quarters alone', () => {
  it.each<[string, string]>([
    ['新增规上企业，一季度新增10家，二季度新增20家，三、四季度各新增15家。', '新增规上企业 60家 10,30,45,60'],
    ['新增上云企业一季度10家、二季度20家、三季度15家、四季度15家。', '新增上云企业 60家 10,30,45,60'],
    ['新增上云企业（一季度30家，二季度40家，三季度40家，四季度40家）。', '新增上云企业 150家 30,70,110,150'],
    ['一季度培训500人次、二季度600人次，三季度、四季度各400人次。', '培训 1900人次 500,1100,1500,1900'],
    ['一季度开工5个项目；二季度开工6个项目；下半年开工9个项目。', '开工项目 20个 5,11,,20'],
    ['各季度分别引进企业10家、20家、15家、15家。', '引进企业 60家 10,30,45,60'],
    ['一至四季度分别完成投资2、3、4、5亿元。', '完成投资 14亿元 2,5,9,14'],
  ])('add up to the year of one target, and that is told: %s', (sentence, expected) => {
    const p = read(sentence);
    expect(targets(p)).toEqual([expected]);
    expect(told(p, 'yearOfQuarters')).toEqual([
      expect.stringMatching(/^warning .*没有写全年的数：各时段相加，全年记为.*一季度末/),
    ]);
    expect(p.value.unsure.find((d) => d.code === 'yearOfQuarters')?.at?.line).toBe(4);
    expect(p.codes).not.toContain('numberPassedOver');
  });

  it('that end before the year does are due by then', () => {
    const p = read('一季度完成投资2亿元、二季度3亿元。');
    expect(targets(p)).toEqual(['完成投资 5亿元 2,5,5,5 2023-06-30']);
    expect(told(p, 'yearOfQuarters')).toEqual([
      expect.stringContaining('以后各季度没有写：各时段相加，截至二季度末记为5亿元'),
    ]);
  });

  it('that are counted from January are not added up', () => {
    const p = read('接入率一季度末达到30%，二季度末达到50%，三季度末达到75%。');
    expect(targets(p)).toEqual(['接入率 75% 30,50,75,75 2023-09-30']);
    expect(told(p, 'yearOfQuarters')).toEqual([expect.stringContaining('作年初以来的累计数')]);
  });

  it.each<[string, string]>([
    ['一季度新增10家，二季度新增8家，全年新增上云企业60家以上。', '新增上云企业 60家 10,18,,60'],
    ['上半年累计完成投资3亿元，三季度末累计完成投资5亿元，全年完成8亿元。', '完成投资 8亿元 ,3,5,8'],
    [
      '全年新增上云企业60家，一季度新增10家，二季度新增20家，三、四季度各新增15家。',
      '新增上云企业 60家 10,30,45,60',
    ],
    ['全年新增上云企业60家，一季度10家，二季度20家。', '新增上云企业 60家 10,30,,60'],
  ])('with the year behind or before them are parts of it: %s', (sentence, expected) => {
    const p = read(sentence);
    expect(targets(p)).toEqual([expected]);
    expect(told(p, 'readByQuarter')).toHaveLength(1);
    expect(p.codes).not.toContain('yearOfQuarters');
  });

  it.each<[string, string]>([
    [
      '完成培训1.2万人次，一季度培训2000人次，二季度、三季度各培训4000人次，四季度培训2000人次。',
      '完成培训 1.2万人次 0.2,0.6,1,1.2',
    ],
    [
      '营业收入突破1万亿元，一季度2000亿元，上半年4500亿元，全年1万亿元以上。',
      '营业收入 1万亿元 0.2,0.45,,1',
    ],
    ['举办对接活动4场，其中二季度、四季度各2场。', '举办对接活动 4场 ,2,,4'],
  ])('share out a number in another magnitude, or stand in one clause: %s', (sentence, expected) => {
    expect(targets(read(sentence))).toEqual([expected]);
  });

  it('that are rates of growth are told', () => {
    const p = read('产值增长10%（一季度8%、上半年9%、全年10%）。');
    expect(targets(p)).toEqual(['产值增长 10%']);
    expect(told(p, 'numberPassedOver')).toEqual([expect.stringMatching(/^warning .*各时段的增长率/)]);
  });

  it('that may be either are told, and made nothing of', () => {
    const p = read('新增上云企业，一季度30家，上半年20家，三季度40家。');
    expect(targets(p)).toEqual([]);
    expect(told(p, 'numberPassedOver')).toEqual([
      expect.stringMatching(/^warning .*“一季度30家，上半年20家，三季度40家”.*没有写全年的数/),
    ]);
  });

  it('of something else than the number before them are a target of their own', () => {
    expect(targets(read('引进企业60家，一季度开工项目5个，二季度开工项目6个。'))).toEqual([
      '引进企业 60家',
      '开工项目 11个 5,11,11,11 2023-06-30',
    ]);
  });
});

describe('numbers of every month or quarter', () => {
  it.each([
    '组织宣传活动，每季度不少于1次。',
    '走访企业每月不少于1次。',
    '每季度举办1场对接会。',
    '每月新增企业10家。',
    '每半年开展督导2次。',
    '每两个月调度1次。',
    '按月开展调度1次以上。',
    '开展检查不少于1次/月。',
    '每月平台故障不超过2次。',
    '每月走访企业、座谈不少于2次。',
  ])('%s gives no total of the year: a person is asked for it', (sentence) => {
    const p = read(sentence);
    expect(targets(p)).toEqual([]);
    expect(p.tasks[0]?.milestones).toBeDefined();
    expect(told(p, 'frequencyUnread')).toEqual([
      expect.stringMatching(
        /^warning 任务1中的“.*”是每季度、每月等的次数或数量，不是全年合计，未列为目标。$/,
      ),
    ]);
  });

  it.each<[string, string[]]>([
    ['全年开展演练4次（每季度1次）、培训500人。', ['开展演练（每季度1次） 4次', '培训 500人']],
    ['每月走访企业，全年走访企业300家。', ['走访企业 300家']],
    ['每月召开例会、新增企业50家。', ['新增企业 50家']],
    ['每年举办论坛2场。', ['举办论坛 2场']],
    ['每月户均流量达到15GB。', ['每月户均流量 15GB']],
    ['每季度满意度不低于95%。', ['每季度满意度 95%']],
  ])('%s has one beside them, or needs none', (sentence, expected) => {
    expect(targets(read(sentence))).toEqual(expected);
  });

  it('among the goals are one without a target', () => {
    const p = imported(
      '某.txt',
      '某某市2023年工作要点\n一、工作目标\n走访企业每月不少于1次。\n二、任务\n1.建设平台。（市甲局）',
    );
    expect(p.goals.groups[0]?.goals.map(({ text, target }) => [text, target])).toEqual([
      ['走访企业每月不少于1次', null],
    ]);
    expect(told(p, 'frequencyUnread')).toHaveLength(1);
  });
});

it.each<[string, string]>([
  ['共享数据突破100亿条次。', '共享数据 100亿条次'],
  ['服务企业3万家次。', '服务企业 3万家次'],
  ['办理政务服务事项5万件次。', '办理政务服务事项 5万件次'],
  ['检修设备300台次。', '检修设备 300台次'],
  ['组织活动二十场次。', '组织活动 20场次'],
  ['惠及群众五千户次。', '惠及群众 5000户次'],
  ['新建5条次干道。', '新建次干道 5条'],
])('次 behind a counting word belongs to the unit: %s', (sentence, expected) => {
  expect(targets(read(sentence))).toEqual([expected]);
});
