/** Shapes of plans from other places: each was once misread. All texts are invented. */
import { describe, expect, it } from 'vitest';
import type { Target } from '../../src/model/plan/target.ts';
import { type Imported, imported, importPlan } from './plan-import-helper.ts';

const words = (t: Target): string =>
  `${t.operator} ${t.value}${t.upper === undefined ? '' : `—${t.upper}`}${t.unit}${t.deadline ? ` ${t.deadline}` : ''}`;
const plan = (body: string): Imported => imported('某.txt', `某某市2023年数字经济工作要点\n${body}`);
const units = (p: Imported): unknown => p.tracks.map((t) => [t.name, t.leads, t.cooperating]);
const targets = (p: Imported): string[][] => p.tasks.map((t) => t.targets.map(words));
const goals = (p: Imported): (string | null)[] =>
  p.goals.groups.flatMap((g) => g.goals).map((g) => g.target && words(g.target));
const messages = (p: Imported, code: string): string[] =>
  p.value.unsure.filter((d) => d.code === code).map((d) => `${d.at?.line} ${d.message}`);

describe('who answers for a task', () => {
  it('keeps 责任单位 beside 牵头单位 on lines of their own as taking part', () => {
    const p = plan(
      '一、基建行动\n任务1：建设基站\n工作目标：新建基站30个。\n牵头单位：市甲局\n责任单位：市乙局、各县（市、区）',
    );
    expect(units(p)).toEqual([['基建行动', ['市甲局'], ['市乙局']]]);
  });

  it('reads lists without a verb behind a sentence, 会同, and a bracket that ends the list', () => {
    const p = plan(
      '一、重点任务\n1.建设平台。（市甲局、市乙局）\n2.开展培训。（市丙局会同市丁局负责）\n3.新增企业8家。【责任单位：市甲局、各县（市、区）】',
    );
    expect(p.tasks.map((t) => t.responsible.unit)).toEqual(['市甲局', '市丙局', '市甲局']);
    expect(p.tracks[0]?.cooperating).toEqual(['市乙局', '市丁局']);
    expect(p.codes).not.toContain('oddUnit');
  });

  it('is told behind a heading, and ends there: what stands on the next line is the task', () => {
    const p = plan('一、行动\n1. 创新专项。牵头单位：市甲局\n新建基站200个。（市乙局）');
    expect(units(p)).toEqual([['行动', ['市甲局'], ['市乙局']]]);
    expect(p.codes).not.toContain('oddUnit');
    expect(targets(p).flat()).toEqual(['atLeast 200个']);
  });

  it('makes a task of each sentence that names its own units', () => {
    const p = plan(
      '一、夯实底座\n新建基站90个。（市甲局牵头，各区配合）改造机房2个。（市乙局负责）\n发展物联网，用户达到5万户。（市丙局）',
    );
    expect(p.tasks.map((t) => [t.text, t.responsible.unit, t.targets.map(words)])).toEqual([
      ['新建基站90个。', '市甲局', ['atLeast 90个']],
      ['改造机房2个。', '市乙局', ['atLeast 2个']],
      ['发展物联网，用户达到5万户。', '市丙局', ['atLeast 5万户']],
    ]);
  });
});

