/** What the places of a workspace are called, by their names and by what the office calls itself. */
import { expect, it } from 'vitest';
import { countPlaces } from '../../src/compose/texts/fold.ts';
import { buildLedger } from '../../src/ledger/build-ledger.ts';
import { buildMonthLedger } from '../../src/ledger/build-month.ts';
import { plainText } from '../../src/model/document/inline.ts';
import { monthOf, parsePeriod } from '../../src/model/period.ts';
import type { Plan } from '../../src/model/plan/plan.ts';
import { levelIn, ownNames, placesCalled } from '../../src/model/region/own-level.ts';
import { type GivenRegion, regionOf } from '../../src/model/region/region.ts';
import { openDesk } from '../support/bulletins.ts';

const documentOf = (own: string): Plan['document'] => ({
  year: 2022,
  title: '关于印发《2022年工作计划》的通知',
  documentNumber: '',
  issuer: `${own}数字经济发展领导小组`,
  issuerMark: '',
  office: '办公室',
  recipients: '',
  preamble: '',
  shortTitle: '2022年工作计划',
  programme: '',
  sourceFile: '',
});

const CITIES = ['南昌市', '九江市'];

it.each([
  ['江西省', [...CITIES, '赣江新区'], '全省', '设区市和赣江新区', '地方'],
  ['福建省', ['福州市', '厦门市', '平潭综合实验区'], '全省', '设区市和平潭综合实验区', '地方'],
  ['湖北省', ['武汉市', '恩施州', '仙桃市', '神农架林区'], '全省', '市州和神农架林区', '地方'],
  ['新疆维吾尔自治区', ['乌鲁木齐市', '昌吉回族自治州', '喀什地区'], '全区', '地州市', '地州市'],
  ['', ['乌鲁木齐市', '昌吉回族自治州', '喀什地区'], '全区', '地州市', '地州市'],
  ['自治区', ['呼和浩特市', '锡林郭勒盟'], '全区', '盟市', '盟市'],
  ['', ['呼和浩特市', '锡林郭勒盟'], '全区', '盟市', '盟市'],
  ['广西壮族自治区', ['柳州市', '桂林市'], '全区', '设区市', '设区市'],
  ['', ['南宁市', '桂林市'], '全区', '设区市', '设区市'],
  ['宁夏回族自治区', ['银川市', '固原市'], '全区', '设区市', '设区市'],
  ['', ['拉萨市', '那曲市', '阿里地区'], '全区', '市（地）', '市（地）'],
  ['黑龙江省', ['哈尔滨市', '大兴安岭地区'], '全省', '市（地）', '市（地）'],
  ['海南省', ['海口市', '三亚市', '陵水县'], '全省', '市县', '市县'],
  ['', ['海口市', '三亚市', '陵水县'], '', '县（市、区）', '县（市、区）'],
  ['恩施州', ['恩施市', '利川市', '建始县'], '全州', '县（市）', '县（市）'],
  ['深圳市', ['深圳市', '深汕特别合作区'], '全市', '县（市、区）和深汕特别合作区', '地方'],
  ['', ['东湖区', '南昌县', '高新区'], '全市', '县（市、区）和高新区', '地方'],
  ['', ['瑶海区', '巢湖市', '经开区', '高新区'], '全市', '县（市、区）和经开区、高新区', '地方'],
  ['上海市', ['黄浦区', '徐汇区'], '全市', '区', '区'],
  ['安平县', ['瓷都镇', '江村乡', '西街街道'], '全县', '乡镇（街道）', '乡镇（街道）'],
  ['樟树市', ['瓷都镇', '江村乡', '西街街道'], '全市', '乡镇（街道）', '乡镇（街道）'],
  ['新建区', ['瓷都镇', '西街街道'], '全区', '乡镇（街道）', '乡镇（街道）'],
  ['', ['瓷都镇', '西街街道'], '', '乡镇（街道）', '乡镇（街道）'],
  ['', ['东门街道', '西街街道', '商务区管委会'], '全区', '街道和商务区管委会', '地方'],
  ['江西省', [], '全省', '设区市', '设区市'],
  ['安平县', [], '全县', '乡镇（街道）', '乡镇（街道）'],
  ['', [], '', '设区市', '设区市'],
])('%s %j: %s, %s, 12个%s', (own, names, whole, places, counted) => {
  expect(regionOf(names, { own: levelIn(own) })).toMatchObject({ whole, places, counted });
});

