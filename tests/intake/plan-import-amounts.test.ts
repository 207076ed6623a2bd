/** Levels, amounts of the year, changes, and where they start from: what a number of a plan says. All texts are invented. */
import { describe, expect, it } from 'vitest';
import type { Target } from '../../src/model/plan/target.ts';
import { type Imported, imported } from './plan-import-helper.ts';

const read = (sentence: string): Imported =>
  imported('某.txt', `某某市2023年数字经济工作要点\n一、专项行动\n牵头单位：市甲局\n1. ${sentence}`);
const targets = (p: Imported): Target[] => p.tasks.flatMap((t) => t.targets);
const words = ({ name, value, unit, kind, schedule, baseline }: Target): string =>
  [
    name,
    `${value}${unit}`,
    kind,
    schedule.type,
    ...(baseline ? [`${baseline.value}@${baseline.asOf}`] : []),
  ].join(' ');
const told = (p: Imported, code: string): string[] =>
  p.value.unsure.filter((d) => d.code === code).map((d) => `${d.at?.line} ${d.severity} ${d.message}`);

describe('a change is no level', () => {
  it.each([
    ['核心产业增加值占比提高3个百分点。', '核心产业增加值占比提高 3百分点 ratio linear 0@2022-12-31'],
    ['网上可办率提升5个以上百分点。', '网上可办率提升 5百分点 ratio linear 0@2022-12-31'],
    ['万元产值能耗下降0.5个百分点。', '万元产值能耗下降 0.5百分点 ratio linear 0@2022-12-31'],
  ])('%s adds up from nothing, and the draft asks', (sentence, expected) => {
    const p = read(sentence);
    expect(targets(p).map(words)).toEqual([expected]);
    expect(told(p, 'pointsOfChange')).toEqual([expect.stringMatching(/^4 warning .*不是达到多少/)]);
    expect(p.codes).not.toContain('baselineNeeded');
  });

  it.each([
    ['增速提高2个百分点。', '增速提高 2百分点 growth level'],
    ['经济增速保持在10%以上。', '经济增速 10% growth level'],
    ['软件业务收入保持15%以上的增长。', '软件业务收入保持增长 15% growth level'],
    ['比2020年提高8个百分点。', '比2020年提高 8百分点 growth level'],
    ['审批时间压缩50%以上。', '审批时间压缩 50% growth level'],
    ['减少申请材料30%。', '减少申请材料 30% growth level'],
  ])('%s is compared as it stands', (sentence, expected) => {
    expect(targets(read(sentence)).map(words)).toEqual([expected]);
  });

  it.each([
    ['占比提高到45%。', '占比 45% ratio deadline'],
    ['增加值率达到30%。', '增加值率 30% ratio deadline'],
  ])('%s is a level', (sentence, expected) => {
    expect(targets(read(sentence)).map(words)).toEqual([expected]);
  });
});

it('cases are an amount of the year', () => {
  const p = read('轻微免罚案件达到500件左右。');
  expect(targets(p).map(words)).toEqual(['轻微免罚案件 500件 cumulative linear']);
});

describe('days that something takes', () => {
  it.each([
    ['投资项目审批时间控制在60个工作日以内。', '投资项目审批时间 60个工作日 stock linear'],
    ['案件平均审理天数不超过75天。', '案件平均审理天数 75天 stock linear'],
  ])('%s is a limit, and no sum', (sentence, expected) => {
    const p = read(sentence);
    expect(targets(p).map(words)).toEqual([expected]);
    expect(p.codes).not.toContain('numberPassedOver');
  });
});

describe('a level that is kept up', () => {
  it.each<[string, string, number]>([
    ['网上可办率保持100%。', '网上可办率 100% ratio level', 0],
    ['满意率保持在99%以上。', '满意率 99% ratio level', 0],
    ['办件占比不低于98%。', '办件占比 98% ratio level', 1],
  ])('%s is compared at every quarter', (sentence, expected, asked) => {
    const p = read(sentence);
    expect(targets(p).map(words)).toEqual([expected]);
    expect(told(p, 'floorKept')).toHaveLength(asked);
    expect(p.codes).not.toContain('baselineNeeded');
  });

  it.each(['上架率不低于60%。', '6月底前办结率不低于98%。'])('%s is to be reached', (sentence) => {
    expect(targets(read(sentence))[0]?.schedule.type).toBe('deadline');
  });
});

