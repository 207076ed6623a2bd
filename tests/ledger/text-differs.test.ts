/** Number and text that disagree: pointed at where sure, silent otherwise. */
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/model/document/figure.ts';
import type { Target } from '../../src/model/plan/target.ts';
import { figure, target, task, taskOf } from './helper.ts';

const STATIONS: Partial<Target> = { name: '新建5G基站', value: 1.4, unit: '万个' };
const INVESTED: Partial<Target> = { name: '重点产业项目完成投资', value: 650, unit: '亿元' };
const SHARE: Partial<Target> = {
  name: '固定网络IPv6流量占比',
  value: 40,
  unit: '%',
  kind: 'ratio',
  baseline: { value: 5, asOf: '2021-12-31', source: '', demo: false },
};

/** Of the plan: in a bare 万, in pieces, without a verb, of two things, in another measure word. */
const LINKS: Partial<Target> = { name: '全省泛物联网连接数', value: 3000, unit: '万', kind: 'stock' };
const USERS: Partial<Target> = { name: '5G终端用户数（累计）', value: 2000, unit: '万户', kind: 'stock' };
const PLATFORMS: Partial<Target> = { name: '培育的省级科技创新平台', value: 15 };
const FIRMS: Partial<Target> = { name: '支持的数字经济重点企业', value: 100 };
const MODELS: Partial<Target> = { name: '“数字开发区”标杆', value: 10 };
const PLANTS: Partial<Target> = { name: '打造数字化车间、智能工厂', value: 200 };
const LISTS: Partial<Target> = { name: '形成“机会清单”和“产品清单”', value: 2, unit: '批', kind: 'events' };
const POWER: Partial<Target> = { name: '数据中心电能利用效率', value: 1.2, unit: '', kind: 'ratio' };
const MILLIONS: Partial<Target> = { name: '回流省级数据', value: 1, unit: '亿条', operator: 'exceed' };

function found(change: Partial<Target>, value: Figure, progress: string, quarter = 1): string[] {
  const before = Array.from({ length: quarter - 1 }, () => undefined);
  const record = taskOf(task(1, { targets: [target(change)] }), [
    ...before,
    { values: { 'T001-1': value }, progress },
  ]);
  return record.findings.filter((f) => f.check === 'text-differs').map((f) => f.message);
}

