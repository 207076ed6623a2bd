/** A section 保障措施 whose items name units, and tasks that name none. */
import { describe, expect, it } from 'vitest';
import { type Imported, imported } from './plan-import-helper.ts';

const plan = (...lines: string[]): Imported =>
  imported('某.txt', ['某某市2023年数字经济工作要点', ...lines].join('\n'));
const told = (p: Imported, code: string): string[] =>
  p.value.unsure.filter((d) => d.code === code).map(({ severity, message }) => `${severity} ${message}`);
const unitsOf = (p: Imported): string[] =>
  (p.yaml('units.yaml') as { name: string }[]).map(({ name }) => name);

const TASKS = [
  '一、重点任务',
  '（一）产业专项（牵头单位：市甲局）',
  '1.新增企业9家。（责任单位：市甲局）',
  '2.新增园区2个。（责任单位：市财政局）',
];
const MEASURES = [
  '（一）强化要素保障。安排专项资金3亿元。（市财政局、市委督查室）',
  '（二）制定实施方案。各县要于4月底前制定方案。（责任单位：市乙局，各县人民政府）',
  '（三）严格考核。（市委督查室）',
];

describe('保障措施 whose items name units', () => {
  it.each(['二、保障措施', '二、强化组织保障', '二、组织领导和保障措施', '二、工作要求'])(
    '%s is asked about, and no track',
    (title) => {
      const p = plan(...TASKS, title, ...MEASURES);
      expect(p.tracks.map(({ name }) => name)).toEqual(['产业专项']);
      expect(unitsOf(p)).toEqual(['市甲局', '市财政局']);
      expect(told(p, 'requirementsNamed')).toEqual([
        `warning “${title.slice(2)}”各条写有责任单位，仍按工作要求处理，不列为专项，不填报、不评定；其中的数不作目标：“安排专项资金3亿元”；只在这里出现的市委督查室、市乙局没有列入单位名册。`,
      ]);
    },
  );

  it('tells in its text and its duties who sees to what', () => {
    const { paragraphs, duties } = plan(...TASKS, '二、保障措施', ...MEASURES).yaml(
      'plan/requirements.yaml',
    ) as { paragraphs: { text: string }[]; duties: Record<string, string>[] };
    expect(paragraphs[0]?.text).toBe('安排专项资金3亿元。（市财政局、市委督查室）');
    expect(duties.map(({ id, who, what }) => [id, who, what])).toEqual([
      ['R01', '市财政局', '安排专项资金3亿元'],
      ['R02', '市委督查室', '安排专项资金3亿元'],
      // Whom a sentence itself names is meant by it.
      ['R03', '各县', '于4月底前制定方案'],
      ['R04', '市委督查室', '严格考核'],
    ]);
  });

  it('is a track, which is told, where it is numbered on with the tasks', () => {
    const p = plan(...TASKS, '二、保障措施', '3.安排专项资金3亿元。（责任单位：市财政局）');
    expect(p.tracks.map(({ name }) => name)).toEqual(['产业专项', '保障措施']);
    expect(told(p, 'requirementsCounted')).toHaveLength(1);
  });

  it.each(['二、网络安全保障专项', '二、强化要素保障', '二、加强人才保障'])('%s is work', (title) => {
    const p = plan(...TASKS, title, '1.引进人才30名。（责任单位：市丙局）');
    expect(p.tracks.map(({ name }) => name)).toEqual(['产业专项', title.slice(2)]);
    expect(p.codes).not.toContain('requirementsNamed');
  });
});

describe('a task that names nobody, where only the others of its track do', () => {
  const track = (...tasks: string[]): Imported => plan('一、产业行动', ...tasks);
  const units = (p: Imported): unknown[] =>
    p.tasks.map(({ responsible: { unit, assignedBy } }) => [unit, assignedBy]);

  it('is nobody\u2019s when they have several units, and what stands like a unit at its end is named', () => {
    const p = track(
      '1.新增企业9家。（市甲局）',
      '2.新增园区2个。（市乙局）',
      '3.新增平台3个（政务服务中心）。',
    );
    expect(units(p)[2]).toEqual(['待定', 'office']);
    expect(told(p, 'taskWithoutUnit')).toEqual([
      'warning 任务3没有指明责任单位，暂记“待定”；句末的“（政务服务中心）”没有认作单位。',
    ]);
  });

  it('is their unit\u2019s when they have but one, which is asked about', () => {
    const p = track('1.新增企业9家。（市甲局）', '2.新增园区2个。（市甲局）', '3.新增平台3个。');
    expect(units(p)[2]).toEqual(['市甲局', 'office']);
    expect(told(p, 'unitOfOthers')).toEqual([
      'warning 任务3没有指明责任单位，同一专项的其他任务写的都是市甲局，暂记在它名下。',
    ]);
  });

  it('is its track\u2019s, which is asked about where something like a unit stands at its end', () => {
    const p = plan(
      '一、产业行动（牵头单位：市甲局）',
      '1.建成升级大厅（政务服务中心）。',
      '2.引进人才（博士）9名。',
    );
    expect(units(p)).toEqual([
      ['市甲局', 'plan'],
      ['市甲局', 'plan'],
    ]);
    expect(told(p, 'bracketNotUnits')).toEqual([
      'warning 任务1句末的“（政务服务中心）”像是责任单位，没有读作单位，任务暂记在市甲局名下。',
    ]);
  });

  it('but a list with an office in it names units, without a full stop ahead too', () => {
    const p = plan('一、产业行动（牵头单位：市甲局）', '1.接入企业50家（市大数据局、云泽供电公司）');
    expect(p.tasks.map(({ responsible, text }) => [responsible.unit, text])).toEqual([
      ['市大数据局', '接入企业50家'],
    ]);
  });

  it.each(['市委督查室', '市政府研究室', '市政研室', '市工作专班'])('%s is a unit', (name) => {
    expect(units(track(`1.新增企业9家。（${name}）`))).toEqual([[name, 'plan']]);
  });
});

describe('sloppy sentences', () => {
  const targets = (sentence: string): string[] =>
    plan('一、产业行动（牵头单位：市甲局）', `1.${sentence}`).tasks.flatMap((task) =>
      task.targets.map(({ name, kind, deadline = '' }) => `${name} ${kind} ${deadline}`),
    );
  it.each<[string, string[]]>([
    // A mark that should be a comma: two things, each with its day.
    ['二季度完成主体工程、年底前投入运行。', ['完成主体工程 deadline 2023-06-30']],
    ['6月底前完成招标、9月底前上线运行。', ['完成招标 deadline 2023-06-30', '上线运行 deadline 2023-09-30']],
    ['9月底前完成招标、设计工作。', ['完成招标、设计工作 deadline 2023-09-30']],
    ['新入园企业不少于15家。', ['新入园企业 cumulative ']],
    ['年内新登记企业不少于200家。', ['新登记企业 cumulative ']],
  ])('%s', (sentence, expected) => {
    expect(targets(sentence)).toEqual(expected);
  });
});