describe('numbers of several levels', () => {
  const body = (lines: string[]): Imported => plan(lines.join('\n'));
  const found = (p: Imported): unknown => p.tracks.map((t) => [t.name, t.tasks.map((task) => task.text)]);

  it('takes 1 for tracks and 1.1 for tasks, and says so', () => {
    const p = body([
      '1 数字基建',
      '牵头单位：市甲局',
      '1.1 新建5G基站1.2万个，到年底累计达到',
      '3.4万个。',
      '1.2 改造机房2个。',
      '2 数字产业',
      '牵头单位：市乙局',
      '2.1 引进企业8家。',
      '3 保障措施',
      '3.1 加强组织领导。',
    ]);
    expect(found(p)).toEqual([
      ['数字基建', ['新建5G基站1.2万个，到年底累计达到3.4万个。', '改造机房2个。']],
      ['数字产业', ['引进企业8家。']],
    ]);
    expect(p.tracks.map((t) => t.leads)).toEqual([['市甲局'], ['市乙局']]);
    expect(messages(p, 'decimalsRead')).toEqual([
      '2 计划用分级编号：1级3处（如“1”）、2级4处（如“1.1”）。末级读作任务，其上一级读作专项，请核对层级。',
    ]);
    expect(messages(p, 'decimalsRefused').join()).toContain('“3.4万个。”开头的“3.4”像分级编号');
    expect(p.codes).toContain('taskNumbersRestart');
  });

  it.each<[string, string[]]>([
    [
      'dots behind',
      [
        '1. 数字基建',
        '1.1. 网络',
        '1.1.1. 新建基站30个。',
        '1.1.2. 改造机房2个。',
        '1.2. 算力',
        '1.2.1. 建设中心1个。',
      ],
    ],
    [
      'no space',
      [
        '1、数字基建',
        '1.1网络',
        '1.1.1新建基站30个。',
        '1.1.2改造机房2个。',
        '1.2算力',
        '1.2.1建设中心1个。',
      ],
    ],
    [
      'full width',
      [
        '１　数字基建',
        '１．１　网络',
        '１．１．１　新建基站30个。',
        '１．１．２　改造机房2个。',
        '１．２　算力',
        '１．２．１　建设中心1个。',
      ],
    ],
    [
      'chapters 一、',
      [
        '一、数字基建',
        '1.1 网络',
        '1.1.1 新建基站30个。',
        '1.1.2 改造机房2个。',
        '1.2 算力',
        '1.2.1 建设中心1个。',
      ],
    ],
  ])('takes 1.1 for tracks and 1.1.1 for tasks: %s', (_, lines) => {
    const p = body(lines);
    expect(found(p)).toEqual([
      ['网络', ['新建基站30个。', '改造机房2个。']],
      ['算力', ['建设中心1个。']],
    ]);
    expect(targets(p)).toEqual([['atLeast 30个'], ['atLeast 2个'], ['atLeast 1个']]);
  });

  it('leaves the numbers of broken lines alone', () => {
    const p = body([
      '一、基建',
      '1. 新建基站，到年底累计达到',
      '1.4万个。',
      '2. 发展用户，其中',
      '1.1亿户为新增。',
    ]);
    expect(p.tasks.map((t) => t.text)).toEqual([
      '新建基站，到年底累计达到1.4万个。',
      '发展用户，其中1.1亿户为新增。',
    ]);
    expect(p.codes).not.toContain('decimalsRead');
    expect(p.codes).not.toContain('decimalsRefused');
  });
});

