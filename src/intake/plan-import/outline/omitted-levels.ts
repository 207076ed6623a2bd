/**
 * 省发展改革委、财政厅、统计局: the level is said once for a whole list. Without it the same unit would stand in the roster
 * twice, and be asked for returns twice.
 */
import { looksLikeUnit } from '../owners/attribution.ts';
import { renamed, unitLists } from './every-attribution.ts';
import { groupsAmong } from './groups.ts';
import type { Outline } from './shape.ts';

/** A name that the plan shortens; `elsewhere`: it also writes it in full. */
export interface Completed {
  line: number;
  written: string;
  name: string;
  elsewhere: boolean;
}

/** What departments are called by, so that 广东金融监管局 or 人民银行 get no level that they do not have. */
const DEPARTMENT =
  '(?:发展(?:和)?改革|发改|教育|教体|科技|科学技术|工业和信息化|工信|经济和信息化|经信|民族|民宗|公安|民政|司法|财政|人力资源|人社|自然资源|生态环境|住房|住建|建设|城管|城市管理|综合执法|行政执法|交通|水利|水务|农业|商务|文化|文旅|文广|卫生健康|卫健|退役军人|应急|审计|外事|国资|市场监管|市场监督|广播电视|广电|体育|统计|医保|医疗保障|乡村振兴|信访|政务|政数|数据|大数据|数字|行政审批|金融|地方金融|林业|园林|能源|粮食|药监|药品监管|药品监督|供销|机关事务|密码|保密|档案|法院|检察院|高院|税务|气象|通信管理|邮政|消防|知识产权|投资促进|招商|口岸|海洋|畜牧|残联|妇联|总工会|工商联|科协|科学院|社科院)';
const BARE = new RegExp(`^${DEPARTMENT}(?:[^省市县区州盟旗]*(?:厅|局|委|办|中心|院|社|联|会))?$`);
/** Not the 市 of 市场监管局, 市政园林局, 市监局. */
const LEVEL = /^([省市县区州盟旗])(?!场|域|块|容|监(?!委)|政(?!府|务|协|法|研|数))/;
const PARTY = /^(?:组织部|宣传部|统战部|政法委|社会工作部|网信办|编办|改革办|台办|党校)$/;

/** The outline with whole names, and which they are. */
export function withLevels(outline: Outline): { outline: Outline; completed: Completed[] } {
  const lists = unitLists(outline);
  const written = new Set(lists.flatMap(({ names }) => names));
  // A plan that writes 县委组织部 but 教育局 gives its departments no level.
  const levels = new Set(
    [...written].flatMap((name) => {
      const level = LEVEL.exec(name)?.[1];
      return level !== undefined && BARE.test(name.slice(1)) ? [level] : [];
    }),
  );
  const found = new Map<string, Set<string>>();
  const first = new Map<string, number>();
  for (const { line, names } of lists) {
    const kinds = groupsAmong(names);
    let before: string | undefined;
    for (const name of names) {
      if (kinds.has(name)) continue;
      if (LEVEL.test(name)) before = name;
      else
        for (const whole of wholeNames(name, before, levels, written)) {
          if (!first.has(name)) first.set(name, line);
          found.set(name, (found.get(name) ?? new Set()).add(whole));
        }
    }
  }
  // One name for it in the whole plan; where it may be the city's or the county's, a person has to say.
  const one = new Map<string, string>();
  for (const [name, [whole, ...others]] of found)
    if (whole !== undefined && others.length === 0) one.set(name, whole);
  return {
    outline: one.size === 0 ? outline : renamed(outline, one),
    completed: [...one].map(([name, whole]) => ({
      line: first.get(name) ?? 1,
      written: name,
      name: whole,
      elsewhere: written.has(whole),
    })),
  };
}

/** `before`: the last name of the list that has its level; `written`: all names of the plan. */
function wholeNames(
  name: string,
  before: string | undefined,
  levels: ReadonlySet<string>,
  written: ReadonlySet<string>,
): string[] {
  const level = before?.charAt(0);
  if (PARTY.test(name)) return before?.charAt(1) === '委' ? [`${level}委${name}`] : [];
  if (!looksLikeUnit(name)) return [];
  const isDepartment = BARE.test(name);
  if (level !== undefined && levels.has(level) && (isDepartment || written.has(level + name)))
    return [level + name];
  return isDepartment ? [...levels].map((one) => one + name).filter((whole) => written.has(whole)) : [];
}
