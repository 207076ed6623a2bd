/** Tasks in a table behind the plan, and plans of several years. */
import { describe, expect, it } from 'vitest';
import { imported } from './plan-import-helper.ts';

describe('a table of tasks behind the plan', () => {
  const TABLE = [
    '附件：任务清单',
    '| 序号 | 行动 | 重点任务 | 牵头单位 | 完成时限 |',
    '| --- | --- | --- | --- | --- |',
    '| 1 | 政务云行动 | 扩容服务器200台 | 省甲局 | 2023年6月底 |',
    '| 2 | 数据行动 | 编制目录5000条 | 省乙中心 | 2023年12月 |',
  ];
  const plan = (units: string) =>
    imported(
      '某.txt',
      [
        '某省2023年数字政府行动计划',
        '一、目标',
        '新增用户9万户。',
        '二、重点行动',
        `（一）政务云行动\n优化政务云。${units}`,
        `（二）数据行动\n加快归集。${units}`,
        '三、保障措施',
        '各地要于4月15日前将方案报省政府办公厅。',
        ...TABLE,
      ].join('\n'),
    );

  it('holds the tasks where the text says of none who does it', () => {
    const p = plan('');
    expect(p.tracks.map(({ name, leads, tasks }) => [name, leads, tasks.map(({ text }) => text)])).toEqual([
      ['政务云行动', ['省甲局'], ['扩容服务器200台。']],
      ['数据行动', ['省乙中心'], ['编制目录5000条。']],
    ]);
    expect(p.value.unsure.find(({ code }) => code === 'annexTasksRead')?.message).toBe(
      '正文的任务没有写责任单位，2项任务取自附件中的任务表；正文中的2段不列为任务：第5行“政务云行动”、第7行“数据行动”。',
    );
    expect(p.codes).not.toContain('annexNotRead');
    expect(p.value.files.find(({ path }) => path === 'plan/notes.yaml')?.text).toContain('优化政务云。');
    expect(p.yaml('plan/requirements.yaml')).toMatchObject({
      duties: [{ kind: 'city', who: '各地', deadline: '2023-04-15' }],
    });
  });

  it('is left, with a word on how to take it, where the text names the units', () => {
    const p = plan('（省丙局）');
    expect(p.tasks.map(({ responsible }) => responsible.unit)).toEqual(['省丙局', '省丙局']);
    const told = p.value.unsure.find(({ code }) => code === 'annexNotRead');
    expect(told?.hints.join()).toContain('把表单独存为一个文件再导入');
  });
});

