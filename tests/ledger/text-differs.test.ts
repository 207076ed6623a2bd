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
    ['no text', STATIONS, figure(0.4, '万个', 1), ''],
  ];
  it.each(agreeing)('is silent on %s', (_, change, value, text, quarter) => {
    expect(found(change, value, text, quarter)).toEqual([]);
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
