/** A section of goals: each clause is a goal, or stays before the maintainer's eyes. All texts are invented. */
import { describe, expect, it } from 'vitest';
import { type Imported, imported } from './plan-import-helper.ts';

const plan = (...lines: string[]): Imported =>
  imported('某.txt', `某某市2023年数字经济工作计划\n一、主要目标\n${lines.join('\n')}\n二、行动\n1.建设。`);
const goals = (p: Imported): string[] =>
  p.goals.groups.flatMap((group) =>
    group.goals.map(({ name, target }) =>
      target ? `${target.name} ${target.operator} ${target.value}${target.unit} ${target.kind}` : `${name} –`,
    ),
  );
const told = (p: Imported, code: string): string[] =>
  p.value.unsure
    .filter((d) => d.code === code)
    .map((d) => `${d.at?.line} ${d.severity} ${d.message} ${d.hints.join()}`);

describe.each([
  ['in a headline', ''],
  ['in an item', '——'],
])('a goal without a number, %s', (_, mark) => {
  it.each([
    [
      '实现行政村5G网络全覆盖。',
      '行政村5G网络覆盖率 atLeast 100% ratio',
      'promiseInWords',
      /按覆盖率100%列为目标/,
    ],
    [
      '规上企业全部达到二级水平。',
      '规上企业全部达到二级水平 yesNo 1项 deadline',
      'promiseInWords',
      /按是否完成列为目标/,
    ],
    ['一体化平台基本建成。', '一体化平台基本建成 yesNo 1项 deadline', 'promiseInWords', /改为 null/],
    ['“灯塔工厂”实现零的突破。', '“灯塔工厂”实现零的突破 yesNo 1项 deadline', 'promiseInWords', /零的突破/],
    ['核心产业增加值翻一番。', '核心产业增加值增长 atLeast 100% growth', 'multipleAsGrowth', /“翻一番”/],
    ['产业规模较2020年翻一番。', '产业规模较2020年翻一番 –', 'multipleUnread', /“翻一番”/],
    [
      '三分之二以上的县完成改造。',
      '县完成改造 atLeast 66.67% ratio',
      'shareAsPercent',
      /“三分之二”是份额，草稿按66.67%列为目标/,
    ],
    ['半数以上的县建成示范区。', '半数以上的县建成示范区 –', 'numberPassedOver', /补入 plan\/goals\.yaml/],
    ['上百家企业入选榜单。', '上百家企业入选榜单 –', 'numberPassedOver', /“上百家”是约数/],
    ['综合排名保持全国前10位。', '综合排名（全国） atMost 10位 stock', 'rankAsLimit', /按“前10位”列为目标/],
    ['综合排名进入全国前十。', '综合排名（全国） atMost 10位 stock', 'rankAsLimit', /按“前10位”列为目标/],
  ])('%s', (sentence, expected, code, words) => {
    const p = plan(`${mark}${sentence}`);
    expect(goals(p)).toEqual([expected]);
    expect(told(p, code)).toEqual([expect.stringMatching(words)]);
    expect(told(p, code)[0]).toMatch(/^3 /);
  });
});

describe.each([
  ['in a headline', ''],
  ['in an item', '——'],
])('a number that cannot be made a target, %s', (_, mark) => {
  it.each([
    ['加装电梯2000部。', /“2000部”有数，但没有可以用于目标的计量单位/],
    ['营商环境指数62。', /“62”有数/],
    ['服务能力进入全国第一方阵。', /“第一”是位次/],
    ['室内氡不高于29贝可/立方米。', /“29贝可\/立方米”后面的计量单位不认识/],
    ['室内氡控制在29贝可/立方米以下。', /“29贝可\/立方米”后面的计量单位不认识/],
    ['构建“2个千亿级、3个百亿级”体系。', /“2个千亿级、3个百亿级”在引号中/],
  ])('%s is told of as what it is', (sentence, why) => {
    const p = plan(`${mark}${sentence}`);
    expect(goals(p)).toEqual([expect.stringMatching(/ –$/)]);
    expect(told(p, 'numberPassedOver')).toEqual([expect.stringMatching(/^3 warning /)]);
    expect(told(p, 'numberPassedOver')[0]).toMatch(why);
    expect(told(p, 'goalNumberUnused')).toEqual([expect.stringContaining('有数，但没有列为目标')]);
    expect(p.codes).not.toContain('goalWithoutNumber');
    expect(p.codes).not.toContain('intentionsInHeadline');
  });
});

