/** Plans of other years and provinces: other punctuation, numbering, headings and places of responsibility. */
import { describe, expect, it } from 'vitest';
import { planNotesFileSchema, requirementsFileSchema } from '../../src/model/plan/plan.ts';
import type { Target } from '../../src/model/plan/target.ts';
import { gbk } from '../support/gbk.ts';
import { imported } from './plan-import-helper.ts';

const words = (t: Target): string =>
  `${t.operator} ${t.value}${t.upper === undefined ? '' : `—${t.upper}`}${t.unit}${t.deadline ? ` ${t.deadline}` : ''}`;

const RESPONSIBILITY_AT_THE_END = `某某省2023年数字经济发展工作要点

为深入贯彻落实省委、省政府决策部署，制定本工作要点。

一、总体要求
坚持稳中求进。到2023年底，全省数字经济增加值突破2.5万亿元，核心产业增加值增长12%左右。

二、加快新型基础设施建设
1．推进5G网络深度覆盖。新建5G基站2万个，累计达到8万个以上，行政村通达率不低于90%。（责任单位：省通信管理局、省发展改革委，各市、县（市、区）人民政府，排第一位的为牵头单位，下同）
2．优化算力布局。6月底前建成智能计算中心，算力规模超过3000PFLOPS，PUE降至1.25以下。（责任单位：省发展改革委、省委网信办）

三、推动产业数字化
3、实施“千企改造”工程。推动１０００家以上规上工业企业数字化改造,打造省级智能工厂50个、智能车间100个；培育3-5个行业级平台。（省工业和信息化厅牵头，省财政厅、省国资委配合）
5.发展智慧农业。农产品网络零售额增长15％以上。（责任单位：省农业农村厅、省商务厅）

四、保障措施
（一）加强组织领导。省数字经济发展领导小组办公室要加强统筹协调。
（二）强化督促。各市、县（市、区）人民政府要制定实施方案。`;

describe('responsibility at the end of each task, tracks at the first level', () => {
  const plan = imported('要点.txt', RESPONSIBILITY_AT_THE_END);

  it('takes the units out of the text and gives them to the task and the track', () => {
    expect(plan.tasks.map((t) => t.responsible)).toEqual([
      { unit: '省通信管理局', assignedBy: 'plan' },
      { unit: '省发展改革委', assignedBy: 'plan' },
      { unit: '省工业和信息化厅', assignedBy: 'plan' },
      { unit: '省农业农村厅', assignedBy: 'plan' },
    ]);
    expect(plan.tasks[1]?.text).toBe(
      '优化算力布局。6月底前建成智能计算中心，算力规模超过3000PFLOPS，PUE降至1.25以下。',
    );
    expect(plan.tracks.map((t) => [t.name, t.leads, t.cooperating])).toEqual([
      ['加快新型基础设施建设', ['省通信管理局', '省发展改革委'], ['省委网信办']],
      ['推动产业数字化', ['省工业和信息化厅', '省农业农村厅'], ['省财政厅', '省国资委', '省商务厅']],
    ]);
    // 排第一位的为牵头单位，下同 was said, so nothing had to be assumed.
    expect(plan.codes).not.toContain('firstListedLeads');
  });

  it('says what it has mended, with the words around it', () => {
    const { mends } = planNotesFileSchema.parse(plan.yaml('plan/notes.yaml'));
    expect(mends).toContainEqual(
      expect.objectContaining({
        found: '推动１０００家以上规上工业企业数字化改造',
        mended: '推动1000家以上规上工业企业数字化改造',
      }),
    );
  });

  it('reads targets with deadlines, ranges, lists and full-width digits', () => {
    expect(plan.tasks.map((t) => t.targets.map(words))).toEqual([
      ['atLeast 2万个', 'atLeast 8万个', 'atLeast 90%'],
      ['yesNo 1项 2023-06-30', 'exceed 3000PFLOPS', 'atMost 1.25'],
      ['atLeast 1000家', 'atLeast 50个', 'atLeast 100个', 'range 3—5个'],
      ['atLeast 15%'],
    ]);
    expect(plan.goals.groups.flatMap((g) => g.goals).map((g) => g.target && words(g.target))).toEqual([
      'exceed 2.5万亿元',
      'about 12%',
    ]);
  });

  it('keeps the numbers of the plan and says where they jump', () => {
    expect(plan.tasks.map((t) => t.no)).toEqual([1, 2, 3, 5]);
    const gap = plan.value.unsure.find((d) => d.code === 'taskNumberGap');
    expect(gap?.at).toEqual({ file: '要点.txt', line: 14 });
  });

  it('leaves empty what is not printed', () => {
    expect(plan.yaml('plan/document.yaml')).toMatchObject({ year: 2023, documentNumber: '', recipients: '' });
    const missing = plan.value.unsure.filter(({ code }) => code === 'headFieldMissing');
    expect(missing.map(({ message }) => message)).toEqual([expect.stringMatching(/^3项没有找到，留空：/)]);
    expect(plan.goals.groups[0]?.goals[0]?.responsible).toMatchObject({ unit: '待定', assignedBy: 'office' });
  });
});

