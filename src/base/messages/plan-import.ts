/** Messages of the plan importer: what was left out, assumed or doubted while reading a plan. See also plan-source.ts and plan-targets.ts. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';
import { excerpt } from './excerpt.ts';
import { type Repeated, repeated } from './plan-gathered.ts';

export const notAPlan = (file: string): Diagnostic =>
  diagnostic(
    'notAPlan',
    'error',
    '没有识读出年度目标和工作任务。',
    { file },
    '任务应有序号（如“1.”“（一）”）或列在表头含“任务”“责任单位”的表格中。',
  );

/** The track that a remark is about. */
export const inTrack = (name: string): string => `专项“${excerpt(name)}”`;
/** The task that a remark is about. */
export const inTask = (no: number): string => `任务${no}`;

/** What becomes of the reason that a draft gives for a unit that is not settled. */
const REASON_TOO = '定下后把 reason（现为待确定）改为确定的依据，如“按部门职责确定”。';

// The text and its lines

export const lineTooLong = (at: Origin, length: number, most: number): Diagnostic =>
  diagnostic(
    'lineTooLong',
    'warning',
    `这一行有${length}字，只读了前${most}字。`,
    at,
    '按段落分行后重新导入。',
  );

export const noiseLines = (file: string, lines: readonly { line: number; text: string }[]): Diagnostic =>
  diagnostic(
    'noiseLines',
    'info',
    `略去页码、页眉${lines.length}行：${lines
      .slice(0, 12)
      .map(({ line, text }) => `第${line}行“${excerpt(text)}”`)
      .join('、')}${lines.length > 12 ? ' 等' : ''}。`,
    { file, line: lines[0]?.line ?? 1 },
  );

/** 1.1, 1.1.1: `printed` are all the numbers that were taken for headings and items. */
export const decimalsRead = (at: Origin, printed: readonly string[]): Diagnostic => {
  const depth = (one: string): number => one.split(/[.．](?=\d)/).length;
  const counts = [1, 2, 3, 4].flatMap((level) => {
    const own = printed.filter((one) => depth(one) === level);
    return own.length > 0 ? [`${level}级${own.length}处（如“${own[0]}”）`] : [];
  });
  return diagnostic(
    'decimalsRead',
    'warning',
    `计划用分级编号：${counts.join('、')}。末级读作任务，其上一级读作专项，请核对层级。`,
    at,
  );
};

export const decimalsRefused = (at: Origin, printed: string, line: string): Diagnostic =>
  diagnostic(
    'decimalsRefused',
    'warning',
    `“${excerpt(line)}”开头的“${printed}”像分级编号，但与前面的编号不相接，按正文处理。`,
    at,
  );

export const lineJoined = (at: Origin, where: string, before: string, after: string): Diagnostic =>
  diagnostic('lineJoined', 'info', `${where}在句中断行，已连接为“${before}${after}”。`, at);

export const andMended = (at: Origin, where: string, found: string, mended: string): Diagnostic =>
  diagnostic(
    'andMended',
    'warning',
    `${where}中的“${found}”疑为识别差错，已改为“${mended}”。`,
    at,
    '对照原件核实；不符的改回原文。',
  );

export const unreadText = (at: Origin, text: string): Diagnostic =>
  diagnostic(
    'unreadText',
    'warning',
    `这段文字没有归入目标、任务或要求：“${excerpt(text)}”。`,
    at,
    '原文已作为注释保留在 plan/notes.yaml；属于任务的，请补入相应的专项文件。',
  );

// The head of the document

export const yearUnknown = (at: Origin): Diagnostic =>
  diagnostic('yearUnknown', 'warning', '标题和正文都没有年份。', at, '在 plan/document.yaml 中补上 year。');

export const yearGuessed = (at: Origin, year: number): Diagnostic =>
  diagnostic(
    'yearGuessed',
    'warning',
    `标题没有年份，按正文出现最多的${year}年处理。`,
    at,
    '核对 plan/document.yaml 的 year。',
  );

export const severalYears = (at: Origin, first: number, last: number): Diagnostic =>
  diagnostic(
    'severalYears',
    'warning',
    `这是${first}—${last}年的计划，草稿按${first}年编制，以后年度的目标都标出期限。`,
    at,
    '要编其他年度的，用 --year 指定年度；逐项核对哪些目标属于本年。',
  );