it.each([
  ['安平县', ['城关镇', '东门街道', '安平县'], '全县', '乡镇（街道）和安平县', '地方'],
  ['安平县', ['城关镇', '县工业园区', '县本级'], '全县', '乡镇（街道）和县工业园区、县本级', '地方'],
  ['安平县', ['安平县'], '全县', '安平县', '地方'],
  ['赣州市', ['章贡区', '兴国县', '市本级'], '全市', '县（市、区）和市本级', '地方'],
  ['江西省', ['南昌市', '九江市', '赣江新区', '省本级'], '全省', '设区市和赣江新区、省本级', '地方'],
])('%s itself among %j', (own, names, whole, places, counted) => {
  const hints = { own: levelIn(own), ownNames: ownNames({ document: documentOf(own), units: [] }) };
  expect(regionOf(names, hints)).toMatchObject({ whole, places, counted });
});

it.each([
  ['各县（区）人民政府，市直各有关单位：', ['安平县', '城东区'], '县（区）'],
  ['各县区人民政府，市直各单位：', ['安平县', '城东区', '经开区'], '县区和经开区'],
  ['市直有关单位，各区县（市）党委、人民政府：', ['安平县', '城东区', '临河市'], '区县（市）'],
  ['各县（区）人民政府：', ['安平县', '临河市', '城东区'], '县（市、区）'],
  ['各县人民政府：', ['安平县', '城东区'], '县（市、区）'],
  ['各市、县（市、区）人民政府，省直有关单位：', CITIES, '设区市'],
  ['各设区市人民政府，各县（区）人民政府：', CITIES, '设区市'],
  ['市直各有关单位：', ['安平县', '城东区'], '县（市、区）'],
])('a plan sent to %s calls %j %s', (recipients, names, places) => {
  const called = placesCalled({ recipients });
  expect(regionOf(names, { called }).places).toBe(places);
});

it('what the plan calls its places yields to office.yaml', () => {
  const given = { whole: '', places: '', place: '县（市、区）', counted: '' };
  expect(regionOf(['安平县', '城东区'], { given, called: '县（区）' }).place).toBe('县（市、区）');
});

it('places that it does not speak of are counted by name, unless office.yaml says what all are called', () => {
  const names = [...CITIES, '赣江新区'];
  const counted = (given?: GivenRegion) => {
    const region = regionOf(names, given && { given });
    return [names, CITIES, ['赣江新区']].map((some) => plainText(countPlaces(some, '地方', region).rich));
  };
  expect(counted()).toEqual(['2个设区市和赣江新区', '2个设区市', '赣江新区']);
  expect(counted({ whole: '', places: '', place: '', counted: '地市' })).toEqual([
    '3个地市',
    '2个地市',
    '赣江新区',
  ]);
});

it.each([
  ['安平县', ['县本级', '县直单位', '安平县', '安平县本级'], ['市本级', '本县', '平县', '城关镇']],
  ['江西省赣州市章贡区', ['区本级', '章贡区', '江西省赣州市章贡区'], ['赣州市', '江西省', '省本级']],
  ['宁夏回族自治区', ['自治区本级', '宁夏回族自治区'], ['区本级']],
  ['', ['本级'], ['县本级', '领导小组']],
])('%s is also called %j, and not %j', (own, called, others) => {
  const names = ownNames({ document: documentOf(own), units: [] });
  expect(names).toEqual(expect.arrayContaining(called));
  expect(names.filter((name) => others.includes(name))).toEqual([]);
});