const MARKDOWN_ACTIONS = `# 乙省2024年“数字强省”建设行动计划

## 一、主要目标

- 数字经济核心产业增加值达到5000亿元左右
- 新增专精特新“小巨人”企业60家以上，力争累计超过500家
- 企业上云水平明显提高

## 二、重点行动

### 行动一：数字基建提速行动

牵头部门：省通信管理局
参与部门：省发展改革委、省自然资源厅

（1）新建5G基站1万座，机架总规模达到30万标准机架。
（2）启动IPv6技术创新试点。

### 行动二：数据要素赋能行动

牵头部门：省数据局

（1）出台公共数据授权运营管理办法。
（2）归集公共数据超过100亿条，开放数据集5000个以上。
（3）举办首届数据要素大赛和两场供需对接会。`;

describe('headings as in Markdown, tasks numbered anew in each track', () => {
  const plan = imported('计划.txt', MARKDOWN_ACTIONS);

  it('finds tracks and tasks', () => {
    expect(plan.tracks.map((t) => [t.name, t.shortName, t.leads, t.cooperating])).toEqual([
      ['数字基建提速行动', '数字基建提速', ['省通信管理局'], ['省发展改革委', '省自然资源厅']],
      ['数据要素赋能行动', '数据要素赋能', ['省数据局'], []],
    ]);
    expect(plan.tasks.map((t) => t.no)).toEqual([1, 2, 3, 4, 5]);
    expect(plan.codes).toContain('taskNumbersRestart');
    expect(plan.codes).not.toContain('taskNumberGap');
  });

  it('keeps a goal without a number as text, and 力争 with its clause', () => {
    const goals = plan.goals.groups.flatMap((g) => g.goals);
    expect(goals.map((g) => g.target && [words(g.target), g.target.softener ?? ''])).toEqual([
      ['about 5000亿元', ''],
      ['atLeast 60家', ''],
      ['exceed 500家', '力争'],
      null,
    ]);
  });

  it('asks about numbers in characters and chooses ladders by verbs', () => {
    expect(plan.tasks.map((t) => t.milestones?.ladder)).toEqual([
      undefined,
      'promote',
      'issue',
      undefined,
      undefined,
    ]);
    expect(plan.tasks[4]?.targets.map(words)).toEqual(['atLeast 2场']);
    expect(plan.codes).toContain('targetInWords');
  });
});

const PDF_COPY = `丁省数字政府建设工作领导小组办公室
丁省 2023 年数字政府和数字经济工作安排

第一部分 工作目标
全省一体化政务服务平台办件率达到95%，“跨省通办”事项不少于160项。

第二部分 重点任务
（一）夯实云网底座
推进全省政务云整合，完成80个以上业务系统迁移上云。牵头单位：省大数据局；配合单位：省财政厅、省工业和信
息化厅；完成时限：2023年10月底前。
— 3 —

丁省数字政府工作安排
建设全省统一的电子政务外网，带宽提升至100Gbps。牵头单位：省大数据局。
— 4 —
丁省数字政府工作安排
（二）提升数据能力
责任单位：省大数据局、省司法厅
①编制公共数据目录，归集率达98％。
②制定培训计划，三季度前完
— 5 —
丁省数字政府工作安排
成2000名干部轮训。
③推进数据条例立法调研。

第三部分 工作要求
各地各部门要高度重视。`;

describe('a copy from PDF in GBK, with page numbers and running heads', () => {
  const encoded = gbk(PDF_COPY);
  const plan = imported('安排.txt', encoded);

  it('drops page furniture and joins what it cut', () => {
    expect(plan.tasks.map((t) => t.text)).toEqual([
      '推进全省政务云整合，完成80个以上业务系统迁移上云。',
      '建设全省统一的电子政务外网，带宽提升至100Gbps。',
      '编制公共数据目录，归集率达98%。',
      '制定培训计划，三季度前完成2000名干部轮训。',
      '推进数据条例立法调研。',
    ]);
    expect(plan.codes).toEqual(expect.arrayContaining(['sourceEncoding', 'noiseLines', 'lineJoined']));
  });

  it('reads units and deadlines that follow the sentence', () => {
    expect(plan.tracks.map((t) => [t.leads, t.cooperating])).toEqual([
      [['省大数据局'], ['省财政厅', '省工业和信息化厅']],
      [['省大数据局'], ['省司法厅']],
    ]);
    expect(plan.tasks.map((t) => t.targets.map(words))).toEqual([
      ['atLeast 80个 2023-10-31'],
      ['atLeast 100Gbps'],
      ['atLeast 98%'],
      ['atLeast 2000名 2023-09-30'],
      [],
    ]);
    expect(plan.codes).toEqual(expect.arrayContaining(['firstListedLeads', 'vagueDeadline']));
  });
});

