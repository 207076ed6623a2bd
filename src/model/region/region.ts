/**
 * What the places of this workspace are called, in lists, sums and source lines: a province has 设区市, a city 县（市、区）.
 * The names in cities.yaml tell it, and what the office calls itself; data/<year>/office.yaml may say otherwise.
 */
import { z } from 'zod';
import { blankable } from '../blankable.ts';
import type { OwnLevel } from './own-level.ts';

/** `region` of office.yaml; what is blank is told by the names of the places and of the office. */
export const regionSchema = z.strictObject({
  /** All of it, before sums and meetings: 全省. */
  whole: blankable,
  /** All places together: 设区市和赣江新区. */
  places: blankable,
  /** The ordinary kind of place: 设区市. */
  place: blankable,
  /** Behind a number of any of them: 7个地方, where they are not all of one kind. */
  counted: blankable,
});
export type GivenRegion = z.output<typeof regionSchema>;

/** `whole` and `level` are '' where nothing tells them: papers do without, and a reminder asks for it. */
export interface Region extends GivenRegion {
  /** Of its own offices: 省有关单位, 自治区有关单位. */
  level: string;
  /** Those that `place` does not speak of: 赣江新区. Empty where office.yaml says what they are called. */
  besides: string[];
}

/** What is known besides the names of the places. */
export interface RegionHints {
  given?: GivenRegion;
  own?: OwnLevel | null;
  /** See ownNames. */
  ownNames?: readonly string[];
  /** See placesCalled. */
  called?: string;
}

/** Not a district, but something beside districts or cities: 赣江新区, 平潭综合实验区, 喀什地区, 神农架林区. */
const ZONE = '(?<=新|开发|经开|示范|试验|实验|合作|度假|地|林|园|产业|工业|保税|管理|集聚|风景|名胜|自治)区';
const DISTRICT = new RegExp(`(?!${ZONE})区$`);
const COUNTY = /(?:县|旗)$/;
const TOWN = /(?:乡|镇|街道|苏木)$/;
const STREET = /街道$/;
const PREFECTURE = /(?:市|州|盟|地区)$/;
/** Cities that a province governs beside its prefectures. */
const DIRECT_CITIES = /^(?:仙桃|潜江|天门|济源)市$/;
/** A list with one of these is that of an autonomous region. */
const AUTONOMOUS_CAPITALS = /^(?:呼和浩特|南宁|拉萨|银川|乌鲁木齐)市$/;

interface Told {
  whole: string;
  place: string;
  /** Those that `place` speaks of. */
  ordinary: (name: string) => boolean;
}

const WHOLES: Record<OwnLevel, string> = {
  省: '全省',
  自治区: '全区',
  市: '全市',
  州: '全州',
  盟: '全盟',
  地区: '全地区',
  县: '全县',
  旗: '全旗',
  区: '全区',
};
/** Places of which no one name speaks: 设区市 beside 赣江新区, the county itself among its towns. */
const MIXED = '地方';
const PROVINCIAL: readonly (OwnLevel | null)[] = ['省', '自治区'];
/** What may have towns below it. */
const WITH_TOWNS: readonly (OwnLevel | null)[] = ['县', '旗', '区', '市'];
const WITH_COUNTIES: readonly (OwnLevel | null)[] = ['市', '州', '盟', '地区'];
const wholeOf = (own: OwnLevel | null): string => (own ? WHOLES[own] : '');

/** @param names of the places, in the customary order */
export function regionOf(
  names: readonly string[],
  { given, own = null, ownNames = [], called = '' }: RegionHints = {},
): Region {
  // Among its towns the county itself is none of the places from which all are called.
  const below = names.filter((name) => !ownNames.includes(name));
  const { whole, place, ordinary } = told(below, own);
  const strange = below.filter((name) => !ordinary(name));
  const others = names.filter((name) => strange.includes(name) || ownNames.includes(name));
  const kind = given?.place || (saysAll(called, below, place) ? called : place);
  const all = given?.whole || whole;
  // Who says what they are called says it of all of them.
  const named = Boolean(given?.place || given?.places);
  const together = others.length > 0 && below.length === 0 ? '' : kind;
  return {
    whole: all,
    place: kind,
    places: given?.places || [together, others.join('、')].filter((part) => part !== '').join('和'),
    counted: given?.counted || (named || others.length === 0 ? kind : MIXED),
    besides: named || given?.counted ? [] : others,
    level: own === '自治区' && all === '全区' ? own : all.replace(/^全/, ''),
  };
}

