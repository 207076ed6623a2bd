/** The few words that charts and lists call a task by. All texts are invented. */
import { describe, expect, it } from 'vitest';
import { type Imported, imported } from './plan-import-helper.ts';

const plan = (task: string): Imported =>
  imported('某.txt', `某某市2023年数字经济工作要点\n一、专项行动\n牵头单位：市甲局\n1. ${task}`);
const brief = (task: string): string | undefined => plan(task).tasks[0]?.brief;

describe('a task about a paper is called by its title', () => {
  it.each([
    ['印发《江西省未来产业发展中长期规划（2023—2035年）》，年内遴选2个试验区。', '未来产业发展中长期规划'],
    ['11月底前印发《江西省数字政府建设总体方案实施细则》。', '数字政府建设总体方案实施细则'],
    ['出台《江西省数字经济领域关键核心技术攻关实施方案》。', '关键核心技术攻关实施方案'],
    ['出台《数据应用条例》配套制度3项以上。', '《数据应用条例》配套制度'],
  ])('%s', (task, expected) => {
    expect(brief(task)).toBe(expected);
  });
});

describe('when, by what verb and how many', () => {
  it.each([
    ['9月底前举办1场全省制造业数字化转型现场会。', '全省制造业数字化转型现场会'],
    ['滚动推进120个数字经济重点产业项目建设，完成投资720亿元。', '数字经济重点产业项目建设'],
    ['上半年召开全省电子信息产业链对接会，全年举办6场活动。', '全省电子信息产业链对接会'],
    ['9月底前，举办1场全市现场推进会。', '全市现场推进会'],
    ['支持龙头企业并购重组。', '龙头企业并购重组'],
    ['建成省级算力调度平台并上线运行。', '省级算力调度平台'],
    ['推动100家以上省属国企完成数字化改造。', '省属国企完成数字化改造'],
    ['一季度完成数字经济子基金首期出资。', '数字经济子基金首期出资'],
    ['“云游某地”平台注册用户由600万人增加到1000万人。', '“云游某地”平台注册用户'],
    ['新增国家级“小巨人”企业30家、省级中小企业300家。', '国家级“小巨人”企业'],
    ['跨境电商进出口额增长20%以上。', '跨境电商进出口额'],
    ['2023世界某产业大会签约50个。', '2023世界某产业大会签约'],
    // No counts: 12316 is a number to call, 百亿级 a size.
    ['推进12316服务、农业服务融合。', '12316服务、农业服务融合'],
    ['打造百亿级产业集群。', '百亿级产业集群'],
    ['一般事项审批时限压减至3个工作日以内。', '一般事项审批时限'],
    ['政务信息化运维费用控制在1800万元以内。', '政务信息化运维费用'],
    ['培训2000-3000人次，举办活动3场。', '培训2000—3000人次'],
    ['完成投资120亿元（其中工业投资80亿元）。', '投资120亿元'],
    ['一季度新增10家，二季度新增20家。', '新增10家'],
    ['引进项目50个、总投资100亿元，其中亿元以上项目20个。', '项目50个、总投资100亿元'],
    ['5月底前印发方案，新建5G基站2000个。', '印发方案'],
    ['建设云平台。', '建设云平台'],
    ['其他指标不低于全市平均水平。', '其他指标不低于全市平均水平'],
  ])('stand in no name: %s', (task, expected) => {
    expect(brief(task)).toBe(expected);
  });
});

it.each([
  '深化《某某市与某某集团关于共同推进数字经济高质量发展的战略合作框架协议》落实工作，引进项目。',
  '建设覆盖城乡的“一张网、一朵云、一个平台、一个中心、一套标准”基础支撑。',
  '将数字经济知识作为各级党校（行政学院、干部学院）主体班次内容。',
  '培育数字经济领域重点行业“专精特新”企业和制造业单项冠军企业。',
])('no pair of marks is cut in two: %s', (task) => {
  const { tasks, codes } = plan(task);
  const name = tasks[0]?.brief ?? '';
  expect([...name].length).toBeLessThanOrEqual(16);
  expect([...name].length).toBeGreaterThanOrEqual(4);
  for (const [open, close] of ['《》', '“”', '（）'])
    expect(name.split(open as string)).toHaveLength(name.split(close as string).length);
  expect(codes).toContain('briefsCut');
});
