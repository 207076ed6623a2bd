/** Messages of the plan importer on tracks, tasks and units. */
import { inRuns } from '../chinese/runs.ts';
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';
import { excerpt } from './excerpt.ts';
import { type Repeated, repeated } from './plan-gathered.ts';
import { REASON_TOO } from './plan-import.ts';

/** The track that a remark is about. */
export const inTrack = (name: string): string => `专项“${excerpt(name)}”`;
/** The task that a remark is about. */
export const inTask = (no: number): string => `任务${no}`;

export const unnamedTrack = (): string => '重点任务';

export const trackWithoutName = (at: Origin): Diagnostic =>
  diagnostic('trackWithoutName', 'warning', '任务没有分列专项，暂归为一个专项“重点任务”。', at);

export const headingWithoutNumber = (at: Origin, text: string): Diagnostic =>
  diagnostic('headingWithoutNumber', 'warning', `“${excerpt(text)}”没有序号，按专项标题处理。`, at);

/** A plan in which nothing is numbered. */
export const plainParagraphs = (file: string, headings: number, tasks: number): Diagnostic =>
  diagnostic(
    'plainParagraphs',
    'warning',
    `计划没有序号：单独成行的短标题${headings}个读作专项、目标或要求的标题，标题下的每一段各作一项任务，共${tasks}项。`,
    { file },
    '逐项核对：一段中有几项任务的，在计划文件中分段或加上“1.”“2.”后重新导入；不是任务的段落，从专项文件中删去。',
  );

const LEVEL_BY = {
  units: '按责任单位所在的一级',
  numbers: '按接续编号的一级',
  name: '按标题的写法（…行动、…工程等）',
  nothing: '看不出以哪一级为专项',
} as const;

/** Three levels of numbers; `marker` is one of the tasks', `by` what decided: without anything the middle level is the track. */
export const levelChosen = (
  at: Origin,
  name: string,
  marker: string,
  by: keyof typeof LEVEL_BY,
): Repeated => {
  const track = by === 'nothing' ? '其下一级标题各为一个专项' : '以它为专项';
  const chosen = `${LEVEL_BY[by]}，${track}，以“${marker}”一级为任务`;
  return repeated(
    `“${excerpt(name)}”${chosen}`,
    diagnostic(
      'levelChosen',
      'warning',
      `“${excerpt(name)}”下有多级序号，${chosen}。`,
      at,
      '请核对；不合适的，调整计划文件的序号后重新导入，或者在专项文件中合并、拆分任务。',
    ),
  );
};

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
    `“${excerpt(name)}”有${leads.length}个牵头单位（${leads.join('、')}），${tasks.length > 0 ? `没有写明责任单位的任务${inRuns(tasks)}` : '任务'}暂记在${leads[0] ?? ''}名下。`,
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
    `${tasks.length}项任务的简称（brief）由任务文字截取，没有说完：任务${inRuns(tasks)}。`,
    { file },
    '简称印在图表和领导参阅中，请在专项文件中改写为不超过16个字的名称。',
  );

/** `bracket`: what stands at its end like a list of units, and is none that is known. */
export const taskWithoutUnit = (at: Origin, no: number, bracket: string | undefined): Diagnostic =>
  diagnostic(
    'taskWithoutUnit',
    'warning',
    `任务${no}没有指明责任单位，暂记“待定”${bracket ? `；句末的“${excerpt(bracket)}”没有认作单位` : ''}。`,
    at,
    `在该任务（及其 targets）的 responsible 中填写责任单位。${REASON_TOO}`,
  );

/** Of a task that then goes to its track's unit. */
export const bracketNotUnits = (at: Origin, no: number, bracket: string, unit: string): Diagnostic =>
  diagnostic(
    'bracketNotUnits',
    'warning',
    `任务${no}句末的“${excerpt(bracket)}”像是责任单位，没有读作单位，任务暂记在${unit}名下。`,
    at,
    '是责任单位的，写入该任务（及其 targets）的 responsible，并从任务文字中删去。',
  );

/** The others of its track all name that one. */
export const unitOfOthers = (at: Origin, no: number, unit: string): Diagnostic =>
  diagnostic(
    'unitOfOthers',
    'warning',
    `任务${no}没有指明责任单位，同一专项的其他任务写的都是${unit}，暂记在它名下。`,
    at,
    `核对该任务（及其 targets）的 responsible。${REASON_TOO}`,
  );

export const unusedAttribution = (at: Origin, words: string): Repeated =>
  repeated(
    `“${excerpt(words)}”`,
    diagnostic('unusedAttribution', 'info', `“${excerpt(words)}”没有对应的字段，未读入。`, at),
  );

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

/** 省发展改革委、财政厅: written without the level that stands ahead of the list. */
export const levelsCompleted = (
  file: string,
  list: readonly { line: number; written: string; name: string; elsewhere: boolean }[],
): Diagnostic => {
  const guessed = list.filter(({ elsewhere }) => !elsewhere);
  const shown = (some: typeof list): string =>
    some.map(({ line, written, name }) => `第${line}行“${written}”记作“${name}”`).join('；');
  const rest = list.filter(({ elsewhere }) => elsewhere);
  const parts = [
    ...(rest.length > 0 ? [`计划别处写有全名的：${shown(rest)}`] : []),
    ...(guessed.length > 0 ? [`照同一处前面的单位补的：${shown(guessed)}`] : []),
  ];
  return diagnostic(
    'levelsCompleted',
    guessed.length > 0 ? 'warning' : 'info',
    `${list.length}个单位的名称省略了“省”“市”一类的字，草稿已补上，避免同一单位列成两个。${parts.join('。')}。`,
    { file },
    ...(guessed.length > 0 ? ['补得不对的，在 units.yaml 和专项文件中改回。'] : []),
  );
};

