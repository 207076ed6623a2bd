/** Units of counting and measuring that may follow a number. A word that is not here is not taken for a unit. */

const COUNTED = `个 家 户 农户 项 件 条 人 人次 名 位 次 场 场次 台 台次 套 辆 座 所 处 批 批次 款 种 类 份 篇 部 部次 只 张 期 站 点 笔 单 例
  间 节 组 支 队 块 栋 根 颗 棵 期次 例次 卷 册 页 字 班 届 轮 学时 课时 机架 标准机架 端口 插件 级 村 县 市 区 镇 乡 岗 户次 班次`;
const MEASURED = `元 美元 亩 公顷 平方米 平方公里 米 千米 公里 吨 千克 公斤 吨标准煤 千瓦 千瓦时 兆瓦 兆瓦时 kW MW GW kWh MWh GWh 度 天 日 工作日 周 月 个月 年 小时 分 分钟 秒
  倍 % ‰ 百分点 TB PB GB EB Mbps Gbps Tbps PFLOPS EFLOPS TFLOPS P E`;

/** Base units, without magnitudes; 百分点 covers 个百分点. */
export const BASE_UNITS: ReadonlySet<string> = new Set(`${COUNTED} ${MEASURED}`.split(/\s+/));

const COUNT_WORDS: ReadonlySet<string> = new Set(COUNTED.split(/\s+/));
/** Measure words that people use for the same things. */
const ALIKE = ['人 名 位', '次 场 期 场次', '家 户 农户', '批 批次', '台 套'].map((group) =>
  group.split(' '),
);

/** Words for people: 128人 where enterprises are counted by 个 may be another count. */
const PERSONS: ReadonlySet<string> = new Set(['人', '名', '位', '人次']);

/** Whether a unit counts whole things, one by one: 个, 家, 场, not 万个, 亿元, %. */
export const isCountWord = (unit: string): boolean => COUNT_WORDS.has(unit);

/** Whether one of two measure words counts people and the other does not. */
export function mixesPersons(left: string, right: string): boolean {
  return PERSONS.has(left) !== PERSONS.has(right);
}

/** Whether two base units count the same things with another measure word: 100家 and 100个 are one number. */
export function sameCount(left: string, right: string): boolean {
  if (left === right) return true;
  if (!COUNT_WORDS.has(left) || !COUNT_WORDS.has(right)) return false;
  return (
    left === '个' || right === '个' || ALIKE.some((group) => group.includes(left) && group.includes(right))
  );
}
