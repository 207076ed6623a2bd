import { describe, expect, it } from 'vitest';
import { mentionsIn } from '../../src/base/chinese/mentions.ts';

const texts = (text: string) => mentionsIn(text).map((mention) => mention.text);

describe('quantities mentioned in a text', () => {
  it.each([
    ['上半年新建5G基站约1.2万个，投资3.5亿元。', ['约1.2万个', '3.5亿元']],
    ['完成直播2,600余场，占比47.4%，提高0.2个百分点', ['2,600余场', '47.4%', '0.2个百分点']],
    ['部署10G-PON端口，建成5G网络，IPv6流量占比４０％', ['４０％'.normalize('NFKC')]],
    ['第3批、第三批名单，T001-2', []],
    ['全年举办现场会两场', ['两场']],
    ['连接数80.2万，较年初增加6.5万', ['80.2万', '6.5万']],
    ['新建 5G 基站 1.2 万个，占比 5 %', ['1.2万个', '5%']],
    ['完成投资1亿2000万元', []],
    ['完成投资一亿二千万元', []],
    ['建成1.2万5G基站，3个一流学科', ['1.2万', '3个']],
    ['共三百余家、近300家，不足10家，约十万户', ['三百余家', '近300家', '不足10家', '约十万户']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('gives the words around them: clause, sentence, what stands before and after', () => {
    const [first, second, third] = mentionsIn('新批复科技创新平台5个，累计7个，其中省级3个、市级4个。');
    expect(first).toMatchObject({ before: '新批复科技创新平台', after: '', earlier: '' });
    expect(second).toMatchObject({ before: '累计', clause: '累计', earlier: '新批复科技创新平台5个，' });
    expect(third).toMatchObject({ clause: '其中省级', quantity: { value: 3, unit: '个' } });
    expect(mentionsIn('建成46户国有企业示范点')[0]).toMatchObject({
      before: '建成',
      after: '国有企业示范点',
    });
  });

  it('takes a comma within a number for no end of a clause, and any other for one', () => {
    const last = (text: string) => mentionsIn(text).at(-1);
    expect(last('直播1,200人次带动就业500人')).toMatchObject({ clause: '直播1,200人次带动就业' });
    expect(last('建成3个,投用500个')).toMatchObject({ clause: '投用', earlier: '建成3个,' });
    expect(last('共12,其中500个')).toMatchObject({ clause: '其中' });
    expect(last('总数,12个')).toMatchObject({ clause: '', earlier: '总数,' });
    expect(last('任务１：建成５．５万个')).toMatchObject({ text: '5.5万个', clause: '建成' });
  });

  it('gives no word to two of them', () => {
    const [first, second, third] = mentionsIn('新建5个改造7个、扩容9个');
    expect([first, second, third].map((m) => [m?.before, m?.after])).toEqual([
      ['新建', '改造'],
      ['改造', '、扩容'],
      ['、扩容', ''],
    ]);
  });
});

it('reads a cell full of nothing but numbers in a moment', () => {
  const started = performance.now();
  expect(mentionsIn('1个'.repeat(16_000))).toHaveLength(16_000);
  expect(mentionsIn('一'.repeat(32_000))).toEqual([]);
  expect(mentionsIn(`${'累计共'.repeat(10_000)}1个`)).toHaveLength(1);
  expect(mentionsIn('1,'.repeat(16_000)).length).toBeLessThan(2);
  expect(performance.now() - started).toBeLessThan(3_000);
});