const TABLE = `丙数专班[2023]5号
关于印发《丙市数字经济2023年重点任务清单》的通知
各县（市、区）人民政府，市直各单位：
现将清单印发给你们，请认真贯彻执行。
丙市数字经济专班办公室
2023年3月1日

| 序号 | 重点任务 | 工作目标 | 牵头单位 | 配合单位 | 完成时限 | 备注 |
|---|---|---|---|---|---|---|
| 一、数字产业化 | | | | | | |
| 1 | 壮大电子信息产业 | 规模以上电子信息制造业营业收入突破600亿元 | 市工信局 | 市商务局、市投促局 | 12月底 | |
| 2 | 建设软件园 | 园区二期建成投用 | 市发改委 | 市住建局 | 9月底 | |
| 二、产业数字化 | | | | | | |
| 3 | 企业上云 | 新增上云企业500家 | 市工信局 | 各县（市、区）政府 | 全年 | 重点 |`;

describe('a table of tasks', () => {
  const plan = imported('清单.txt', TABLE);

  it('reads rows by the headings of their columns', () => {
    expect(plan.tracks.map((t) => [t.name, t.leads, t.cooperating])).toEqual([
      ['数字产业化', ['市工信局', '市发改委'], ['市商务局', '市投促局', '市住建局']],
      ['产业数字化', ['市工信局'], []],
    ]);
    expect(plan.tasks.map((t) => [t.brief, t.responsible.unit, t.targets.map(words)])).toEqual([
      ['壮大电子信息产业', '市工信局', ['exceed 600亿元']],
      ['建设软件园', '市发改委', ['yesNo 1项 2023-09-30']],
      ['企业上云', '市工信局', ['atLeast 500家']],
    ]);
  });

  it('keeps signature and date out of the data, as comments: every plan has them', () => {
    expect(plan.yaml('plan/document.yaml')).toMatchObject({ documentNumber: '丙数专班〔2023〕5号' });
    expect(plan.codes).not.toContain('unreadText');
    expect(plan.value.counts.unread).toBe(0);
    expect(plan.value.files.find((f) => f.path === 'plan/notes.yaml')?.text).toContain(
      '# 第6行：2023年3月1日',
    );
    expect(plan.value.unsure.find((d) => d.code === 'unusedColumns')?.message).toContain('备注');
  });
});

describe('what the text does not say', () => {
  it('is not made up: no unit, no year, no number', () => {
    const plan = imported(
      '无.txt',
      '一、重点工作\n1.推进平台建设，力争取得明显成效。\n2.补正材料3天以内办结，涨幅控制在3%左右。',
    );
    expect(plan.value.year).toBeUndefined();
    expect(plan.tracks[0]?.leads).toEqual(['待定']);
    expect(plan.tasks.map((t) => t.targets)).toEqual([[], []]);
    expect(plan.yaml('plan/document.yaml')).not.toHaveProperty('year');
    expect(plan.codes).toEqual(
      expect.arrayContaining(['yearUnknown', 'trackWithoutUnits', 'numberPassedOver', 'draftIncomplete']),
    );
    expect(plan.value.files.find((f) => f.path === 'units.yaml')?.text).toContain('[]');
  });

  it('is told from what goes beyond the year', () => {
    const plan = imported(
      '计划.txt',
      '某省2022年工作计划\n一、工作目标\n到2025年，5G基站达到10万个。\n二、重点任务\n（一）基建专项\n牵头单位：省工信厅\n1. 建设基站。\n2. 举办论坛。',
    );
    expect(plan.codes).toContain('laterYear');
    expect(plan.goals.groups[0]?.goals[0]?.target?.deadline).toBe('2025-12-31');
  });
});

describe('what stands behind the plan', () => {
  const plan = `某省2023年数字经济发展工作计划

一、工作目标
——新建5G基站1万个。

二、重点任务
（一）数字基础设施专项
牵头单位：省通信管理局
1. 新建5G基站1万个。
2. 印发算力发展方案。

三、工作要求
（一）加强督促检查。对进展缓慢的予以通报
附件：1.主要指标表
附件1
主要指标表
抄送：省委办公厅。
`;
  it('is no part of its last paragraph, is kept as a comment and told of once', () => {
    const { value, yaml, codes } = imported('计划.txt', plan);
    const { paragraphs } = requirementsFileSchema.parse(yaml('plan/requirements.yaml'));
    expect(paragraphs.at(-1)?.text).toMatch(/予以通报$/);
    expect(value.unsure.filter(({ code }) => code === 'annexNotRead').map(({ at }) => at?.line)).toEqual([
      14,
    ]);
    expect(codes).not.toContain('unreadText');
    expect(value.files.find(({ path }) => path === 'plan/notes.yaml')?.text).toContain('抄送：省委办公厅');
  });

  it('is the plan itself where the notice above it is short', () => {
    const { tasks } = imported(
      '计划.txt',
      `关于印发工作计划的通知\n各单位：\n现予印发。\n附件：某省2023年工作计划\n${plan}`,
    );
    expect(tasks).toHaveLength(2);
  });
});
