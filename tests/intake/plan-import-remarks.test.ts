/** Remarks that many places of a plan give rise to are one remark with a list; each place keeps its comment. */
import { describe, expect, it } from 'vitest';
import { imported } from './plan-import-helper.ts';

const task = (no: number): string => `${no}.新增企业${no}家。（责任单位：市甲局、市乙局）\n`;
const plan = (tasks: number) =>
  imported(
    '某.txt',
    `某市2023年数字经济工作要点\n一、重点任务\n（一）产业专项\n${Array.from({ length: tasks }, (_, i) => task(i + 1)).join('')}`,
  );
const told = (tasks: number, code: string): unknown[] =>
  plan(tasks).value.unsure.flatMap((one) => (one.code === code ? [[one.at?.line, one.message]] : []));

describe('remarks that repeat one sentence', () => {
  it('become one, which lists every place with what is there', () => {
    expect(told(3, 'firstListedLeads')).toEqual([
      [
        undefined,
        '3处责任单位有多个而未说明谁牵头，都按排在首位的牵头处理，其余列为配合单位（已是专项牵头单位的除外）：第4行任务1按市甲局牵头（另有市乙局）；第5行任务2按市甲局牵头（另有市乙局）；第6行任务3按市甲局牵头（另有市乙局）。',
      ],
    ]);
    expect(plan(3).value.unsure.every((one) => !('gist' in one))).toBe(true);
  });

  it('are told at their lines where there are only two', () => {
    expect(told(2, 'firstListedLeads')).toEqual([
      [4, expect.stringContaining('任务1的责任单位有多个')],
      [5, expect.stringContaining('任务2的责任单位有多个')],
    ]);
  });

  it('stand beside each task in its file all the same', () => {
    const { text } = plan(3).value.files.find(({ path }) => path === 'plan/tracks/01.yaml') ?? { text: '' };
    expect(text.match(/待核：任务\d的责任单位有多个/g)).toHaveLength(3);
  });
});

describe('days in the requirements', () => {
  const of = (sentences: string) => {
    const p = imported(
      '某.txt',
      `某市2023年数字经济工作要点\n一、重点任务\n（一）产业专项\n1.新增企业9家。（市甲局）\n二、工作要求\n${sentences}`,
    );
    const { duties } = p.yaml('plan/requirements.yaml') as { duties: Record<string, string>[] };
    return {
      duties: duties.map(({ kind, who, what, deadline }) => [kind, who, what, deadline]),
      remark: p.value.unsure.find(({ code }) => code === 'dutyDays')?.message,
    };
  };

  it('stand with the duty; those of the places are followed, the others told of with their sentence', () => {
    const { duties, remark } = of(
      '各地要于4月底前制定实施方案。各责任单位要于3月底前明确联络员。省统计局于8月底前修订统计分类。',
    );
    expect(duties).toEqual([
      ['city', '各地', '于4月底前制定实施方案', '2023-04-30'],
      ['unit', '各责任单位', '于3月底前明确联络员', '2023-03-31'],
      ['unit', '省统计局', '8月底前修订统计分类', '2023-08-31'],
    ]);
    expect(remark).toBe(
      '工作要求中写有时限的3处，其中2处不属于任何任务，到期不会提醒：第6行“各地要于4月底前制定实施方案”（列入各地季报表的承担事项，按此期限评定）；第6行“各责任单位要于3月底前明确联络员”（本程序不跟踪）；第6行“省统计局于8月底前修订统计分类”（本程序不跟踪）。',
    );
  });

  it('bind the places too where everybody is meant, whatever stands first', () => {
    expect(of('6月底前，各地各部门要制定年度方案，每季度结束后10日内报送进展。').duties).toEqual([
      ['city', '各地', '6月底前制定年度方案，每季度结束后10日内报送进展', '2023-06-30'],
      ['unit', '各部门', '6月底前制定年度方案，每季度结束后10日内报送进展', '2023-06-30'],
    ]);
  });

  it('are told of where they return or are several, and are then no deadline', () => {
    const { duties, remark } = of(
      '市发改委要每季度召开一次调度会，各单位于每季度末月25日前报送进展；各地要于6月20日、12月20日前报送总结。',
    );
    expect(duties.map(([, who, , deadline]) => [who, deadline])).toEqual([
      ['市发改委', undefined],
      ['各单位', undefined],
      ['各地', undefined],
    ]);
    expect(remark).toContain('“各单位于每季度末月25日前报送进展”（本程序不跟踪）');
    expect(remark).toContain('“各地要于6月20日、12月20日前报送总结”（本程序不跟踪）');
  });

  it('are not made of 全年 and 上半年, which say of what time', () => {
    expect(of('各地要报送上半年、全年工作总结。').remark).toBeUndefined();
  });
});