describe('upper limits', () => {
  const read = (sentence: string): Imported => plan(`一、专项行动\n牵头单位：市甲局\n1. ${sentence}`);

  it.each<[string, string[]]>([
    ['数据中心PUE值不高于1.25。', ['PUE值 atMost 1.25 不高于 ratio']],
    ['新建数据中心PUE值控制在1.3以下。', ['PUE值 atMost 1.3 以下 ratio']],
    ['全年能耗不超过500吨标准煤。', ['能耗 atMost 500吨标准煤 不超过 stock']],
    [
      '审批时限压减至3个工作日以内，平均用时压缩到2天。',
      ['审批时限 atMost 3个工作日 以内 stock', '平均用时 atMost 2天 压缩到 stock'],
    ],
    ['居民消费价格涨幅控制在3%以内。', ['涨幅 atMost 3% 以内 growth']],
    [
      '失业率低于5%，运维支出不超过2亿元。',
      ['失业率 atMost 5% 低于 ratio', '支出 atMost 2亿元 不超过 cumulative'],
    ],
    ['审批事项由120项减少到80项。', ['审批事项 atMost 80项 减少到 stock']],
    [
      '覆盖率不低于95%，用户不少于5万户。',
      ['覆盖率 atLeast 95% 不低于 ratio', '用户 atLeast 5万户 不少于 stock'],
    ],
  ])('%s', (sentence, expected) => {
    const found = read(sentence).tasks.flatMap((t) => t.targets);
    expect(found.map((t) => `${words(t)} ${t.wording} ${t.kind}`)).toEqual(
      expected.map((line) => line.replace(/^\S+ /, '')),
    );
    for (const [i, t] of found.entries()) expect(t.name).toContain(expected[i]?.split(' ')[0]);
  });

  it('run down from a value of last year once there is one, and say so', () => {
    const p = read('数据中心PUE值不高于1.25。');
    expect(p.tasks[0]?.targets[0]?.schedule).toEqual({ type: 'linear' });
    expect(messages(p, 'limitTarget')).toEqual(['4 “数据中心PUE值”是上限，越低越好，每季度直接与目标比较。']);
    expect(p.codes).not.toContain('baselineNeeded');
  });

  it.each<[string, string]>([
    ['支持50人以下企业上云。', '分档标准'],
    ['车桩比达到2:1以内。', '车桩比达到2:1”是比值'],
    ['每校至少配备1名教师。', '每校至少配备1名教师”是每个单位的数'],
    ['涨幅控制在3%左右。', '控制在其上下'],
    ['价格涨幅控制在2%—3%。', '区间内'],
    ['补正材料3天以内办结。', '时间长度'],
  ])('are not made of %s', (sentence, why) => {
    const p = read(sentence);
    expect(targets(p)).toEqual([[]]);
    expect(messages(p, 'numberPassedOver').join()).toContain(why);
  });

  it.each<[string, string, string]>([
    ['各设区市打造2个以上直播基地。', 'numberForEach', '“各设区市”的数'],
    ['农产品网络零售额、农村网络零售额分别增长15%、12%。', 'numbersInTurn', '一句说了几个指标'],
    ['推动跨境电商进出口额翻一番。', 'multipleAsGrowth', '“翻一番”是倍数'],
    ['软件业营业收入增长1倍以上。', 'multipleAsGrowth', '“增长1倍”是倍数'],
    ['数字产业规模比2020年翻一番。', 'multipleUnread', '“翻一番”是倍数'],
  ])('are asked about once in %s', (sentence, code, words) => {
    const told = messages(read(sentence), code);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(words);
  });

  it.each(['各设区市网上可办率达到90%。', '实施“十百万”倍增工程，打造10个示范企业。', '每人一码。'])(
    'are not asked about in %s',
    (sentence) => {
      const p = read(sentence);
      const asked = ['numberForEach', 'numbersInTurn', 'multipleUnread', 'multipleAsGrowth'].flatMap((code) =>
        messages(p, code),
      );
      expect(asked).toEqual([]);
    },
  );

  it('stand in tables of indicators', () => {
    const p = plan(
      '一、目标\n| 指标名称 | 单位 | 2023年目标值 |\n|---|---|---|\n| 数据中心PUE |  | ≤1.3 |\n| 办理时限 | 天 | <3 |\n二、行动\n1.建设。',
    );
    expect(goals(p)).toEqual(['atMost 1.3', 'atMost 3天']);
  });
});