it('a length of time in a headline is no goal, and no sentence without numbers', () => {
  const p = plan('高频事项24小时办结，发展环境持续优化，新增企业20家。');
  expect(goals(p)).toEqual(['新增企业 atLeast 20家 cumulative']);
  expect(told(p, 'numbersInHeadline').join()).toMatch(/info “高频事项24小时办结”有数，但没有列为目标/);
  expect(told(p, 'intentionsInHeadline').join()).not.toContain('24小时');
});

it.each([
  ['PM2.5浓度不高于29微克/立方米。', 'PM2.5浓度 atMost 29微克/立方米 ratio'],
  ['高价值发明专利拥有量达到12件/万人。', '高价值发明专利拥有量 atLeast 12件/万人 ratio'],
  ['移动电话普及率达到115部/百人。', '移动电话普及率 atLeast 115部/百人 ratio'],
  ['单位产值能耗降至0.3吨标准煤/万元。', '单位产值能耗 atMost 0.3吨标准煤/万元 ratio'],
  ['带动3万农户增收。', '带动增收 atLeast 3万农户 cumulative'],
  ['新增储能装机200MW。', '新增储能装机 atLeast 200MW cumulative'],
])('%s is a goal in its own unit', (sentence, expected) => {
  expect(goals(plan(`——${sentence}`))).toEqual([expected]);
});

it('numbers of names are none', () => {
  const p = plan('——推进5G应用和平台2期、3期建设。');
  expect(told(p, 'goalWithoutNumber')).toHaveLength(1);
  expect(p.value.unsure.filter((d) => d.code === 'numberPassedOver' && d.severity !== 'info')).toEqual([]);
});

describe('a clause of a headline that nothing is measured by', () => {
  it('is no goal, but told of with its words', () => {
    const p = plan('力争到2023年底，数字经济发展水平显著提升，数字经济增加值突破5000亿元。');
    expect(goals(p)).toEqual(['数字经济增加值 exceed 5000亿元 cumulative']);
    expect(told(p, 'intentionsInHeadline')).toEqual([
      expect.stringMatching(/^3 info “数字经济发展水平显著提升”没有可以衡量的数.*补一项/),
    ]);
  });
});

it('a goal whose clause does not say of what is worded with what stands before it', () => {
  const p = plan(
    '——全市网络零售额达到95亿元，同比增长15%。',
    '——新建5G基站1200个，累计达到5600个。增速9%以上。',
  );
  expect(p.goals.groups.map(({ name }) => name)).toEqual(['全市网络零售额', '新建5G基站']);
  expect(p.goals.groups.flatMap(({ goals }) => goals.map(({ text }) => text))).toEqual([
    '全市网络零售额达到95亿元',
    '全市网络零售额达到95亿元，同比增长15%',
    '新建5G基站1200个',
    '新建5G基站1200个，累计达到5600个',
    '增速9%以上',
  ]);
});

describe('promises', () => {
  it('are read beside numbers', () => {
    const p = plan('——实现县域5G全覆盖、乡镇覆盖率90%以上。');
    expect(goals(p)).toEqual(['乡镇覆盖率 atLeast 90% ratio', '县域5G覆盖率 atLeast 100% ratio']);
  });

  it('are as many as a clause makes', () => {
    const p = plan('实现行政村5G全覆盖、县级医院远程医疗全覆盖和中小学智慧校园建设全覆盖。');
    expect(goals(p)).toEqual([
      '行政村5G覆盖率 atLeast 100% ratio',
      '县级医院远程医疗覆盖率 atLeast 100% ratio',
      '中小学智慧校园建设覆盖率 atLeast 100% ratio',
    ]);
    const asked = told(p, 'promiseInWords');
    expect(asked).toHaveLength(3);
    expect(asked[1]).toContain('列为目标“县级医院远程医疗覆盖率”');
    expect(goals(plan('实现乡镇、街道、社区全覆盖。'))).toEqual([
      '乡镇、街道、社区覆盖率 atLeast 100% ratio',
    ]);
  });

  it('are not swallowed by the title of a group', () => {
    const p = plan('——产业规模翻一番。软件业收入突破500亿元。', '——数字政府更加高效。一网通办率达到95%。');
    expect(p.goals.groups.map(({ name }) => name)).toEqual(['产业规模翻一番', '数字政府更加高效']);
    expect(goals(p)).toEqual([
      '产业规模增长 atLeast 100% growth',
      '软件业收入 exceed 500亿元 cumulative',
      '一网通办率 atLeast 95% ratio',
    ]);
  });

  it('take the deadline of their sentence', () => {
    const p = plan('到2025年，行政村5G网络全覆盖。');
    expect(p.goals.groups[0]?.goals[0]?.target?.deadline).toBe('2025-12-31');
    expect(told(p, 'laterYear')).toHaveLength(1);
  });

  it('count in sections that say why, too', () => {
    const p = imported(
      '某.txt',
      '某市2023年计划\n一、总体要求\n坚持稳中求进，平台基本建成。\n为全面建成现代化强省，实现自然村宽带全覆盖。\n二、行动\n1.建设。',
    );
    expect(goals(p)).toEqual(['自然村宽带覆盖率 atLeast 100% ratio']);
    expect(told(p, 'unreadText').join()).toContain('坚持稳中求进，平台基本建成');
    expect(told(p, 'intentionsInHeadline').join()).toContain('为全面建成现代化强省');
  });

  it('of a task are told of where other numbers are what it is judged by', () => {
    const task = (sentence: string): Imported =>
      imported('某.txt', `某市2023年计划\n一、行动\n牵头单位：市甲局\n1.${sentence}`);
    const p = task('新建基站2万个，实现行政村5G网络全覆盖。');
    expect(p.tasks[0]?.targets.map(({ name }) => name)).toEqual(['新建基站']);
    expect(told(p, 'numberPassedOver')).toEqual([
      expect.stringMatching(/warning 任务1中的“实现行政村5G网络全覆盖”没有数量.*补入该任务的 targets/),
    ]);
    expect(told(task('新建基站2万个，实现村5G全覆盖、镇千兆全覆盖。'), 'numberPassedOver')).toEqual([
      expect.stringContaining('“实现村5G全覆盖”没有数量'),
      expect.stringContaining('“镇千兆全覆盖”没有数量'),
    ]);
    // By milestones, otherwise.
    const judged = task('实现行政村5G网络全覆盖。');
    expect(judged.tasks[0]?.milestones).toBeDefined();
    expect(judged.codes).not.toContain('numberPassedOver');
  });
});