/** （责任单位：领导小组办公室）: who sends the forms out and calls the meeting. */
export const unitIsOffice = (at: Origin, name: string, office: string): Diagnostic =>
  diagnostic(
    'unitIsOffice',
    'warning',
    `“${name}”就是制发通知、收取报表的办公室${office === '' || office === name ? '' : `（${office}）`}，草稿照录为单位：照此会给自己发填报表和催报函，并通知自己参会。`,
    at,
    '办公室设在某个单位的（如发展改革部门），在 units.yaml 中删去它这一行，把它列入该单位的 aliases：任务由该单位填报、参会。',
    '确由办公室自己填报的，units.yaml 中保留（已有名册的，补上这一行），把 fullName 改为全称；会议通知和催报的名单上会有它，发文时自行略去。',
  );

export const fullNamesUnknown = (file: string): Diagnostic =>
  diagnostic(
    'fullNamesUnknown',
    'info',
    '单位全称未知，units.yaml 中暂与简称相同。',
    { file },
    '补上全称和常用别名。',
    '单位暂按在计划中出现的先后排列：主送、出席、名单、席卡照 units.yaml 的次序，请按机构序列调整。',
  );

export const newUnit = (at: Origin, name: string, close: string | undefined): Diagnostic =>
  diagnostic(
    'newUnit',
    'warning',
    `单位名册（units.yaml）中没有“${name}”。`,
    at,
    ...(close ? [`就是“${close}”的，把“${name}”加到它的 aliases。`] : []),
    `是新单位的，在 units.yaml 中加一行：- { name: ${name}, fullName: 全称, aliases: [], namedBy: plan }`,
    '是原有单位改了名称的，把原来那一行的 name、fullName 改为新的，原名写入 aliases：上年议定事项、报表中的原名照样认得。',
  );

/** `instead`: paragraphs of the plan's own text that are then no tasks. */
export const annexTasksRead = (
  at: Origin,
  { tasks, instead }: { tasks: number; instead: readonly { line: number; text: string }[] },
): Diagnostic =>
  diagnostic(
    'annexTasksRead',
    'warning',
    `正文的任务没有写责任单位，${tasks}项任务取自附件中的任务表${instead.length > 0 ? `；正文中的${instead.length}段不列为任务：${instead.map(({ line, text }) => `第${line}行“${excerpt(text)}”`).join('、')}` : ''}。`,
    at,
    '正文与附件逐项核对；正文各段原文保存在 plan/notes.yaml 的注释中。',
  );

export const annexIndicatorsRead = (at: Origin, rows: number): Diagnostic =>
  diagnostic(
    'annexIndicatorsRead',
    'warning',
    `附件中指标表的${rows}行列为年度目标。`,
    at,
    '与正文的年度目标逐项核对，重复的在 plan/goals.yaml 中删去一项。',
  );

/** `names`: goals that the text and the table both tell of. */
export const indicatorsJoined = (at: Origin, names: readonly string[]): Diagnostic =>
  diagnostic(
    'indicatorsJoined',
    'info',
    `正文和指标表都写有的${names.length}项年度目标，名称和数都相同，各作一项：${names.map((name) => `“${excerpt(name)}”`).join('、')}。`,
    at,
    '文字取自正文，责任单位和上年末基数取自指标表。',
  );

/** What stands behind the plan; `rows`: of tables, `tasks`: one of them is of tasks. */
export const annexNotRead = (at: Origin, paragraphs: number, rows: number, tasks: boolean): Diagnostic =>
  diagnostic(
    'annexNotRead',
    'warning',
    `从这里起的附件、抄送等${paragraphs}段不作为计划正文${rows > 0 ? `，其中表格${rows}行没有读入` : ''}。`,
    at,
    `${rows > 0 ? '表中有年度目标的，在 plan/goals.yaml 中补录；' : ''}原文保存在 plan/notes.yaml 的注释中。`,
    ...(tasks
      ? [
          '附件中有任务表，正文的任务已写明责任单位，因此以正文为准；应以表为准的，把表单独存为一个文件再导入。',
        ]
      : []),
  );

export const taskNumbersRestart = (file: string): Diagnostic =>
  diagnostic('taskNumbersRestart', 'info', '原文任务序号没有全篇接续，草稿改为全篇连续编号。', { file });

export const tasksWithoutNumber = (file: string): Diagnostic =>
  diagnostic('tasksWithoutNumber', 'info', '有的任务原文没有阿拉伯数字序号，草稿按先后顺序编号。', { file });

/** @param kept the draft has the plan's own numbers */
export const taskNumberGap = (at: Origin, before: number, found: number, kept: boolean): Repeated =>
  repeated(
    `由${before}接到${found}`,
    diagnostic(
      'taskNumberGap',
      'warning',
      `任务序号由${before}接到${found}，不连续。`,
      at,
      kept ? '草稿照用原文的序号，会上说“第几项”时与计划一致。' : '草稿按先后顺序编号。',
      '核对是否漏读、漏编或者重号。',
    ),
  );

export const tooManyTasks = (file: string, count: number, most: number): Diagnostic =>
  diagnostic('tooManyTasks', 'warning', `任务超过${most}项（至少${count}项），其余未读入。`, { file });