describe('numbers that plans write', () => {
  const read = (sentence: string): { found: string[]; passed: string[] } => {
    const p = plan(`一、专项行动\n牵头单位：市甲局\n1. ${sentence}`);
    return { found: targets(p)[0] ?? [], passed: messages(p, 'numberPassedOver') };
  };

  it.each<[string, string[]]>([
    ['新增上云企业１，２００家。', ['atLeast 1200家']],
    ['新增用户50万至60万户，引进企业1至2家。', ['range 50—60万户', 'range 1—2家']],
    ['机架达到12万架，算力超过200PFlops。', ['atLeast 12万架', 'exceed 200PFlops']],
    [
      '通达率超过九成，零售额突破六千亿元，培训二十万人次。',
      ['exceed 90%', 'exceed 6000亿元', 'atLeast 20万人次'],
    ],
    ['归集目录达2000类，组织3期培训。', ['atLeast 2000类', 'atLeast 3期']],
    [
      '组织培训6期，开展“数字讲堂”12期，推出证照应用120类。',
      ['atLeast 6期', 'atLeast 12期', 'atLeast 120类'],
    ],
    ['标准厂房8万㎡封顶，制发印章60万枚。', ['atLeast 8万平方米', 'atLeast 60万枚']],
    ['推广终端50万台（套）以上，走访不少于两百家次。', ['atLeast 50万台', 'atLeast 200家次']],
    ['光缆长度达到3200皮长公里。', ['atLeast 3200皮长公里']],
    ['推进3期工程，服务5类主体。', []],
    ['2024年新建基站20个，2023年新建15个。', ['atLeast 20个 2024-12-31', 'atLeast 15个']],
  ])('%s', (sentence, expected) => {
    expect(read(sentence).found).toEqual(expected);
  });

  it.each<[string, string[], string]>([
    ['基站由1.2万个增加到2万个。', ['atLeast 2万个'], '“1.2万个”是原有水平'],
    ['覆盖率从85%提高到92%。', ['atLeast 92%'], '“85%”是原有水平'],
    ['培育产值超100亿元企业2家。', ['atLeast 2家'], '分档标准'],
    ['推动1000个左右投资500万元以上的技改项目。', ['about 1000个'], '分档标准'],
    ['支持企业50家，每家最高奖励300万元。', ['atLeast 50家'], '奖补标准'],
    ['培育全省前3位企业。', [], '“3位企业”是位次'],
    ['接入视频8万囗。', [], '“8万囗”后面的计量单位不认识'],
    ['2021年建成基站50个。', [], '计划年度以前'],
  ])('%s and says what it leaves', (sentence, expected, why) => {
    const { found, passed } = read(sentence);
    expect(found).toEqual(expected);
    expect(passed.join()).toContain(why);
  });

  it('knows 5.10月底 and 2.5G as items 5 and 2', () => {
    const p = plan('一、专项\n1.甲。\n2.5G用户达到9万户。\n3.10月底前举办大会1场。');
    expect(p.tasks.map((t) => t.text)).toEqual(['甲。', '5G用户达到9万户。', '10月底前举办大会1场。']);
    expect(p.codes).not.toContain('taskNumberGap');
  });
});

describe('what stands around the plan', () => {
  it('does not take the demands of the notice for tasks', () => {
    const p = imported(
      '某.txt',
      '关于印发2024年重点工作分解的通知\n各区：\n一、各单位要提高站位。\n二、列第一位的责任单位为牵头单位。\n某市政府办公厅\n2024年重点工作分解\n一、壮大产业\n1. 产值突破56亿元。（责任单位：市甲局、市乙局）',
    );
    expect(units(p)).toEqual([['壮大产业', ['市甲局'], ['市乙局']]]);
    expect(p.codes).not.toContain('firstListedLeads');
    expect(p.yaml('plan/document.yaml')).toMatchObject({
      preamble: '一、各单位要提高站位。二、列第一位的责任单位为牵头单位。',
    });
  });

  it('lists boxes, headings that hold only headings, and numbers before the first section', () => {
    const p = plan(
      '全市产值力争达到30亿元。\n一、重点任务\n（一）产业提能\n牵头单位：市甲局\n1. 引进项目12个。\n专栏1 重点项目\n1.某产业园，投资35亿元。\n（二）消费提质\n牵头单位：市乙局\n2. 建设商圈2个。',
    );
    expect(targets(p)).toEqual([['atLeast 12个'], ['atLeast 2个']]);
    expect(messages(p, 'unreadText')).toHaveLength(2);
    expect(messages(p, 'sectionHeading')).toEqual([expect.stringContaining('3 “一、重点任务”')]);
    // In place of a section of goals.
    expect(messages(p, 'goalsFromPreamble')[0]).toContain('力争达到30亿元');
    expect(p.goals.groups[0]?.goals.map(({ target }) => target?.value)).toEqual([30]);
    const other = plan('全市产值达到30亿元。\n一、工作目标\n——用户达到5万户。\n二、任务\n1. 建设商圈2个。');
    expect(messages(other, 'numbersInPreamble')[0]).toContain('达到30亿元');
  });

  it('leaves the box of a web page out of the head', () => {
    const p = imported(
      '页.txt',
      '索 引 号： | 0001/2023 | 信息分类： | |\n文 号： | 某政办发〔2023〕5号 | 是否有效： | |\n收藏\n各区：\n现印发给你们。\n某市2023年行动计划\n一、行动\n1.建设基站6个。',
    );
    expect(p.yaml('plan/document.yaml')).toMatchObject({
      recipients: '各区：',
      preamble: '现印发给你们。',
      documentNumber: '某政办发〔2023〕5号',
    });
    expect(messages(p, 'unreadText')).toEqual([]);
  });
});

