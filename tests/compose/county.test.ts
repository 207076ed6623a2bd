/** The papers of a county: whom they are sent to, whose units come, how its money is written. */
import { expect, it } from 'vitest';
import { cityAddressees } from '../../src/compose/attendees.ts';
import { bulletin, openDesk } from '../support/bulletins.ts';
import { countyDesk } from '../support/county.ts';
import { outline } from '../support/outline.ts';

const desk = await openDesk();
const county = countyDesk(desk, 1000);
const text = (id: string, what: string, from = county): string => outline(bulletin(from, id, what));

it('towns, streets and the development zone are each addressed once, by their offices', () => {
  const notice = text('2022Q3', 'meeting-notice');
  expect(notice).toContain('各乡镇人民政府，各街道办事处，安平经开区管委会');
  expect(notice).not.toMatch(/乡镇（街道）人民政府|东门街道/);
  expect(notice).toContain('全县数字经济');
  const script = text('2022Q3', 'chair-script');
  expect(script).toMatch(/\d+个县有关单位，各乡镇人民政府、各街道办事处、安平经开区管委会有关负责同志/);
  expect(text('2022Q3', 'city-bulletin')).toContain('与县直单位阶段任务相同');
});

it.each([
  ['乡镇（街道）', ['城关镇', '柳溪镇', '东门街道'], ['各镇人民政府', '东门街道办事处']],
  ['街道', ['东门街道', '西门街道'], ['各街道办事处']],
  ['设区市', ['南昌市', '九江市'], ['各设区市人民政府']],
  ['市州', ['武汉市', '恩施州', '神农架林区'], ['各市州人民政府', '神农架林区人民政府']],
  ['地州市', ['乌鲁木齐市', '昌吉州', '喀什地区', '和田地区'], ['各州市人民政府', '各地区行政公署']],
  ['盟市', ['呼和浩特市', '包头市', '兴安盟'], ['各市人民政府', '兴安盟行政公署']],
])('%s %j: %j', (place, names, addressees) => {
  const office = (name: string): string =>
    name.endsWith('街道') ? '办事处' : /地区$|盟$/.test(name) ? '行政公署' : '人民政府';
  const cities = names.map((name) => ({
    name,
    fullName: `甲${name}${office(name)}`,
    aliases: [],
    clusters: [],
  }));
  expect(cityAddressees(cities, place)).toEqual(addressees);
  // A list that has just been begun gives no full names.
  const draft = cities.map((city) => ({ ...city, fullName: city.name }));
  expect(cityAddressees(draft, place)[0]).toBe(addressees[0]);
});