describe('a table of indicators behind the plan', () => {
  const plan = (...tail: string[]) =>
    imported(
      '某.txt',
      [
        '某省2023年数字经济工作要点',
        '一、目标',
        '增加值增长12%。',
        '二、任务',
        '1.新增企业9家。（省甲厅）',
        '2.建成平台3个。（省乙厅）',
        '附件：主要指标分解表',
        '| 指标 | 单位 | 2022年实际 | 2023年目标 | 责任单位 |',
        '| --- | --- | --- | --- | --- |',
        '| 增加值占比 | % | 8 | 9 | 省统计局 |',
        '| 基站 | 万个 | 12.5 | 16 | 省丙局 |',
        ...tail,
      ].join('\n'),
    );
  const goals = (p: ReturnType<typeof plan>): unknown[] =>
    p.goals.groups.flatMap((group) => group.goals.map(({ name, responsible }) => [name, responsible.unit]));
  const READ = [
    ['增加值增长', '待定'],
    ['增加值占比', '省统计局'],
    ['基站', '省丙局'],
  ];

  it('holds goals, which are to be held against those of the text', () => {
    const p = plan();
    expect(goals(p)).toEqual(READ);
    expect(p.tasks).toHaveLength(2);
    expect(p.value.unsure.find(({ code }) => code === 'annexIndicatorsRead')?.message).toBe(
      '附件中指标表的2行列为年度目标。',
    );
    expect(p.codes).not.toContain('annexNotRead');
  });

  it('is joined with what the text says of the same, in its words; what differs stays apart', () => {
    const rows = [
      '| 经营主体总量 | 万户 | 38.8 | 42 | 市甲局 |',
      '| 招商引资到位资金增速 | % | 8.2 | 10以上 | 市乙局 |',
      '| 企业开办时间 | 工作日 | 1.5 | ≤1 | 市甲局 |',
      '| 网上可办率 | % | 96.5 | ≥98 | 市丙局 |',
      '| 新增企业 | 家 | 35 | 41 | 市丁局 |',
    ];
    const p = imported(
      '某.txt',
      [
        '某市2024年优化营商环境工作要点',
        '一、目标',
        '全市经营主体总量达到42万户；招商引资到位资金增长10%以上；企业开办时间压减至1个工作日以内；网上可办率不低于98%；新增企业40家。',
        '二、任务',
        '1.建成平台3个。（市乙局）',
        '附件：主要指标',
        '| 指标 | 单位 | 2023年 | 2024年目标 | 责任单位 |',
        '| --- | --- | --- | --- | --- |',
        ...rows,
      ].join('\n'),
    );
    const read = p.goals.groups.flatMap((group) =>
      group.goals.map(({ text, responsible, target }) => [text, responsible.unit, target?.baseline?.value]),
    );
    expect(read).toEqual([
      ['全市经营主体总量达到42万户', '市甲局', 38.8],
      ['招商引资到位资金增长10%以上', '市乙局', undefined],
      ['企业开办时间压减至1个工作日以内', '市甲局', 1.5],
      ['网上可办率不低于98%', '市丙局', 96.5],
      ['新增企业40家', '待定', undefined],
      ['新增企业41家', '市丁局', undefined],
    ]);
    expect(p.value.unsure.find(({ code }) => code === 'indicatorsJoined')?.message).toContain(
      '都写有的4项年度目标',
    );
    expect(p.value.unsure.find(({ code }) => code === 'baselineNeeded')).toBeUndefined();
  });

  it('does not hide what stands beside it', () => {
    const p = plan('附件2：任务清单', '| 序号 | 重点任务 | 牵头单位 |', '| 1 | 扩容服务器200台 | 省丁厅 |');
    expect(goals(p)).toEqual(READ);
    expect(p.value.unsure.find(({ code }) => code === 'annexNotRead')?.message).toContain(
      '其中表格2行没有读入',
    );
  });
});

describe('a plan of three years', () => {
  const plan = (...goals: string[]) =>
    imported(
      '某.txt',
      ['某市数字经济三年行动计划（2023—2025年）', '一、目标', ...goals, '二、任务', '1.新建机房2个。'].join(
        '\n',
      ),
    );
  const goals = (p: ReturnType<typeof plan>): unknown[] =>
    p.goals.groups.flatMap(({ goals: list }) =>
      list.map(({ name, target }) => [
        name,
        target && `${target.value}${target.unit}`,
        target?.baseline?.value,
      ]),
    );

  it('has only the numbers of the year that is drafted, and lists the others', () => {
    const p = plan(
      '——规模。2023年，增加值达到800亿元；2024年达到920亿元；2025年突破1000亿元，三年累计培育企业30家。',
    );
    expect(goals(p)).toEqual([['增加值', '800亿元', undefined]]);
    const told = p.value.unsure.filter(({ code }) => code === 'numberPassedOver').map((one) => one.message);
    expect(told.join()).toContain('第3行年度目标“2024年达到920亿元”；第3行年度目标“2025年突破1000亿元”');
    expect(told.join()).toContain('三年累计培育企业30家');
  });

  it.each([
    ['到2023、2024、2025年，数控化率分别达到60%、63%、66%。', '数控化率', '60%'],
    ['2023年、2024年、2025年分别培育企业8家、10家、12家。', '培育企业', '8家'],
  ])('takes its number out of those in turn: %s', (sentence, name, value) => {
    const p = plan(sentence);
    expect(goals(p)).toEqual([[name, value, undefined]]);
    expect(p.codes).not.toContain('numbersInTurn');
  });

  it('reads its column of a table with the unit behind the name, and the year before as the start', () => {
    const p = plan(
      '| 指标 | 2022年 | 2023年 | 2024年 |',
      '| --- | --- | --- | --- |',
      '| 共享率（%） | 85 | 90 | 93 |',
      '| 软件业收入（亿元） | 60 | 72 | 86 |',
    );
    expect(goals(p)).toEqual([
      ['共享率', '90%', 85],
      ['软件业收入', '72亿元', undefined],
    ]);
    const unused = p.value.unsure.find(({ code }) => code === 'unusedAttribution')?.message;
    expect(unused).toContain('“软件业收入，2022年：60”');
  });
});
