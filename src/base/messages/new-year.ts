/** Messages of starting a new year and of importing a plan into it. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';

/** @param inReturns some of the errors stand in what units sent, which nobody mends in place */
export const lastYearUnreadable = (year: number, inReturns: boolean): Diagnostic =>
  diagnostic(
    'lastYearUnreadable',
    'error',
    `${year}年的数据还有错误，无法结转。`,
    undefined,
    `先改正上面所列的错误。`,
    ...(inReturns
      ? ['报表中的错误不要在 data/ 中改：把退回稿发回单位，改好后用 diaodu collect 再收，后收的为准。']
      : []),
  );

/** Of a workspace that has the year and not the one before: most likely the next year was meant. */
export const nothingBefore = (year: number): Diagnostic =>
  diagnostic(
    'nothingBefore',
    'error',
    `${year}年已经有数据，而没有${year - 1}年的数据可以结转，没有改动任何文件。`,
    { file: `data/${year}` },
    `要开始下一年度的，写 diaodu new ${year + 1}；${year}年的设置和计划直接在这个文件夹中改。`,
  );

/** Of a workspace that is in its first year: there is nothing to be mended, and another way to begin. `known`: years with data. */
export const nothingToRoll = (last: number, known: readonly string[]): Diagnostic => {
  const latest = Math.max(...known.map(Number));
  return diagnostic(
    'nothingToRoll',
    'error',
    `没有${last}年的数据可以结转。`,
    { file: `data/${last}` },
    ...(known.length > 0
      ? [
          `核对年份：已有${known.join('、')}年的数据${last > latest ? `；逐年结转，下一年用 diaodu new ${latest + 1}` : ''}。`,
        ]
      : []),
    '头一年建立工作区不用结转：用 diaodu plan import 读入计划，同时起草各项设置，步骤见 docs/writing.md 的“别的省、市、县使用”。',
    '上年在别的文件夹中调度的，用 --workspace 指明那个文件夹。',
  );
};

/** Of a first year: what was taken from the program's example. */
export const settingsDrafted = (year: number, names: readonly string[]): Diagnostic =>
  diagnostic(
    'settingsDrafted',
    'info',
    `没有上年可以结转，${names.join('、')}照随程序带有的江西省2022年数据起草，日期已改为${year}年。`,
    { file: `data/${year}` },
    '使用前核对：periods.yaml 的报送期限，ladders.yaml 各阶段的日期，rules.yaml 的阈值和说明（印在报告的编制说明里）；rules.yaml 的 sums 已清空，有总数和分项要核对的补上；office.yaml 填写联系人；archive.yaml 归档前由档案人员填写。',
  );

export const yearExists = (year: number, files: readonly string[]): Diagnostic =>
  diagnostic(
    'yearExists',
    'error',
    `${year}年已有${files.length}个文件，没有改动任何文件：${files.slice(0, 5).join('、')}${files.length > 5 ? '等' : ''}。`,
    undefined,
    '确需重新生成的，先把这些文件移走。',
  );

export const noResults = (year: number): Diagnostic =>
  diagnostic(
    'noResults',
    'warning',
    `${year}年四季度没有报送数据，年初基数为空。`,
    undefined,
    '收齐四季度报表后删除 baselines.yaml，再运行一次；或直接填写。',
  );

/** @param year the new one */
export const resultsLeftOut = (year: number): Diagnostic =>
  diagnostic(
    'resultsLeftOut',
    'warning',
    `上面所列的报表有错误，没有读出的数没有作为${year}年的年初基数，其余都已结转。`,
    undefined,
    '不要在 data/ 中改：把退回稿发回单位，改好后用 diaodu collect 再收，后收的为准。',
    `改好后删去 data/${year}/baselines.yaml，再运行一次 diaodu new ${year}：只重新生成这一个文件。`,
  );

export const cityTargetsEmptied = (year: number): Diagnostic =>
  diagnostic(
    'cityTargetsEmptied',
    'info',
    `各地的年度目标每年不同，没有结转：data/${year}/cities/indicators.yaml 中的 targets 已清空。`,
    undefined,
    '各地目标确定后填写；报表、排名都要用。',
  );

export const projectsNotRolled = (year: number): Diagnostic =>
  diagnostic(
    'projectsNotRolled',
    'info',
    `重点项目库每年另建，没有结转：data/${year}/projects 中只有评价规则 rules.yaml，其中 targets 已清空。`,
    undefined,
    `项目确定后建立 data/${year}/projects/projects.csv，列名照 data/${year - 1}/projects/projects.csv；重点项目月报表、月调度简报都要用。`,
    '要与工作计划的指标对照的，计划导入后在 rules.yaml 的 targets 中写明指标编号。',
  );

export const meetingDrafted = (file: string): Diagnostic =>
  diagnostic(
    'meetingDrafted',
    'info',
    `已起草首次会议的会议事项：${file}。会议材料是否收回、议程分钟数等照上年最后一次会议，日期、文号、人员姓名、议定事项留空。`,
    undefined,
    '地点、职务、抄送也照上年，确定后核对；上年会议事项是演示数据的，这几项也留空。',
    '以后各次会议照此另建一个文件，以期次作文件名；没有文件的，材料中会议事项都印空线。',
  );

export const meetingTooEarly = (file: string, wanted: string): Diagnostic =>
  diagnostic(
    'meetingTooEarly',
    'warning',
    '计划印发时一季度已过，首次会议不是一季度的。',
    { file },
    `把这个文件改名为 ${wanted}。`,
  );

export const whitePaperRolled = (year: number): Diagnostic =>
  diagnostic(
    'whitePaperRolled',
    'info',
    `白皮书的书名、年份已顺延一年，发布日期和版权页各项已清空：data/${year}/white-paper.yaml。`,
    undefined,
    '出版前填写；白皮书模板（templates/white-paper）中写定年份的文字逐处核对，生成时列出。',
  );

export const planFileMissing = (file: string): Diagnostic =>
  diagnostic(
    'planFileMissing',
    'error',
    `找不到文件“${file}”。`,
    undefined,
    '检查路径；路径中有空格的，请加引号。',
  );

export const planIsFolder = (folder: string): Diagnostic =>
  diagnostic(
    'planIsFolder',
    'error',
    `“${folder}”是文件夹，不是计划文件。`,
    undefined,
    '写到文件名，如 文件夹/计划.docx；计划分为几个文件的，先合为一个。',
  );

export const planYearUnknown = (file: string): Diagnostic =>
  diagnostic(
    'planYearUnknown',
    'error',
    '文件中没有写明年度，不知道存到哪里。',
    { file },
    '用 --year 指明年度，如 --year 2023。',
  );
