/** meetings/<period>.yaml of a meeting of which nothing is known yet: blanks to fill in, and the habits of the one before. */
import { stringify } from 'yaml';
import { daysAfter } from '../base/chinese/date.ts';
import type { Meeting } from '../model/meeting.ts';
import { type Period, periodEnd, periodName } from '../model/period.ts';

/**
 * The quarter of the year's first meeting: the first whose returns were not yet due when the plan was issued. What was issued
 * in another year, or on a day that is not known, has it for the first quarter.
 */
export function firstMeetingOf(year: number, issuedOn: string | undefined): Period {
  const quarters = ([1, 2, 3, 4] as const).map(
    (quarter): Period => ({ id: `${year}Q${quarter}`, year, quarter }),
  );
  const [first] = quarters as [Period];
  if (!issuedOn?.startsWith(`${year}-`)) return first;
  return quarters.find((quarter) => issuedOn <= daysAfter(periodEnd(quarter), DAYS_FOR_RETURNS)) ?? first;
}
const DAYS_FOR_RETURNS = 10;

/**
 * Day, numbers, decisions and names of persons are left blank: they belong to one meeting. How long speeches last, whether
 * papers are recalled and the like stay as they were. Posts, place and copies do, too, unless `last` was made up.
 */
export function meetingDraft(period: Period, last: Meeting | undefined): string {
  const real = last && !last.demo ? last : undefined;
  const text = (value: string | undefined): string => (value ? ` ${inline(value)}` : '');
  const list = (values: readonly string[] | undefined): string => inline(values ?? []);
  const posts = (real?.leaders ?? []).filter(({ post }) => post !== '');
  const agenda = last && Object.entries(last.agenda).map(([name, minutes]) => `${name}: ${minutes}`);
  return `# ${periodName(period)}专题调度会：会议事项草稿。留空的印空线，生成时逐项提醒；写法见 docs/writing.md“会议文件”。
# 会前填写：日期、时间、地点、主持人、通知和各项期限；会后填写：decisions（议定事项）、excused（请假单位）、minutes（纪要）。
date:                # 会议日期，写作 ${period.year}-04-19
start:               # 开始时间，写作 09:00
end:                 # 结束时间，写作 "11:00"
place:${text(real?.place)}
chair:
  post:${text(real?.chair.post)}              # 主持人职务
  name:              # 姓名
leaders: ${inline(posts.map(({ post }) => ({ post, name: '' })))}          # 出席领导，每人写作 { post: 职务, name: 姓名 }
cities: ${last?.cities ?? true}         # 各地是否参会
observers: []        # 列席单位
seating: {}          # 座次图，可写 { across: 每排座位数（双数）, order: middle }，不写的按人数、由左向右排
excused: []          # 请假单位，会后填写
notice:
  number:            # 发文字号
  date:              # 成文日期
  sealed: ${last?.notice.sealed ?? true}
  copies: ${list(real?.notice.copies)}         # 抄送
  receiptDue:        # 回执期限
  materialsDue:      # 材料期限
${agenda ? `agenda: { ${agenda.join(', ')} }  # 分钟数：报告、每个单位、每项协调事项、讲话\n` : ''}recalled: ${last?.recalled ?? false}      # 材料是否会后收回
minutes:
  number:            # 纪要期号
  date:              # 纪要日期
  copies: ${list(real?.minutes.copies)}         # 抄送
projectBulletin: {}  # 重点项目通报的期号（number）和日期（date）
cityBulletin: {}     # 各地通报的期号和日期
supervision:
  date:              # 督办通知的成文日期
  deadline:          # 报告期限
  copies: ${list(real?.supervision.copies)}         # 抄送
  numbers: {}        # 单位: 发文字号
# 议定事项，每项写作 { no: 1, text: 事项, lead: 牵头单位, cooperating: [], due: 时限, task: 任务号 }
decisions: []
# 上次会议（${period.quarter === 1 ? '上年四季度' : '上季度'}）议定事项的办理情况，每项写作 { decision: 序号, state: ongoing, progress: 进展 }
followUps: []
`;
}

/** On one line, quoted where YAML asks for it. */
const inline = (value: unknown): string => stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
