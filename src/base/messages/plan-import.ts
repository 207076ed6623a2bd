/** Messages of the plan importer: what was left out, assumed or doubted while reading a plan. See also plan-source.ts, plan-tracks.ts and plan-targets.ts. */
import { innerQuotes } from '../chinese/text.ts';
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';
import { excerpt } from './excerpt.ts';
import { type Repeated, repeated } from './plan-gathered.ts';

export const notAPlan = (file: string): Diagnostic =>
  diagnostic(
    'notAPlan',
    'error',
    '没有识读出年度目标和工作任务：没有找到带序号的任务、任务表格，也没有“标题单独成行、下面各段为任务”的段落。',
    { file },
    '先核对是不是计划正文（不是封面、目录或通知）。',
    '是计划的，在 Word 或记事本中给标题和任务加上序号后重新导入，例如：',
    '一、年度目标（下面写目标）　二、重点任务　（一）数字基础设施专项　牵头单位：市工信局　1.新建5G基站800个。　2.建成市大数据中心二期。　三、工作要求',
    '每个标题、每项任务单独成段；也可以用表格，表头写“序号、任务、责任单位、完成时限”。',
  );

/** What becomes of the reason that a draft gives for a unit that is not settled. */
export const REASON_TOO = '定下后把 reason（现为待确定）改为确定的依据，如“按部门职责确定”。';

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

export const unreadText = (at: Origin, text: string): Repeated =>
  repeated(
    `“${excerpt(text)}”`,
    diagnostic(
      'unreadText',
      'warning',
      `这段文字没有归入目标、任务或要求：“${excerpt(text)}”。`,
      at,
      '原文已作为注释保留在 plan/notes.yaml；属于任务的，请补入相应的专项文件。',
    ),
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
    `这是${first}—${last}年的计划，草稿按${first}年编制，以后年度要达到的数不列为本年目标。`,
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

/** Of a plan without a section of goals. */
export const goalsFromPreamble = (at: Origin, sentences: readonly string[]): Diagnostic =>
  diagnostic(
    'goalsFromPreamble',
    'warning',
    `没有找到年度目标一节，开头部分的数列为年度目标：${sentences.map((s) => `“${excerpt(s)}”`).join('、')}。`,
    at,
    '不是年度目标的，从 plan/goals.yaml 中删去。',
  );

export const sectionHeading = (at: Origin, text: string): Repeated =>
  repeated(
    `“${innerQuotes(text)}”`,
    diagnostic('sectionHeading', 'info', `“${innerQuotes(text)}”是分节标题，不存入草稿。`, at),
  );

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

export const goalsAsTasks = (file: string, proposed: readonly string[]): Diagnostic =>
  diagnostic(
    'goalsAsTasks',
    'warning',
    `计划没有写责任单位的年度目标中，${proposed.length}项与某项任务的指标相同，暂按该任务的责任单位填写：${proposed.join('、')}。`,
    { file },
    `逐项核对。${REASON_TOO}`,
  );

export const goalsAsLastYear = (file: string, proposed: readonly string[]): Diagnostic =>
  diagnostic(
    'goalsAsLastYear',
    'warning',
    `计划没有写责任单位的年度目标中，${proposed.length}项暂按上年同名目标的责任单位填写：${proposed.join('、')}。`,
    { file },
    `逐项核对。${REASON_TOO}`,
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

// Requirements

export const noRequirements = (file: string): Diagnostic =>
  diagnostic('noRequirements', 'info', '没有找到工作要求一节，plan/requirements.yaml 为空。', { file });

export const dutyOfNobody = (at: Origin, sentence: string): Diagnostic =>
  diagnostic('dutyOfNobody', 'info', `“${excerpt(sentence)}”没有指明由谁承担，未列为事项。`, at);

/** Days in the requirements, on which no task depends; `followed`: cities are asked and judged by it. */
export const dutyDays = (
  file: string,
  dated: readonly { line: number; sentence: string; followed: boolean }[],
): Diagnostic => {
  const free = dated.filter(({ followed }) => !followed).length;
  const place = (one: (typeof dated)[number]): string =>
    `第${one.line}行“${one.sentence}”（${one.followed ? '列入各地季报表的承担事项，按此期限评定' : '本程序不跟踪'}）`;
  return diagnostic(
    'dutyDays',
    'warning',
    `工作要求中写有时限的${dated.length}处${free > 0 ? `，其中${free}处不属于任何任务，到期不会提醒` : ''}：${dated.map(place).join('；')}。`,
    { file },
    ...(free > 0
      ? [
          '须按期调度的，在责任单位所在专项文件的 tasks 中补一项任务（写法同其他任务，targets 中写 operator: yesNo、deadline）；只是报送时限的，核对 periods.yaml 的报送期限，或者由办公室记入日程。',
        ]
      : []),
  );
};

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
export const unitsComment = (): string =>
  'fullName 暂与简称相同，须补全称和别名；暂按在计划中出现的先后排列，各类名单照此次序，须按机构序列调整。';