/** 县（区） in the plan speaks of 安平县 and 城东区, not of 巢湖市, nor of the cities above them. */
const saysAll = (called: string, names: readonly string[], place: string): boolean =>
  place.startsWith('县（') &&
  called !== '' &&
  names.length > 0 &&
  names.every((name) => isZone(name) || called.includes(name.at(-1) as string));

function told(names: readonly string[], own: OwnLevel | null): Told {
  const some = (kind: RegExp): boolean => names.some((name) => kind.test(name));
  if (some(TOWN) && !some(DISTRICT) && !some(COUNTY)) return town(names, own);
  if (some(DISTRICT))
    return {
      whole: '全市',
      place: names.every((name) => DISTRICT.test(name) || isZone(name)) ? '区' : '县（市、区）',
      ordinary: (name) => DISTRICT.test(name) || COUNTY.test(name) || /市$/.test(name),
    };
  if (some(COUNTY)) return county(names, own);
  if (some(PREFECTURE)) return prefecture(names, own);
  return { whole: wholeOf(own), place: below(own), ordinary: () => false };
}

const isZone = (name: string): boolean => name.endsWith('区') && !DISTRICT.test(name);

function town(names: readonly string[], own: OwnLevel | null): Told {
  const streets = names.every((name) => STREET.test(name) || !TOWN.test(name));
  const whole = WITH_TOWNS.includes(own) ? wholeOf(own) : streets ? '全区' : '';
  return { whole, place: streets ? '街道' : '乡镇（街道）', ordinary: (name) => TOWN.test(name) };
}

/** Counties without a district: of a province that governs them itself (海南), of a prefecture, of a city. */
function county(names: readonly string[], own: OwnLevel | null): Told {
  const ordinary = (name: string): boolean => COUNTY.test(name) || /市$/.test(name);
  if (PROVINCIAL.includes(own)) return { whole: wholeOf(own), place: '市县', ordinary };
  const place = names.some((name) => name.endsWith('旗'))
    ? '旗县（市、区）'
    : own !== null && own !== '市' && WITH_COUNTIES.includes(own)
      ? '县（市）'
      : '县（市、区）';
  return { whole: WITH_COUNTIES.includes(own) ? wholeOf(own) : '', place, ordinary };
}

/** What prefectures of these kinds are called together: the first line whose kinds are all there. */
const PREFECTURES: readonly [RegExp[], string][] = [
  [[/盟$/], '盟市'],
  [[/地区$/, /州$/], '地州市'],
  [[/地区$/], '市（地）'],
  [[/州$/], '市州'],
  [[DIRECT_CITIES], '市'],
  [[], '设区市'],
];

function prefecture(names: readonly string[], own: OwnLevel | null): Told {
  const some = (kind: RegExp): boolean => names.some((name) => kind.test(name));
  const ordinary = (name: string): boolean => PREFECTURE.test(name);
  if (WITH_COUNTIES.includes(own)) return { whole: wholeOf(own), place: '县（市、区）', ordinary };
  const autonomous = own === '自治区' || (own !== '省' && (some(AUTONOMOUS_CAPITALS) || some(/盟$/)));
  const [, place] = PREFECTURES.find(([kinds]) => kinds.every(some)) as (typeof PREFECTURES)[number];
  return { whole: autonomous ? '全区' : '全省', place, ordinary };
}

/** What places would be called where none is listed. */
function below(own: OwnLevel | null): string {
  if (own === '省' || own === null) return '设区市';
  if (own === '自治区') return '市';
  return own === '市' || !WITH_TOWNS.includes(own) ? '县（市、区）' : '乡镇（街道）';
}
