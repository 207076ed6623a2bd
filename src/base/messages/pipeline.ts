/** Messages of the pipeline itself. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';

/** `returns`: whose, for which period (2022Q3), and how many errors are in each. */
export const returnsFaulty = (
  returns: readonly { period: string; name: string; errors: number }[],
): Diagnostic => {
  const listed = returns.map(({ period, name, errors }) => `${name}（${period}，${errors}处）`).join('、');
  const periods = [...new Set(returns.map(({ period }) => period))];
  return diagnostic(
    'returnsFaulty',
    'error',
    `有${returns.length}份报表中还有错误，错处的数没有采用，暂不能生成正式文稿：${listed}。`,
    undefined,
    `把${periods.map((period) => `output/${period}/退回/`).join('、')}中的退回稿发回单位，改好后运行 diaodu collect ${periods[0]} 收到的表/ 再收，后收的为准。`,
    `单位一时改不了、已在电话中核实的，可由办公室在退回稿上代改，再用 diaodu collect ${periods[0]} 文件 收入。`,
    '今晚要先看稿子的，加 --draft 生成征求意见稿：错处的数留空，其余照常，每页标明“征求意见稿”。',
  );
};
