/** The words that name who answers for a task and until when, in the spellings of different offices. */

/** lead: 牵头单位 · listed: 责任单位, where the first usually leads · cooperating · deadline · other: known, not used. */
export type LabelRole = 'lead' | 'listed' | 'cooperating' | 'deadline' | 'other';

const LABELS: readonly (readonly [LabelRole, string])[] = [
  [
    'lead',
    '(?:牵头责任|责任牵头|主要责任|第一责任|主要牵头)(?:单位|部门)|牵头(?:单位|部门)|牵头\\s*(?:[（(]责任[）)])\\s*单位|主责单位',
  ],
  [
    'cooperating',
    '(?:配合责任|责任配合)(?:单位|部门)|(?:配合|参与|参加|协同|协办|协作|协助|支持)(?:单位|部门)',
  ],
  ['listed', '(?:责任|负责|承担|实施|主办|承办|落实)(?:单位|部门)|责任主体|责任分工|任务分工'],
  ['deadline', '(?:完成|办结|推进)(?:时限|时间|期限|节点)|时限要求|时间(?:节点|要求|安排|进度)|进度要求'],
  ['other', '(?:牵头|责任|分管|包保|挂点)(?:领导|负责人)|责任人|联系人|联系电话'],
];
/** 牵头：甲；配合：乙, within a bracket or at the head of a line. */
const SHORT = '(?<=^|[（(【[〔；;，,。\\s])(?:牵头|配合|协办|主办|责任|时限)';
const ANY = LABELS.map(([, words]) => words).join('|');

/** A label with its colon, anywhere; the first group is the label. */
const LABEL = `(${ANY}|${SHORT})\\s*[：:]`;

export function labelsIn(text: string): RegExpExecArray[] {
  return [...text.matchAll(new RegExp(LABEL, 'g'))];
}

const AT_START = new RegExp(`^[（(【\\[]?\\s*(?:${ANY})\\s*(?:[：:]|\\s(?=\\S))`);

/** Whether the line begins with 牵头单位： or the like. */
export function startsWithLabel(line: string): boolean {
  return AT_START.test(line);
}

const SHORT_ROLES: Readonly<Record<string, LabelRole>> = {
  牵头: 'lead',
  主办: 'lead',
  配合: 'cooperating',
  协办: 'cooperating',
  责任: 'listed',
  时限: 'deadline',
};

export function roleOf(label: string): LabelRole {
  return (
    SHORT_ROLES[label] ?? LABELS.find(([, words]) => new RegExp(`^(?:${words})$`).test(label))?.[0] ?? 'other'
  );
}

/** The role of a table column by its heading. */
export function columnRole(heading: string): LabelRole | undefined {
  const found = LABELS.find(([, words]) => new RegExp(`^(?:${words})(?:[（(].*)?$`).test(heading));
  return found?.[0];
}

/** 附件：1.…, 附件2, 抄送：… after the plan: what it carries with it, and what its printer adds. */
const ANNEX =
  /^(?:附\s*件\s*(?:[\d一二三四五六七八九十]{1,2}\s*)?(?:[：:]|$|(?=[\u4e00-\u9fff《])(?!中|要))|抄\s*送\s*[：:])/;
const LONGEST_ANNEX_HEAD = 60;

/** Whether a line begins what stands behind a plan's text. */
export const beginsAnnex = (text: string): boolean => text.length <= LONGEST_ANNEX_HEAD && ANNEX.test(text);

/** 抄送：…: who gets copies, and nothing of the plan. */
export const isCopyList = (text: string): boolean => /^(?:抄\s*送|分\s*送|主\s*送)\s*[：:]/.test(text);