it('what office.yaml says comes first', () => {
  const given = { whole: '全区', places: '各盟市', place: '盟市', counted: '盟市' };
  expect(regionOf(CITIES, { given })).toMatchObject(given);
});

it.each([
  ['江西省发展数字经济领导小组', '省'],
  ['省数字经济发展领导小组办公室关于印发《湖北省数字经济高质量发展2023年工作方案》的通知', '省'],
  ['自治区数字经济发展领导小组', '自治区'],
  ['新疆维吾尔自治区阿克苏地区温宿县', '县'],
  ['赣州市数字经济发展领导小组', '市'],
  ['徐州数字经济领导小组', null],
  ['杭州市城市管理局', '市'],
  ['安平县城市管理局', '县'],
  ['安平县市场监督管理局', '县'],
  ['杭州市西湖区数字经济领导小组', '区'],
  ['西湖区城市管理局', '区'],
  ['苏州工业园区管委会', '区'],
  ['重庆市大数据局', '市'],
  ['东港市大数据发展管理局2023年数字政府和数字经济工作计划', '市'],
  ['温宿县2023年数字经济工作计划', '县'],
  ['《2023年安平县数字经济发展工作要点》', '县'],
  ['湘西州数字经济领导小组', '州'],
  ['凉山彝族自治州人民政府', '州'],
  ['锡林郭勒盟大数据局', '盟'],
  ['陵水黎族自治县', '县'],
  ['县发改局', '县'],
  ['区块链产业联盟', null],
  ['数字经济发展领导小组', null],
])('%s is of a %s', (text, level) => {
  expect(levelIn(text)).toBe(level);
});

it('of a plan without a list of places the issuer tells it; nobody does, and check reminds of it', async () => {
  const { inputs } = await openDesk();
  const period = parsePeriod('2022Q1');
  if (!period) throw new Error('period');
  const { cities: _, projects: __, ...rest } = inputs;
  const county = JSON.parse(JSON.stringify(rest.plan.document).replaceAll('江西省', '安平县'));
  const told = buildLedger(
    { ...rest, meetings: new Map(), plan: { ...rest.plan, document: county } },
    period,
  );
  expect(told.value?.region).toMatchObject({ whole: '全县', level: '县' });
  expect(told.diagnostics.map((d) => d.code)).not.toContain('regionUnknown');
  const silent = { ...county, issuer: '领导小组', office: '办公室', title: '2022年工作计划', recipients: '' };
  const units = rest.units.map((unit) => ({ ...unit, name: unit.name.replace(/^[省市]/, '') }));
  const unknown = buildLedger(
    { ...rest, meetings: new Map(), units, plan: { ...rest.plan, document: silent } },
    period,
  );
  expect(unknown.value?.region.whole).toBe('');
  expect(unknown.diagnostics.filter((d) => d.code === 'regionUnknown')).toMatchObject([
    { severity: 'warning', at: { file: 'data/2022/office.yaml' } },
  ]);
});

it('a county without a list of places is told by its issuer, though all of its projects lie in the county', async () => {
  const { inputs } = await openDesk();
  const { cities: _, projects, ...rest } = inputs;
  if (!projects) throw new Error('no projects');
  const here = <T extends { city: string }>(list: readonly T[]): T[] =>
    list.map((one) => ({ ...one, city: '安平县' }));
  const own = { ...projects, projects: here(projects.projects), returns: here(projects.returns) };
  const county = JSON.parse(JSON.stringify(rest.plan).replaceAll('江西省', '安平县')) as Plan;
  const { value, diagnostics } = buildMonthLedger({ ...rest, plan: county }, own, monthOf(2022, 8));
  expect(value.projects.region).toMatchObject({ whole: '全县', places: '安平县', level: '县' });
  expect(diagnostics.map((d) => d.code)).not.toContain('regionUnknown');
});