export const numbersInPreamble = (at: Origin, sentences: readonly string[]): Diagnostic =>
  diagnostic(
    'numbersInPreamble',
    'warning',
    `开头部分有数值，未列为年度目标：${sentences.map((s) => `“${excerpt(s)}”`).join('、')}。`,
    at,
    '属于年度目标的，补入 plan/goals.yaml。',
  );

export const sectionHeading = (at: Origin, text: string): Repeated =>
  repeated(`“${text}”`, diagnostic('sectionHeading', 'info', `“${text}”是分节标题，不存入草稿。`, at));

export const headFieldMissing = (file: string, name: string, field: string): Repeated =>
  repeated(
    `${name}（${field}）`,
    diagnostic(
      'headFieldMissing',
      'warning',
      `没有找到${name}（${field}），留空。`,
      { file },
      '如有，补入 plan/document.yaml。',
    ),
  );

// Goals

export const noGoals = (file: string): Diagnostic =>
  diagnostic('noGoals', 'warning', '没有找到年度目标一节，plan/goals.yaml 为空。', { file });

export const goalsUnassigned = (file: string, count: number): Diagnostic =>
  diagnostic(
    'goalsUnassigned',
    'warning',
    `${count}项年度目标没有责任单位，暂记“待定”。`,
    { file },
    `在 plan/goals.yaml 中逐项填写责任单位（目标本身和其 target 两处的 unit，assignedBy: office）。${REASON_TOO}`,
  );

export const goalOfSeveral = (at: Origin, name: string, units: readonly string[]): Diagnostic =>
  diagnostic(
    'goalOfSeveral',
    'warning',
    `年度目标“${excerpt(name)}”有${units.length}个责任单位（${units.join('、')}），暂记在${units[0] ?? ''}名下。`,
    at,
    `确定一个责任单位。${REASON_TOO}`,
  );

export const goalWithoutNumber = (at: Origin, text: string): Diagnostic =>
  diagnostic(
    'goalWithoutNumber',
    'info',
    `“${excerpt(text)}”没有数值，只列文字，不设目标值。`,
    at,
    '有数值的，在 plan/goals.yaml 中把该项的 target 由 null 改为目标。',
  );

/** Why the number is no target is told beside this, as a warning where it may be one. */
export const goalNumberUnused = (at: Origin, text: string): Diagnostic =>
  diagnostic(
    'goalNumberUnused',
    'info',
    `“${excerpt(text)}”有数，但没有列为目标，只列文字，不设目标值。`,
    at,
    '要评价的，在 plan/goals.yaml 中把该项的 target 由 null 改为目标。',
  );

/** Words of the goals' headline that nothing is measured by. */
export const intentionsInHeadline = (at: Origin, clauses: readonly string[]): Diagnostic =>
  diagnostic(
    'intentionsInHeadline',
    'info',
    `${clauses.map((clause) => `“${excerpt(clause)}”`).join('、')}没有可以衡量的数，只写在总体目标的文字中，没有单列。`,
    at,
    '要单列的，在 plan/goals.yaml 的 goals 中补一项。',
  );

/** Numbers of the headline that are no targets, such as lengths of time; why is told beside this. */
export const numbersInHeadline = (at: Origin, clauses: readonly string[]): Diagnostic =>
  diagnostic(
    'numbersInHeadline',
    'info',
    `${clauses.map((clause) => `“${excerpt(clause)}”`).join('、')}有数，但没有列为目标，只写在总体目标的文字中，没有单列。`,
    at,
    '要单列的，在 plan/goals.yaml 的 goals 中补一项。',
  );

export const tooManyGoals = (file: string, count: number, most: number): Diagnostic =>
  diagnostic('tooManyGoals', 'warning', `年度目标有${count}项，只读入前${most}项。`, { file });

// Tracks, tasks and units

export const unnamedTrack = (): string => '重点任务';

export const trackWithoutName = (at: Origin): Diagnostic =>
  diagnostic('trackWithoutName', 'warning', '任务没有分列专项，暂归为一个专项“重点任务”。', at);

export const headingWithoutNumber = (at: Origin, text: string): Diagnostic =>
  diagnostic('headingWithoutNumber', 'warning', `“${excerpt(text)}”没有序号，按专项标题处理。`, at);

export const trackWithoutTasks = (at: Origin, name: string): Diagnostic =>
  diagnostic('trackWithoutTasks', 'warning', `“${excerpt(name)}”下没有读到任务，未列为专项。`, at);