describe('a hope behind a number', () => {
  it.each<[string, string]>([
    ['零售总额增长8%以上、力争10%。', '零售总额增长（力争） 10% growth level'],
    ['GDP增长5%—5.5%，力争达到6%。', 'GDP增长（力争） 6% growth level'],
    ['工业增加值增长7%，争取8%。', '工业增加值增长（争取） 8% growth level'],
    ['出口增长5%，力争增长8%。', '出口增长（力争） 8% growth level'],
    ['出口增长5%（力争8%）。', '出口增长（力争） 8% growth level'],
    ['占比达到40%以上，力争达到45%。', '占比（力争） 45% ratio deadline'],
    ['覆盖率从85%提高到92%，力争95%。', '覆盖率（力争） 95% ratio linear 85@2022-12-31'],
    ['规模突破9000亿元，力争1万亿元。', '规模（力争） 1万亿元 cumulative linear'],
  ])('%s is a hope of the same quantity', (sentence, expected) => {
    expect(targets(read(sentence)).map(words)).toEqual([expect.any(String), expected]);
  });

  it('in another unit is another quantity', () => {
    expect(targets(read('数字经济规模增长10%以上，力争达到1.5万亿元。')).map(words)).toEqual([
      '数字经济规模增长 10% growth level',
      '数字经济规模 1.5万亿元 cumulative linear',
    ]);
  });
});

describe('a multiple', () => {
  it.each([
    ['核心产业增加值翻一番。', '核心产业增加值增长 100% growth level'],
    ['产业规模翻两番以上。', '产业规模增长 300% growth level'],
    ['企业数量实现倍增。', '企业数量增长 100% growth level'],
    ['登记量较上年增长1倍。', '登记量较上年增长 100% growth level'],
    ['用户数增长1.5倍。', '用户数增长 150% growth level'],
    ['交易额扩大到上年的3倍。', '交易额增长 200% growth level'],
  ])('of last year is a growth rate: %s', (sentence, expected) => {
    const p = read(sentence);
    expect(targets(p).map(words)).toEqual([expected]);
    expect(told(p, 'multipleAsGrowth')).toEqual([expect.stringMatching(/^4 warning .*按比上年增长/)]);
  });

  it.each([
    ['产值较2020年翻一番。', '翻一番'],
    ['算力规模是2020年的2倍。', '2倍'],
    ['密度达到全国平均水平的1.5倍。', '1.5倍'],
    ['办理时限缩减一半。', '缩减一半'],
  ])('of something else is asked about: %s', (sentence, found) => {
    const p = read(sentence);
    expect(targets(p)).toEqual([]);
    expect(told(p, 'multipleUnread')).toEqual([expect.stringContaining(`“${found}”是倍数`)]);
  });
});

