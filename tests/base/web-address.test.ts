import { describe, expect, it } from 'vitest';
import { withoutAddress } from '../../src/base/chinese/web-address.ts';

describe('a source on paper', () => {
  it.each([
    [
      '省通信管理局公布数据（2022年9月末），转引自example.com/html/2022-11-9/16',
      '省通信管理局公布数据（2022年9月末），转引自网页',
    ],
    ['江西日报（电子书转引，ebook.example.com.cn，2023-10-16）', '江西日报（电子书转引，2023-10-16）'],
    ['见https://www.example.gov.cn/art/2022/4/21/a.html。', '见。'],
    ['省统计局，2022年版2.0', '省统计局，2022年版2.0'],
    ['5G基站1.4万个', '5G基站1.4万个'],
    ['example.cn、example.com', ''],
    ['电子书 ebook.example.com', '电子书'],
    ['', ''],
  ])('leaves addresses in the data: %s', (given, printed) => {
    expect(withoutAddress(given)).toBe(printed);
  });

  it('takes no longer for a long text of dots', () => {
    const start = performance.now();
    withoutAddress(`${'a.'.repeat(50_000)}1`);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
