/** What a unit owes of a task or goal and has not handed in. */

export type MissingPart =
  /** Nothing at all was filled in. */
  | { kind: 'entry' }
  /** Value of a target of its own. */
  | MissingValue
  | { kind: 'stage' }
  | { kind: 'progress' };

export interface MissingValue {
  kind: 'value';
  target: string;
  name: string;
  /** What was written in its place, and nobody can read. */
  unread?: string;
}

export interface MissingItem {
  kind: 'task' | 'goal';
  /** Task number or goal id, as the form writes it. */
  id: string;
  /** A few words. */
  name: string;
  parts: MissingPart[];
  /** What the unit says where a value should stand: why there is none, perhaps. */
  told?: string;
}

/** “填报表相应行全部内容”, “本季度累计值（支持的企业）、阶段”. */
export function missingWords({ parts }: MissingItem): string {
  return parts.map(partWords).join('、');
}

function partWords(part: MissingPart): string {
  switch (part.kind) {
    case 'entry':
      return '全部内容';
    case 'value':
      return part.unread === undefined
        ? `本季度累计值（${part.name}）`
        : `本季度累计值（${part.name}，所填“${part.unread}”无法识别，请改正）`;
    case 'stage':
      return '阶段';
    case 'progress':
      return '进展情况';
  }
}
