/** What a task promises besides its numbers is told. All texts are invented. */
import { describe, expect, it } from 'vitest';
import { innerQuotes } from '../../src/base/chinese/text.ts';
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

  it('is not told of the title that says it once more, nor of a task that is to be done by its day', () => {
    expect(besides('举办数字消费节。举办数字消费节活动2场以上。')).toEqual([]);
    expect(besides('印发产业规划。遴选先导试验区2个。')).toHaveLength(1);
    const whole = '编制产业链图谱。编制完成图谱和目录。（牵头单位：市甲局；完成时限：3月底前）';
    expect(besides(whole)).toEqual([]);
    expect(plan(whole).tasks[0]?.targets.map(({ deadline }) => deadline)).toEqual(['2023-03-31']);
    expect(besides('编制图谱，培育企业3家。（牵头单位：市甲局；完成时限：3月底前）')).toHaveLength(1);
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

const read = (task: string): string[] =>
  plan(task).tasks.flatMap(({ targets }) =>
    targets.map(({ name, value, unit, deadline }) =>
      [name, `${value}${unit}`, deadline ?? ''].join(' ').trim(),
    ),
  );

describe('a clause that only says when', () => {
  it.each<[string, string[]]>([
    ['完成数字化上图470万亩，10月31日前完成。', ['完成数字化上图 470万亩 2023-10-31']],
    ['完成数字化上图470万亩，三季度完成，培训20人。', ['完成数字化上图 470万亩 2023-09-30', '培训 20人']],
    ['完成3座水库监测设施建设，力争二季度全部完工。', ['完成水库监测设施建设 3座 2023-06-30']],
    ['发布百强企业榜单，三季度完成。', ['发布百强企业榜单 1项 2023-09-30']],
    [
      '建成交换中心（武汉），一季度投入试运行，接入企业50家。',
      ['交换中心（武汉）投入试运行 1项 2023-03-31', '接入企业 50家'],
    ],
    ['出台《促进办法》，于5月1日前施行。', ['《促进办法》施行 1项 2023-05-01']],
  ])('%s speaks of what stands before it', (task, expected) => {
    expect(read(task)).toEqual(expected);
  });
});

it('what a project costs in all is no amount of the year', () => {
  const task = '总投资1.2亿元的云计算中心一期于9月底前建成投用，新增机架300架。';
  expect(read(task)).toEqual(['云计算中心一期建成投用 1项 2023-09-30', '新增机架 300架']);
  const told = plan(task).value.unsure.map(({ message }) => message);
  expect(told.join()).toMatch(/“总投资1.2亿元的.*”是项目的总投资，不是本年要完成的数，未列为目标/);
});

it.each([
  '确保年底前投入运行',
  '年底通过验收',
  '重大网络安全事件零发生',
  '全年不发生重大数据安全事件',
  '每半年更新一次',
  '每季度开展一次数据质量评估',
  '贷款余额增速高于各项贷款平均增速',
  '三季度见到成效',
  '5月底前完成改造3间，年底全部完工',
])('%s is told beside a number', (promise) => {
  const messages = plan(`新增接口20个，${promise}。`).value.unsure.map(({ message }) => message);
  expect(messages.join()).toContain(`“${promise.replace(/^.*，/, '')}”没有数量，未列为目标`);
});

it('shares in tenths are numbers behind any word', () => {
  expect(read('企业数字化转型覆盖面六成以上，完成组建。')).toEqual(['企业数字化转型覆盖面 60%']);
});

describe('a day in a task in which nothing is counted', () => {
  it.each<[string, string[]]>([
    ['9月底前接入省级平台。', ['接入省级平台 1项 2023-09-30']],
    ['6月底前，推动系统迁移上云。', ['推动系统迁移上云 1项 2023-06-30']],
    ['推动平台对接，力争三季度实现互联互通。', ['实现互联互通 1项 2023-09-30']],
    ['6月底前形成目录，11月底前开放共享。', ['形成目录 1项 2023-06-30', '开放共享 1项 2023-11-30']],
  ])('%s binds', (task, expected) => {
    expect(read(task)).toEqual(expected);
    const told = plan(task).value.unsure.filter(({ code }) => code === 'boundByDay');
    expect(told.map(({ severity }) => severity)).toEqual(['info']);
  });

  it.each(['年底前接入省级平台。', '推动上半年遗留问题整改。', '优化平台服务。'])(
    '%s is judged by stages',
    (task) => {
      expect(plan(task).tasks[0]?.targets).toEqual([]);
      expect(plan(task).tasks[0]?.milestones).toBeDefined();
    },
  );
});

it.each<[string, string]>([
  ['制定《某市服务清单》，3月底前印发。', '《某市服务清单》印发 1项 2023-03-31'],
  ['制定《某市服务清单》，广泛征求意见，6月底前印发实施。', '《某市服务清单》印发实施 1项 2023-06-30'],
  [
    '制定《某省算力基础设施高质量发展行动计划（2023—2025年）》，6月底前印发实施。',
    '《某省算力基础设施高质量发展行动计划（2023—2025年）》 1项 2023-06-30',
  ],
  ['建成数据交换中心，一季度投入试运行。', '数据交换中心投入试运行 1项 2023-03-31'],
])('what became a target is not told as one that is missing: %s', (task, expected) => {
  const p = plan(task);
  expect(read(task)).toEqual([expected]);
  expect(p.tasks[0]?.targets[0]?.sentence).toBe(task.replace(/。$/, ''));
  expect(p.codes.filter((code) => ['eventsBesides', 'numberPassedOver'].includes(code))).toEqual([]);
});

it('a year before a name is no number, and the event is told of', () => {
  const p = plan('办好2023世界VR产业大会，相关产业营业收入突破1000亿元。');
  expect(p.codes).not.toContain('numberPassedOver');
  const { message } = p.value.unsure.find(({ code }) => code === 'eventsBesides') ?? {};
  expect(message).toContain('“办好2023世界VR产业大会”没有数量，未列为目标');
  expect(read('接待游客2024万人次，新增商户2023户。')).toEqual(['接待游客 2024万人次', '新增商户 2023户']);
  expect(plan('办好10件民生实事。').codes).not.toContain('eventsBesides');
});

it.each([
  '失信被执行人保持“零记录”',
  '事故起数和死亡人数“双下降”',
  '泄露事件为0',
  '安全事件零发生',
  '确保新增欠款只减不增',
])('what no number measures is told of: %s', (promise) => {
  const remark = plan(`新增企业9家，${promise}。`).value.unsure.find(({ code }) => code === 'eventsBesides');
  expect(remark?.message).toContain(`“${innerQuotes(promise)}”没有数量`);
});

it.each<[string, string | undefined, string, RegExp]>([
  [
    '6月30日前完成招标，12月20日前上线',
    '2023-12-20',
    'deadlineOfStages',
    /最后的12月20日前处理，“6月30日前完成招标”未列为目标/,
  ],
  ['每季度25%', undefined, 'deadlineUnread', /“每季度25%”无法识别/],
  ['9月底', '2023-09-30', 'deadlineOfStages', /^$/],
])('days of a task in its own column or label: %s', (words, deadline, code, remark) => {
  const p = imported(
    '某.txt',
    `某某市2023年工作要点\n一、专项\n1.接入终端9个。牵头单位：市甲局；完成时限：${words}\n2.新增企业5家。牵头单位：市乙局`,
  );
  expect(p.tasks[0]?.targets.map((target) => target.deadline)).toEqual([deadline]);
  expect(p.value.unsure.find((one) => one.code === code)?.message ?? '').toMatch(remark);
});

it('a sum of several is asked for in no place’s words', () => {
  const told = plan('各乡镇新增企业3家。').value.unsure.find(({ code }) => code === 'numberForEach');
  expect(told?.hints?.join()).toMatch(/^把 value 改为全年的合计数/);
});
