/** What the places of a workspace are called, by their names. */
import { expect, it } from 'vitest';
import { regionOf } from '../../src/model/region.ts';

const CITIES = ['南昌市', '九江市'];

it.each([
  [[...CITIES, '赣江新区'], '全省', '设区市和赣江新区', '设区市（新区）'],
  [['福州市', '厦门市', '平潭综合实验区'], '全省', '设区市和平潭综合实验区', '设区市'],
  [['武汉市', '恩施土家族苗族自治州', '神农架林区'], '全省', '设区市和神农架林区', '设区市'],
  [['乌鲁木齐市', '昌吉回族自治州', '喀什地区'], '全省', '设区市', '设区市'],
  [['哈尔滨市', '大兴安岭地区'], '全省', '设区市', '设区市'],
  [['深圳市', '深汕特别合作区'], '全省', '设区市和深汕特别合作区', '设区市'],
  [['东湖区', '南昌县', '高新区'], '全市', '县（市、区）和高新区', '县（市、区）'],
  [['瑶海区', '巢湖市', '经开区', '高新区'], '全市', '县（市、区）和经开区、高新区', '县（市、区）'],
  [['瓷都镇', '江村乡', '西街街道'], '全县', '乡镇（街道）', '乡镇（街道）'],
  [[], '全省', '设区市', '设区市'],
])('%j: %s, %s, 12个%s', (names, whole, places, counted) => {
  expect(regionOf(names)).toMatchObject({ whole, places, counted });
});

it('what office.yaml says comes first', () => {
  const given = { whole: '全区', places: '各盟市', place: '盟市', counted: '盟市' };
  expect(regionOf(CITIES, given)).toEqual(given);
});