describe('a count that is reached', () => {
  it.each([
    ['在用机架达到10万架。', '在用机架 10万架 stock deadline'],
    ['算力规模超过3000PFLOPS。', '算力规模 3000PFLOPS stock deadline'],
    ['开放数据集增加到2000个。', '开放数据集 2000个 stock deadline'],
    ['国家级平台增加到5个。', '国家级平台 5个 stock deadline'],
    ['接口日均调用100万次。', '接口日均调用 100万次 stock deadline'],
    ['标识累计解析量达到4亿次。', '标识累计解析量 4亿次 stock deadline'],
    ['开放数据总量达到100亿条。', '开放数据总量 100亿条 stock deadline'],
    ['新能源汽车保有量达到50万辆。', '新能源汽车保有量 50万辆 stock deadline'],
    ['累计服务量达到50万件。', '累计服务量 50万件 stock deadline'],
    ['每千人口医疗机构床位数6.9张。', '每千人口医疗机构床位数 6.9张 stock deadline'],
    ['每万人口高价值发明专利拥有量6件。', '每万人口高价值发明专利拥有量 6件 stock deadline'],
    ['人均公园绿地面积15平方米。', '人均公园绿地面积 15平方米 stock deadline'],
    ['亩均产值不低于300万元/亩。', '亩均产值（每亩） 300万元 stock deadline'],
    ['全员劳动生产率20万元/人。', '全员劳动生产率（每人） 20万元 stock deadline'],
    ['数字经济领域贷款余额达到60亿元。', '数字经济领域贷款余额 60亿元 stock deadline'],
    ['国有企业资产总额达到500亿元。', '国有企业资产总额 500亿元 stock deadline'],
  ])('%s is a level at the end of the year', (sentence, expected) => {
    const p = read(sentence);
    expect(targets(p).map(words)).toEqual([expected]);
    expect(told(p, 'baselineNeeded')).toHaveLength(1);
  });

  it.each([
    ['新增机架10万架。', '新增机架 10万架 cumulative linear'],
    ['快递业务量突破10亿件。', '快递业务量 10亿件 cumulative linear'],
    ['PCT专利申请量超500件。', 'PCT专利申请量 500件 cumulative linear'],
    ['专利授权量达到5万件。', '专利授权量 5万件 cumulative linear'],
    ['技术合同登记量达到3000件。', '技术合同登记量 3000件 cumulative linear'],
    ['商标注册量突破10万件。', '商标注册量 10万件 cumulative linear'],
    ['数据处理量达到50亿条。', '数据处理量 50亿条 cumulative linear'],
    ['居民人均可支配收入达到5万元。', '居民人均可支配收入 5万元 cumulative linear'],
    ['交易规模达到500亿元。', '交易规模 500亿元 cumulative linear'],
    ['9月底接入部门不少于40个。', '接入部门 40个 cumulative linear'],
    ['培训数字人才达到2000人。', '培训数字人才 2000人 cumulative linear'],
    ['参训人数达到20万人次。', '参训人数 20万人次 cumulative linear'],
  ])('%s is an amount of the year', (sentence, expected) => {
    expect(targets(read(sentence)).map(words)).toEqual([expected]);
  });

  it('and limited is a level too where it is an average', () => {
    expect(targets(read('户均办电费用不超过200元。')).map(words)).toEqual([
      '户均办电费用 200元 stock linear',
    ]);
  });

  it('is told from what is new in the same sentence', () => {
    expect(targets(read('新增上云企业500家、累计达到3000家。')).map(({ kind }) => kind)).toEqual([
      'cumulative',
      'stock',
    ]);
  });
});

describe('sizes without a digit', () => {
  it.each<[string, string[]]>([
    ['平台用户突破千万、日活超百万户。', ['平台用户 1000万 stock deadline', '日活 100万户 stock deadline']],
    ['实现产值百亿元、税收5亿元。', ['产值 100亿元 cumulative linear', '税收 5亿元 cumulative linear']],
    ['培育产值百亿元企业2家。', ['培育产值百亿元企业 2家 cumulative linear']],
  ])('%s', (sentence, expected) => {
    expect(targets(read(sentence)).map(words)).toEqual(expected);
  });
});

it.each([
  ['共享率≥99%。', 'atLeast 不低于'],
  ['投资比重>15%。', 'exceed 超过'],
  ['平均能耗<1.3。', 'atMost 低于'],
])('a sign in %s is read as the word for it', (sentence, expected) => {
  const [target] = targets(read(sentence));
  expect(`${target?.operator} ${target?.wording}`).toBe(expected);
});