export const trackWithoutUnits = (at: Origin, name: string): Diagnostic =>
  diagnostic(
    'trackWithoutUnits',
    'warning',
    `“${excerpt(name)}”没有指明牵头单位，暂记“待定”。`,
    at,
    `在专项文件的 leads 中填写牵头单位，各项任务的 responsible 也要填写。${REASON_TOO}`,
  );

export const unitsFromTasks = (at: Origin, name: string, leads: readonly string[]): Repeated =>
  repeated(
    `“${excerpt(name)}”（牵头：${leads.join('、')}）`,
    diagnostic(
      'unitsFromTasks',
      'info',
      `“${excerpt(name)}”的牵头、配合单位由各项任务的责任单位汇总而来（牵头：${leads.join('、')}）。`,
      at,
    ),
  );

/** Of a track; `tasks`: those that name no unit of their own, empty where none does. */
export const severalLeads = (
  at: Origin,
  name: string,
  leads: readonly string[],
  tasks: readonly number[],
): Diagnostic =>
  diagnostic(
    'severalLeads',
    'warning',
    `“${excerpt(name)}”有${leads.length}个牵头单位（${leads.join('、')}），${tasks.length > 0 ? `没有写明责任单位的任务${tasks.join('、')}` : '任务'}暂记在${leads[0] ?? ''}名下。`,
    at,
    `逐项任务确定一个责任单位。${REASON_TOO}`,
  );

/** Where the units stand that are named for a task without getting it. */
export interface OtherUnits {
  /** In the track's list of units that cooperate. */
  cooperating: readonly string[];
  /** They lead the track. */
  leading: readonly string[];
}

const placed = ({ cooperating, leading }: OtherUnits): string =>
  [
    ...(cooperating.length > 0 ? [`，${cooperating.join('、')}列为该专项的配合单位`] : []),
    ...(leading.length > 0 ? [`，${leading.join('、')}已是该专项的牵头单位`] : []),
  ].join('');

export const severalLeadOne = (
  at: Origin,
  no: number,
  leads: readonly string[],
  others: OtherUnits,
): Repeated =>
  repeated(
    `任务${no}（${leads.join('、')}）`,
    diagnostic(
      'severalLeads',
      'warning',
      `任务${no}有${leads.length}个牵头单位（${leads.join('、')}），任务暂记在${leads[0] ?? ''}名下${placed(others)}。`,
      at,
      `确定一个责任单位。${REASON_TOO}`,
    ),
  );

/** `where`: 任务3, 专项“数字产业”. */
export const firstListedLeads = (at: Origin, where: string, unit: string, others: OtherUnits): Repeated =>
  repeated(
    `${where}按${unit}牵头（另有${[...others.cooperating, ...others.leading].join('、')}）`,
    diagnostic(
      'firstListedLeads',
      'warning',
      `${where}的责任单位有多个而未说明谁牵头，按排在首位的${unit}牵头处理${placed(others)}。`,
      at,
      '核对牵头单位和专项的配合单位（cooperating）。',
    ),
  );

export const briefsCut = (file: string, tasks: readonly number[]): Diagnostic =>
  diagnostic(
    'briefsCut',
    'info',
    `${tasks.length}项任务的简称（brief）由任务文字截取，没有说完：任务${tasks.join('、')}。`,
    { file },
    '简称印在图表和领导参阅中，请在专项文件中改写为不超过16个字的名称。',
  );

export const taskWithoutUnit = (at: Origin, no: number): Diagnostic =>
  diagnostic(
    'taskWithoutUnit',
    'warning',
    `任务${no}没有指明责任单位，暂记“待定”。`,
    at,
    `在该任务（及其 targets）的 responsible 中填写责任单位。${REASON_TOO}`,
  );

export const unusedAttribution = (at: Origin, words: string): Diagnostic =>
  diagnostic('unusedAttribution', 'info', `“${excerpt(words)}”没有对应的字段，未读入。`, at);

export const unusedColumns = (at: Origin, headings: readonly string[]): Diagnostic =>
  diagnostic('unusedColumns', 'warning', `表格的“${headings.join('”“')}”列没有读入。`, at);

export const oddUnit = (at: Origin, name: string): Diagnostic =>
  diagnostic(
    'oddUnit',
    'warning',
    `“${excerpt(name)}”不像单位名称，已照录。`,
    at,
    '核对是否断字、漏写顿号或混入了说明文字。',
  );

