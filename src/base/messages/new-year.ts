/** Messages of starting a new year and of importing a plan into it. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';

export const lastYearUnreadable = (year: number): Diagnostic =>
  diagnostic(
    'lastYearUnreadable',
    'error',
    `${year}年的数据不能读取，无法结转。`,
    undefined,
    `先改正 data/${year} 中的错误。`,
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

export const cityTargetsEmptied = (year: number): Diagnostic =>
  diagnostic(
    'cityTargetsEmptied',
    'info',
    `各设区市的年度目标每年不同，没有结转：data/${year}/cities/indicators.yaml 中的 targets 已清空。`,
    undefined,
    '各地目标确定后填写；报表、排名都要用。',
  );

export const planFileMissing = (file: string): Diagnostic =>
  diagnostic(
    'planFileMissing',
    'error',
    `找不到文件“${file}”。`,
    undefined,
    '检查路径；路径中有空格的，请加引号。',
  );

export const planYearUnknown = (file: string): Diagnostic =>
  diagnostic(
    'planYearUnknown',
    'error',
    '文件中没有写明年度，不知道存到哪里。',
    { file },
    '用 --year 指明年度，如 --year 2023。',
  );