describe('what is to fall', () => {
  it.each<[string, string[]]>([
    ['保证金总额下降至8亿元以内。', ['保证金总额 8亿元 stock deadline']],
    ['办事成本降低至500元以内。', ['办事成本 500元 stock deadline']],
    ['专项债余额控制在30亿元以内。', ['专项债余额 30亿元 stock linear']],
    ['运维费用控制在1800万元以内。', ['运维费用 1800万元 cumulative linear']],
    ['涉企收费降至1.2亿元。', ['涉企收费 1.2亿元 cumulative linear']],
    [
      '不动产登记压缩至2个工作日，企业注销缩短至3天。',
      ['不动产登记 2个工作日 stock deadline', '企业注销 3天 stock deadline'],
    ],
    ['纳税时间压缩至每年90小时以内。', ['纳税时间（每年） 90小时 stock deadline']],
    ['居民电价降至每千瓦时0.52元。', ['居民电价（每千瓦时） 0.52元 stock deadline']],
    ['流量单价降至3元/GB以下。', ['流量单价（每GB） 3元 stock deadline']],
    ['事故起数控制在10起以内。', ['事故起数 10起 stock linear']],
    ['逐步将审批事项由120项减少到80项。', ['审批事项 80项 stock linear 120@2022-12-31']],
    ['将信息系统由216个整合至80个以内。', ['信息系统 80个 stock linear 216@2022-12-31']],
    ['信息系统整合到80个。', ['信息系统 80个 stock deadline']],
  ])('is a level to be reached, a limit of all year or of what is spent: %s', (sentence, expected) => {
    const list = targets(read(sentence));
    expect(list.map(words)).toEqual(expected);
    expect(list.every(({ operator }) => operator === 'atMost')).toBe(true);
  });

  it('is told of in one remark', () => {
    expect(
      told(read('事故控制在10起以内，费用控制在20万元以内，时延不高于5毫秒，PUE不高于1.3。'), 'limitTarget'),
    ).toEqual([
      expect.stringContaining(
        '4个指标是上限，越低越好，每季度直接与目标比较：第4行“事故”；第4行“费用”；第4行“时延”；第4行“PUE”',
      ),
    ]);
    expect(told(read('3天以内办结。'), 'limitTarget')).toEqual([]);
  });
});

describe('a share of something', () => {
  it.each([
    ['月活跃用户不低于注册用户的15%。', 'atLeast 月活跃用户占注册用户比重 15% ratio deadline'],
    ['中介收费下降到原来的80%。', 'atMost 中介收费下降到原来 80% ratio deadline'],
    ['培训支出不超过预算的90%。', 'atMost 培训支出占预算比重 90% ratio linear'],
  ])('says of what, and in which direction: %s', (sentence, expected) => {
    const list = targets(read(sentence));
    expect(list.map((target) => `${target.operator} ${words(target)}`)).toEqual([expected]);
  });
});

it.each<[string, string[]]>([
  ['20户以上自然村光纤通达率98%。', ['20户以上自然村光纤通达率 98% ratio deadline']],
  ['1个县市进入全省前20。', ['县市进入全省前20 1个 cumulative deadline']],
  ['12345热线办结率99%。', ['12345热线办结率 99% ratio deadline']],
  ['60岁以上老人设备安装率85%。', ['60岁以上老人设备安装率 85% ratio deadline']],
  ['在已上线13件的基础上，新增事项12件。', ['新增事项 12件 cumulative linear']],
  ['新入驻企业不低于20家。', ['新入驻企业 20家 cumulative linear']],
  ['引进10亿元以上项目3个。', ['引进10亿元以上项目 3个 cumulative linear']],
])('numbers of a name are no targets, and nothing to look at: %s', (sentence, expected) => {
  const p = read(sentence);
  expect(targets(p).map(words)).toEqual(expected);
  const remarks = told(p, 'numberPassedOver').filter((one) => one.includes(' warning '));
  expect(remarks).toEqual(remarks.filter((one) => one.includes('13件') && one.includes('是原有水平')));
});

it('a bare verb is named by what the task is about', () => {
  expect(targets(read('拓展“一件事”。在已上线13件的基础上，新增12件。')).map(({ name }) => name)).toEqual([
    '拓展“一件事”（新增）',
  ]);
});

