/** The demonstration data as if a county had made them: its towns, its plan, its money. */
import { madeOnce } from '../../src/base/made-once.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import type { City } from '../../src/model/region/city.ts';
import type { Desk } from './bulletins.ts';

export const TOWNS = [
  ...['城关镇', '柳溪镇', '大湾镇', '石桥镇', '白石乡', '清水乡', '龙泉乡', '青山乡', '桃源乡'],
  ...['东门街道', '西门街道', '安平经开区'],
];
const OFFICE = (name: string): string =>
  name.endsWith('街道') ? `${name}办事处` : name.endsWith('区') ? '经济开发区管委会' : `${name}人民政府`;
const TITLE = '安平县数字经济发展领导小组关于印发《安平县2022年数字经济发展工作要点》的通知';

const RENAMED = new WeakMap<object, object>();

/** @param shrink how many times smaller projects are than the province's */
export function countyDesk(desk: Desk, shrink = 1): Desk {
  const { projects, cities, plan, units, meetings } = desk.inputs;
  if (!projects || !cities) throw new Error('no regional data');
  const renamed = <T extends object>(value: T): T =>
    madeOnce(RENAMED, value, () =>
      JSON.parse(
        cities.cities.reduce(
          (text, { name }, i) => text.replaceAll(name, TOWNS[i] as string),
          JSON.stringify(value),
        ),
      ),
    ) as T;
  const smaller = <F extends { value: number } | null>(figure: F): F =>
    figure && { ...figure, value: Math.round(figure.value / shrink) };
  const own: Inputs = {
    ...desk.inputs,
    plan: {
      ...plan,
      document: { ...renamed(plan.document), title: TITLE, issuer: '安平县数字经济发展领导小组' },
    },
    units,
    meetings,
    cities: {
      ...renamed(cities),
      cities: TOWNS.map(
        (name): City => ({ name, fullName: `安平县${OFFICE(name)}`, aliases: [], clusters: [] }),
      ),
    },
    projects: {
      ...renamed(projects),
      projects: renamed(projects).projects.map((one) => ({
        ...one,
        total: smaller(one.total),
        yearPlan: smaller(one.yearPlan),
      })),
      returns: renamed(projects).returns.map((one) => ({
        ...one,
        entries: one.entries.map((entry) => ({
          ...entry,
          month: smaller(entry.month),
          cumulative: smaller(entry.cumulative),
        })),
      })),
    },
  };
  return { ...desk, inputs: own };
}