it.each([
  '某市委办公室\n2023年2月5日',
  '中共某市委办公室 某市人民政府办公室\n2023 年 2 月 5 日\n（此件公开发布）',
  '某市推进“一号工程”领导小组\n某市人民政府办公室\n二〇二三年二月五日',
  '某市数字经济发展领导小组办公室',
  '某市委办公室 2023年2月5日',
  '2023年2月5日\n\n附件：1.任务分工表',
  '某市新城管委会\n2023年2月5日\n抄送：市委办公室。\n某市新城管委会 2023年2月6日印发',
  '某市数字经济发展领导小组办公室      2023年2月5日印发',
  '2023年2月5日\n抄送：市委办公室。\n某市大数据局综合科 2023年2月6日印发',
])('a signature is no requirement, and its day none by which anything is due: %s', (signature) => {
  const p = imported(
    '某.txt',
    `某市2023年数字经济工作要点\n一、重点任务\n（一）产业专项\n1.新增企业9家。（责任单位：市甲局）\n二、工作要求\n各单位要加强配合。\n${signature}`,
  );
  const { paragraphs } = p.yaml('plan/requirements.yaml') as { paragraphs: { text: string }[] };
  expect(paragraphs.map(({ text }) => text)).toEqual(['各单位要加强配合。']);
  expect(p.codes.filter((code) => ['dutyDays', 'unreadText'].includes(code))).toEqual([]);
  const notes = p.value.files.find(({ path }) => path === 'plan/notes.yaml')?.text ?? '';
  expect(notes).toContain(signature.split(/[\n ]/)[0]);
});

it('signature, day and the title once more below the notice are nothing to tell of', () => {
  const p = imported(
    '某.txt',
    '关于印发《东山区2023年数字经济重点工作任务分解方案》的通知\n各单位：\n现印发给你们。\n东山区人民政府\n2023年3月28日\n（此件公开发布）\n东山区2023年数字经济重点工作\n任务分解方案\n为做好工作，现安排如下：\n一、产业专项\n1.新增企业9家。（区甲局）\n2.建成平台3个。（区乙局）\n抄送：区委办。',
  );
  expect(p.codes.filter((code) => ['unreadText', 'annexNotRead'].includes(code))).toEqual([]);
  expect(p.yaml('plan/document.yaml')).toMatchObject({
    issuer: '东山区人民政府',
    recipients: '各单位：',
    programme: '数字经济',
    preamble: '现印发给你们。为做好工作，现安排如下：',
  });
});

it('what is asked of the heads of units is asked of the units', () => {
  const p = imported(
    '某.txt',
    '某县2023年工作要点\n一、重点任务\n1.新增企业9家。（县甲局）\n2.建成平台3个。（县乙局）\n二、工作要求\n各单位主要负责同志要亲自抓。各县市、州直各单位主要负责人是第一责任人，要亲自部署。',
  );
  const { duties } = p.yaml('plan/requirements.yaml') as { duties: Record<string, string>[] };
  expect(duties.map(({ who, what }) => [who, what])).toEqual([
    ['各单位', '主要负责同志要亲自抓'],
    ['各县市', '主要负责人是第一责任人，要亲自部署'],
    ['州直各单位', '主要负责人是第一责任人，要亲自部署'],
  ]);
});

it('heads whom units are yet to name are no part of who is told to', () => {
  const p = imported(
    '某.txt',
    '某县2023年工作要点\n一、重点任务\n1.新增企业9家。（县甲局）\n二、工作要求\n各乡镇（街道）要明确分管领导，4月底前制定本地实施方案。县应急局主要负责人要靠前指挥。',
  );
  const { duties } = p.yaml('plan/requirements.yaml') as { duties: Record<string, string>[] };
  expect(duties.map(({ who, kind, what }) => [who, kind, what])).toEqual([
    ['各乡镇（街道）', 'city', '明确分管领导，4月底前制定本地实施方案'],
    ['县应急局', 'unit', '主要负责人要靠前指挥'],
  ]);
});

it('a mend is quoted in whole phrases, and of several places the one is named that has them', () => {
  const long = '持续推进全市重点行业龙头企业和专精特新中小企业数字化智能化改造';
  const p = imported(
    '某.txt',
    `某市2023年数字经济工作要点\n一、重点任务\n（一）产业专项\n1.新建5G基站２万个以上，优化布局。（市甲局）\n2.工业互联网平台端口达到３０万个。（市甲局）\n3.${long}2-3项${long}。（市甲局）`,
  );
  const { mends } = p.yaml('plan/notes.yaml') as { mends: Record<string, string>[] };
  expect(mends.map(({ where, found, mended, reason }) => [where, found, mended, reason])).toEqual([
    [
      '任务3',
      '…行业龙头企业和专精特新中小企业数字化智能化改造2-3项持续推进全市重点行业龙头企业和专精特新中小企…',
      '…行业龙头企业和专精特新中小企业数字化智能化改造2—3项持续推进全市重点行业龙头企业和专精特新中小企…',
      '数字区间的连接号改为一字线',
    ],
    ['任务1、2', '新建5G基站２万个以上', '新建5G基站2万个以上', '全角数字、字母改为半角（例见任务1）'],
  ]);
});
