/**
 * What the places of this workspace are called, in lists, sums and source lines: a province has 设区市, a city 县（市、区）.
 * The names in cities.yaml tell it; data/<year>/office.yaml may say otherwise.
 */
import { z } from 'zod';
import { blankable } from './blankable.ts';

/** `region` of office.yaml; what is blank is told by the names of the places. */
export const regionSchema = z.strictObject({
  /** All of it, before sums and meetings: 全省. */
  whole: blankable,
  /** All places together: 设区市和赣江新区. */
  places: blankable,
  /** The ordinary kind of place: 设区市. */
  place: blankable,
  /** Behind a number: 12个设区市（新区）. */
  counted: blankable,
});
export type Region = z.output<typeof regionSchema>;

/** Not a district, but something beside districts or cities: 赣江新区, 平潭综合实验区, 喀什地区, 神农架林区. */
const ZONE = '(?<=新|开发|经开|示范|试验|实验|合作|度假|地|林)区';
const LEVELS = [
  { kind: new RegExp(`(?:县|旗|(?!${ZONE})区)$`), place: '县（市、区）', whole: '全市', also: /市$/ },
  { kind: /(?:乡|镇|街道|苏木)$/, place: '乡镇（街道）', whole: '全县', also: /$^/ },
  { kind: /(?:市|州|盟|地区)$/, place: '设区市', whole: '全省', also: /$^/ },
];
const ORDINARY = { place: '设区市', whole: '全省' };

/** @param names of the places, in the customary order · @param given what office.yaml says; blanks say nothing */
export function regionOf(names: readonly string[], given?: Region): Region {
  const level = LEVELS.find(({ kind }) => names.some((name) => kind.test(name)));
  const { place, whole } = level ?? ORDINARY;
  const others = level ? names.filter((name) => !level.kind.test(name) && !level.also.test(name)) : [];
  const zones = others.length > 0 && others.every((name) => name.endsWith('新区'));
  const own = given?.place || place;
  return {
    whole: given?.whole || whole,
    place: own,
    places: given?.places || (others.length > 0 ? `${own}和${others.join('、')}` : own),
    counted: given?.counted || (zones && !own.endsWith('）') ? `${own}（新区）` : own),
  };
}
