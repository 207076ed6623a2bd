/** Messages of sending forms out and of chasing what has not come back. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';

export const periodNotSet = (period: string, known: readonly string[]): Diagnostic =>
  diagnostic(
    'periodNotSet',
    'error',
    `periods.yaml 中没有 ${period} 的报送期限。`,
    undefined,
    known.length > 0
      ? `已设置的期次：${known.join('、')}。`
      : '请在 periods.yaml 中写明报送截止日和数据截止日。',
  );

export const unitNotConcerned = (
  name: string,
  suggestion: string | undefined,
  offered: readonly string[],
): Diagnostic =>
  diagnostic(
    'unitNotConcerned',
    'error',
    `“${name}”不在这次处理的单位之内。`,
    undefined,
    ...(suggestion && suggestion !== name ? [`是不是想写“${suggestion}”？`] : []),
    offered.length > 0 ? `可选的单位：${offered.join('、')}。` : '这次没有需要处理的单位。',
  );

export const nothingToPrefill = (unit: string, period: string): Diagnostic =>
  diagnostic('nothingToPrefill', 'info', `${unit}${period}没有报送，填报表的“上季度”各列为空。`, undefined);