it('an item that begins with the number of a hotline is an item', () => {
  const p = imported(
    '某.txt',
    '某某市2023年工作要点\n一、专项\n牵头单位：市甲局\n1.新增企业9家。\n2.12345热线办结率达到99%。',
  );
  expect(p.tasks.map(({ text }) => text)).toEqual(['新增企业9家。', '12345热线办结率达到99%。']);
});

it('a number for each of several is asked about', () => {
  expect(told(read('每个社区不少于1个服务站，用户3万户。'), 'numberPassedOver')).toEqual([
    expect.stringContaining('“每个社区不少于1个服务站”是每个单位的数'),
  ]);
  expect(told(read('打造智慧园区、智慧社区各10个。'), 'numbersInTurn')).toHaveLength(1);
});

describe('由…增加到…', () => {
  it.each([
    ['专精特新企业由300家增加到500家。', '专精特新企业 500家 stock linear 300@2022-12-31'],
    ['5G用户由2022年底的300万增加到500万户。', '5G用户 500万户 stock linear 300@2022-12-31'],
    ['覆盖率从85%提高到92%。', '覆盖率 92% ratio linear 85@2022-12-31'],
    ['监测覆盖率由60%提至80%。', '监测覆盖率 80% ratio linear 60@2022-12-31'],
    ['平均能耗由1.5降至1.3以下。', '平均能耗 1.3 ratio linear 1.5@2022-12-31'],
  ])('%s starts where the plan says', (sentence, expected) => {
    const p = read(sentence);
    expect(targets(p).map(words)).toEqual([expected]);
    expect(told(p, 'numberPassedOver')).toEqual([expect.stringMatching(/info .*已用作年初基数/)]);
    expect(p.codes).not.toContain('baselineNeeded');
  });

  it.each([
    ['交易规模由300万元增加到500万元。', '交易规模 500万元 cumulative linear'],
    ['覆盖率从2020年的85%提高到92%。', '覆盖率 92% ratio deadline'],
    ['上云企业从3000余家发展到5000家。', '上云企业 5000家 stock deadline'],
  ])('%s leaves the first number, and says so', (sentence, expected) => {
    const p = read(sentence);
    expect(targets(p).map(words)).toEqual([expected]);
    expect(told(p, 'numberPassedOver')).toEqual([expect.stringMatching(/^4 warning .*没有用作年初基数/)]);
  });
});

describe('a level beside the change to it', () => {
  it.each([
    ['共享率达到92%，较上年末的86.5%提高5.5个百分点。', '共享率 92% ratio linear 86.5@2022-12-31'],
    ['占GDP比重较上年提高0.8个百分点，达到6.3%。', '占GDP比重 6.3% ratio linear 5.5@2022-12-31'],
    ['产业占比达到22%，提高1.5个百分点。', '产业占比 22% ratio linear 20.5@2022-12-31'],
  ])('%s is one target whose start follows', (sentence, expected) => {
    const p = read(sentence);
    expect(targets(p).map(words)).toEqual([expected]);
    expect(told(p, 'baselineWorkedOut')).toHaveLength(1);
    expect(p.codes).not.toContain('baselineNeeded');
    expect(p.codes).not.toContain('pointsOfChange');
  });

  it('that does not fit is asked about', () => {
    const p = read('共享率达到92%，较上年末的86%提高5.5个百分点。');
    expect(targets(p).map(words)).toEqual(['共享率 92% ratio deadline']);
    expect(told(p, 'levelsDisagree')).toEqual([expect.stringContaining('“较上年末的86%提高5.5个百分点”')]);
  });

  it.each(['占比提高0.8个百分点以上，达到6.3%。', '占比达到12%，比2020年提高1.5个百分点。'])(
    '%s stays two',
    (sentence) => {
      expect(targets(read(sentence))).toHaveLength(2);
    },
  );

  it('is one goal, with both clauses as its text', () => {
    const p = imported(
      '某.txt',
      '某某市2023年数字经济工作要点\n一、目标\n——占比较上年提高0.8个百分点，达到6.3%。\n二、行动\n1.建设。',
    );
    const goals = p.goals.groups.flatMap((group) => group.goals);
    expect(goals.map(({ text }) => text)).toEqual(['占比较上年提高0.8个百分点，达到6.3%']);
  });
});