/** 各乡镇, 各市州人民政府 */
export const groupOfUnits = (at: Origin, name: string): Repeated =>
  repeated(
    `“${excerpt(name)}”`,
    diagnostic(
      'groupOfUnits',
      'warning',
      `“${excerpt(name)}”说的是一类单位，没有列入单位名册，也没有列为牵头、配合单位。`,
      at,
      '要分别报送的，把各个单位写进 units.yaml 和专项文件的 cooperating。',
    ),
  );

export const alikeUnits = (at: Origin, one: string, other: string): Diagnostic =>
  diagnostic(
    'alikeUnits',
    'warning',
    `“${one}”与“${other}”可能是同一单位，已分别列出。`,
    at,
    '是同一单位的，在 units.yaml 中合并：一个作名称，另一个列入 aliases。',
  );

export const fullNamesUnknown = (file: string): Diagnostic =>
  diagnostic(
    'fullNamesUnknown',
    'info',
    '单位全称未知，units.yaml 中暂与简称相同。',
    { file },
    '补上全称和常用别名。',
  );

export const newUnit = (at: Origin, name: string, close: string | undefined): Diagnostic =>
  diagnostic(
    'newUnit',
    'warning',
    `单位名册（units.yaml）中没有“${name}”。`,
    at,
    ...(close ? [`就是“${close}”的，把“${name}”加到它的 aliases。`] : []),
    `是新单位的，在 units.yaml 中加一行：- { name: ${name}, fullName: 全称, aliases: [], namedBy: plan }`,
  );

/** What stands behind the plan; `rows`: of tables. */
export const annexNotRead = (at: Origin, paragraphs: number, rows: number): Diagnostic =>
  diagnostic(
    'annexNotRead',
    'warning',
    `从这里起的附件、抄送等${paragraphs}段不作为计划正文${rows > 0 ? `，其中表格${rows}行没有读入` : ''}。`,
    at,
    `${rows > 0 ? '表中有年度目标的，在 plan/goals.yaml 中补录；' : ''}原文保存在 plan/notes.yaml 的注释中。`,
  );

export const taskNumbersRestart = (file: string): Diagnostic =>
  diagnostic('taskNumbersRestart', 'info', '原文任务序号按专项重新编起，草稿改为全篇连续编号。', { file });

export const tasksWithoutNumber = (file: string): Diagnostic =>
  diagnostic('tasksWithoutNumber', 'info', '有的任务原文没有阿拉伯数字序号，草稿按先后顺序编号。', { file });

export const taskNumberGap = (at: Origin, before: number, found: number): Diagnostic =>
  diagnostic(
    'taskNumberGap',
    'warning',
    `任务序号由${before}接到${found}，不连续；草稿按先后顺序编号。`,
    at,
    '核对是否漏读、漏编或者重号。',
  );

export const tooManyTasks = (file: string, count: number, most: number): Diagnostic =>
  diagnostic('tooManyTasks', 'warning', `任务超过${most}项（至少${count}项），其余未读入。`, { file });

// Requirements

export const noRequirements = (file: string): Diagnostic =>
  diagnostic('noRequirements', 'info', '没有找到工作要求一节，plan/requirements.yaml 为空。', { file });

export const dutyOfNobody = (at: Origin, sentence: string): Diagnostic =>
  diagnostic('dutyOfNobody', 'info', `“${excerpt(sentence)}”没有指明由谁承担，未列为事项。`, at);

// The draft

export const draftIncomplete = (file: string, path: string, field: string): Diagnostic =>
  diagnostic('draftIncomplete', 'warning', `草稿 ${path} 的“${field}”缺少内容或不合格式，须手工补齐。`, {
    file,
  });

export const draftComment = (source: string): string => `由 ${source} 导入的草稿，须逐项核对后使用。`;
/** Over a file in which a unit is not settled. */
export const reasonComment = (): string =>
  'assignedBy: office 的责任单位待领导小组办公室确定：改好 unit 后，把 reason 也改为确定的依据，如“按部门职责确定”。';
export const doubtComment = (message: string): string => `待核：${message}`;
export const attributionComment = (line: number, words: string): string => `原文（第${line}行）：${words}`;
export const unreadHeadComment = (): string => '以下原文没有归入目标、任务或要求：';
export const unreadComment = (line: number, text: string): string => `第${line}行：${text}`;
export const unitsComment = (): string => 'fullName 暂与简称相同，须补全称和别名。';
