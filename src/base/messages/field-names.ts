/** What the fields that the secretariat writes by hand are called in Chinese; the fields themselves are in English. */
import type { Origin } from '../origin.ts';

/** Files of the office's own; units' returns and the plan name their fields otherwise. */
const OWN = /^data\/\d+\/(?:acknowledgements\/|meetings\/|office\.yaml)/;

const NAMES: Readonly<Record<string, string>> = {
  // the plan's document.yaml
  documentNumber: '文号',
  issuer: '发文机关',
  office: '办公室',
  // acknowledgements
  finding: '核对发现的编号',
  check: '核对项目',
  subject: '任务号或指标编号',
  outcome: '处理结果',
  found: '所说明的原数',
  reason: '理由',
  by: '说明单位',
  // meetings
  date: '日期',
  start: '开始时间',
  end: '结束时间',
  place: '地点',
  chair: '主持人',
  post: '职务',
  name: '姓名',
  leaders: '出席领导',
  cities: '各地是否参加',
  observers: '列席单位',
  seating: '座次图',
  across: '每排座位数',
  order: '座次的排法',
  excused: '请假',
  notice: '会议通知',
  number: '文号',
  sealed: '是否盖章',
  copies: '抄送',
  receiptDue: '回执截止日期',
  materialsDue: '材料报送截止日期',
  agenda: '议程分钟数',
  recalled: '是否会后收回',
  minutes: '会议纪要',
  projectBulletin: '重点项目通报',
  cityBulletin: '各地排名通报',
  supervision: '督办通知',
  deadline: '期限',
  numbers: '各单位文号',
  decisions: '议定事项',
  no: '序号',
  text: '内容',
  lead: '责任单位',
  cooperating: '配合单位',
  due: '完成时限',
  task: '任务号',
  followUps: '上次议定事项的办理情况',
  decision: '议定事项的序号',
  state: '办理结果',
  finished: '办结日期',
  progress: '办理情况',
  demo: '是否演示数据',
  // office.yaml
  region: '本地区的叫法',
  contact: '联系方式',
  person: '联系人',
  phone: '电话',
  email: '电子邮箱',
  address: '地址',
  reminders: '催报函',
  bulletins: '月度简报',
};

/** “by”（说明单位）; the field alone in files that are not the office's. */
export function quotedField(at: Origin, field: string): string {
  const name = OWN.test(at.file) ? NAMES[field] : undefined;
  return name === undefined ? `“${field}”` : `“${field}”（${name}）`;
}

/** by（说明单位）, for lists of what may be written. */
export const listedFields = (at: Origin, fields: readonly string[]): string[] =>
  fields.map((field) => (OWN.test(at.file) && NAMES[field] ? `${field}（${NAMES[field]}）` : field));

/** notice.number → 会议通知文号（notice.number）: a path of names, together what it is. */
export function namedPath(path: string): string {
  const names = path.split('.').map((part) => NAMES[part]);
  return names.every((name) => name !== undefined) ? `${names.join('')}（${path}）` : path;
}