it('a table of indicators gives levels, and where they start', () => {
  const p = imported(
    '某.txt',
    '某某市2023年数字经济工作要点\n一、目标\n| 指标名称 | 单位 | 2021年实际 | 2022年基期值 | 2023年目标值 |\n|---|---|---|---|---|\n| 产业增加值 | 亿元 | 230 | 245 | ≥280 |\n| 5G用户数 | 万户 | 250 | 300 | 500 |\n| 数据中心PUE |  | 1.6 | 1.5 | ≤1.3 |\n| 收入增长率 | % | 11 | 12 | 15 |\n二、行动\n1.建设。',
  );
  const goals = p.goals.groups.flatMap((group) => group.goals.flatMap(({ target }) => target ?? []));
  expect(goals.map(words)).toEqual([
    '产业增加值 280亿元 cumulative linear',
    '5G用户数 500万户 stock linear 300@2022-12-31',
    '数据中心PUE 1.3 ratio linear 1.5@2022-12-31',
    '收入增长率 15% growth level',
  ]);
  expect(goals.map(({ sentence }) => sentence)).toContain('5G用户数500万户');
  const unused = told(p, 'unusedAttribution').join();
  for (const cell of ['245', '12', '230', '250', '1.6']) expect(unused).toContain(`：${cell}”`);
  expect(unused).not.toContain('2022年基期值：300');
  expect(p.codes).not.toContain('limitTarget');
});

describe('numbers that say for whom something is, or what the work goes by, are none to be reached', () => {
  const counted = (sentence: string): string[] =>
    targets(read(sentence)).map(({ name, operator, value, unit }) => `${name} ${operator} ${value}${unit}`);
  it.each<[string, string]>([
    ['对裁员率不超过20%的，返还保险费。', '分档标准'],
    ['企业新招人数达到职工人数25%（超过100人的企业达到15%）的，可申请贷款。', '分档标准'],
    ['对职工30人（含）以下的企业放宽条件。', '分档标准'],
    ['对日均流量大、且单站流量超过30GB的基站给予补贴。', '分档标准'],
    ['返还企业上年度缴纳保险费的50%。', '奖补标准'],
    ['紧扣均衡发展39项指标补短板。', '工作所依据或者围绕的数'],
  ])('%s', (sentence, why) => {
    const p = read(sentence);
    expect(counted(sentence)).toEqual([]);
    expect(told(p, 'numberPassedOver').join()).toContain(why);
  });

  it.each<[string, string[]]>([
    ['惠企政策兑现率达到95%。', ['惠企政策兑现率 atLeast 95%']],
    ['围绕10条产业链，引进项目20个。', ['引进项目 atLeast 20个']],
    ['检查频次不超过上年总数80%。', ['检查频次占上年总数比重 atMost 80%']],
    ['推动做大做强，产值增长8%以上、达到500亿元。', ['产值增长 atLeast 8%', '产值 atLeast 500亿元']],
  ])('%s is read on', (sentence, expected) => {
    expect(counted(sentence)).toEqual(expected);
  });

  it('what is hoped for after years of work is not due this year', () => {
    const p = read('力争经过三年努力，企业达到300家。');
    expect(targets(p)[0]).toMatchObject({ deadline: '2025-12-31', schedule: { type: 'deadline' } });
    expect(told(p, 'laterYear').join()).toContain('2025-12-31');
  });

  it('a day ahead of a list binds what is drawn up by it, not what the list forbids', () => {
    const p = read('10月底前编制并公布事项清单，清单之外不得违法实施行政许可，新增事项20个。');
    expect(counted('10月底前编制并公布事项清单，清单之外不得违法实施行政许可。')).toEqual([
      '编制并公布事项清单 yesNo 1项',
    ]);
    expect(targets(p).map(({ name }) => name)).toEqual(['编制并公布事项清单', '新增事项']);
  });
});