describe('a plan of several years', () => {
  const text =
    '某市行动计划（2022—2024年）\n一、主要目标\n2022年，新建基站26个。到2024年，累计建成80个。\n二、行动\n1.建设。';

  it('is drafted for its first year, and tells of the later ones', () => {
    const p = imported('多年.txt', text);
    expect(p.value.year).toBe(2022);
    expect(goals(p)).toEqual(['atLeast 26个']);
    expect(p.codes).toEqual(expect.arrayContaining(['severalYears', 'numberPassedOver']));
  });

  it('is drafted for the year that is asked for', () => {
    const { value } = importPlan('多年.txt', new TextEncoder().encode(text), 2024);
    expect(value?.year).toBe(2024);
    expect(value?.unsure.map((d) => d.code)).not.toContain('severalYears');
    expect(value?.counts.targets).toBe(1);
  });
});

describe('tables and lists', () => {
  it('reads indicators in the column of the year and lists the other cells', () => {
    const p = plan(
      '一、行动目标\n| 序号 | 指标名称 | 单位 | 2022年基期值 | 2023年目标值 | 2024年目标值 |\n|---|---|---|---|---|---|\n| 1 | 产业增加值 | 亿元 | 245 | ≥280 | 300 |\n| 2 | 改造覆盖率 | % | 75 | 90 | 100 |\n二、行动\n1.建设。',
    );
    expect(goals(p)).toEqual(['atLeast 280亿元', 'atLeast 90%']);
    expect(messages(p, 'unusedAttribution').join()).toMatch(/2022年基期值：245.*2024年目标值：100/s);
  });

  it('carries the head of a pasted table over headings between its rows', () => {
    const p = plan(
      '序号\t工作任务\t工作内容\t责任单位\t分管领导\n一、数字政府\n1\t一网通办\t新增主题13个\t市甲局牵头，市乙局配合\t王某\n二、数字经济\n2\t壮大产业\t净增企业40家\t市丙局\t李某',
    );
    expect(units(p)).toEqual([
      ['数字政府', ['市甲局'], ['市乙局']],
      ['数字经济', ['市丙局'], []],
    ]);
    expect(targets(p)).toEqual([['atLeast 13个'], ['atLeast 40家']]);
    expect(messages(p, 'unusedAttribution')).toEqual([
      expect.stringContaining('分管领导：王某'),
      expect.stringContaining('分管领导：李某'),
    ]);
  });

  it('takes dashes with units for tasks, ◆ lines for headings, and bold type for no part of the text', () => {
    const p = plan(
      '**一、主要任务**\n◆ 算力筑基\n（一）建成中心1个。（市甲局牵头）\n◆ 场景赋能\n（二）建成场景20个。（市乙局牵头）\n**二、补充任务**\n- 开放接口30个。（牵头单位：市丙局）',
    );
    expect(units(p)).toEqual([
      ['算力筑基', ['市甲局'], []],
      ['场景赋能', ['市乙局'], []],
      ['补充任务', ['市丙局'], []],
    ]);
    expect(targets(p)).toEqual([['atLeast 1个'], ['atLeast 20个'], ['atLeast 30个']]);
  });
});

describe('typing in half-width marks', () => {
  it.each([
    ['建设"双千兆",5G基站达到10万个。', '建设“双千兆”，5G基站达到10万个。', '5G基站'],
    ['推进"5G"和"云网"融合,新建基站1万个。', '推进"5G"和“云网”融合，新建基站1万个。', '新建基站'],
    ['做强"千兆","万兆"网络;机架达到3万架。', '做强“千兆”，“万兆”网络；机架达到3万架。', '机架'],
  ])('%s is mended, quotation marks in pairs', (source, text, name) => {
    const { tasks } = plan(`一、专项行动\n牵头单位：市甲局\n1. ${source}`);
    expect(tasks.map((task) => [task.text, task.targets[0]?.name])).toEqual([[text, name]]);
  });
});
