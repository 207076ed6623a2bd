/** What targets, groups and plans are called: names are taken from the plan's words and stay whole. All texts are invented. */
import { describe, expect, it } from 'vitest';
import { type Imported, imported } from './plan-import-helper.ts';

const plan = (body: string): Imported => imported('某.txt', `某某市2023年数字经济工作要点\n${body}`);
const names = (sentence: string): string[] =>
  plan(`一、专项行动\n牵头单位：市甲局\n1. ${sentence}`).tasks.flatMap((t) =>
    t.targets.map(({ name, value, unit }) => `${name} ${value}${unit}`),
  );

describe('the title of the plan', () => {
  it.each([
    ['关于印发《某省“智改数转”2024年工作计划》的通知', '2024年工作计划', '“智改数转”'],
    ['关于印发《某省“智改数转”2024年工作计划》任务分工的通知', '2024年工作计划任务分工', '“智改数转”'],
    [
      '关于印发《某省2024年要点》和《某省2024年清单》的通知',
      '《某省2024年要点》和《某省2024年清单》',
      undefined,
    ],
    ['关于印发《某省落实〈数字规划〉2024年方案》的通知', '2024年方案', '落实〈数字规划〉'],
    ['某省"数字强省"2024年工作计划', '2024年工作计划', '“数字强省”'],
  ])('%s keeps its marks in pairs', (title, shortTitle, programme) => {
    const { yaml } = imported('某.txt', `${title}\n一、专项行动\n牵头单位：市甲局\n1. 建设平台。`);
    expect(yaml('plan/document.yaml')).toMatchObject({ shortTitle, ...(programme && { programme }) });
  });
});

describe('a number that counts a part', () => {
  it.each<[string, string[]]>([
    ['新增专精特新企业20家（其中国家级2个）。', ['新增专精特新企业 20家', '新增专精特新企业（国家级） 2个']],
    [
      '培育20家“小巨人”企业（其中国家级2个、省级10个）。',
      ['培育“小巨人”企业 20家', '培育“小巨人”企业（国家级） 2个', '培育“小巨人”企业（省级） 10个'],
    ],
    ['建成基站8万个，其中新建1万个。', ['建成基站 8万个', '建成基站（新建） 1万个']],
    ['数字产业（其中软件业增长15%）。', ['数字产业（软件业增长） 15%']],
    ['招引企业25户，其中投资5000万元以上的4户。', ['招引企业 25户', '招引企业（投资5000万元以上） 4户']],
    ['签约项目100个，其中10亿元以上项目15个。', ['签约项目 100个', '签约项目（10亿元以上项目） 15个']],
    ['培育国家级平台1个、省级3个。', ['培育国家级平台 1个', '培育省级平台 3个']],
  ])('%s is called after the whole and the part', (sentence, expected) => {
    expect(names(sentence)).toEqual(expected);
  });
});

it('the size of what is counted is told apart from the number', () => {
  const p = plan('一、专项行动\n牵头单位：市甲局\n1. 引进亿元以上项目5个，其中10亿元以上项目1个。');
  expect(p.value.unsure.filter((d) => d.code === 'numberPassedOver').map((d) => d.message)).toEqual([
    '任务1中的“其中10亿元以上项目”是分档标准，不是要达到的数，未列为目标。',
  ]);
});

describe('numbers that go on with the same thing', () => {
  it.each<[string, string[]]>([
    ['电商交易额同比增长10%，达到1.5万亿元。', ['电商交易额同比增长 10%', '电商交易额 1.5万亿元']],
    ['产业比重达到12%，比2020年提高1.5个百分点。', ['产业比重 12%', '产业比重比2020年提高 1.5百分点']],
    ['新建基站2万个。累计达到8万个。', ['新建基站 2万个', '基站累计 8万个']],
    ['高新技术企业突破5000家、力争达到5500家。', ['高新技术企业 5000家', '高新技术企业（力争） 5500家']],
    ['20户以上自然村4G通达率达到100%。', ['20户以上自然村4G通达率 100%']],
    ['打造3条千亿级、5条百亿级产业链。', ['打造千亿级产业链 3条', '百亿级产业链 5条']],
    ['算力规模达到5EFLOPS（占总算力的30%）。', ['算力规模 5EFLOPS', '算力规模（占总算力） 30%']],
    ['高新技术企业净增100家，总量达800家。', ['高新技术企业净增 100家', '高新技术企业总量 800家']],
    [
      '打造5个产值超500亿元、10个产值超100亿元的产业集群。',
      ['打造产值超500亿元的产业集群 5个', '产值超100亿元的产业集群 10个'],
    ],
    [
      '培育10家营业收入超100亿元、50家超10亿元的数字经济龙头企业。',
      ['培育营业收入超100亿元的数字经济龙头企业 10家', '营业收入超10亿元的数字经济龙头企业 50家'],
    ],
    [
      '建设5个以上投资超10亿元、10个以上投资超1亿元的项目。',
      ['建设投资超10亿元的项目 5个', '投资超1亿元的项目 10个'],
    ],
    ['软件业务收入超500亿元、利润超50亿元。', ['软件业务收入 500亿元', '利润 50亿元']],
    ['引进企业10家、营业收入超50亿元。', ['引进企业 10家', '营业收入 50亿元']],
    ['每个设区市至少建成1个集聚区，全省达到15个以上。', ['每个设区市建成集聚区 1个', '集聚区 15个']],
    ['6月底前建成10个示范区，年底建成20个。', ['建成示范区 10个', '建成示范区 20个']],
    ['新增上云企业20家，全市累计达到300家。', ['新增上云企业 20家', '上云企业累计 300家']],
    ['培育1个国家级、3个省级互联网平台。', ['培育国家级互联网平台 1个', '省级互联网平台 3个']],
  ])('%s', (sentence, expected) => {
    expect(names(sentence)).toEqual(expected);
  });
});