describe('text and number', () => {
  it('says both, where they stand', () => {
    expect(found(STATIONS, figure(11000), '一季度新建5G基站1.2万个。')).toEqual([
      '甲厅报送的任务1“新建5G基站”为11000个，进展文字中写为“一季度新建5G基站1.2万个”，两者不一致。',
    ]);
  });

  it('quotes marks within the text singly', () => {
    const [message] = found(STATIONS, figure(11000), '实施“双千兆”工程新建5G基站1.2万个。');
    expect(message).toContain('写为“实施‘双千兆’工程新建5G基站1.2万个”');
  });

  const differing: [string, Partial<Target>, Figure, string, number?][] = [
    ['another magnitude', STATIONS, figure(0.4, '万个', 1), '新建5G基站1.2万个'],
    ['number first', STATIONS, figure(0.4, '万个', 1), '截至3月底，已新建1.2万个5G基站'],
    ['the tail of the name', INVESTED, figure(119.6, '亿元', 1), '累计完成投资196.6亿元'],
    ['cumulative span of the quarter', INVESTED, figure(300, '亿元'), '上半年完成投资337.2亿元', 2],
    ['a qualifier too far off', STATIONS, figure(0.4, '万个', 1), '新建5G基站约0.6万个'],
    ['超过 more than there is', INVESTED, figure(450, '亿元'), '完成投资超过500亿元'],
    [
      '超过 in the value, less in the text',
      INVESTED,
      { ...figure(500, '亿元'), qualifier: '超过' },
      '完成投资480亿元',
    ],
    ['a share', SHARE, figure(9.4, '%', 1), '固定网络IPv6流量占比提高到4.9%'],
    ['full-width digits', STATIONS, figure(0.4, '万个', 1), '新建５Ｇ基站１．２万个'],
    ['what is written with blanks', STATIONS, figure(11000), '一季度新建 5G 基站 1.2 万个'],
    ['a number without its unit', USERS, figure(1520, '万户'), '5G终端用户数达1250万'],
    ['a number of ten times the magnitude', USERS, figure(1520, '万户'), '5G终端用户数达1.52亿户'],
    ['pieces, where the plan names none', LINKS, figure(2100, '万'), '泛物联网连接数达1850万个'],
    ['万 for 亿', MILLIONS, figure(0.62, '亿条', 2), '回流省级数据累计62万条'],
    ['another measure word', FIRMS, figure(100), '支持数字经济重点企业85家'],
    ['the end of the name behind it', FIRMS, figure(100), '支持85家重点企业开展数字化改造', 2],
    ['a name without a verb', MODELS, figure(10), '“数字开发区”标杆6个', 4],
    ['a thing alone, in the first quarter', PLATFORMS, figure(3), '省级科技创新平台2个'],
    ['its verb', PLATFORMS, figure(12), '培育省级科技创新平台9个', 2],
    ['what has been reached, without a verb', PLATFORMS, figure(12), '省级科技创新平台已达9个', 2],
    ['all of two things', PLANTS, figure(180), '累计打造数字化车间、智能工厂150个', 2],
    ['a smaller difference than 5%, given exactly', STATIONS, figure(4387), '新建5G基站4350个'],
    ['a smaller difference than 2%, given exactly', STATIONS, figure(4150), '新建5G基站4200个'],
    ['another digit behind the point', INVESTED, figure(120.9, '亿元', 1), '完成投资119.6亿元'],
    ['more digits than the value has in the plan’s unit', STATIONS, figure(11000), '新建5G基站1.12万个'],
    ['近 of more than a tenth less', STATIONS, figure(0.42, '万个', 2), '新建5G基站近0.5万个'],
    ['近 of what is passed', STATIONS, figure(0.53, '万个', 2), '新建5G基站近0.5万个'],
    ['超过 of a fifth and more', INVESTED, figure(601, '亿元'), '完成投资超过500亿元'],
    ['超过 of what is not reached', INVESTED, figure(499.4, '亿元', 1), '完成投资超过500亿元'],
  ];
  it.each(differing)('speaks of %s', (_, change, value, text, quarter) => {
    expect(found(change, value, text, quarter)).toHaveLength(1);
  });

  const agreeing: [string, Partial<Target>, Figure, string, number?][] = [
    ['the same in another unit', STATIONS, figure(4200), '新建5G基站0.42万个'],
    ['rounded in the text', STATIONS, figure(4187), '新建5G基站0.42万个'],
    ['rounded in the value', STATIONS, figure(0.42, '万个', 2), '新建5G基站4187个'],
    ['约 within the share', STATIONS, figure(0.41, '万个', 2), '新建5G基站约0.42万个'],
    ['超过 in the value', INVESTED, { ...figure(500, '亿元'), qualifier: '超过' }, '完成投资512亿元'],
    ['超过 and 近', INVESTED, figure(510, '亿元'), '完成投资超过500亿元'],
    ['this quarter alone', INVESTED, figure(337, '亿元'), '二季度完成投资217.6亿元', 2],
    ['the span of another quarter', INVESTED, figure(512, '亿元'), '上半年完成投资337.2亿元', 3],
    ['a part', STATIONS, figure(1.1, '万个', 1), '其中南昌市新建5G基站0.2万个'],
    ['a target', INVESTED, figure(119.6, '亿元', 1), '全年计划完成投资650亿元'],
    [
      'the plan’s words in quotation marks',
      STATIONS,
      figure(0.4, '万个', 1),
      '围绕“新建5G基站1.4万个”，加快建设',
    ],
    ['a comparison', INVESTED, figure(119.6, '亿元', 1), '较上季度多完成投资30亿元'],
    ['another thing', STATIONS, figure(1.1, '万个', 1), '新建充电桩0.6万个'],
    ['another unit', STATIONS, figure(1.1, '万个', 1), '新建5G基站投资3.5亿元'],
    ['both, the right one among them', STATIONS, figure(0.7, '万个', 1), '新建5G基站0.3万个，累计0.7万个', 2],
    ['half of the value’s last digit', STATIONS, figure(0.42, '万个', 2), '新建5G基站4150个'],
    ['左右 within the share', STATIONS, figure(0.44, '万个', 2), '新建5G基站0.42万个左右'],
    ['约 of the share itself', STATIONS, figure(0.4, '万个', 2), '新建5G基站约0.42万个'],
    ['近 of a tenth less', STATIONS, figure(0.45, '万个', 2), '新建5G基站近0.5万个'],
    ['超过 of a fifth', INVESTED, figure(600, '亿元'), '完成投资超过500亿元'],
    ['超过 of what is rounded', INVESTED, figure(499.5, '亿元', 1), '完成投资超过500亿元'],
    ['亿 for 万, of as much', USERS, figure(15200, '万户'), '5G终端用户数达1.52亿户'],
    ['pieces, of as many', LINKS, figure(2100, '万'), '泛物联网连接数达2100万个'],
    ['a unit, where the plan has none', POWER, figure(1.22, '', 2), '数据中心电能利用效率达到2级'],
    ['one number in two parts', INVESTED, figure(1.2, '亿元', 1), '完成投资1亿2000万元'],
    ['things of another kind', LISTS, figure(1, '批'), '形成“机会清单”和“产品清单”120条', 2],
    ['one of two things', PLANTS, figure(180), '累计打造智能工厂60个', 2],
    ['a share of the name too short', FIRMS, figure(100), '支持85个企业技改'],
    ['what may be of the quarter alone', PLATFORMS, figure(12), '省级科技创新平台9个', 2],
    ['things named behind it, of the same', PLATFORMS, figure(12), '推动9个省级科技创新平台对外开放', 2],
    ['what the number is to be', PLATFORMS, figure(12), '对照培育9个省级科技创新平台的目标', 2],
    ['a thing without a verb, named behind', MODELS, figure(10), '组织6个“数字开发区”标杆评审', 4],
    ['no text', STATIONS, figure(0.4, '万个', 1), ''],
  ];
  it.each(agreeing)('is silent on %s', (_, change, value, text, quarter) => {
    expect(found(change, value, text, quarter)).toEqual([]);
  });

  /** The name stands with the number of the quarter; what follows it is the sum. */
  it.each<[string, string, string[]]>([
    ['the sum', '累计9个', ['累计9个']],
    ['the sum of something else', '累计入驻团队共9个', []],
    ['the sum, of what is named behind it', '累计9个团队入驻', []],
    ['no sum', '已有9个', []],
  ])('reads after the name %s', (_, end, said) => {
    const messages = found(PLATFORMS, figure(12), `二季度新培育省级科技创新平台5个，${end}`, 2);
    expect(messages.map((message) => /写为“(.*?)”/.exec(message)?.[1])).toEqual(said);
  });

  it('reads the sum after a name that begins with a verb, written with another', () => {
    const bases: Partial<Target> = { name: '建成农业物联网示范基地' };
    expect(found(bases, figure(60), '二季度新增农业物联网示范基地5个，累计48个', 2)).toHaveLength(1);
  });

  it('takes no sum for the thing’s that stands in a sentence without it', () => {
    expect(found(PLATFORMS, figure(12), '二季度新开工项目5个，累计9个', 2)).toEqual([]);
  });

  it('makes the value doubtful, and a yes-no value never', () => {
    const record = taskOf(task(1, { targets: [target(STATIONS)] }), [
      { values: { 'T001-1': figure(11000) }, progress: '新建5G基站1.2万个' },
    ]);
    expect(record.status).toBe('toVerify');
    const yesNo: Partial<Target> = { name: '建成直联点', operator: 'yesNo', value: 1, unit: '项' };
    expect(found(yesNo, figure(0, '项'), '建成直联点2项')).toEqual([]);
  });
});
