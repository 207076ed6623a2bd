/**
 * What kind of place the office works for, by its own name: 安平县数字经济发展领导小组 that of a county. The plan says it in
 * who issues it and whom it is sent to, its units in the first character of their names (县工信局).
 */
import type { Plan } from '../plan/plan.ts';
import type { Unit } from '../unit.ts';

export type OwnLevel = '省' | '自治区' | '市' | '州' | '盟' | '地区' | '县' | '旗' | '区';

/** Within a name of a place; what an office is for (数字经济发展…) is no place. */
const NAME = '(?:(?!数字|发展|领导|管理|大数据|工作|关于|专班)[\\p{Script=Han}](?<![局委办厅]))';
/** 市场监管局, 区块链, 县域 are no places. */
const CITY = '市(?![场政民域])';
const DISTRICT = '区(?![域块])';
/** Prefectures that are called by their short names: 恩施州; 徐州 and 广州 are not. */
const SHORT_PREFECTURES =
  '延边|恩施|湘西|阿坝|甘孜|凉山|黔东南|黔南|黔西南|西双版纳|文山|红河|德宏|怒江|迪庆|大理|楚雄|临夏|甘南|海北|黄南|海南|果洛|玉树|海西|昌吉|博|巴|克|伊犁';
const PROVINCE = new RegExp(`^(?:${NAME}{2,7}?(自治区|省)|(自治区|省))`, 'u');
const PREFECTURE = new RegExp(
  `^(?:(?:(?![县旗区])${NAME}){2,12}?(自治州|地区|${CITY}|(?<!联)盟)|(?:${SHORT_PREFECTURES})(州)(?![区市]))`,
  'u',
);
const COUNTY = new RegExp(`^(?:${NAME}{1,10}?(自治县|县|旗)|${NAME}{2,12}?(${DISTRICT}|${CITY}))`, 'u');
/** Without a name of its own, at the very beginning: 县发改局, 市直有关单位. */
const BARE = new RegExp(`^(自治区|省|${CITY}|自治州|州|盟|地区|县|旗|${DISTRICT})`, 'u');

const WORDS: ReadonlyMap<string, OwnLevel> = new Map([
  ['自治州', '州'],
  ['自治县', '县'],
]);

/** 江西省赣州市章贡区数字办 → 区; null where a text names no place in front. */
export const levelIn = (text: string): OwnLevel | null => placeIn(text).level;

/** The level, and the names from the widest on: 江西省, 赣州市, 章贡区. */
function placeIn(text: string): { level: OwnLevel | null; names: string[] } {
  let rest = text.replace(/^[\s《〈“（]*(?:\d{4}年)?(?:关于印发|中共|中国共产党)?[《〈“]*/, '');
  let level: string | null = null;
  const names: string[] = [];
  for (const kind of [PROVINCE, PREFECTURE, COUNTY]) {
    const found = kind.exec(rest);
    const word = found?.slice(1).find((group) => group !== undefined);
    if (!found || !word) continue;
    level = word;
    names.push(found[0]);
    rest = rest.slice(found[0].length);
  }
  return { level: level === null ? bareLevel(rest) : levelOf(level), names };
}

const levelOf = (word: string): OwnLevel => WORDS.get(word) ?? (word as OwnLevel);

function bareLevel(name: string): OwnLevel | null {
  const found = BARE.exec(name)?.[1];
  return found === undefined ? null : levelOf(found);
}

/** 省直有关单位, 县直各单位 among those whom the plan is sent to. */
const DIRECT = /(自治区|省|市|州|盟|县|旗|区)直(?!属高校)/;

/** 各县（区）人民政府, 各县区党委 among those whom the plan is sent to. */
const CALLED = /各((?:县区|区县|县市区|县|区|市)(?:（[县市区、]{1,5}）)?)(?=人民政府|政府|党委|委|[，、：])/;

/** What the plan calls the places that it is sent to, 县（区）; '' where it names none. */
export const placesCalled = ({ recipients }: Pick<Plan['document'], 'recipients'>): string =>
  CALLED.exec(recipients)?.[1] ?? '';

interface Known {
  document: Plan['document'];
  units: readonly Pick<Unit, 'name'>[];
  /** 江西省南昌市人民政府 says where 南昌市 belongs. */
  cities?: readonly { name: string; fullName: string }[];
}

/** By what says it most plainly; null where nothing does. */
export function ownLevel({ document, units, cities = [] }: Known): OwnLevel | null {
  const { issuer, office, title, recipients } = document;
  const titles = [title, ...(title.match(/《[^》]+》/g) ?? [])];
  const above = cities.flatMap(({ name, fullName }) => {
    const at = fullName.indexOf(name);
    return at > 0 ? (levelIn(fullName.slice(0, at)) ?? []) : [];
  });
  const named = [issuer, office, ...titles].flatMap((text) => levelIn(text) ?? []);
  return (
    named[0] ??
    (DIRECT.exec(recipients)?.[1] as OwnLevel | undefined) ??
    mostOf(units.flatMap(({ name }) => bareLevel(name) ?? [])) ??
    mostOf(above)
  );
}

/**
 * What the office's own place is called among those that report to it, as where a project lies that is nobody else's:
 * 县本级, 县直, 安平县. The first one is the plainest.
 */
export function ownNames(known: Known): string[] {
  const own = ownLevel(known);
  const { issuer, office, title } = known.document;
  const { names } =
    [issuer, office, title].map(placeIn).find(({ level, names }) => level === own && names.length > 0) ?? {};
  const called = names ? [names.at(-1) as string, names.join('')] : [];
  const kept = [...(own ? [own] : []), '', ...called].map((name) => `${name}本级`);
  const direct = own ? ['直', '直属', '直单位', '直部门', '直有关单位'].map((end) => `${own}${end}`) : [];
  return [...new Set([...kept, ...direct, ...called])];
}

/** The one that most of them say, of two or more. */
function mostOf(levels: readonly OwnLevel[]): OwnLevel | null {
  const counts = new Map<OwnLevel, number>();
  for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most && most[1] > 1 ? most[0] : null;
}