describe('the same for a later year', () => {
  it.each([
    ['产业增加值占GDP比重达到8%，到2025年达到10%。', '产业增加值占GDP比重 8%', '到2025年达到10%'],
    ['到2023年底前建成10个示范区，2025年建成20个。', '建成示范区 10个', '2025年建成20个'],
    ['规模达到500亿元、2025年达到800亿元。', '规模 500亿元', '2025年达到800亿元'],
    ['占比达到40%，力争到2025年达到45%。', '占比 40%', '力争到2025年达到45%'],
  ])('%s is none of this year, but told of', (sentence, expected, later) => {
    const p = plan(`一、专项行动\n牵头单位：市甲局\n1. ${sentence}`);
    expect(names(sentence)).toEqual([expected]);
    expect(
      p.value.unsure.filter((d) => d.code === 'numberPassedOver').map((d) => `${d.severity} ${d.message}`),
    ).toEqual([`warning 任务1中的“${later}”说的是计划年度以后，未列为目标。`]);
  });
});

describe('names', () => {
  it('of tracks have no full stop', () => {
    expect(plan('一、任务\n（一）夯实底座。\n1.新建基站3个。（市甲局）').tracks[0]?.name).toBe('夯实底座');
  });

  it.each<[string, string[]]>([
    ['数控化率达到65%、工具普及率达到85%。', ['数控化率 65%', '工具普及率 85%']],
    ['基站密度达到每万人20个。', ['基站密度（每万人） 20个']],
    ['劳动生产率提高到18万元/人。', ['劳动生产率（每人） 18万元']],
    ['网络零售额突破1000亿元大关。', ['网络零售额 1000亿元']],
    ['营业收入达到或超过800亿元。', ['营业收入 800亿元']],
    ['政务数据共享率≥99%。', ['政务数据共享率 99%']],
    ['到2023年6月底建成率达50%。', ['建成率 50%']],
    ['每县至少建成1个服务中心。', ['每县建成服务中心 1个']],
  ])('of %s are those of what is counted', (sentence, expected) => {
    expect(names(sentence)).toEqual(expected);
  });

  it('are not cut between quotation marks', () => {
    const p = plan(
      '一、目标\n——“千兆城市”“无废城市”建设取得“重大新突破”，全面推广覆盖城乡居民办事服务的全程“一网通办、一网统管、一网协同”模式。\n二、行动\n1.建设。',
    );
    const [group] = p.goals.groups;
    expect(group?.name).toBe('“千兆城市”“无废城市”建设取得“重大新突破”');
    expect(group?.goals.map(({ name }) => name)).toEqual([
      '全面推广覆盖城乡居民办事服务的全程“一网通办、一网统管、一网协同”',
    ]);
  });

  it('begin with what is done, not with the day', () => {
    expect(names('到6月底前完成平台验收。')).toEqual(['完成平台验收 1项']);
  });

  it('keep the brackets that are part of them', () => {
    expect(names('确保数据中心（一期）6月底前投入使用。')).toEqual(['数据中心（一期）投入使用 1项']);
  });

  it('of what is hoped for say so, and only of that', () => {
    const p = plan('一、专项行动\n牵头单位：市甲局\n1. 产值增长7%以上、力争8%。');
    expect(p.tasks[0]?.targets.map(({ value, softener }) => [value, softener])).toEqual([
      [7, undefined],
      [8, '力争'],
    ]);
  });
});
