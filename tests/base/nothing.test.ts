/** Words that say that there is nothing, and words that only begin like them. */
import { expect, it } from 'vitest';
import { isBlankValue, provesNothing, saysNoMatter, saysNothing } from '../../src/base/chinese/nothing.ts';

it.each(['无', '暂无', '目前暂无。', '—', '－', '/', '\\', 'N/A', '1.无', '（略）', '〃', '不涉及'])(
  '%s says nothing',
  (text) => {
    expect(saysNothing(text)).toBe(true);
  },
);
it.each(['无法按期完成', '没有经费', '略有下降', '无人机试点', '-12%', '暂无法开工'])(
  '%s says something',
  (text) => {
    expect([saysNothing(text), saysNoMatter(text), provesNothing(text)]).toEqual([false, false, false]);
  },
);
it.each([
  '无问题',
  '没有问题',
  '暂无突出问题',
  '无明显问题',
  '不存在问题',
  '无需协调事项',
  '暂无需协调解决的事项',
  '暂无需要协调的事项',
  '无需协调',
  '无，正常推进',
  '不需要协调',
])('%s is no matter', (text) => {
  expect(saysNoMatter(text)).toBe(true);
});
it.each(['没有问题，但经费不足', '无需协调以外的事', '不协调', '未发现替代方案'])('%s is one', (text) => {
  expect(saysNoMatter(text)).toBe(false);
});
it.each([
  '待补',
  '待补充',
  '无文号',
  '正在印发',
  '拟于2022年10月底前印发',
  '正在会签，预计9月底前印发',
  '另附',
  '无',
])('%s proves nothing', (text) => {
  expect(provesNothing(text)).toBe(true);
});
it.each([
  '拟认定企业名单公示',
  '正在公示（10月8日至14日）',
  '赣工信字〔2022〕31号',
  '2022年9月30日在南昌举办',
  '待遇政策文件（赣人社字〔2022〕5号）',
])('%s is a proof', (text) => {
  expect(provesNothing(text)).toBe(false);
});
it.each(['', '-', '--', '无', '暂无数据'])('“%s” is no value', (text) => {
  expect(isBlankValue(text)).toBe(true);
});