it('headings among the goals are none, and told of', () => {
  const p = plan('（一）分项目标。', '1.数字产业：规模进入全国前十。', '2.数字治理：可办率达到100%。');
  expect(goals(p)).toEqual(['规模全国位次 atMost 10位 stock', '可办率 atLeast 100% ratio']);
  expect(p.goals.groups.map(({ name }) => name)).toEqual(['数字产业', '数字治理']);
  expect(told(p, 'sectionHeading').join()).toContain('分项目标');
});

describe('numbers that were not seen', () => {
  it.each([
    [
      '——新增国家级企业两个、省级五百家。',
      ['新增国家级企业 atLeast 2个 cumulative', '新增省级企业 atLeast 500家 cumulative'],
    ],
    [
      '——主要目标：增加值突破5000亿元，占GDP比重提高到45%。',
      ['增加值 exceed 5000亿元 cumulative', '增加值占GDP比重 atLeast 45% ratio'],
    ],
  ])('%s', (sentence, expected) => {
    expect(goals(plan(sentence))).toEqual(expected);
  });

  it('in quotation marks are told of', () => {
    expect(told(plan('——培育“1个国家级、3个省级”平台。'), 'numberPassedOver')).toEqual([
      expect.stringContaining('“1个国家级、3个省级”在引号中，按名称处理'),
    ]);
  });
});

it('goals that name who answers for each are goals, not tasks, where sections of tasks follow', () => {
  const p = imported(
    '某.txt',
    '某某区2023年重点工作分工方案\n一、主要预期目标\n1.核心产业增加值增长12%左右。\n牵头单位：区甲局\n责任单位：东山开发区管委会，各街道\n2.产业投资增长15%以上。（责任单位：区乙局）\n3.其他指标不低于全市平均水平。\n牵头单位：区甲局\n二、壮大产业\n4.新增企业9家。\n牵头单位：区乙局\n5.建成平台3个。\n牵头单位：区甲局',
  );
  expect(
    p.goals.groups.map(({ name, text, goals }) => [
      name,
      text,
      goals.map(({ target, responsible: { unit, assignedBy } }) => [target?.value, unit, assignedBy]),
    ]),
  ).toEqual([
    [
      '主要预期目标',
      '1.核心产业增加值增长12%左右。2.产业投资增长15%以上。3.其他指标不低于全市平均水平。',
      [
        [12, '区甲局', 'plan'],
        [15, '区乙局', 'plan'],
        [undefined, '区甲局', 'plan'],
      ],
    ],
  ]);
  expect(p.tasks.map(({ text }) => text)).toEqual(['新增企业9家。', '建成平台3个。']);
  expect(told(p, 'unusedAttribution').join()).toContain('其他责任单位：东山开发区管委会、各街道');
  expect(p.codes).not.toContain('taskNumberGap');
});
